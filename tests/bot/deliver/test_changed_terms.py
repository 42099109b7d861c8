"""What was confirmed is not what the back office would do any more: quoted anew, and never done unasked."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from bot.backoffice.base import NotPossible, OutcomeUnknown, TermsChanged, Unavailable
from bot.backoffice.terms import Terms, read_terms, stored_terms
from bot.deliver.loop import LEASE
from bot.handoff.given_up import retry_effect
from bot.records.kept import find_record
from dialogs.case import Case
from dialogs.ids import CustomerRef, OrderRef, ServiceRef
from dialogs.turn import CASE
from storage.repositories.effects import EffectRow
from storage.tables import metadata
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house
from tests.bot.web.webhooks.phone import Phone

__all__ = ["house"]

FIBRE = ServiceRef("BL-1003-1")
LAST_DAY = date(2026, 3, 15)
DECLARED = "2026-03-10T09:30:15.000+00:00"


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1003, who has confirmed a fee of 60.00, a refund, and March 15 as the last day; it is
    not carried out yet."""
    change_terms(house, notice_days=5)
    return confirmed(house, "BL-1003")


def confirmed(house: House, customer: str) -> Visitor:
    visitor = Visitor(house.client()).begin(identity=vouching(customer, house.clock.now))
    visitor.say("I want to cancel")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    return visitor


def test_a_higher_fee_is_shown_beside_the_one_confirmed_and_nothing_is_done(
    house: House, visitor: Visitor
) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()

    asked = hearing(visitor).look()["messages"][-1]["text"]
    assert "Fee: €80.00 (before: €60.00)" in asked
    assert visitor.look()["case"]["status"] == "terms_open"
    assert state_of_service(house) == ("active", None)
    row = house.conversation(visitor.token)
    assert (row.status, row.handoff_reason) == ("waiting", "fee")
    # The refused effect is settled, and the desk has nothing to try again or to do by hand.
    assert [(each.key.count(":"), each.state) for each in cancelling(house)] == [(1, "dropped")]
    assert given_up(house) == []


