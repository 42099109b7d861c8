"""What is disputed is not carried out before a person has looked at it."""

import pytest

from bot.backoffice.base import NotPossible, Unavailable
from bot.handoff.given_up import retry_effect, settle_effect
from storage.repositories.local_refunds import OfficeRefundRow
from tests.bot.endings.brand import CUSTOMER, SERVICE, Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import Phone

NOTHING_SEEN = "ended by hand, and nothing was paid back for BL-1001-1 since; perhaps nothing was due"


def disputed(house: House, systems: Systems) -> Visitor:
    systems.end()
    visitor = systems.visitor()
    visitor.say("dispute")
    return visitor


def test_a_dispute_calls_a_person_and_waits_on_the_desk(house: House, systems: Systems) -> None:
    visitor = disputed(house, systems)
    assert "It is not ended before a person has looked at it" in visitor.text
    assert visitor.answer["status"] == "waiting"

    systems.on_last_day()

    assert systems.service.status == "active"
    assert "terminate" not in house.offices.calls
    (parked,) = systems.given_up
    assert (parked.kind, parked.error) == ("terminate_service", "the customer disputes it")
    visitor.say("status")
    assert "You dispute that Brightline ends" in visitor.text


def test_a_person_has_it_carried_out_all_the_same(house: House, systems: Systems) -> None:
    disputed(house, systems)
    systems.on_last_day()
    house.clock.go_on(days=3)
    (parked,) = systems.given_up

    retry_effect(house.app, house.agent, parked.id)
    house.run_due()

    assert systems.standing() == "reconciled"
    assert systems.case.ending is not None
    assert systems.case.ending.upheld_at == house.clock()
    # No service ends on a day that is over.
    assert systems.service.ended_on == house.clock().date() == systems.case.end_date
    assert systems.given_up == []


def test_put_aside_it_goes_on_and_the_customer_holds_a_proof(house: House, systems: Systems) -> None:
    disputed(house, systems)
    systems.on_last_day()
    (parked,) = systems.given_up

    settle_effect(house.app, house.agent, parked.id, done=False, note="They had paid")
    house.run_due()

    assert systems.standing() == "withdrawn"
    assert systems.case.record_kind == "reversal"
    assert systems.service.status == "active"
    assert "does not end Brightline Fibre 100" in systems.told()[-1]
    assert systems.mails()[-1] == f"Brightline Fibre 100 goes on ({systems.case.record_number})"
    house.clock.go_on(days=90)
    house.run_due()
    assert systems.service.status == "active"


def test_done_by_hand_is_told_and_looked_at(house: House, systems: Systems) -> None:
    disputed(house, systems)
    systems.on_last_day()
    (parked,) = systems.given_up
    office = house.offices.of(house.brand)
    office.terminate(CUSTOMER, systems.service.ref, systems.last_day, "by hand")

    settle_effect(house.app, house.agent, parked.id, done=True, note="Ended in the system")
    house.run_due()

    assert systems.standing() == "reconciled"


@pytest.mark.parametrize("paid_back", [True, False])
def test_done_by_hand_what_was_paid_beyond_it_is_looked_for(
    house: House, systems: Systems, *, paid_back: bool
) -> None:
    disputed(house, systems)
    systems.on_last_day()
    (parked,) = systems.given_up
    office = house.offices.of(house.brand)
    office.terminate(CUSTOMER, systems.service.ref, house.clock().date(), "by hand")
    settle_effect(house.app, house.agent, parked.id, done=True, note="Ended in the system")
    house.run_due()
    today = house.clock().date()
    row = OfficeRefundRow(
        house.brand.id, "R-1", SERVICE, None, "brand", "bank", 1495, "EUR", "paid", today, today, today
    )
    if paid_back:
        with house.app.database.write() as uow:
            uow.local_refunds.add([row])
    for _ in range(16):
        house.clock.go_on(days=1)
        house.run_due()

    assert any("€14.95 was paid back to you" in text for text in systems.told()) is paid_back
    stuck = [effect.error for effect in systems.given_up]
    assert stuck == ([] if paid_back else [NOTHING_SEEN])


def test_one_word_in_the_chat_that_told_it_is_enough(house: House, systems: Systems) -> None:
    phone = Phone(house)
    phone.text("where is my cancellation")
    phone.text("1")
    phone.text(phone.code)
    systems.end()
    house.run_due()

    phone.text("dispute")

    assert systems.standing() == "disputed"


def test_it_is_heard_while_an_agent_holds_the_chat(house: House, systems: Systems) -> None:
    visitor = systems.visitor()
    systems.end()
    house.claim(visitor.token)

    visitor.say("I dispute this")

    assert systems.standing() == "disputed"


def test_who_disputes_before_saying_who_they_are_has_disputed_it(house: House, systems: Systems) -> None:
    systems.end()
    visitor = Visitor(house.client()).begin()
    visitor.say("dispute")
    assert systems.standing() == "announced"

    visitor.say("status")
    visitor.say(CUSTOMER)
    house.run_due()
    visitor.say([mail.body for mail in house.sent() if "is your code" in (mail.body or "")][-1][:6])

    assert "You dispute that Brightline ends Brightline Fibre 100" in visitor.text
    assert systems.standing() == "disputed"


def test_nobody_else_can_dispute_it(house: House, systems: Systems) -> None:
    systems.end()
    visitor = systems.visitor("BL-1003")

    visitor.say("dispute")

    assert "Fibre" not in visitor.text
    assert systems.standing() == "announced"


def test_a_retry_answers_no_dispute_that_comes_later(house: House, systems: Systems) -> None:
    systems.end()
    house.offices.write_fault = NotPossible("locked by finance")
    systems.on_last_day()
    house.offices.write_fault = Unavailable("down")
    retry_effect(house.app, house.agent, systems.given_up[0].id)
    house.run_due()

    visitor = systems.visitor()
    visitor.say("dispute")
    assert "It is not ended before a person has looked at it" in visitor.text
    house.offices.write_fault = None
    house.clock.go_on(hours=1)
    house.run_due()

    assert systems.standing() == "disputed"
    assert systems.service.status == "active"
    assert [row.error for row in systems.given_up] == ["the customer disputes it"]
