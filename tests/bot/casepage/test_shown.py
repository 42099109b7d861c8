"""What the page shows and does: true at every moment, in six languages, and the same as the chat."""

from datetime import timedelta

import pytest

from bot.backoffice.base import Unavailable
from tests.bot.casepage.conftest import PHONE, Browser
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, error_in


def test_four_facts_with_four_times(house: House) -> None:
    visitor = cancelling(house)
    page = Browser(house, number_of(visitor), visitor.client)

    accepted = page.state()
    house.run_due()
    done = page.state()

    assert accepted["standing"] == "accepted"
    assert [name for name, at in accepted["times"].items() if at] == ["requested", "accepted"]
    assert done["standing"] == "reconciled"
    assert all(done["times"].values())
    assert done["undo"] is not None


def test_what_did_not_change_is_not_sent_again(house: House, page: Browser) -> None:
    page.prove()
    first = page.get("state?locale=en")

    again = page.get("state?locale=en", **{"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("locale", "label"),
    [
        ("en", "Last day"),
        ("de", "Letzter Tag"),
        ("fr", "Dernier jour"),
        ("es", "Último día"),
        ("pt", "Último dia"),
        ("ru", "Последний день"),
    ],
)
def test_the_facts_are_told_in_the_readers_language(page: Browser, locale: str, label: str) -> None:
    facts = dict(page.prove().state(locale)["facts"])

    assert label in facts
    assert page.number in facts.values()


def test_money_is_told_with_where_it_is(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1002")
    visitor.say("I want to cancel Brightline Mobile")
    visitor.press("Confirm cancellation")
    house.run_due()
    page = Browser(house, number_of(visitor), visitor.client)

    promised = page.state()["refunds"]

    assert promised
    assert {each["standing"] for each in promised} <= {"promised", "issued", "paid"}
    assert all(each["amount"]["currency"] == "EUR" for each in promised)


def test_the_files_are_those_of_the_chat(house: House, ada: Visitor, page: Browser) -> None:
    page.prove()

    for name in ("", "/pdf", "/proof"):
        path = f"/chat/demo/records/{page.number}{name}"
        mine = page.client.get(path)
        assert mine.status_code == 200
        assert mine.data == ada.client.get(path, headers=ada.headers).data


def test_it_is_sent_again_from_the_page(house: House, page: Browser) -> None:
    page.prove()
    before = len(house.sent(PHONE))

    assert page.get("ways").get_json()["ways"] == ["mail", "sms", "chat"]
    assert page.post("confirmations", by="sms").status_code == 202
    house.run_due()

    assert len(house.sent(PHONE)) == before + 1
    assert error_in(page.post("confirmations", by="pigeon")) == (422, "bad_way")
    for _ in range(2):
        page.post("confirmations", by="mail")
    assert error_in(page.post("confirmations", by="mail")) == (429, "too_often")


def test_a_way_that_is_preferred_is_kept_for_the_person(house: House, page: Browser) -> None:
    page.prove()
    assert page.get("ways").get_json()["preferred"] is None

    assert page.post("preference", by="sms").get_json() == {"preferred": "sms"}

    elsewhere = Browser(house, page.number).prove()
    assert elsewhere.get("ways").get_json()["preferred"] == "sms"


def test_letters_are_preferred_where_one_can_come(house: House, page: Browser) -> None:
    page.prove()
    assert "letter" not in page.get("ways").get_json()["preferable"]
    assert error_in(page.post("preference", by="letter")) == (409, "no_letters")

    with house.app.database.write() as uow:
        place, at = "Brightline GmbH, Hauptstraße 1, 10115 Berlin", house.clock()
        settings = {"country": "DE"}
        uow.accounts.add(house.brand.id, kind="letter", name="", address=place, now=at, settings=settings)
    house.app.directory.forget()

    found = page.get("ways").get_json()
    assert ("letter" in found["preferable"], "letter" in found["ways"]) == (True, False)
    assert page.post("preference", by="letter").get_json() == {"preferred": "letter"}


def test_taking_it_back_goes_on_in_the_chat(house: House, page: Browser) -> None:
    page.prove()

    answer = page.post("wishes/undo", locale="en")

    assert answer.get_json() == {"chat": "/chat/demo/"}
    chat = page.client.get("/chat/demo/session").get_json()
    said = [each["text"] for each in chat["messages"] if each["author"] == "customer"]
    assert said == [f"I want to take {page.number} back."]
    labels = [choice["label"] for choice in chat["messages"][-1]["choices"]]
    press = chat["messages"][-1]["choices"][0]
    assert len(labels) == 2
    page.client.post(
        "/chat/demo/messages",
        json={"id": "00000000-0000-4000-8000-000000000001", "choice": press["id"]},
        headers={"X-Cancelbot": "1", "Sec-Fetch-Site": "same-origin"},
    )
    house.run_due()
    state = page.state()
    assert state["standing"] in ("reversing", "reversed")
    assert "reversal" in [each["kind"] for each in state["records"]]
    assert state["undo"] is None


def test_a_dispute_reaches_a_person_and_changes_nothing(house: House, page: Browser) -> None:
    page.prove()
    before = page.state()

    page.post("wishes/dispute", locale="de")

    with house.app.database.read() as uow:
        (waiting,) = uow.conversations.waiting(house.brand.id)
    assert waiting.handoff_reason == "dispute"
    assert page.state()["times"] == before["times"]
    assert error_in(page.post("wishes/everything")) == (404, "not_found")


def test_it_cannot_be_taken_back_when_it_is_too_late(house: House, page: Browser) -> None:
    page.prove()
    house.clock.now += timedelta(days=120)

    assert page.state()["undo"] is None


def test_while_the_back_office_is_down_the_case_is_shown_all_the_same(house: House, page: Browser) -> None:
    page.prove()
    house.offices.fault = Unavailable("down")

    assert page.state()["standing"] == "reconciled"
    assert error_in(page.get("ways")) == (503, "back_office")
