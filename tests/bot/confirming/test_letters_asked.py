"""A confirmation as a letter: ordered by an agent at the desk, or by the brand's own system."""

import json
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_AGENTS
from bot.history.reading import history_of
from bot.letters.moving import mark_posted
from bot.letters.ordering import order_letter
from bot.letters.runs import print_run
from dialogs.ids import CustomerRef
from tests.bot.confirming.conftest import number_of
from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

SENDER = "Brightline GmbH, Hauptstraße 1, 10115 Berlin"
HOME, ABROAD = "Kastanienallee 12\n10435 Berlin", "Rue Haute 7\n1000 Bruxelles"


@pytest.fixture
def posting(house: House) -> House:
    """The brand writes letters; of no customer a postal address is known."""
    with house.app.database.write() as uow:
        settings = {"country": "DE"}
        uow.accounts.add(
            house.brand.id, kind="letter", name="", address=SENDER, now=house.clock(), settings=settings
        )
        ada = uow.local_office.customer(house.brand.id, CustomerRef("BL-1001"))
        assert ada is not None
        uow.local_office.put_customer(replace(ada, postal=None))
    house.app.directory.forget()
    return house


class Agent:
    """Somebody at the desk, beside Ada's chat."""

    def __init__(self, house: House, ada: Visitor) -> None:
        self.client: FlaskClient = house.client()
        agent = next(each for each in DEMO_AGENTS if each.login == house.agent.email)
        self.client.post("/login", data={"brand": "demo", "email": agent.login, "password": agent.password})
        page = self.client.get("/desk/").get_data(as_text=True)
        self._token = page.partition('name="csrf-token" content="')[2].partition('"')[0]
        self.number = number_of(ada)
        self.place = f"/desk/api/conversations/{house.conversation(ada.token).id}"

    def envelope(self) -> dict[str, Any]:
        answer = self.client.get(f"{self.place}/records/{self.number}/envelope")
        return dict(answer.get_json())

    def order(self, lines: str, country: str = "DE", **more: object) -> TestResponse:
        return self.post("letter", record=self.number, lines=lines, country=country, **more)

    def post(self, action: str, **body: object) -> TestResponse:
        return self.client.post(f"{self.place}/{action}", json=body, headers={"X-CSRF-Token": self._token})

    def letters(self) -> list[tuple[str, str]]:
        """What the panel shows."""
        panel = self.client.get(self.place).get_json()["panel"]
        return [(each["letter"], each["state"]) for each in panel["cases"][0]["letters"]]


@pytest.fixture
def agent(posting: House, ada: Visitor) -> Agent:
    return Agent(posting, ada)


def error_in(answer: TestResponse) -> tuple[int, str, str]:
    error = (answer.get_json() or {}).get("error", {})
    return answer.status_code, error.get("code", ""), error.get("message", "")


def addressees(house: House) -> list[str | None]:
    with house.app.database.read() as uow:
        return [each.addressee for each in uow.letters.in_states(house.brand.id, ["queued", "printed"])]


def test_an_agent_orders_one_to_an_address_and_sees_how_far_it_came(posting: House, agent: Agent) -> None:
    shown = agent.envelope()
    assert (shown["name"], shown["lines"], shown["country"], shown["ordered"]) == (
        "Ada Sommer",
        [],
        "DE",
        False,
    )
    assert shown["problem"].startswith("no postal address is known")
    assert shown["most_lines"] == 5

    assert agent.order(f" {HOME} \n\n", "de").status_code == 200
    assert agent.letters() == [(agent.number, "being made")]
    posting.run_due()
    assert agent.letters() == [(agent.number, "ordered")]
    assert addressees(posting) == ["Ada Sommer\nKastanienallee 12\n10435 Berlin"]

    print_run(posting.app, posting.brand)
    assert agent.letters() == [(agent.number, "printed")]
    with posting.app.database.write() as uow:
        (letter,) = uow.letters.in_states(posting.brand.id, ["printed"])
        mark_posted(uow, letter, posting.clock(), posting.clock())
    assert agent.letters() == [(agent.number, "posted")]
    told = [entry.what for entry in history_of(posting.app, posting.brand, agent.number).entries]
    assert f"{posting.agent.name} had the confirmation {agent.number} sent by post" in told


