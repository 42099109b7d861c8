"""Withdrawing from a contract: a script of its own beside the one that ends services."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.backoffice.base import Unavailable
from bot.records.kept import find_record
from dialogs.ids import CustomerRef
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Json, Visitor, vouching

IN_FORCE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
"""A day on which the rules of withdrawing hold; the demo begins before them."""
STATED = "Finn Berger, Fibre 250, finn.berger@example.com"


def contract_made(house: House, days_ago: int) -> None:
    """Finn Berger's contract, made so many days before the present one."""
    house.clock.now = IN_FORCE
    began = (IN_FORCE - timedelta(days=days_ago)).date()
    with house.app.database.write() as uow:
        office = uow.local_office
        (row,) = office.services_of(house.brand.id, CustomerRef("BL-1006"))
        office.put_service(replace(row, started_on=began, paid_until=began + timedelta(days=29)))
        for charge in office.charges_of(house.brand.id, row.ref):
            office.put_charge(replace(charge, charged_on=began))


def begin_vouched(visitor: Visitor, **body: str) -> Visitor:
    return visitor.begin(identity=vouching("BL-1006", IN_FORCE), **body)


def record_of(house: House, visitor: Visitor) -> Json:
    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, visitor.answer["record"]["number"])
    assert stored is not None
    found: Json = dict(stored.record)
    return found


def test_it_is_declared_in_three_messages_without_a_code(house: House, visitor: Visitor) -> None:
    house.clock.now = IN_FORCE

    visitor.begin(locale="de", script="withdrawal")
    assert visitor.labels[0] == "Vertrag widerrufen"
    visitor.press("Vertrag widerrufen")
    visitor.say(STATED)
    assert visitor.labels[0] == "Widerruf bestätigen"
    visitor.press("Widerruf bestätigen")
    house.run_due()

    record = record_of(house, visitor)
    assert (record["kind"], record["source"]["script"]) == ("withdrawal", "withdrawal")
    assert (record["source"]["pack"], record["source"]["pack_version"]) == ("eu-withdrawal", "2026-06-19")
    assert record["declaration"]["words"] == STATED
    assert "Eingegangen: 22. Nov. 2026, 10:00 CET" in visitor.text
    (mail,) = house.sent("finn.berger@example.com")
    assert "Ihr Widerruf ist eingegangen" in mail.body


def test_within_the_period_all_that_was_paid_goes_back(house: House, visitor: Visitor) -> None:
    contract_made(house, days_ago=14)

    begin_vouched(visitor, script="withdrawal").press("withdraw from contract here")
    assert "Refund: €44.90" in visitor.text
    visitor.press("confirm withdrawal")
    house.run_due()

    assert visitor.look()["case"]["status"] in ("executed", "reconciled")
    with house.app.database.read() as uow:
        (row,) = uow.local_office.services_of(house.brand.id, CustomerRef("BL-1006"))
    assert (row.status, row.ended_on) == ("ended", IN_FORCE.date())
    assert record_of(house, visitor)["quote"]["lines"][1]["amount"] == "44.90"


def test_after_the_period_it_is_received_and_a_person_sees_to_it(house: House, visitor: Visitor) -> None:
    contract_made(house, days_ago=15)

    begin_vouched(visitor, script="withdrawal").press("withdraw from contract here")
    visitor.press("confirm withdrawal")
    house.run_due()

    assert record_of(house, visitor)["kind"] == "withdrawal"
    assert visitor.look()["case"]["status"] == "failed"
    assert visitor.look()["status"] == "waiting"
    with house.app.database.read() as uow:
        (row,) = uow.local_office.services_of(house.brand.id, CustomerRef("BL-1006"))
    assert row.status == "active"


def test_the_word_leads_there_from_the_other_script(house: House, visitor: Visitor) -> None:
    """The wish that was open becomes the withdrawal, which counts from now; who is writing stays known."""
    contract_made(house, days_ago=3)
    begin_vouched(visitor).say("I want to cancel")
    house.clock.go_on(minutes=5)

    visitor.say("I withdraw from the contract")

    assert visitor.labels[0] == "confirm withdrawal"
    assert visitor.answer["case"]["declared_at"].startswith("2026-11-22T09:05")
    visitor.press("confirm withdrawal")
    assert record_of(house, visitor)["source"]["script"] == "withdrawal"
    assert house.count("cancellation_case") == 1


def test_a_script_that_is_not_published_is_said_plainly(house: House, visitor: Visitor) -> None:
    answer = house.client().post("/chat/demo/sessions", json={"script": "refunds"})

    assert answer.status_code == 404
    assert answer.get_json()["error"]["code"] == "unknown_script"


def test_the_page_opens_it_and_goes_on_only_with_a_chat_about_it(house: House) -> None:
    client = house.client()
    own = {"X-Cancelbot": "1", "Sec-Fetch-Site": "same-origin"}

    assert '"script":"withdrawal"' in client.get("/chat/demo/?script=withdrawal").text.replace('": "', '":"')
    client.post("/chat/demo/sessions", json={"script": "withdrawal"}, headers=own)

    assert client.get("/chat/demo/session?script=withdrawal", headers=own).status_code == 200
    assert client.get("/chat/demo/session", headers=own).status_code == 200
    assert client.get("/chat/demo/session?script=service", headers=own).status_code == 204


def withdraw_in_words(house: House) -> Visitor:
    """Finn Berger declares a withdrawal, and is identified by a code afterwards."""
    visitor = Visitor(house.client()).begin(script="withdrawal")
    visitor.press("withdraw from contract here")
    visitor.say(STATED)
    visitor.press("confirm withdrawal")
    visitor.press(visitor.labels[0])
    visitor.say("BL-1006")
    house.run_due()
    found = [re.search(r"\b\d{6}\b", sent.body) for sent in house.sent()]
    visitor.say(next(each[0] for each in reversed(found) if each is not None))
    return visitor


def test_what_may_be_too_late_to_withdraw_from_is_ended_beside_it(house: House) -> None:
    contract_made(house, days_ago=15)
    withdrawing = withdraw_in_words(house)
    house.run_due()
    assert withdrawing.look()["case"]["status"] == "failed"
    visitor = begin_vouched(Visitor(house.client()))

    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert withdrawing.look()["case"]["status"] == "failed"
    assert record_of(house, withdrawing)["kind"] == "withdrawal"


def test_a_withdrawal_that_was_confirmed_and_came_late_is_not_taken_over_either(house: House) -> None:
    contract_made(house, days_ago=15)
    withdrawing = begin_vouched(Visitor(house.client()), script="withdrawal")
    withdrawing.press("withdraw from contract here")
    withdrawing.press("confirm withdrawal")
    house.run_due()

    begin_vouched(Visitor(house.client())).say("I want to cancel")

    assert withdrawing.look()["case"]["status"] == "failed"


def test_whoever_is_being_let_out_by_a_withdrawal_is_told_so(house: House) -> None:
    contract_made(house, days_ago=3)
    house.offices.write_fault = Unavailable("no answer")
    withdrawing = withdraw_in_words(house)
    visitor = begin_vouched(Visitor(house.client()))

    visitor.say("I want to cancel")

    assert f"your withdrawal {withdrawing.answer['record']['number']} is received" in visitor.text
    assert visitor.answer["case"]["id"] == withdrawing.answer["case"]["id"]
    house.offices.write_fault = None
    house.clock.go_on(hours=1)
    house.run_due()
    assert withdrawing.look()["case"]["status"] == "reconciled"
