"""The back office is down, slow or says no: what was declared stands, and what is said is true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.receive.inbox import take_message
from channels.base import Incoming
from dialogs.ids import ServiceRef
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.telegram_user import TelegramUser

SERVICE = ServiceRef("BL-1001-1")


@pytest.mark.check(12)
def test_while_it_is_down_a_cancellation_is_accepted_and_carried_out_later(
    house: House, visitor: Visitor
) -> None:
    house.offices.fault = Unavailable("no answer")
    visitor.begin("BL-1001").say("I want to cancel")
    assert "any fee" in visitor.text or "asked again" in visitor.text
    visitor.press("Confirm cancellation")
    assert "follow as soon as" in visitor.text
    assert visitor.answer["record"]["end_date"] is None

    house.run_due()
    assert visitor.look()["case"]["status"] == "accepted"
    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()

    now = visitor.look()
    assert now["case"]["status"] == "reconciled"
    assert now["case"]["declared_at"] == visitor.answer["case"]["declared_at"]
    assert now["record"]["end_date"] == "2026-03-27"
    assert "Done:" in now["messages"][-1]["text"]
    assert house.offices.calls.count("cancel") == 1


def test_the_mail_outlasts_a_day_without_the_back_office(house: House, visitor: Visitor) -> None:
    """It is the back office that knows where mail goes."""
    confirm(visitor)
    house.offices.fault = Unavailable("no answer")
    for _ in range(24):
        house.run_due()
        house.clock.go_on(hours=1)
    assert house.sent("ada.sommer@example.com") == []

    house.offices.fault = None
    house.run_due()

    assert house.sent("ada.sommer@example.com")


@pytest.mark.parametrize("fault", [Unavailable("no answer"), OutcomeUnknown("the line broke")], ids=repr)
@pytest.mark.check(12)
def test_what_cannot_be_carried_out_now_is_told_once_and_tried_until_it_works(
    house: House, visitor: Visitor, fault: Exception
) -> None:
    confirm(visitor)
    house.offices.write_fault = fault

    for _ in range(5):
        house.run_due()
        house.clock.go_on(hours=1)
    told = texts_after(visitor)
    assert len([text for text in told if "not answering" in text]) == 1
    assert visitor.look()["case"]["status"] == "accepted"

    house.offices.write_fault = None
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"
    assert [text for text in texts_after(visitor) if text.startswith("Done:")]


def test_done_before_the_line_broke_is_not_done_twice(house: House, visitor: Visitor) -> None:
    confirm(visitor)
    house.offices.fault_after = OutcomeUnknown("the line broke after it was done")
    house.run_due()
    assert visitor.look()["case"]["status"] == "accepted"

    house.offices.fault_after = None
    house.clock.go_on(hours=1)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"


def test_a_no_for_good_goes_to_a_person_and_the_cancellation_stands(house: House, visitor: Visitor) -> None:
    confirm(visitor)
    house.offices.write_fault = NotPossible("the contract is blocked")

    house.run_due()

    now = visitor.look()
    assert now["case"]["status"] == "failed"
    assert now["status"] == "waiting"
    assert "A person is completing it" in now["messages"][-1]["text"]
    assert now["record"] == visitor.answer["record"]
    assert house.conversation(visitor.token).handoff_reason == "failed"


@pytest.mark.parametrize(("days", "status"), [(0, "reconciled"), (60, "failed")])
def test_what_was_ended_elsewhere_between_quote_and_yes_needs_no_more_ending(
    house: House, visitor: Visitor, days: int, status: str
) -> None:
    """By the brand itself, or its app: on the quoted day or before it is what was wanted; later it is not."""
    confirm(visitor)
    with house.app.database.write() as uow:
        row = uow.local_office.service(house.brand.id, SERVICE)
        assert row is not None
        ended_on = house.clock().date() + timedelta(days=days)
        uow.local_office.put_service(replace(row, status="ending", ended_on=ended_on))

    house.run_due()

    now = visitor.look()
    assert now["case"]["status"] == status
    told = "Done: Brightline has carried out" if status == "reconciled" else "A person is completing it"
    assert told in now["messages"][-1]["text"]
    with house.app.database.read() as uow:
        assert uow.local_office.operations_of(house.brand.id, SERVICE) == []


def test_an_outage_blocks_no_other_chat(house: House, visitor: Visitor) -> None:
    confirm(visitor)
    house.offices.fault = Unavailable("no answer")
    house.run_due()

    other = Visitor(house.client()).begin("BL-1002")
    other.say("human")

    assert other.answer["status"] == "waiting"
    assert "person" in other.text


def test_wishes_work_while_it_is_down(house: House, visitor: Visitor) -> None:
    house.offices.fault = Unavailable("no answer")
    visitor.begin("BL-1001").press("Where does my cancellation stand?")

    assert "not answering" in visitor.text


def test_the_mail_waits_for_an_office_that_knows_the_address(house: House, visitor: Visitor) -> None:
    confirm(visitor)
    house.offices.fault = Unavailable("no answer")
    house.run_due()
    assert house.sent("ada.sommer@example.com") == []

    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()

    receipt, executed = house.sent("ada.sommer@example.com")
    assert "is cancelled" in receipt.body
    # Nobody sits in the chat for an hour to learn it.
    assert executed.body.startswith("Done:")


def confirm(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def texts_after(visitor: Visitor) -> list[str]:
    """What was said since the receipt."""
    last = visitor.answer["messages"][-1]["number"]
    return [message["text"] for message in visitor.look(since=last)["messages"]]


def test_what_contradicts_our_own_tables_is_gone_on_without(house: House) -> None:
    """A case holds the service, and nothing says whose it is: nobody waits for ever because of it."""
    Visitor(house.client()).begin("BL-1001").say("I want to cancel")
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cancellation_case SET customer_hash = NULL")
    visitor = Visitor(house.client()).begin("BL-1001")

    visitor.say("I want to cancel")

    visitor.press("Confirm cancellation")
    assert visitor.answer["case"]["status"] == "accepted"


def test_the_worker_goes_on_without_it_too(house: House) -> None:
    """The process that took the message died before it looked anything up."""
    Visitor(house.client()).begin("BL-1001").say("I want to cancel")
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE cancellation_case SET customer_hash = NULL")
    user = TelegramUser(house)
    user.say("I want to cancel")
    account, sender = house.account("telegram"), str(user.person.id)
    shared = Incoming("update:1", sender, house.clock(), form="contact", contact_phone="+491713920001")
    assert len(take_message(house.app, account, shared).look_ups) == 1
    house.clock.go_on(minutes=1)

    house.run_due()

    assert any("You can try another way" in sent.body for sent in user.received)
