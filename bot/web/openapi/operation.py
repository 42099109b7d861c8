"""One operation of the contract: what it is, takes, answers and refuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from bot.schemas import reference

Json = dict[str, Any]
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something in the path, the query or a header."""

    name: str
    place: str
    description: str
    schema: Mapping[str, Any]
    example: Any = None

    def described(self) -> Json:
        """As OpenAPI writes it."""
        found: Json = {"name": self.name, "in": self.place, "description": self.description}
        found |= {"required": self.place == "path", "schema": dict(self.schema)}
        return found if self.example is None else found | {"example": self.example}


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent; `model` or `schema` says of what form, `examples` are by name."""

    examples: Mapping[str, Any]
    model: type[BaseModel] | None = None
    schema: Mapping[str, Any] = field(default_factory=dict)
    media: str = JSON
    required: bool = True

    def described(self) -> Json:
        """As OpenAPI writes it."""
        return {
            "required": self.required,
            "content": {self.media: _media(self.model, self.schema, self.examples)},
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is no error."""

    description: str
    model: type[BaseModel] | None = None
    examples: Mapping[str, Any] = field(default_factory=dict)
    media: str = JSON
    schema: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = field(default_factory=dict)
    """Further media types in which it is given, each with examples and schema."""

    def described(self) -> Json:
        """As OpenAPI writes it."""
        if self.model is None and not self.schema:
            return {"description": self.description}
        content = {self.media: _media(self.model, self.schema, self.examples)}
        content |= {media: _media(None, schema, examples) for media, (examples, schema) in self.more.items()}
        return {"description": self.description, "content": content}


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error: its code for programs, a message for people."""

    status: int
    code: str
    message: str
    retry_after: int | None = None


FAULT = Refusal(500, "internal", "Something went wrong on our side; it has been logged.")
"""What nobody foresaw. Any operation may answer so, and none should."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `sample` is a command for a terminal; {base} and the like are filled in."""

    method: str
    path: str
    name: str
    summary: str
    description: str
    tag: str
    answers: Mapping[int, Answer]
    refusals: Sequence[Refusal] = ()
    parameters: Sequence[Parameter] = ()
    body: Body | None = None
    security: Sequence[str] = ()
    sample: str = ""

    def described(self, words: Mapping[str, str]) -> Json:
        """As OpenAPI writes it; `words` fill the sample's places, such as {base}."""
        found: Json = {
            "operationId": self.name,
            "summary": self.summary,
            "description": self.description,
            "tags": [self.tag],
            "parameters": [parameter.described() for parameter in self.parameters],
            "responses": self._responses(),
            # Any of these suffices; without one the operation is open to everybody.
            "security": [{scheme: []} for scheme in self.security],
        }
        if self.body is not None:
            found["requestBody"] = self.body.described()
        if self.sample:
            found["x-codeSamples"] = [
                {"lang": "Shell", "label": "curl", "source": _filled(self.sample, words)}
            ]
        return found

    def _responses(self) -> Json:
        responses = {str(status): answer.described() for status, answer in self.answers.items()}
        for status in sorted({refusal.status for refusal in self.refusals}):
            responses[str(status)] = _refused([each for each in self.refusals if each.status == status])
        return responses | {"500": _refused([FAULT])}


def _filled(sample: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        sample = sample.replace(f"{{{name}}}", word)
    return sample


def _media(model: type[BaseModel] | None, schema: Mapping[str, Any], examples: Mapping[str, Any]) -> Json:
    found: Json = {"schema": dict(schema) if model is None else reference(model.__name__)}
    if examples:
        found["examples"] = {name: {"value": value} for name, value in examples.items()}
    return found


def _refused(refusals: Sequence[Refusal]) -> Json:
    examples = {each.code: {"error": {"code": each.code, "message": each.message}} for each in refusals}
    codes = ", ".join(f"`{code}`" for code in examples)
    error: Json = {"schema": reference("Error")}
    error["examples"] = {code: {"value": value} for code, value in examples.items()}
    found: Json = {"description": f"Refused: {codes}", "content": {JSON: error}}
    if any(each.retry_after for each in refusals):
        found["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    return found
