"""A confirmation is sent again when the brand's systems or agents say so: the same bytes, by any way."""

import json

import pytest
from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_AGENTS
from bot.history.reading import history_of
from tests.bot.confirming.conftest import number_of
from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in

PHONE = "+491713920001"


def again(systems: Systems, number: str, by: object = "mail", **changed: str) -> TestResponse:
    path = f"/api/brands/demo/records/{number}/confirmations"
    return systems.send("POST", path, json.dumps({"by": by}).encode(), **changed)


def test_the_mail_that_is_sent_again_carries_the_same_files(
    house: House, ada: Visitor, systems: Systems
) -> None:
    assert again(systems, number_of(ada)).status_code == 202
    house.run_due()

    first, second = house.sent("ada.sommer@example.com")
    files = [{each["name"]: each for each in (mail.meta or {})["attachments"]} for mail in (first, second)]
    for name in (f"{number_of(ada)}.json", f"{number_of(ada)}.pdf"):
        assert files[0][name] == files[1][name]
    assert (first.subject, first.body) == (second.subject, second.body)


def test_a_text_says_what_was_sealed_and_where_the_case_is(
    house: House, ada: Visitor, systems: Systems
) -> None:
    number = number_of(ada)

    assert again(systems, number, "sms").get_json() == {"number": number, "by": "sms"}
    house.run_due()

    (text,) = house.sent(PHONE)
    assert text.body.endswith(f"Status: http://localhost/case/demo/{number}")
    assert number in text.body
    assert len(text.body) <= 320


def test_it_can_be_put_into_the_chat_again(house: House, ada: Visitor, systems: Systems) -> None:
    before = ada.look()["messages"]

    assert again(systems, number_of(ada), "chat").status_code == 202
    house.run_due()

    newest = ada.look()["messages"][-1]
    assert len(ada.look()["messages"]) == len(before) + 1
    assert newest["receipt"] == {"number": number_of(ada)}


def test_it_is_sent_again_a_few_times_an_hour(house: House, ada: Visitor, systems: Systems) -> None:
    for _ in range(3):
        assert again(systems, number_of(ada)).status_code == 202

    late = again(systems, number_of(ada))

    assert error_in(late) == (429, "too_often")
    house.clock.go_on(hours=1)
    assert again(systems, number_of(ada)).status_code == 202
    house.run_due()
    assert len(house.sent("ada.sommer@example.com")) == 5


@pytest.mark.parametrize(
    ("number", "by", "expected"),
    [
        ("BL-22222222", "mail", (404, "unknown_record")),
        ("nonsense", "mail", (404, "unknown_record")),
        (None, "telegram", (409, "no_way")),
        (None, "letterbox", (422, "bad_way")),
        (None, 7, (422, "bad_way")),
    ],
)
def test_what_cannot_be_sent_is_said(
    house: House, ada: Visitor, systems: Systems, number: str | None, by: object, expected: tuple[int, str]
) -> None:
    effects = house.count("effect")

    assert error_in(again(systems, number or number_of(ada), by)) == expected
    assert house.count("effect") == effects


def test_nobody_else_has_it_sent(house: House, ada: Visitor, systems: Systems) -> None:
    assert error_in(again(systems, number_of(ada), key="another-key-of-thirty-two-characters")) == (
        403,
        "refused",
    )


def test_an_agent_has_it_sent_and_that_is_written_down(house: House, ada: Visitor) -> None:
    desk = house.client()
    agent = next(each for each in DEMO_AGENTS if each.login == house.agent.email)
    desk.post("/login", data={"brand": "demo", "email": agent.login, "password": agent.password})
    page = desk.get("/desk/").get_data(as_text=True)
    token = page.partition('name="csrf-token" content="')[2].partition('"')[0]
    conversation, number = house.conversation(ada.token).id, number_of(ada)
    place = f"/desk/api/conversations/{conversation}"

    ways = desk.get(f"{place}/records/{number}/ways").get_json()["items"]
    done = desk.post(f"{place}/resend", json={"record": number, "by": "sms"}, headers={"X-CSRF-Token": token})
    house.run_due()

    assert [each["way"] for each in ways] == ["mail", "sms", "chat"]
    assert done.status_code == 200, done.get_data(as_text=True)
    assert len(house.sent(PHONE)) == 1
    told = [entry.what for entry in history_of(house.app, house.brand, number).entries]
    assert f"{house.agent.name} had the confirmation {number} sent again by SMS" in told
    assert f"Confirmation by SMS ({number}, wanted by {house.agent.name}) sent" in told
