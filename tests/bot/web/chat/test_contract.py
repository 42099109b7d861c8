"""The OpenAPI document and the running program say the same; see `contract` for how answers are held."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Response
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from bot.backoffice.registry import STRIPE
from bot.demo.brand import DEMO_SETTINGS
from bot.endings.signing import signature_of
from bot.heartbeat import note_worker
from bot.publishing import Dialogs
from bot.web.openapi import document
from bot.web.openapi.examples import HEALTH
from bot.web.openapi.operation import Json
from channels.registry import CHANNELS
from tests.bot.web.chat.contract import contract, hold, validator
from tests.bot.web.chat.curl import run
from tests.bot.web.chat.house import House, opened
from tests.bot.web.chat.visitor import Visitor

AREAS = ("/chat/", "/records/", "/webhooks/", "/api/", "/health", "/ready", "/sandbox/outbox")


def test_every_route_is_documented_and_every_documented_one_is_there(house: House) -> None:
    routes = {
        (path, method)
        for rule in house.flask.url_map.iter_rules()
        if rule.rule.startswith(AREAS)
        for path in addresses(rule.rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    documented = {
        (path, method.upper()) for path, methods in contract()["paths"].items() for method in methods
    }

    assert documented == routes


def test_the_document_is_served_as_it_is_made(client: FlaskClient) -> None:
    response = client.get("/openapi.json")

    assert response.get_json() == json.loads(json.dumps(contract()))
    assert response.get_json()["servers"] == [{"url": "http://localhost"}]


def test_every_schema_is_a_schema_and_every_reference_leads_somewhere() -> None:
    schemas = contract()["components"]["schemas"]

    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    referred = {each.rpartition("/")[2] for each in references(contract())}
    assert referred == set(schemas) - {"State"}, "State is what the stream's event of that name carries"


def test_examples_are_as_their_schemas_say() -> None:
    wrong = [
        f"{path} {method} {where}: {problem.message}"
        for path, method, where, content in contents(contract())
        if "$ref" in content["schema"]
        for example in content.get("examples", {}).values()
        for problem in validator(content["schema"]["$ref"]).iter_errors(example["value"])
    ]

    assert wrong == []


def test_every_answer_has_an_example_and_every_operation_an_account_of_itself() -> None:
    for path, method, where, content in contents(contract()):
        if content["schema"] not in ({"type": "string"},):
            assert content.get("examples"), f"{method} {path} {where} has no example"
    for methods in contract()["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"].endswith(".")


def test_everything_that_calls_us_has_a_description_of_its_own() -> None:
    kinds = {kind for kind, channel in CHANNELS.items() if channel.inbound} | {STRIPE.kind}

    documented = {
        path.split("/")[2]: methods for path, methods in contract()["paths"].items() if "hooks" in path
    }

    assert set(documented) == kinds
    assert all(methods["post"]["requestBody"]["content"] for methods in documented.values())


def test_an_answer_that_is_not_documented_fails_a_test() -> None:
    for answer in (
        Response(status=418),
        Response("{}", mimetype="text/html"),
        Response("{}", mimetype="application/json"),
        Response(json.dumps(HEALTH | {"more": 1}), mimetype="application/json"),
        Response('{"error": {"code": "x", "message": "y"}}', status=503, mimetype="application/json"),
    ):
        with pytest.raises(AssertionError):
            hold("GET", "/health", answer)
    hold("GET", "/health", Response(json.dumps(HEALTH), mimetype="application/json"))


def test_messages_with_both_or_neither_are_not_valid() -> None:
    check = validator("#/components/schemas/NewMessage")
    key = "3f0c1a52-4a46-4b53-9c0f-2f3f4a1f9a10"

    assert check.is_valid({"id": key, "text": "hi"})
    assert check.is_valid({"id": key, "choice": "a"})
    assert not check.is_valid({"id": key})
    assert not check.is_valid({"id": key, "text": "hi", "choice": "a"})


def test_outside_the_demo_there_is_no_sandbox_and_no_secret() -> None:
    found = json.dumps(document("https://bot.example", demo=False))

    assert "/sandbox" not in found
    assert "brightline" not in found
    assert "https://bot.example/chat/BRAND/sessions" in found


@pytest.fixture
def whole_house(seeded_url: str, tmp_path: Path, dialogs: Dialogs) -> Iterator[House]:
    """The demo with all that it has, letters too."""
    with opened(seeded_url, tmp_path, dialogs, letters=True) as house:
        yield house


def test_the_examples_for_a_terminal_work(whole_house: House) -> None:
    house = whole_house
    with house.app.database.write() as uow:
        note_worker(uow, house.clock())
    client = house.client()
    visitor = Visitor(house.client()).begin("BL-1006")
    for press in ("I want to cancel", "No, cancel", "Confirm cancellation"):
        visitor.say(press)
    house.run_due()
    number = visitor.look()["record"]["number"]
    token = ""
    for path, methods in contract()["paths"].items():
        for method, operation in methods.items():
            for sample in operation.get("x-codeSamples", []):
                held = {"TOKEN": visitor.token, "NUMBER": number} if "{number}" in path else {"TOKEN": token}
                response = run(client, sample["source"], {**held, **signed(house, path, method, number)})
                wanted = {int(status) for status in operation["responses"] if status.startswith("2")}
                assert response.status_code in wanted, f"{method} {path}: {response.status}"
                assert response.request.path == filled(path, number)
                assert response.request.method == method.upper()
                token = token or response.get_json()["token"]
    assert house.count("conversation") == 5


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_the_page_for_people_tells_of_every_operation_and_model(client: FlaskClient, accept: str) -> None:
    response = client.get("/docs", headers={"Accept": accept})

    page = response.get_data(as_text=True)
    assert response.mimetype == "text/html"
    for path, methods in contract()["paths"].items():
        assert f"<code>{path}</code>" in page
        for operation in methods.values():
            assert f'id="{operation["operationId"]}"' in page
    for name in contract()["components"]["schemas"]:
        assert f'id="model-{name}"' in page
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "<script" not in page
    assert "style=" not in page
    assert "//" not in page.replace("http://localhost", "").replace("https://api.twilio", "")


def signed(house: House, path: str, method: str, number: str) -> dict[str, str]:
    """What whoever tries a signed request fills in."""
    operation = contract()["paths"][path][method]
    body = next(iter(re.findall(r"-d '(.*)'", sample_of(operation), re.DOTALL)), "").encode()
    timestamp = str(int(house.clock().timestamp()))
    signature = signature_of(DEMO_SETTINGS["api_key"], timestamp, method.upper(), filled(path, number), body)
    return {"TIMESTAMP": timestamp, "SIGNATURE": signature}


def filled(path: str, number: str = "") -> str:
    """The path of the demo's examples."""
    return path.replace("{brand}", "demo").replace("{reference}", "E-4711").replace("{number}", number)


def sample_of(operation: Json) -> str:
    return "".join(each["source"] for each in operation.get("x-codeSamples", []))


def addresses(rule: str) -> list[str]:
    """A rule's paths as the document writes them; a rule for all kinds of webhooks is one path a kind."""
    path = re.sub(r"<(?:path:)?(reference|call|number)>", r"{\1}", rule.replace("<slug>", "{brand}"))
    if "<kind>" not in path:
        return [path]
    kinds = [kind for kind, channel in CHANNELS.items() if channel.inbound and channel.capabilities.receives]
    return [path.replace("<kind>", kind) for kind in kinds]


def contents(found: Json) -> Iterator[tuple[str, str, str, Json]]:
    """Path, method, place and description of everything that is sent either way."""
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                yield path, method, "body", content
            for status, response in operation["responses"].items():
                for content in response.get("content", {}).values():
                    yield path, method, status, content


def references(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        yield from (value for name, value in found.items() if name == "$ref")
        for each in found.values():
            yield from references(each)
    elif isinstance(found, list):
        for each in found:
            yield from references(each)
