"""Models as JSON Schema, as OpenAPI documents refer to them."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

Json = dict[str, Any]


def schemas_of(models: Iterable[type[BaseModel]]) -> Json:
    """The models, and those inside of them, by name."""
    wanted: list[tuple[type[BaseModel], Any]] = [(model, "validation") for model in models]
    _, found = models_json_schema(wanted, ref_template="#/components/schemas/{model}")
    definitions: Json = found["$defs"]
    return {name: _without_titles(schema) for name, schema in sorted(definitions.items())}


def reference(name: str) -> Json:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def _without_titles(schema: Any) -> Any:
    """The schema without what pydantic calls each field: the name again, in capitals."""
    if isinstance(schema, list):
        return [_without_titles(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: each for name, each in schema.items() if name != "title" or not isinstance(each, str)}
    return {name: _without_titles(each) for name, each in kept.items()}
