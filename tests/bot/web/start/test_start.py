"""The start page: its lists, being a customer, being nobody, starting over."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bot.demo.brand import DEMO_AGENTS, DEMO_TOKEN_KEY, DemoAgent
from bot.demo.chats import WAITING_CHATS
from bot.demo.customers import DEMO_CUSTOMERS
from bot.identification.tokens import read_token
from bot.web.streams import Streams
from bot.wiring import Application
from tests.bot.web.sandbox.demo import assembled, made_demo, settings_of

HERE = "http://127.0.0.1:8700"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Application]:
    made = made_demo(settings_of(tmp_path))
    yield made
    made.database.close()


@pytest.fixture
def client(app: Application) -> FlaskClient:
    return assembled(app, Streams()).test_client()


def test_every_customer_with_what_to_try(client: FlaskClient) -> None:
    page = client.get("/", base_url=HERE).text

    for customer in DEMO_CUSTOMERS:
        for words in (customer.ref, customer.name, customer.email, customer.phone, *customer.tries):
            assert words in page


def test_every_log_in(client: FlaskClient) -> None:
    page = client.get("/", base_url=HERE).text

    for agent in DEMO_AGENTS:
        assert agent.login in page
        assert agent.password in page


@pytest.mark.parametrize("agent", DEMO_AGENTS, ids=lambda agent: agent.login)
def test_the_log_ins_work(client: FlaskClient, agent: DemoAgent) -> None:
    form = {"brand": "demo", "email": agent.login, "password": agent.password}

    answer = client.post("/login", data=form, base_url=HERE)

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/desk/"


@pytest.mark.parametrize(
    "address", ["/sandbox/phone", "/sandbox/telegram", "/sandbox/", "/#desk", "/#studio"]
)
def test_the_ways_to_everything_else(client: FlaskClient, address: str) -> None:
    assert f'href="{address}"' in client.get("/", base_url=HERE).text


@pytest.mark.parametrize("page", ["/sandbox/phone", "/sandbox/telegram", "/sandbox/"])
def test_desk_and_studio_are_reached_from_the_simulators(client: FlaskClient, page: str) -> None:
    shown = client.get(page, base_url=HERE).text
    start = client.get("/", base_url=HERE).text

    for door in ("desk", "studio"):
        assert f'href="/#{door}"' in shown
        assert f'id="{door}"' in start


def test_being_a_customer(app: Application, client: FlaskClient) -> None:
    answer = client.post("/start/identity", json={"customer": "BL-1001"}, base_url=HERE)

    vouched = read_token(answer.json["identity"], DEMO_TOKEN_KEY, "demo", app.clock())  # type: ignore[index]

    assert vouched.customer == "BL-1001"


def test_the_chat_takes_the_token(client: FlaskClient) -> None:
    token = client.post("/start/identity", json={"customer": "BL-1001"}, base_url=HERE).json

    begun = client.post("/chat/demo/sessions", json=token, base_url=HERE)

    assert begun.status_code == 201


def test_every_token_is_another_one(client: FlaskClient) -> None:
    first, second = (
        client.post("/start/identity", json={"customer": "BL-1001"}, base_url=HERE).json for _ in range(2)
    )

    assert first != second


@pytest.mark.parametrize(
    ("body", "status"),
    [({"customer": "BL-9999"}, 404), ({}, 400), ({"customer": 7}, 400), ([], 400)],
)
def test_being_nobody_known(client: FlaskClient, body: object, status: int) -> None:
    assert client.post("/start/identity", json=body, base_url=HERE).status_code == status


def test_a_form_is_no_json(client: FlaskClient) -> None:
    answer = client.post("/start/identity", data={"customer": "BL-1001"}, base_url=HERE)

    assert answer.status_code == 415


def test_being_a_stranger_forgets_the_chat(client: FlaskClient) -> None:
    client.post("/chat/demo/sessions", json={}, base_url=HERE)
    assert client.get("/chat/demo/session", base_url=HERE).status_code == 200

    assert client.post("/start/stranger", base_url=HERE).status_code == 204

    assert client.get("/chat/demo/session", base_url=HERE).status_code == 204


def test_starting_over(app: Application, client: FlaskClient) -> None:
    client.post("/chat/demo/sessions", json={}, base_url=HERE)
    begun = conversations(app)

    answer = client.post("/start/reset", base_url=HERE)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/?reset")
    assert not begun & conversations(app)
    assert len(conversations(app)) == len(WAITING_CHATS)
    assert client.get("/chat/demo/session", base_url=HERE).status_code == 204
    assert "as new" in client.get("/?reset", base_url=HERE).text
    assert client.post("/chat/demo/sessions", json={}, base_url=HERE).status_code == 201


def conversations(app: Application) -> set[str]:
    with app.database.read() as uow:
        return {head.id for head in uow.conversations.changed_since(datetime(2000, 1, 1, tzinfo=UTC))}