def test_with_a_fresh_yes_it_is_carried_out_once_under_another_key(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Pay €80.00 and cancel")
    house.run_due()

    now = visitor.look()
    assert (now["case"]["status"], now["case"]["declared_at"]) == ("reconciled", DECLARED)
    assert state_of_service(house) == ("ending", LAST_DAY)
    refused, done = cancelling(house)
    assert (refused.state, done.state, done.key) == ("dropped", "done", f"{refused.key}:1")
    assert [each.cause for each in refunds(house)] == [done.key]
    assert house.conversation(visitor.token).status == "bot"


def test_the_yes_has_a_record_beside_the_first_which_stays_as_it_was(house: House, visitor: Visitor) -> None:
    before = records(house)
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Pay €80.00 and cancel")

    accepted, terms = records(house)
    assert [accepted] == before
    assert (accepted["kind"], fee_in(accepted)) == ("termination", "60.00")
    assert (terms["kind"], fee_in(terms), terms["completes"]) == ("terms", "80.00", accepted["number"])
    assert any("€80.00 (before: €60.00)" in text for text in terms["acknowledged"])


def test_money_that_comes_back_on_the_new_terms_is_followed(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Pay €80.00 and cancel")
    house.run_due()
    house.clock.go_on(days=1)
    house.run_due()

    (owed,) = the_case(house).refunds
    assert (owed.cause, owed.standing) == (cancelling(house)[-1].key, "issued")


def test_kept_on_those_terms_nothing_is_ended(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Keep it")
    assert visitor.answer["case"]["status"] == "reversing"
    house.run_due()

    assert visitor.look()["case"]["status"] == "reversed"
    assert state_of_service(house) == ("active", None)
    assert [record["kind"] for record in records(house)] == ["termination", "reversal"]
    assert house.conversation(visitor.token).status == "bot"
    assert given_up(house) == []


def test_what_is_better_is_carried_out_unasked_and_told(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=4000)
    house.run_due()

    told = [each["text"] for each in visitor.look()["messages"]]
    (better,) = [text for text in told if "in your favour" in text]
    assert "Fee: €40.00 (before: €60.00)" in better
    assert visitor.look()["case"]["status"] == "reconciled"
    assert state_of_service(house) == ("ending", LAST_DAY)
    # The record proves what was confirmed; nothing else was agreed to.
    assert [fee_in(record) for record in records(house)] == ["60.00"]
    assert house.conversation(visitor.token).status == "bot"


def test_a_later_end_without_a_fee_waits_for_a_yes_as_well(house: House) -> None:
    visitor = confirmed(house, "BL-1001")
    change_terms(house, ServiceRef("BL-1001-1"), notice_months=2)
    house.run_due()

    assert state_of_service(house, ServiceRef("BL-1001-1")) == ("active", None)
    hearing(visitor).press("Cancel on these terms")
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"


def test_who_has_left_the_chat_is_asked_by_mail_as_well(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.clock.go_on(hours=2)
    house.run_due()

    mails = [mail.body for mail in house.sent("carla.winter@example.com")]
    assert any("€80.00 (before: €60.00)" in text for text in mails)


def test_by_text_message_a_digit_answers(house: House) -> None:
    phone = Phone(house, "+491713920003")
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)
    change_terms(house, fee_minor=8000)
    phone.text("1")
    house.run_due()

    assert "Agreed: Brightline Fibre 100 ends on" in " ".join(phone.text("1"))
    house.run_due()
    assert the_case(house).status == "reconciled"


@pytest.mark.parametrize("answers", [1, 2])
def test_an_unknown_outcome_of_the_second_attempt_is_done_once(
    house: House, visitor: Visitor, answers: int
) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Pay €80.00 and cancel")
    house.offices.fault_after = OutcomeUnknown("the line broke after it was done")
    for _ in range(answers):
        house.run_due()
        house.clock.go_on(minutes=30)
    house.offices.fault_after = None
    house.run_due()

    assert the_case(house).status == "reconciled"
    assert len(refunds(house)) == 1
    assert given_up(house) == []


def test_a_worker_that_died_in_between_asks_again_and_the_customer_is_asked_once(
    house: House, visitor: Visitor
) -> None:
    change_terms(house, fee_minor=8000)
    first = [each for each in house.deliverer.claim() if each.effect.kind == "cancel_service"]
    # Its process was killed; somebody else takes it over, and then the dead one speaks after all.
    house.clock.now += 2 * LEASE
    house.run_due()
    for each in first:
        house.deliverer.carry_out(each)

    told = [each["text"] for each in visitor.look()["messages"]]
    assert len([text for text in told if "(before: €60.00)" in text]) == 1
    assert the_case(house).requoted == 1
    assert given_up(house) == []


def test_while_nobody_can_say_what_holds_it_is_tried_later(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.offices.read_fault = Unavailable("no answer")
    house.run_due()
    assert the_case(house).standing == "accepted"
    house.offices.read_fault = None
    house.clock.go_on(minutes=30)
    house.run_due()

    assert visitor.look()["case"]["status"] == "terms_open"


def test_a_refusal_without_other_terms_is_for_a_person(house: House, visitor: Visitor) -> None:
    """A back office that says that the terms changed, and then names the same ones."""
    house.offices.write_fault = TermsChanged("not like this")
    house.run_due()

    assert visitor.look()["case"]["status"] == "failed"
    assert [each.error for each in given_up(house)] == ["not like this"]
    assert house.conversation(visitor.token).handoff_reason == "failed"


def test_terms_that_change_again_after_the_fresh_yes_are_for_a_person(house: House, visitor: Visitor) -> None:
    change_terms(house, fee_minor=8000)
    house.run_due()
    hearing(visitor).press("Pay €80.00 and cancel")
    change_terms(house, fee_minor=9000)
    house.run_due()

    assert visitor.look()["case"]["status"] == "failed"
    assert state_of_service(house) == ("active", None)
    (parked,) = given_up(house)
    # The person made the terms good again in the back office: the same effect is done now.
    change_terms(house, fee_minor=8000)
    retry_effect(house.app, house.agent, parked.id)
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"


def test_what_was_ended_elsewhere_meanwhile_is_no_change_of_terms(house: House, visitor: Visitor) -> None:
    office = house.app.office_of(house.brand)
    office.terminate(CustomerRef("BL-1003"), FIBRE, date(2026, 3, 12), "elsewhere")
    change_terms(house, fee_minor=8000)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert not any("before:" in each["text"] for each in visitor.look()["messages"])


def test_a_plain_refusal_is_told_as_ever(house: House, visitor: Visitor) -> None:
    house.offices.write_fault = NotPossible("the contract is blocked")
    house.run_due()

    assert "did not carry out your request" in visitor.look()["messages"][-1]["text"]


def change_terms(house: House, service: ServiceRef = FIBRE, **terms: Any) -> None:
    """The brand's own people change what the contract says."""
    with house.app.database.write() as uow:
        row = uow.local_office.service(house.brand.id, service)
        assert row is not None
        changed: Terms = replace(read_terms(row.terms), **terms)
        uow.local_office.put_service(replace(row, terms=stored_terms(changed)))


def send_all(house: House, order: OrderRef) -> None:
    lines = metadata.tables["bo_order_line"]
    with house.app.database.engine.begin() as connection:
        connection.execute(update(lines).where(lines.c.order_ref == order).values(state="shipped"))


def hearing(visitor: Visitor) -> Visitor:
    """The visitor, who has read what came in meanwhile."""
    visitor.replies += [each for each in visitor.look()["messages"] if each["author"] != "customer"]
    return visitor


def the_case(house: House) -> Case:
    with house.app.database.read() as uow:
        (row,) = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return CASE.validate_json(row.data)


def records(house: House) -> list[dict[str, Any]]:
    """The records of the only case, oldest first."""
    with house.app.database.read() as uow:
        rows = uow.records.of_case(house.brand.id, the_case(house).id)
        found = [find_record(uow, house.brand.id, row.number) for row in rows]
    return [json.loads(stored.receipt)["record"] for stored in found if stored is not None]


def fee_in(record: dict[str, Any]) -> str:
    (fee,) = [line["amount"] for line in record["quote"]["lines"] if line["line"] == "fee"]
    return str(fee)


def refunds(house: House) -> list[Any]:
    return list(house.app.office_of(house.brand).refunds(CustomerRef("BL-1003"), FIBRE))


def state_of_service(house: House, service: ServiceRef = FIBRE) -> tuple[str, date | None]:
    customer = CustomerRef(service.rpartition("-")[0])
    state = house.app.office_of(house.brand).read_back(customer, service)
    return state.status, state.end_date


def cancelling(house: House) -> list[EffectRow]:
    """All attempts to carry it out, oldest first."""
    with house.app.database.read() as uow:
        rows = uow.outbox.of_case(house.brand.id, the_case(house).id)
    return [row for row in rows if row.kind == "cancel_service"]


def given_up(house: House) -> list[EffectRow]:
    with house.app.database.read() as uow:
        return uow.outbox.given_up(house.brand.id)
