"""Taking a cancellation back, and cancelling again: what is told is what the back office does, in order."""

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.deliver.loop import LEASE
from dialogs.case import Case
from dialogs.ids import CustomerRef
from dialogs.turn import CASE
from storage.repositories.cases import RecordRow
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1001, who has confirmed a cancellation."""
    visitor = begun(house)
    cancel(visitor)
    return visitor


@pytest.mark.parametrize("worker_between", [True, False], ids=["carried out between", "all at once"])
def test_cancelled_again_after_an_undo_it_ends_after_all(
    house: House, visitor: Visitor, worker_between: bool
) -> None:
    house.run_due()
    undo(visitor)
    assert visitor.answer["case"]["status"] == "reversing"
    if worker_between:
        house.run_due()
        assert status_in_office(house) == "active"

    house.clock.go_on(minutes=1)
    visitor.say("I want to cancel after all")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    assert "already cancelled" not in visitor.text
    visitor.press("Confirm cancellation")
    house.run_due()

    assert [call for call in house.offices.calls if call in ("cancel", "reinstate")] == [
        "cancel",
        "reinstate",
        "cancel",
    ]
    assert status_in_office(house) == "ending"
    earlier, later = cases(house)
    assert (earlier.status, later.status) == ("reversed", "reconciled")
    assert (earlier.declared_at, later.declared_at) == (NOW, house.clock.now)
    assert kinds(records(house, earlier)) == ["reversal", "termination"]
    assert kinds(records(house, later)) == ["termination"]
    assert "carried out" in told(visitor)[-1]
    assert given_up(house) == []


def test_cancelled_again_while_the_first_is_still_being_carried_out(house: House, visitor: Visitor) -> None:
    house.offices.fault_after = OutcomeUnknown("the line broke after it was done")
    house.run_due()
    undo(visitor)
    house.offices.fault_after = None

    cancel(visitor)
    house.run_due()

    assert status_in_office(house) == "ending"
    assert sorted(case.status for case in cases(house)) == ["reconciled", "reversed"]
    assert given_up(house) == []


def test_what_was_not_begun_is_taken_back_at_once_and_never_carried_out(
    house: House, visitor: Visitor
) -> None:
    undo(visitor)

    assert "is taken back" in visitor.text
    assert visitor.answer["case"]["status"] == "reversed"
    assert visitor.answer["record"]["kind"] == "reversal"
    house.run_due()
    assert "cancel" not in house.offices.calls
    assert "reinstate" not in house.offices.calls
    assert status_in_office(house) == "active"


def test_accepted_without_a_quote_it_is_taken_back_while_the_office_is_down(house: House) -> None:
    visitor = begun(house)
    house.offices.fault = Unavailable("no answer")
    cancel(visitor)
    house.run_due()

    undo(visitor)

    assert "too late" not in visitor.text
    assert visitor.answer["case"]["status"] == "reversed"
    house.offices.fault = None
    house.clock.go_on(hours=1)
    house.run_due()
    assert status_in_office(house) == "active"
    assert "cancel" not in house.offices.calls


def test_undone_in_the_moment_in_which_it_is_carried_out(house: House, visitor: Visitor) -> None:
    claimed = [each for each in house.deliverer.claim() if each.effect.kind == "cancel_service"]
    assert len(claimed) == 1
    undo(visitor)
    assert visitor.answer["case"]["status"] == "reversing"

    for each in claimed:
        house.deliverer.carry_out(each)
    house.clock.now += 2 * LEASE
    house.run_due()

    assert status_in_office(house) == "active"
    assert visitor.look()["case"]["status"] == "reversed"
    assert not any("has carried out your cancellation" in text for text in told(visitor))
    assert given_up(house) == []


def test_an_attempt_of_unknown_outcome_is_looked_at_before_it_is_taken_back(
    house: House, visitor: Visitor
) -> None:
    house.offices.write_fault = OutcomeUnknown("the line broke before it was done")
    house.run_due()
    undo(visitor)
    house.offices.write_fault = None
    house.clock.go_on(hours=1)

    house.run_due()

    assert status_in_office(house) == "active"
    assert visitor.look()["case"]["status"] == "reversed"
    assert given_up(house) == []


def test_what_the_office_refused_can_be_taken_back(house: House, visitor: Visitor) -> None:
    house.offices.write_fault = NotPossible("the contract is blocked")
    house.run_due()
    assert visitor.look()["case"]["status"] == "failed"
    house.offices.write_fault = None

    visitor.say("undo")
    visitor.press("Undo the cancellation")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reversed"
    assert given_up(house) == []


def test_an_undo_that_was_refused_is_not_wanted_any_more_by_who_cancels_again(
    house: House, visitor: Visitor
) -> None:
    house.run_due()
    undo(visitor)
    house.offices.write_fault = NotPossible("locked")
    house.run_due()
    assert "A person will settle it" in told(visitor)[-1]
    house.offices.write_fault = None

    cancel(visitor)
    house.run_due()

    assert status_in_office(house) == "ending"
    assert sorted(case.status for case in cases(house)) == ["merged", "reconciled"]
    assert "carried out" in told(visitor)[-1]
    assert given_up(house) == []


def test_an_undo_refused_behind_a_new_cancellation_troubles_nobody(house: House, visitor: Visitor) -> None:
    house.run_due()
    undo(visitor)
    cancel(visitor)
    house.offices.write_fault = NotPossible("locked")

    house.run_due()

    assert status_in_office(house) == "ending"
    assert sorted(case.status for case in cases(house)) == ["merged", "reconciled"]
    assert not any("did not take" in text for text in told(visitor))
    assert given_up(house) == []


def test_when_its_time_is_over_no_undo_is_offered(house: House, visitor: Visitor) -> None:
    house.run_due()
    visitor.press("Skip")
    visitor.press("Skip")
    assert "Undo the cancellation" in visitor.labels
    house.clock.go_on(days=15)

    visitor.press("Where does my cancellation stand?")
    visitor.say("hello")

    assert "Undo the cancellation" not in visitor.labels
    assert "undo" not in visitor.text


def test_who_asks_for_it_gets_it_back_as_long_as_it_runs(house: House, visitor: Visitor) -> None:
    house.run_due()
    house.clock.go_on(days=15)

    undo(visitor)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reversed"
    (service, *_) = house.app.office_of(house.brand).services(CustomerRef("BL-1001"), house.clock.now.date())
    assert (service.status, service.ends_on) == ("active", None)


def test_when_it_has_ended_it_is_too_late(house: House, visitor: Visitor) -> None:
    house.run_due()
    house.clock.go_on(days=40)
    house.run_due()

    visitor.say("undo")
    assert "could be undone until" in visitor.text
    assert "welcome back" in visitor.text
    assert visitor.answer["status"] == "bot"


def begun(house: House) -> Visitor:
    return Visitor(house.client()).begin(identity=vouching("BL-1001", house.clock.now))


def cancel(visitor: Visitor) -> None:
    visitor.say("I want to cancel")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def undo(visitor: Visitor) -> None:
    visitor.say("undo")
    visitor.press("Undo the cancellation")


def told(visitor: Visitor) -> list[str]:
    """All that our side ever said in the chat."""
    return [each["text"] for each in visitor.look()["messages"] if each["author"] != "customer"]


def status_in_office(house: House) -> str:
    """What the back office says of the customer's service."""
    today = house.clock.now.date()
    (service,) = house.app.office_of(house.brand).services(CustomerRef("BL-1001"), today)
    return service.status


def cases(house: House) -> list[Case]:
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return [CASE.validate_json(row.data) for row in rows]


def records(house: House, case: Case) -> list[RecordRow]:
    with house.app.database.read() as uow:
        return uow.records.of_case(house.brand.id, case.id)


def kinds(rows: list[RecordRow]) -> list[str]:
    return sorted(row.kind for row in rows)


def given_up(house: House) -> list[str]:
    """Why what was given up was given up."""
    with house.app.database.read() as uow:
        return [f"{row.kind}: {row.error}" for row in uow.outbox.given_up(house.brand.id)]
