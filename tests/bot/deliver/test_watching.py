"""After the end: nothing is charged unnoticed, and money that was promised is followed until it is there."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.backoffice.base import NotPossible, Unavailable
from bot.handoff.given_up import settle_effect
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import CASE
from storage.repositories.effects import EffectRow
from storage.repositories.local_office import OfficeChargeRow
from storage.repositories.local_refunds import OfficeRefundRow
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]

SERVICE = ServiceRef("BL-1001-1")


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1001, whose fibre is cancelled and ends on 9 April."""
    return cancelled(house, "BL-1001")


def cancelled(house: House, customer: str) -> Visitor:
    visitor = Visitor(house.client()).begin(customer)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    return visitor


def texts(visitor: Visitor) -> list[str]:
    return [each["text"] for each in visitor.look()["messages"]]


def last_day(house: House) -> date:
    with house.app.database.read() as uow:
        row = uow.local_office.service(house.brand.id, SERVICE)
    assert row is not None
    assert row.ended_on is not None
    return row.ended_on


def go_to(house: House, day: date) -> None:
    house.clock.go_on(days=(day - house.clock().date()).days)


def charge(house: House, on: date, ref: str = "stray", amount: int = 2990) -> None:
    row = OfficeChargeRow(house.brand.id, ref, SERVICE, amount, "EUR", on, "taken")
    with house.app.database.write() as uow:
        uow.local_office.put_charge(row)


def pay_refunds(house: House, on: date, status: Any = "paid") -> None:
    with house.app.database.write() as uow:
        for row in uow.local_refunds.open(house.brand.id):
            uow.local_refunds.settle(house.brand.id, row.ref, status, on)


def given_up(house: House) -> list[EffectRow]:
    with house.app.database.read() as uow:
        return uow.outbox.given_up(house.brand.id)


@pytest.mark.check(15)
def test_what_is_charged_after_the_last_day_is_paid_back_and_told(house: House, visitor: Visitor) -> None:
    end = last_day(house)
    charge(house, end + timedelta(days=1))
    before = len(texts(visitor))
    go_to(house, end + timedelta(days=2))
    house.run_due()

    told = texts(visitor)[before:]
    assert "took €29.90 for Brightline Fibre 100" in told[0]
    assert "on its way back to you" in told[1]
    with house.app.database.read() as uow:
        (refund,) = uow.local_refunds.of_item(house.brand.id, SERVICE)
    assert (refund.amount_minor, refund.charge_ref, refund.status) == (2990, "stray", "issued")
    # Who has left the chat learns of it as well.
    mails = [mail for mail in house.sent() if mail.channel == "email" and "took €29.90" in mail.body]
    assert len(mails) == 1

    pay_refunds(house, house.clock().date())
    house.clock.go_on(days=1)
    house.run_due()
    assert "€29.90 was paid back to you" in texts(visitor)[-1]
    house.clock.go_on(days=90)
    house.run_due()
    assert "was paid back to you" in texts(visitor)[-1]
    assert given_up(house) == []


@pytest.mark.check(15)
def test_a_charge_that_comes_weeks_later_is_seen_as_well_and_each_once(
    house: House, visitor: Visitor
) -> None:
    end = last_day(house)
    go_to(house, end + timedelta(days=2))
    house.run_due()
    charge(house, end + timedelta(days=20))
    charge(house, end + timedelta(days=21), "stray-2", 990)
    go_to(house, end + timedelta(days=33))
    house.run_due()
    go_to(house, end + timedelta(days=63))
    house.run_due()

    told = [text for text in texts(visitor) if "That should not have happened" in text]
    assert ["€29.90" in told[0], "€9.90" in told[1], len(told)] == [True, True, 2]
    assert house.offices.calls.count("refund") == 2


def test_where_nothing_is_charged_nobody_is_bothered(house: House, visitor: Visitor) -> None:
    before = texts(visitor)
    house.clock.go_on(days=120)
    house.run_due()

    assert texts(visitor) == before
    assert house.offices.calls.count("charges") == 4
    assert "refund" not in house.offices.calls


def test_a_service_that_goes_on_after_its_last_day_is_shown_to_a_person(
    house: House, visitor: Visitor
) -> None:
    end = last_day(house)
    with house.app.database.write() as uow:
        row = uow.local_office.service(house.brand.id, SERVICE)
        assert row is not None
        uow.local_office.put_service(replace(row, status="active", ended_on=None))
    go_to(house, end + timedelta(days=2))
    house.run_due()

    (effect,) = given_up(house)
    assert effect.kind == "watch_end"
    assert "'active'" in (effect.error or "")


def test_who_took_it_back_is_not_watched(house: House, visitor: Visitor) -> None:
    visitor.say("undo")
    visitor.press("Undo the cancellation")
    house.run_due()
    house.clock.go_on(days=120)
    house.run_due()

    assert "charges" not in house.offices.calls
    assert given_up(house) == []


def test_an_office_that_is_down_is_asked_later(house: House, visitor: Visitor) -> None:
    end = last_day(house)
    charge(house, end + timedelta(days=1))
    go_to(house, end + timedelta(days=2))
    house.offices.fault = Unavailable("no answer")
    house.run_due()
    assert "took €29.90" not in texts(visitor)[-1]
    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()
    assert any("took €29.90" in text for text in texts(visitor))


