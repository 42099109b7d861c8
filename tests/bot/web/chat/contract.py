"""A client that fails a test when an answer is not as `/openapi.json` says."""

import copy
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response

from bot.web.openapi import document
from bot.web.openapi.operation import Json

NOT_DESCRIBED = (405,)


class DocumentedClient(FlaskClient):
    """Holds each answer under a documented path against the document."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.request.path:
            hold(response.request.method, response.request.path, response)
        return response


def hold(method: str, path: str, response: Response) -> None:
    """Fail unless the document knows this status and form of answer. Other paths are none of its business."""
    operation = operation_at(method, path)
    if operation is None or response.status_code in NOT_DESCRIBED:
        return
    described = operation["responses"].get(str(response.status_code))
    assert described is not None, f"{method} {path} answered {response.status_code}, which is not documented"
    contents: Json = described.get("content", {})
    if not contents:
        assert response.data == b"", f"{method} {path} answered with a body, which is not documented"
        return
    assert response.mimetype in contents, f"{method} {path} answered with {response.mimetype}"
    if response.mimetype == "application/json":
        _hold_json(contents["application/json"], response.get_json())


def operation_at(method: str, path: str) -> Json | None:
    """The documented operation, if there is one for this path and method."""
    for pattern, methods in _paths():
        if pattern.fullmatch(path) and method.lower() in methods:
            found: Json = methods[method.lower()]
            return found
    return None


def _hold_json(content: Json, body: Any) -> None:
    problems = [error.message for error in validator(content["schema"]["$ref"]).iter_errors(body)]
    assert problems == [], f"{problems} in {body}"
    if content["schema"]["$ref"].endswith("/Error"):
        codes = set(content["examples"])
        assert body["error"]["code"] in codes, f"{body} is not documented; documented are {codes}"


@cache
def contract() -> Json:
    """The document of the demo at the test's address."""
    return document("http://localhost", demo=True)


@cache
def validator(reference: str) -> Draft202012Validator:
    """For the schema of that name; a field that is not documented is a fault here."""
    schemas = {name: closed(each) for name, each in contract()["components"]["schemas"].items()}
    return Draft202012Validator(
        {"$ref": reference, "components": {"schemas": schemas}},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def closed(schema: Mapping[str, Any]) -> Json:
    """The schema, allowing no further fields."""
    found = copy.deepcopy(dict(schema))
    if "properties" in found:
        found["additionalProperties"] = False
    return found


@cache
def _paths() -> list[tuple[re.Pattern[str], Json]]:
    """Each path as a pattern: of its parts some differ."""
    return [
        (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), methods)
        for path, methods in contract()["paths"].items()
    ]
