"""What was confirmed of an order does not hold any more: it is asked about, and nothing is done before."""

from dataclasses import replace
from typing import Any

import pytest

from bot.backoffice.base import TermsChanged
from bot.web.desk.panel import panel
from dialogs.ids import CustomerRef, OrderRef, ServiceRef
from tests.bot.deliver.test_changed_terms import hearing, records, send_all, the_case
from tests.bot.deliver.test_watching import given_up
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]

GWEN = CustomerRef("BL-1007")


@pytest.fixture
def visitor(house: House) -> Visitor:
    """Gwen has confirmed, and what she ordered is sent before that is carried out."""
    visitor = Visitor(house.client()).begin(identity=vouching(GWEN, house.clock.now))
    visitor.say("cancel my order")
    visitor.press(visitor.labels[0])
    visitor.press(visitor.labels[0])
    visitor.press("Confirm cancellation")
    send_all(house, order(house))
    house.run_due()
    return hearing(visitor)


def order(house: House) -> OrderRef:
    found = the_case(house).order
    assert found is not None
    return found


def done(house: House) -> list[str]:
    """The keys under which anything was cancelled of the order."""
    with house.app.database.read() as uow:
        return [row.key for row in uow.local_office.operations_of(house.brand.id, ServiceRef(order(house)))]


def left(house: House) -> int:
    """How many things of the order stand in the back office."""
    office = house.app.order_office_of(house.brand)
    return sum(line.quantity for line in office.read_order_back(GWEN, order(house)).lines)


def test_the_new_terms_are_shown_beside_the_old_ones_and_nothing_is_done(
    house: House, visitor: Visitor
) -> None:
    told = visitor.look()["messages"][-1]["text"]

    assert f"Order {order(house)} has changed since you confirmed" in told
    before, now = told.split("Now it would mean:")
    assert "2 × Mesh repeater: cancelled, " in before
    assert "2 × Mesh repeater: sent already; send it back" in now
    assert visitor.labels == ["Cancel on these terms", "Keep it", "Talk to a person"]
    assert visitor.look()["case"]["status"] == "terms_open"
    assert house.conversation(visitor.token).handoff_reason == "fee"
    assert (done(house), given_up(house)) == ([], [])
    house.clock.go_on(hours=30)
    house.run_due()
    assert done(house) == []


def test_a_fresh_yes_has_it_cancelled_once_and_has_a_record(house: House, visitor: Visitor) -> None:
    visitor.press("Cancel on these terms")
    house.run_due()

    case = the_case(house)
    assert visitor.look()["case"]["status"] == "reconciled"
    assert done(house) == [f"cancel_order:{case.id}:1"]
    assert left(house) == 0
    assert house.conversation(visitor.token).status == "bot"
    first, terms = records(house)
    assert (first["kind"], terms["kind"], terms["completes"]) == ("order", "terms", first["number"])
    assert first["order"]["lines"][0]["outcome"] == "refund"
    assert {line["outcome"] for line in terms["order"]["lines"]} == {"return"}
    mails = [mail.subject for mail in house.sent() if mail.channel == "email"]
    assert f"Terms of your cancellation {terms['number']}: order {order(house)}" in mails


def test_who_keeps_it_has_cancelled_nothing_and_holds_that_in_writing(house: House, visitor: Visitor) -> None:
    there = left(house)
    visitor.press("Keep it")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reversed"
    assert (done(house), left(house)) == ([], there)
    first, reversal = records(house)
    assert (reversal["kind"], reversal["reverses"]) == ("reversal", first["number"])
    (mail,) = [mail for mail in house.sent() if (mail.subject or "").startswith("Cancellation taken back")]
    assert f"order {order(house)} stays as it is" in mail.body


def test_the_desk_shows_both(house: House, visitor: Visitor) -> None:
    (shown,) = panel_of(house, visitor)["cases"]

    assert {line["outcome"] for line in shown["order"]["lines"]} == {"return"}
    assert shown["before"]["order"]["lines"][0]["outcome"] == "refund"
    visitor.press("Cancel on these terms")
    (shown,) = panel_of(house, visitor)["cases"]
    assert shown["before"] is None


def panel_of(house: House, visitor: Visitor) -> dict[str, Any]:
    with house.app.database.read() as uow:
        return panel(house.app, uow, house.conversation(visitor.token))


def test_a_process_killed_after_the_yes_cancels_it_once(house: House, visitor: Visitor) -> None:
    """The back office did it, and nobody heard: the same key is asked again."""
    visitor.press("Cancel on these terms")
    office = house.app.order_office_of(house.brand)
    case = the_case(house)
    assert case.order_quote is not None
    office.cancel_order(GWEN, order(house), case.order_quote, f"cancel_order:{case.id}:1")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert done(house) == [f"cancel_order:{case.id}:1"]


def test_what_changes_again_after_the_fresh_yes_is_for_a_person(house: House, visitor: Visitor) -> None:
    visitor.press("Cancel on these terms")
    house.offices.write_fault = TermsChanged("the parcel was delivered")
    with house.app.database.write() as uow:
        rows = uow.local_office.lines_of(house.brand.id, order(house))
        uow.local_office.put_lines([replace(row, price_minor=row.price_minor - 100) for row in rows])
    house.run_due()

    assert visitor.look()["case"]["status"] == "failed"
    assert "A person is completing it" in visitor.look()["messages"][-1]["text"]
    (parked,) = given_up(house)
    assert parked.key == f"cancel_order:{the_case(house).id}:1"
