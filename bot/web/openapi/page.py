"""The document as rows that a template shows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.web.openapi.operation import Json


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model or a parameter of an operation; `kind` says what may stand in it."""

    name: str
    kind: str
    required: bool
    description: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of an operation; `models` names what is in it, `refusals` are pairs of code and message."""

    status: int
    description: str
    kind: str
    example: str
    refusals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One operation."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    media: str
    sends: str
    examples: tuple[str, ...]
    replies: tuple[Reply, ...]
    signed_by: tuple[str, ...]
    sample: str


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of a tag."""

    name: str
    description: str
    sections: list[Section] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Model:
    """A schema with a name. `fields` is empty where `kind` says it all."""

    name: str
    description: str
    kind: str
    fields: tuple[Field, ...]


def groups_of(contract: Json) -> list[Group]:
    """The operations by tag, in the document's order."""
    groups = {tag["name"]: Group(tag["name"], tag["description"]) for tag in contract["tags"]}
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            groups[operation["tags"][0]].sections.append(_section(method, path, operation))
    return list(groups.values())


def models_of(contract: Json) -> list[Model]:
    """The models by name."""
    return [
        Model(name, schema.get("description", ""), kind_of(schema), tuple(_fields(schema)))
        for name, schema in contract["components"]["schemas"].items()
    ]


def _section(method: str, path: str, operation: Json) -> Section:
    media, body = _content(operation.get("requestBody", {}))
    samples = operation.get("x-codeSamples", [])
    return Section(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=tuple(_parameter(each) for each in operation["parameters"]),
        media=media,
        sends=kind_of(body.get("schema", {})),
        examples=tuple(_examples(body)),
        replies=tuple(_reply(int(status), each) for status, each in operation["responses"].items()),
        signed_by=tuple(name for each in operation["security"] for name in each),
        sample=samples[0]["source"] if samples else "",
    )


def _parameter(parameter: Json) -> Field:
    kind = kind_of(parameter["schema"])
    return Field(parameter["name"], kind, parameter["required"], parameter["description"], parameter["in"])


def _reply(status: int, response: Json) -> Reply:
    _, content = _content(response)
    if status < 400:
        example = "\n".join(_examples(content))
        return Reply(status, response["description"], kind_of(content.get("schema", {})), example)
    errors = [each["value"]["error"] for each in content["examples"].values()]
    refusals = tuple((error["code"], error["message"]) for error in errors)
    return Reply(status, response["description"], "Error", "", refusals)


def _content(holder: Mapping[str, Any]) -> tuple[str, Json]:
    """The media type and what is said of it; both empty where nothing is sent."""
    for media, content in holder.get("content", {}).items():
        return media, content
    return "", {}


def _examples(content: Json) -> Iterator[str]:
    for example in content.get("examples", {}).values():
        value = example["value"]
        yield value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)


def _fields(schema: Json) -> Iterator[Field]:
    required = schema.get("required", [])
    for name, each in schema.get("properties", {}).items():
        yield Field(name, kind_of(each), name in required, each.get("description", ""))


def kind_of(schema: Mapping[str, Any]) -> str:
    """What a schema allows, in a few words."""
    match schema:
        case {"$ref": reference}:
            return str(reference).rpartition("/")[2]
        case {"anyOf": options}:
            return " or ".join(kind_of(each) for each in options)
        case {"enum": values}:
            return " | ".join(json.dumps(value) for value in values)
        case {"const": value}:
            return json.dumps(value)
        case {"type": "array", "items": items}:
            return f"list of {kind_of(items)}"
        case {"format": name}:
            return str(name)
        case _:
            return str(schema.get("type", ""))