def test_a_charge_that_cannot_be_paid_back_is_told_and_settled_by_hand(
    house: House, visitor: Visitor
) -> None:
    end = last_day(house)
    charge(house, end + timedelta(days=1))
    go_to(house, end + timedelta(days=2))
    house.offices.write_fault = NotPossible("the card is closed")
    house.run_due()

    assert "could not be paid back" in texts(visitor)[-1]
    assert house.conversation(visitor.token).status == "waiting"
    (effect,) = given_up(house)
    house.offices.write_fault = None
    settle_effect(house.app, house.agent, effect.id, done=True, note="sent by bank transfer")
    assert "a person had €29.90 sent back to you by hand" in texts(visitor)[-1]

    house.run_due()
    paid_back_by_hand(house, "stray-back", 2990)
    house.clock.go_on(days=1)
    house.run_due()
    assert "€29.90 is on its way back to you" in texts(visitor)[-1]
    pay_refunds(house, house.clock().date())
    house.clock.go_on(days=1)
    house.run_due()
    assert "€29.90 was paid back to you" in texts(visitor)[-1]
    assert given_up(house) == []


def test_what_the_back_office_never_shows_is_paid_once_an_agent_says_so(
    house: House, visitor: Visitor
) -> None:
    end = last_day(house)
    charge(house, end + timedelta(days=1))
    go_to(house, end + timedelta(days=2))
    house.offices.write_fault = NotPossible("the card is closed")
    house.run_due()
    settle_effect(house.app, house.agent, given_up(house)[0].id, done=True, note="by bank transfer")
    before = texts(visitor)

    for _ in range(20):
        house.clock.go_on(days=1)
        house.run_due()

    # Nobody says that it failed: a person did it, and a person is asked.
    assert texts(visitor) == before
    effects = {effect.kind: effect for effect in given_up(house)}
    assert "which was to be paid back by hand" in (effects["follow_refund"].error or "")
    settle_effect(house.app, house.agent, effects["follow_refund"].id, done=True, note="the bank says so")
    assert "€29.90 was paid back to you" in texts(visitor)[-1]


@pytest.mark.parametrize("done_in_office", [True, False])
def test_the_refund_of_a_cancellation_done_by_hand_is_followed(house: House, *, done_in_office: bool) -> None:
    house.offices.write_fault = NotPossible("locked by finance")
    visitor = with_refund(house)
    house.offices.write_fault = None
    (effect,) = given_up(house)
    amount = promised_to(house)
    with house.app.database.write() as uow:
        row = uow.local_office.service(house.brand.id, SERVICE)
        assert row is not None
        uow.local_office.put_service(replace(row, status="ended", ended_on=house.clock().date()))
    settle_effect(house.app, house.agent, effect.id, done=True, note="ended in the system")
    house.run_due()
    before = texts(visitor)
    if done_in_office:
        # Of two sums it is the one that was promised.
        paid_back_by_hand(house, "goodwill", amount + 500)
        paid_back_by_hand(house, "unused", amount)
        house.clock.go_on(days=1)
        house.run_due()
        (told,) = texts(visitor)[len(before) :]
        assert "is on its way back to you" in told
    for _ in range(15):
        house.clock.go_on(days=1)
        house.run_due()

    assert not any("could not be paid" in text for text in texts(visitor))
    if not done_in_office:
        (effect,) = given_up(house)
        assert effect.kind == "follow_refund"


def promised_to(house: House) -> int:
    """What the only case promised, in cents."""
    with house.app.database.read() as uow:
        rows = uow.cases.of_customer(
            house.brand.id, uow.contacts.customer_hash(house.brand.id, CustomerRef("BL-1001"))
        )
    quote = CASE.validate_json(rows[0].data).quote
    assert quote is not None
    return int(quote.refund.amount * 100)


def paid_back_by_hand(house: House, ref: str, minor: int) -> None:
    """The brand pays it back itself, under no key of ours."""
    today = house.clock().date()
    with house.app.database.write() as uow:
        due = today + timedelta(days=14)
        uow.local_refunds.add(
            [
                OfficeRefundRow(
                    house.brand.id, ref, SERVICE, None, "brand", "bank", minor, "EUR", "issued", today, due
                )
            ]
        )


def test_a_refund_that_was_promised_is_followed_until_it_is_paid(house: House) -> None:
    visitor = with_refund(house)
    issued = texts(visitor)[-1]
    assert "is on its way back to you" in issued
    visitor.say("when do I get my refund?")
    assert "is on its way back to you" in " ".join(texts(visitor)[-2:])
    house.clock.go_on(days=3)
    pay_refunds(house, house.clock().date())
    house.clock.go_on(days=1)
    house.run_due()

    assert "was paid back to you on March 13, 2026" in texts(visitor)[-1]
    assert any("was paid back" in mail.body for mail in house.sent() if mail.channel == "email")


def test_a_refund_that_is_late_or_comes_back_is_told_and_shown(house: House) -> None:
    visitor = with_refund(house)
    for _ in range(20):
        house.clock.go_on(days=1)
        house.run_due()
    late = [text for text in texts(visitor) if "should have been back with you by" in text]
    assert len(late) == 1
    assert house.conversation(visitor.token).handoff_reason == "refund"

    pay_refunds(house, house.clock().date(), "failed")
    house.clock.go_on(days=1)
    house.run_due()
    assert "could not be paid back" in texts(visitor)[-1]
    (effect,) = given_up(house)
    assert (effect.kind, "came back" in (effect.error or "")) == ("follow_refund", True)


def test_another_amount_than_the_promised_one_is_shown_to_a_person(house: House) -> None:
    visitor = with_refund(house)
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE bo_refund SET amount_minor = amount_minor - 100")
    house.clock.go_on(days=1)
    house.run_due()

    (effect,) = given_up(house)
    assert "was promised" in (effect.error or "")
    assert texts(visitor)


def with_refund(house: House) -> Visitor:
    """A customer whose unused time is paid back."""
    with house.app.database.write() as uow:
        row = uow.local_office.service(house.brand.id, SERVICE)
        assert row is not None
        uow.local_office.put_service(replace(row, terms={"ends": "now", "refund": "unused_time"}))
    return cancelled(house, "BL-1001")
