"""Every step of a case arrives at the brand's own system: signed, in order, once however often it is sent."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.backoffice.base import NotPossible
from bot.handoff.given_up import retry_effect, settle_effect
from bot.tickets.signing import secret_of, verify
from storage.repositories.effects import EffectRow
from tests.bot.endings.brand import Systems
from tests.bot.tickets.receiver import SECRET, Receiver
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor


def cancelled(house: House) -> Visitor:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    return visitor


def given_up(house: House) -> list[EffectRow]:
    with house.app.database.read() as uow:
        return uow.outbox.given_up(house.brand.id)


def test_each_step_is_told_in_order(house: House, receiver: Receiver) -> None:
    cancelled(house)
    house.run_due()

    assert receiver.types == ["case.requested", "case.accepted", "case.executed", "case.reconciled"]
    requested, accepted, executed, reconciled = (ticket["case"] for ticket in receiver.tickets)
    assert accepted["customer"] == "BL-1001"
    assert accepted["service"] == {"ref": "BL-1001-1", "name": "Brightline Fibre 100"}
    assert (requested["record"], accepted["record_kind"]) == (None, "termination")
    assert accepted["record"].startswith("BL-")
    assert (accepted["executed_at"], accepted["closed_at"]) == (None, None)
    assert executed["end_date"] == accepted["end_date"]
    assert f"Last day {executed['end_date']}" in executed["notes"][0]
    assert reconciled["closed_at"] == reconciled["reconciled_at"] is not None
    assert {ticket["brand"] for ticket in receiver.tickets} == {"demo"}
    assert given_up(house) == []


def test_they_are_signed_with_the_shared_secret(house: House, receiver: Receiver) -> None:
    cancelled(house)
    house.run_due()

    for headers, body in receiver.taken:
        verify(secret_of(SECRET), headers, body, house.clock())
    assert len({headers["webhook-id"] for headers, _ in receiver.taken}) == 4


def in_seconds(house: House) -> str:
    return "600"


def as_a_date(house: House) -> str:
    return format_datetime(house.clock() + timedelta(seconds=630), usegmt=True)


@pytest.mark.parametrize("wait", [in_seconds, as_a_date])
def test_a_system_that_is_away_gets_the_same_later_and_in_order(
    house: House, receiver: Receiver, wait: Callable[[House], str]
) -> None:
    receiver.answers = [(500, {}), (503, {"Retry-After": wait(house)})]
    cancelled(house)
    house.run_due()
    house.clock.go_on(seconds=30)
    house.run_due()
    assert len(receiver.taken) == 2
    house.clock.go_on(minutes=9)
    house.run_due()
    assert len(receiver.taken) == 2

    house.clock.go_on(minutes=2)
    house.run_due()

    first, second, third = receiver.taken[:3]
    assert first[1] == second[1] == third[1]
    assert first[0]["webhook-id"] == second[0]["webhook-id"] == third[0]["webhook-id"]
    assert receiver.types[2:] == ["case.requested", "case.accepted", "case.executed", "case.reconciled"]


def test_what_the_system_never_takes_waits_on_the_desk(house: House, receiver: Receiver) -> None:
    receiver.answers = [(410, {})]
    cancelled(house)
    house.run_due()

    (parked,) = given_up(house)
    assert parked.kind == "push_ticket"
    assert "410" in (parked.error or "")
    # Nothing else waits for it.
    assert receiver.types[1:] == ["case.accepted", "case.executed", "case.reconciled"]

    retry_effect(house.app, house.agent, parked.id)
    house.run_due()
    assert receiver.types[-1] == "case.requested"
    assert given_up(house) == []


def test_without_its_secret_nothing_is_sent_unsigned(
    house: House, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEMO_TICKET_SECRET")
    cancelled(house)
    house.run_due()
    assert receiver.taken == []

    monkeypatch.setenv("DEMO_TICKET_SECRET", SECRET)
    house.clock.go_on(minutes=1)
    house.run_due()
    assert len(receiver.taken) == 4


def test_who_carried_it_out_by_hand_is_told(house: House, receiver: Receiver) -> None:
    house.offices.write_fault = NotPossible("no such contract")
    cancelled(house)
    house.run_due()
    assert receiver.types[-1] == "case.failed"
    (parked,) = given_up(house)

    settle_effect(house.app, house.agent, parked.id, done=True, note="Ended in the old system")
    house.run_due()

    case = next(ticket["case"] for ticket in receiver.tickets if ticket["type"] == "case.executed")
    assert case["agent"] == house.agent.name
    assert f"Carried out by hand by {house.agent.name}: Ended in the old system" in case["notes"]


def test_taking_it_back_and_keeping_are_told(house: House, receiver: Receiver) -> None:
    visitor = cancelled(house)
    house.run_due()
    visitor.say("undo")
    visitor.press("Undo the cancellation")
    house.run_due()

    assert receiver.types[-2:] == ["case.reversing", "case.reversed"]
    assert receiver.tickets[-1]["case"]["record_kind"] == "reversal"


def test_what_the_brand_ends_itself_is_told_with_its_dispute(house: House, receiver: Receiver) -> None:
    systems = Systems(house)
    systems.end()
    systems.visitor().say("dispute")
    house.run_due()

    assert receiver.types == ["case.announced", "case.disputed"]
    assert "Ended by the brand (non_payment)" in receiver.tickets[0]["case"]["notes"][0]


def test_a_brand_that_wants_none_costs_nothing(house: House) -> None:
    cancelled(house)
    house.run_due()
    with house.app.database.engine.connect() as connection:
        count = connection.exec_driver_sql("SELECT COUNT(*) FROM effect WHERE kind = 'push_ticket'").scalar()
    assert count == 0


def test_times_are_when_it_became_so(house: House, receiver: Receiver) -> None:
    cancelled(house)
    house.clock.go_on(hours=1)
    house.run_due()

    at = {ticket["type"]: datetime.fromisoformat(ticket["timestamp"]) for ticket in receiver.tickets}
    assert at["case.executed"] - at["case.accepted"] == timedelta(hours=1)
