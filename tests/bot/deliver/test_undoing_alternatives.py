"""An alternative that was taken and is undone: what is told is what the back office does, once, in order."""

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.deliver.loop import LEASE
from bot.records.confirmation import mail_of
from bot.records.kept import find_record
from dialogs.case import Case
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.texts import packaged_texts
from dialogs.turn import CASE
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1001, who took the pause."""
    visitor = Visitor(house.client()).begin(identity=vouching("BL-1001", house.clock.now))
    visitor.say("I want to cancel")
    visitor.press("Pause instead")
    return visitor


def test_it_is_undone_in_the_back_office_and_told(house: House, visitor: Visitor) -> None:
    house.run_due()
    assert applied(house) == "pause"

    undo(visitor)
    assert visitor.answer["case"]["status"] == "reversing"
    house.run_due()

    assert changes(house) == ["apply", "revoke"]
    assert applied(house) is None
    (case,) = cases(house)
    assert (case.status, case.record_kind) == ("reversed", "reversal")
    assert "is undone" in told(visitor)[-1]
    assert "cancellation" not in told(visitor)[-1]
    assert given_up(house) == []


def test_its_record_names_the_change_that_it_takes_back(house: House, visitor: Visitor) -> None:
    house.run_due()
    taken = visitor.look()["record"]["number"]
    undo(visitor)
    house.run_due()

    number = visitor.look()["record"]["number"]
    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, number)
    assert stored is not None
    mail = mail_of(stored, packaged_texts(("en",)))

    assert mail.subject.startswith(f"Change undone {number}")
    assert f"Change undone: {taken}" in mail.text
    assert "cancellation" not in mail.text


def test_what_was_not_begun_is_undone_at_once_and_never_carried_out(house: House, visitor: Visitor) -> None:
    undo(visitor)

    assert visitor.answer["case"]["status"] == "reversed"
    house.run_due()
    assert changes(house) == []
    assert applied(house) is None


def test_undone_in_the_moment_in_which_it_is_applied(house: House, visitor: Visitor) -> None:
    claimed = [each for each in house.deliverer.claim() if each.effect.kind == "apply_alternative"]
    assert len(claimed) == 1
    undo(visitor)
    assert visitor.answer["case"]["status"] == "reversing"

    for each in claimed:
        house.deliverer.carry_out(each)
    house.clock.now += 2 * LEASE
    house.run_due()

    assert applied(house) is None
    assert visitor.look()["case"]["status"] == "reversed"
    assert given_up(house) == []


@pytest.mark.parametrize("was_done", [True, False])
def test_an_attempt_of_unknown_outcome_is_looked_at_first(
    house: House, visitor: Visitor, was_done: bool
) -> None:
    break_off(house, OutcomeUnknown("the line broke"), was_done)
    house.run_due()
    undo(visitor)
    break_off(house, None, was_done)
    house.clock.go_on(hours=1)

    house.run_due()

    assert applied(house) is None
    assert visitor.look()["case"]["status"] == "reversed"
    assert changes(house).count("revoke") == (1 if was_done else 0)
    assert given_up(house) == []


@pytest.mark.parametrize("was_done", [True, False])
def test_an_undo_of_unknown_outcome_is_read_back_and_done_once(
    house: House, visitor: Visitor, was_done: bool
) -> None:
    house.run_due()
    undo(visitor)
    break_off(house, OutcomeUnknown("the line broke"), was_done)
    house.run_due()
    assert "will be undone as soon as it does" in told(visitor)[-1]
    break_off(house, None, was_done)
    house.clock.go_on(hours=1)

    house.run_due()

    assert applied(house) is None
    assert changes(house).count("revoke") == 1
    assert visitor.look()["case"]["status"] == "reversed"
    assert given_up(house) == []


def test_what_the_office_refuses_to_undo_is_for_a_person(house: House, visitor: Visitor) -> None:
    house.run_due()
    undo(visitor)
    house.offices.write_fault = NotPossible("it was invoiced already")
    house.run_due()

    assert "A person will settle it" in told(visitor)[-1]
    assert given_up(house) == ["revoke_alternative: it was invoiced already"]
    assert visitor.look()["case"]["status"] == "reversing"


def test_who_cancels_after_undoing_it_is_offered_nothing_and_gets_out(house: House, visitor: Visitor) -> None:
    house.run_due()
    undo(visitor)

    cancel_after_all(visitor)
    house.run_due()

    assert changes(house) == ["apply", "revoke", "cancel"]
    assert status_in_office(house) == "ending"
    assert sorted(case.status for case in cases(house)) == ["reconciled", "reversed"]
    assert given_up(house) == []


def test_an_undo_that_was_refused_troubles_nobody_who_cancels(house: House, visitor: Visitor) -> None:
    house.run_due()
    undo(visitor)
    house.offices.write_fault = NotPossible("locked")
    house.run_due()
    house.offices.write_fault = None

    cancel_after_all(visitor)
    house.run_due()

    assert status_in_office(house) == "ending"
    assert sorted(case.status for case in cases(house)) == ["merged", "reconciled"]
    assert given_up(house) == []


def test_what_the_back_office_still_shows_is_seen(house: House, visitor: Visitor) -> None:
    """It said that it was undone, and it is not."""
    house.run_due()
    undo(visitor)
    (claimed,) = [each for each in house.deliverer.claim() if each.effect.kind == "revoke_alternative"]
    house.deliverer.carry_out(claimed)
    put_back(house)

    house.run_due()

    assert [each.split(":")[0] for each in given_up(house)] == ["read_back"]
    assert "expected revoked" in given_up(house)[0]


def test_on_its_first_day_it_is_too_late(house: House, visitor: Visitor) -> None:
    house.run_due()
    house.clock.go_on(days=40)

    visitor.say("undo")

    assert "could be undone until" in visitor.text
    assert "cancel here at any time" in visitor.text
    house.run_due()
    assert changes(house) == ["apply"]


def test_down_for_a_day_nothing_is_lost(house: House, visitor: Visitor) -> None:
    house.run_due()
    undo(visitor)
    house.offices.fault = Unavailable("no answer")
    for _ in range(12):
        house.run_due()
        house.clock.go_on(hours=2)
    house.offices.fault = None

    house.run_due()

    assert applied(house) is None
    assert changes(house).count("revoke") == 1
    assert visitor.look()["case"]["status"] == "reversed"


def undo(visitor: Visitor) -> None:
    visitor.say("undo")
    visitor.press("Undo the change")


def cancel_after_all(visitor: Visitor) -> None:
    visitor.say("I want to cancel after all")
    visitor.press("Confirm cancellation")


def break_off(house: House, fault: Exception | None, was_done: bool) -> None:
    """Writes end without an answer, after they were done or before."""
    house.offices.fault_after = fault if was_done else None
    house.offices.write_fault = None if was_done else fault


def put_back(house: House) -> None:
    """The brand applies it once more, past us."""
    office = house.offices.of(house.brand)
    (service,) = office.services(CustomerRef("BL-1001"), house.clock.now.date())
    office.apply(CustomerRef("BL-1001"), service.ref, service.alternatives[0], "by hand")


def changes(house: House) -> list[str]:
    """What the back office was asked to change, and did not refuse."""
    return [call for call in house.offices.calls if call in ("apply", "revoke", "cancel")]


def applied(house: House) -> str | None:
    """The alternative that holds, as the back office says."""
    state = house.app.office_of(house.brand).read_back(CustomerRef("BL-1001"), ServiceRef("BL-1001-1"))
    return None if state.applied is None else state.applied.kind


def status_in_office(house: House) -> str:
    (service,) = house.app.office_of(house.brand).services(CustomerRef("BL-1001"), house.clock.now.date())
    return service.status


def told(visitor: Visitor) -> list[str]:
    """All that our side ever said in the chat."""
    return [each["text"] for each in visitor.look()["messages"] if each["author"] != "customer"]


def cases(house: House) -> list[Case]:
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return [CASE.validate_json(row.data) for row in rows]


def given_up(house: House) -> list[str]:
    """Why what was given up was given up."""
    with house.app.database.read() as uow:
        return [f"{row.kind}: {row.error}" for row in uow.outbox.given_up(house.brand.id)]
