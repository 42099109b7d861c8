"""A fee that nobody could name when the cancellation was accepted: asked about, and never taken unasked."""

import json
from datetime import date

import pytest

from bot.backoffice.base import Unavailable
from bot.handoff import claim, resolve
from bot.records.kept import find_record
from bot.records.sealing import verify
from dialogs.case import Case
from dialogs.ids import CustomerRef
from dialogs.turn import CASE
from storage.repositories.cases import RecordRow
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house
from tests.bot.web.webhooks.phone import Phone

__all__ = ["house"]


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1003, who confirmed in an outage that is over, and is asked about a fee now."""
    house.offices.fault = Unavailable("no answer")
    visitor = Visitor(house.client()).begin("BL-1003")
    visitor.say("I want to cancel")
    visitor.press("Confirm cancellation")
    house.offices.fault = None
    house.clock.go_on(days=3)
    house.run_due()
    return hearing(visitor)


def test_the_fee_is_named_with_its_reason_and_nothing_happens_before_the_answer(
    house: House, visitor: Visitor
) -> None:
    asked = visitor.look()["messages"][-1]["text"]

    assert "€60.00" in asked
    assert "minimum term" in asked
    assert "April 9, 2026" in asked
    assert "without a fee" in asked
    assert visitor.look()["case"]["status"] == "fee_open"
    assert "cancel" not in house.offices.calls
    row = house.conversation(visitor.token)
    assert (row.status, row.handoff_reason) == ("waiting", "fee")


def test_with_the_yes_it_is_carried_out_as_of_the_declaration(house: House, visitor: Visitor) -> None:
    before = records(house)
    visitor.press("Pay €60.00 and cancel")
    house.run_due()

    now = visitor.look()
    assert now["case"] == {
        **now["case"],
        "status": "reconciled",
        "declared_at": "2026-03-10T09:30:15.000+00:00",
    }
    # Thirty days of notice from the declaration, not from the end of the outage.
    assert now["record"]["end_date"] == "2026-04-09"
    assert ended_on(house) == date(2026, 4, 9)
    assert house.offices.calls.count("cancel") == 1
    assert house.conversation(visitor.token).status == "bot"
    accepted, terms = records(house)
    assert [accepted] == before
    assert (accepted.kind, terms.kind) == ("termination", "terms")


def test_the_yes_has_a_record_that_can_be_verified_beside_the_first(house: House, visitor: Visitor) -> None:
    visitor.press("Pay €60.00 and cancel")
    accepted, terms = records(house)

    with house.app.database.read() as uow:
        found = {each.number: find_record(uow, house.brand.id, each.number) for each in (accepted, terms)}
    for stored in found.values():
        assert stored is not None
        assert verify(stored.receipt, house.brand.signing_public).valid
    kept = found[terms.number]
    assert kept is not None
    record = json.loads(kept.receipt)["record"]
    assert record["completes"] == accepted.number
    assert record["quote"]["lines"][0] == {
        "amount": "60.00",
        "currency": "EUR",
        "line": "fee",
        "reason": "minimum-term",
    }
    assert any("€60.00" in text for text in record["acknowledged"])
    house.run_due()
    subjects = [mail.subject for mail in house.sent("carla.winter@example.com")]
    assert f"Terms of your cancellation {terms.number}: Brightline Fibre 100" in subjects


def test_the_first_day_without_a_fee_can_be_chosen(house: House, visitor: Visitor) -> None:
    (label,) = [label for label in visitor.labels if "no fee" in label]
    visitor.press(label)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    end = ended_on(house)
    assert end is not None
    assert end > date(2027, 1, 1)
    assert visitor.look()["record"]["end_date"] == end.isoformat()


def test_kept_for_that_price_nothing_is_ended(house: House, visitor: Visitor) -> None:
    visitor.press("Keep it")
    house.run_due()

    assert "goes on as before" in visitor.text
    assert visitor.look()["case"]["status"] == "reversed"
    assert "cancel" not in house.offices.calls
    assert house.conversation(visitor.token).status == "bot"


def test_who_does_not_answer_is_reminded_once_and_stays_on_the_desk(house: House, visitor: Visitor) -> None:
    for _ in range(5):
        house.clock.go_on(days=1)
        house.run_due()

    told = [each["text"] for each in visitor.look()["messages"]]
    assert len([text for text in told if "still waits for your answer" in text]) == 1
    assert house.conversation(visitor.token).handoff_reason == "fee"
    assert visitor.look()["case"]["status"] == "fee_open"
    hearing(visitor).press("Pay €60.00 and cancel")
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"


def test_what_the_desk_put_away_unanswered_comes_back_with_the_reminder(
    house: House, visitor: Visitor
) -> None:
    conversation = house.conversation(visitor.token).id
    claim(house.app, house.agent, conversation)
    resolve(house.app, house.agent, conversation, "told them on the phone")
    assert house.conversation(visitor.token).status == "bot"

    house.clock.go_on(days=2)
    house.run_due()

    row = house.conversation(visitor.token)
    assert (row.status, row.handoff_reason) == ("waiting", "fee")


def test_who_has_answered_is_not_reminded(house: House, visitor: Visitor) -> None:
    visitor.press("Pay €60.00 and cancel")
    house.clock.go_on(days=2)
    house.run_due()

    assert not any("still waits" in each["text"] for each in visitor.look()["messages"])


def test_it_is_asked_also_while_an_agent_holds_the_chat(house: House) -> None:
    house.offices.fault = Unavailable("no answer")
    visitor = Visitor(house.client()).begin("BL-1003")
    visitor.say("I want to cancel")
    visitor.press("Confirm cancellation")
    visitor.say("human")
    claim(house.app, house.agent, house.conversation(visitor.token).id)
    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()

    hearing(visitor).press("Pay €60.00 and cancel")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.conversation(visitor.token).status == "agent"


def test_a_chat_about_another_service_is_not_interrupted_and_asked_later(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1003")
    house.offices.fault = Unavailable("no answer")
    visitor.say("I want to cancel")
    visitor.press("Confirm cancellation")
    visitor.say("I want to cancel")
    assert "Confirm cancellation" in visitor.labels
    house.offices.fault = None
    house.clock.go_on(minutes=5)

    house.run_due()

    told = visitor.look()["messages"][-1]
    assert "€60.00" in told["text"]
    assert told["choices"] == []
    visitor.press("Keep it")
    house.clock.go_on(hours=2)
    house.run_due()
    hearing(visitor).press("Pay €60.00 and cancel")
    house.run_due()
    assert "reconciled" in [case.status for case in cases(house)]


def test_what_was_learnt_aside_is_asked_about_whenever_the_chat_is_free(house: House) -> None:
    visitor = learnt_aside(house)
    house.clock.go_on(hours=1, minutes=5)
    house.run_due()
    assert "Pay €60.00 and cancel" not in hearing(visitor).labels

    visitor.press("Keep it")
    house.clock.go_on(hours=3)
    house.run_due()

    hearing(visitor).press("Pay €60.00 and cancel")
    house.run_due()
    assert "reconciled" in [case.status for case in cases(house)]


def test_the_status_leads_to_what_was_learnt_aside(house: House) -> None:
    visitor = learnt_aside(house)
    visitor.say("status")
    assert "waits for your answer about a fee of €60.00" in visitor.text
    assert "Confirm cancellation" in visitor.labels

    visitor.press("Keep it")
    visitor.say("status")
    visitor.press("Pay €60.00 and cancel")
    house.run_due()

    assert "reconciled" in [case.status for case in cases(house)]


def learnt_aside(house: House) -> Visitor:
    """The customer BL-1003, whose fee was learnt while they were asked about another cancellation."""
    visitor = Visitor(house.client()).begin("BL-1003")
    house.offices.fault = Unavailable("no answer")
    visitor.say("I want to cancel")
    visitor.press("Confirm cancellation")
    visitor.say("I want to cancel")
    house.offices.fault = None
    house.clock.go_on(minutes=5)
    house.run_due()
    return hearing(visitor)


def test_by_text_message_a_digit_answers(house: House) -> None:
    phone = Phone(house, "+491713920003")
    phone.text("I want to cancel")
    phone.text("1")
    code = phone.code
    house.offices.fault = Unavailable("no answer")
    phone.text(code)
    phone.text("1")
    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()

    assert "Agreed: Brightline Fibre 100 ends on" in " ".join(phone.text("1"))
    house.run_due()
    assert [case.status for case in cases(house)] == ["reconciled"]


def hearing(visitor: Visitor) -> Visitor:
    """The visitor, who has read what came in meanwhile."""
    visitor.replies += [each for each in visitor.look()["messages"] if each["author"] != "customer"]
    return visitor


def cases(house: House) -> list[Case]:
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return [CASE.validate_json(row.data) for row in rows]


def records(house: House) -> list[RecordRow]:
    """The records of the only case, oldest first."""
    (case,) = cases(house)
    with house.app.database.read() as uow:
        return uow.records.of_case(house.brand.id, case.id)


def ended_on(house: House) -> date | None:
    """The last day of the customer's service, as the back office has it."""
    (service,) = house.app.office_of(house.brand).services(CustomerRef("BL-1003"), house.clock.now.date())
    return service.ends_on
