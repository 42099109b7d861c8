"""The contract as it is written down: the document, and the page for people, say what the code does."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from bot.backoffice import base
from bot.backoffice.http.answers import LONGEST_REASON
from bot.backoffice.http.calls import CALLS, Call
from bot.backoffice.http.client import WRITE_SECONDS, HttpBackOffice
from bot.backoffice.http.examples import EXAMPLES
from bot.backoffice.http.openapi import DESCRIPTION, READ_SECONDS, document
from bot.backoffice.http.signing import (
    IDEMPOTENCY_KEY,
    SIGNATURE,
    TIMESTAMP,
    TOLERANCE,
    Request,
    signature,
)
from bot.deliver.loop import LEASE
from bot.lines.line import LARGEST_ANSWER
from tests.bot.backoffice.http_reference import DOES, hold, hold_asked

PAGE = (Path(__file__).parents[3] / "docs" / "back-office.md").read_text(encoding="utf-8")
EXAMPLE_KEY = "brightline-back-office-key-known-to-everybody"


def methods(protocol: type) -> set[str]:
    return {name for name in vars(protocol) if not name.startswith("_")}


def test_every_method_of_the_contract_is_a_call() -> None:
    wanted = methods(base.BackOffice) | methods(base.OrderOffice)

    assert {call.path.replace("-", "_") for call in CALLS} == wanted
    assert wanted <= methods(HttpBackOffice)
    assert set(DOES) == set(EXAMPLES) == {call.path for call in CALLS}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.path)
def test_writes_are_those_with_a_key(call: Call[Any, Any]) -> None:
    name = call.path.replace("-", "_")
    owner = base.BackOffice if name in methods(base.BackOffice) else base.OrderOffice

    assert call.writes == ("key" in get_type_hints(getattr(owner, name)))


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.path)
def test_examples_are_as_their_schemas_say_and_can_be_read(call: Call[Any, Any]) -> None:
    asked, told = EXAMPLES[call.path]

    hold_asked(call.path, asked)
    hold(call.path, 200, told)
    assert call.fault_in(call.asks.model_validate(asked), call.tells.model_validate(told)) is None


def test_every_schema_is_a_schema_and_every_reference_leads_somewhere() -> None:
    schemas = document()["components"]["schemas"]

    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    assert {each.rpartition("/")[2] for each in references(document())} == set(schemas)


def test_operations_have_names_of_their_own() -> None:
    names = [operation["post"]["operationId"] for operation in document()["paths"].values()]

    assert len(set(names)) == len(CALLS)


def test_the_limits_that_are_told_are_those_that_hold() -> None:
    assert f"within {READ_SECONDS} seconds, a write within {WRITE_SECONDS:g}" in " ".join(DESCRIPTION.split())
    assert f"Reads are to be answered within {READ_SECONDS} seconds, writes within\n{WRITE_SECONDS:g}" in PAGE
    assert LARGEST_ANSWER == 1024 * 1024
    assert "more than\n1 MiB" in PAGE
    assert "more than five minutes" in PAGE
    assert TOLERANCE.seconds == 5 * 60
    assert f"{LONGEST_REASON} characters" in DESCRIPTION
    assert all(name in DESCRIPTION and name in PAGE for name in (IDEMPOTENCY_KEY, SIGNATURE, TIMESTAMP))


def test_a_write_and_what_is_asked_before_it_end_while_the_worker_holds_them() -> None:
    assert LEASE.total_seconds() > WRITE_SECONDS + 2 * READ_SECONDS


def test_the_page_lists_every_call() -> None:
    listed = re.findall(
        r"^\| `([a-z-]+)` \| (.+) \| `(\w+)` \| `(\w+)` \| (read|write) \|$", PAGE, re.MULTILINE
    )

    assert listed == [
        (call.path, call.summary, call.asks.__name__, call.tells.__name__, "write" if call.writes else "read")
        for call in CALLS
    ]


def test_the_worked_example_of_the_signature_is_right() -> None:
    headers, body = shown_request()
    (lines,) = re.findall(r"^```text\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
    request = Request("POST", "/cancelbot/cancel", body, headers[IDEMPOTENCY_KEY])

    assert headers[SIGNATURE] == signature(EXAMPLE_KEY, request, int(headers[TIMESTAMP]))
    assert f"key `{EXAMPLE_KEY}`" in PAGE
    assert lines.splitlines()[:5] == [
        "v1",
        headers[TIMESTAMP],
        "POST",
        request.target,
        headers[IDEMPOTENCY_KEY],
    ]


def test_the_program_that_is_shown_checks_it() -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    shown: dict[str, Any] = {}
    exec(program, shown)  # noqa: S102 - our own page
    headers, body = shown_request()
    now = int(time.time())
    request = Request("POST", "/cancelbot/cancel", body, headers[IDEMPOTENCY_KEY])
    fresh = {**headers, TIMESTAMP: str(now), SIGNATURE: signature(EXAMPLE_KEY, request, now)}

    def is_genuine(given: dict[str, str], of: bytes = body) -> bool:
        found: bool = shown["is_genuine"](EXAMPLE_KEY, "POST", "/cancelbot/cancel", given, of)
        return found

    assert is_genuine(fresh)
    assert not is_genuine(headers), "it is an old one"
    assert not is_genuine({**fresh, IDEMPOTENCY_KEY: "other"})
    assert not is_genuine(fresh, body + b" ")
    assert not is_genuine({})


def shown_request() -> tuple[dict[str, str], bytes]:
    (shown,) = re.findall(r"^```http\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
    head, body = shown.split("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()[1:]), body.encode()


def references(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        yield from (each for name, each in found.items() if name == "$ref")
        for each in found.values():
            yield from references(each)
    elif isinstance(found, list):
        for each in found:
            yield from references(each)