def test_another_one_is_asked_for_and_takes_the_place_of_what_could_not_be_written(
    posting: House, agent: Agent
) -> None:
    assert agent.order(HOME).status_code == 200
    posting.run_due()

    assert error_in(agent.order(ABROAD, "BE"))[:2] == (409, "not_sent")
    assert agent.envelope()["ordered"] is True
    assert agent.order(ABROAD, "BE", again=True).status_code == 200
    posting.run_due()

    assert agent.letters() == [(agent.number, "ordered"), (f"{agent.number}/2", "ordered")]
    assert addressees(posting)[1] == "Ada Sommer\nRue Haute 7\n1000 Bruxelles\nBELGIUM"


@pytest.mark.parametrize(
    ("lines", "country", "expected"),
    [
        (" \n", "DE", "Expected the address below the name: street and place."),
        (HOME, "Deutschland", "expected a country's two letters (ISO 3166), such as DE"),
        ("a\nb\nc\nd\ne\nf", "DE", "expected at most 6, as many as show in the window"),
        ("Long street " * 8, "DE", "expected at most 75 mm, about"),
        ("大街 1", "DE", "expected Latin, Greek or Cyrillic letters"),
    ],
)
def test_what_does_not_show_in_the_window_is_not_ordered(
    posting: House, agent: Agent, lines: str, country: str, expected: str
) -> None:
    status, code, message = error_in(agent.order(lines, country))

    assert (status, code) == (422, "bad_text")
    assert expected in message
    assert agent.letters() == []


def test_a_letter_that_could_not_be_written_is_replaced_by_one_with_an_address(
    posting: House, agent: Agent, systems: Systems
) -> None:
    # No address is known: it is on the desk.
    posting.app.directory.forget()

    with posting.app.database.write() as uow:
        record = uow.records.by_number(posting.brand.id, agent.number)
        assert record is not None
        order_letter(uow, record, agent_conversation(agent), "wanted so", posting.clock())
    posting.run_due()
    assert agent.letters() == [(agent.number, "not written")]

    assert agent.order(HOME, again=True).status_code == 200
    posting.run_due()
    assert agent.letters() == [(agent.number, "ordered")]
    with posting.app.database.read() as uow:
        assert uow.outbox.given_up(posting.brand.id) == []


def agent_conversation(agent: Agent) -> Any:
    return agent.place.rpartition("/")[2]


def test_a_brand_without_letters_says_so_and_shows_no_button(house: House, ada: Visitor) -> None:
    agent = Agent(house, ada)
    panel = agent.client.get(agent.place).get_json()["panel"]

    assert panel["cases"][0]["letters"] is None
    status, _, message = error_in(agent.order(HOME))
    assert status == 409
    assert "cancelbot brand account demo --kind letter" in message


def posted(systems: Systems, number: str, body: object) -> TestResponse:
    path = f"/api/brands/demo/records/{number}/letters"
    return systems.send("POST", path, json.dumps(body).encode())


def test_the_brand_s_own_system_orders_one(posting: House, agent: Agent, systems: Systems) -> None:
    address = {"lines": HOME.splitlines(), "country": "DE"}

    ordered = posted(systems, agent.number, {"address": address})
    repeated = posted(systems, agent.number, {"address": address})
    posting.run_due()

    assert (ordered.status_code, ordered.get_json()) == (202, {"number": agent.number})
    assert error_in(repeated)[:2] == (409, "ordered_before")
    assert addressees(posting) == ["Ada Sommer\nKastanienallee 12\n10435 Berlin"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, (422, "bad_address")),
        ({"address": "Berlin"}, (422, "bad_address")),
        ({"address": {"lines": [], "country": "DE"}}, (422, "bad_address")),
        ({"address": {"lines": ["x"], "country": "ZZ"}}, (422, "bad_address")),
        ({"address": {"lines": [7], "country": "DE"}}, (422, "bad_address")),
    ],
)
def test_what_a_system_may_not_order(
    posting: House, agent: Agent, systems: Systems, body: object, expected: tuple[int, str]
) -> None:
    assert error_in(posted(systems, agent.number, body))[:2] == expected
    assert agent.letters() == []
