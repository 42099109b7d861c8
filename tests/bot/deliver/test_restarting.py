"""Taking up again what has ended: done once, told in writing, given up visibly, never taken for a fault."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.backoffice.local_restarting import without_restart
from bot.backoffice.terms import read_terms, stored_terms
from bot.handoff.given_up import settle_effect
from dialogs.ids import ServiceRef
from storage.repositories.local_office import OfficeServiceRow
from tests.bot.deliver.test_watching import SERVICE, cancelled, charge, given_up, go_to, last_day, texts
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]

ENDED = ServiceRef("BL-1004-1")
AGAIN = ServiceRef("BL-1004-1-2")


def asking(house: House) -> Visitor:
    visitor = Visitor(house.client()).begin("BL-1004")
    visitor.say("I want my subscription back")
    return visitor


def ordering(house: House) -> Visitor:
    visitor = asking(house)
    visitor.press("Order with obligation to pay")
    return visitor


def service(house: House, ref: ServiceRef) -> OfficeServiceRow | None:
    with house.app.database.read() as uow:
        return uow.local_office.service(house.brand.id, ref)


def restarts(house: House) -> int:
    return house.offices.calls.count("restart")


def test_it_runs_again_on_the_terms_of_today_and_that_is_put_in_writing(house: House) -> None:
    visitor = asking(house)
    assert "€34.90 per month (before: €29.90 per month)" in texts(visitor)[-1]
    assert service(house, AGAIN) is None

    visitor.press("Order with obligation to pay")
    house.run_due()

    assert "runs again from" in texts(visitor)[-1]
    again, before = service(house, AGAIN), service(house, ENDED)
    assert again is not None
    assert before is not None
    assert (again.status, again.price_minor, again.started_on) == ("active", 3490, house.clock().date())
    assert before.status == "ended"
    (mail,) = [
        mail for mail in house.sent() if mail.channel == "email" and "Order BL-" in (mail.subject or "")
    ]
    assert "Price: €34.90 per month" in mail.body
    assert visitor.look()["case"]["status"] == "reconciled"
    assert visitor.look()["record"]["kind"] == "restart"


def test_an_answer_that_got_lost_takes_it_up_once(house: House) -> None:
    house.offices.fault_after = OutcomeUnknown("the answer got lost")
    visitor = ordering(house)
    house.run_due()
    assert "is carried out as soon as it does" in texts(visitor)[-1]
    assert service(house, AGAIN) is not None

    house.offices.fault_after = None
    house.clock.go_on(hours=1)
    house.run_due()

    assert "runs again from" in texts(visitor)[-1]
    assert restarts(house) == 2
    assert service(house, ServiceRef("BL-1004-1-3")) is None


def test_while_the_office_is_down_the_order_waits_and_begins_when_it_is_done(house: House) -> None:
    house.offices.write_fault = Unavailable("down")
    visitor = ordering(house)
    house.run_due()
    assert "You pay nothing before it runs" in texts(visitor)[-1]

    house.offices.write_fault = None
    house.clock.go_on(days=2)
    house.run_due()

    again = service(house, AGAIN)
    assert again is not None
    assert again.started_on == house.clock().date()
    assert given_up(house) == []


def test_an_order_in_two_chats_is_one(house: House) -> None:
    first, second = asking(house), asking(house)

    first.press("Order with obligation to pay")
    second.press("Order with obligation to pay")
    house.run_due()

    assert restarts(house) == 1
    assert "your order" in texts(second)[-2]


def test_what_is_taken_back_in_time_is_never_asked_for(house: House) -> None:
    visitor = ordering(house)

    visitor.say("cancel it")
    house.run_due()

    assert "is taken back" in texts(visitor)[-1]
    assert restarts(house) == 0
    assert service(house, AGAIN) is None
    assert any("Order taken back" in (mail.subject or "") for mail in house.sent())


def test_what_is_under_way_is_not_taken_back_by_a_word(house: House) -> None:
    house.offices.write_fault = Unavailable("down")
    visitor = ordering(house)
    house.run_due()

    visitor.say("cancel it")

    assert "is at work on your order" in texts(visitor)[-1]
    house.offices.write_fault = None
    house.clock.go_on(days=1)
    house.run_due()
    assert restarts(house) == 1


@pytest.fixture
def refused(house: House) -> Visitor:
    """An order that the back office refused: the brand took the plan from sale meanwhile."""
    visitor = asking(house)
    row = service(house, ENDED)
    assert row is not None
    with house.app.database.write() as uow:
        uow.local_office.put_service(without_restart(row))
    visitor.press("Order with obligation to pay")
    house.run_due()
    return visitor


def test_what_is_refused_is_shown_to_a_person(house: House, refused: Visitor) -> None:
    (effect,) = given_up(house)

    assert effect.kind == "restart_service"
    assert "did not carry out your order" in texts(refused)[-1]
    assert refused.look()["case"]["status"] == "failed"


def test_done_by_hand_it_is_true_for_the_case_and_the_customer(house: House, refused: Visitor) -> None:
    (effect,) = given_up(house)

    settle_effect(house.app, house.agent, effect.id, done=True, note="a new contract was made")

    assert "runs again from" in texts(refused)[-1]
    assert refused.look()["case"]["status"] == "reconciled"


def test_put_aside_nothing_is_charged_and_the_customer_is_told(house: House, refused: Visitor) -> None:
    (effect,) = given_up(house)

    settle_effect(house.app, house.agent, effect.id, done=False, note="no longer sold")

    assert "without carrying it out. You pay nothing" in texts(refused)[-1]


def test_a_refusal_is_told_by_its_reason(house: House) -> None:
    house.offices.write_fault = NotPossible("the card was declined")
    ordering(house)
    house.run_due()

    (effect,) = given_up(house)
    assert effect.error == "the card was declined"


# --- looks after the end


def on_sale(house: House) -> None:
    row = service(house, SERVICE)
    assert row is not None
    terms = stored_terms(replace(read_terms(row.terms), restart_minor=2990))
    with house.app.database.write() as uow:
        uow.local_office.put_service(replace(row, terms=terms))


def taken_up(house: House, visitor: Visitor, day: date) -> None:
    """The brand goes on under the old number, and charges it: who looks after the end must know of that."""
    go_to(house, day)
    visitor.say("undo")
    visitor.press("Order with obligation to pay")
    house.run_due()
    row = service(house, SERVICE)
    assert row is not None
    with house.app.database.write() as uow:
        uow.local_office.put_service(replace(row, status="active", ended_on=None))


def test_what_is_charged_once_it_runs_again_is_no_stray_charge(house: House) -> None:
    visitor = cancelled(house, "BL-1001")
    on_sale(house)
    end = last_day(house)
    taken_up(house, visitor, end + timedelta(days=5))
    charge(house, end + timedelta(days=5))

    go_to(house, end + timedelta(days=90))
    house.run_due()

    assert "refund" not in house.offices.calls
    assert given_up(house) == []
    assert not any("should not have happened" in text for text in texts(visitor))


def test_what_is_charged_for_the_time_in_between_is_paid_back(house: House) -> None:
    visitor = cancelled(house, "BL-1001")
    on_sale(house)
    end = last_day(house)
    taken_up(house, visitor, end + timedelta(days=5))
    charge(house, end + timedelta(days=2))

    go_to(house, end + timedelta(days=90))
    house.run_due()

    assert house.offices.calls.count("refund") == 1
    assert any("should not have happened" in text for text in texts(visitor))
