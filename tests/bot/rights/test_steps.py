"""Each step of a case is an entry of its own, added and never changed; so is a reason that is given later."""

from datetime import timedelta

import pytest

from bot.history.reading import history_of
from dialogs.ids import CaseId
from storage.repositories.case_entries import CaseEntryRow
from tests.bot.audit.insider import Insider
from tests.bot.rights.conftest import cancelled
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor

ADA = "BL-1001"
FORWARD = ("requested", "accepted", "executed", "reconciled", "reversed")


def steps(house: House) -> list[CaseEntryRow]:
    brand = house.brand.id
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(brand, NOW - timedelta(days=1), NOW + timedelta(days=400))
        return uow.case_entries.of_cases(
            brand, [row.id for row in rows], list({row.person_id for row in rows})
        )


def test_it_only_moves_forward_and_each_step_stays(house: House) -> None:
    visitor = cancelled(house, ADA)
    first = steps(house)
    assert [each.status for each in first] == list(FORWARD[:4])

    house.clock.go_on(minutes=3)
    visitor.press("Too expensive")
    house.clock.go_on(minutes=3)
    visitor.say("undo")
    visitor.press("Undo the cancellation")
    house.run_due()

    found = steps(house)
    assert found[: len(first)] == first
    ranks = [FORWARD.index(each.status) for each in found]
    assert ranks == sorted(ranks)
    assert [each.standing for each in found[-2:]] == ["reversing", "reversed"]
    (why,) = [each for each in found if each.reason is not None]
    assert (why.reason, why.status, why.at) == ("too-expensive", "reconciled", NOW + timedelta(minutes=3))


def test_a_reason_given_later_leaves_the_record_as_it_was(house: House, keeper: Keeper) -> None:
    visitor = cancelled(house, ADA)
    number = visitor.look()["record"]["number"]
    before = keeper.receipt(number)
    house.clock.go_on(minutes=3)
    visitor.press("Too expensive")
    house.run_due()

    assert keeper.receipt(number) == before
    (case,) = keeper.export(ADA).cases
    assert [(each.status, each.reason) for each in case.steps] == [
        ("requested", None),
        ("accepted", None),
        ("executed", None),
        ("reconciled", None),
        ("reconciled", "too-expensive"),
    ]
    line = history_of(house.app, house.brand, ADA).entries
    assert [each.at for each in line if each.what == "The customer said why: too-expensive"] == [
        house.clock()
    ]


@pytest.mark.parametrize("also_its_steps", [True, False])
def test_a_case_that_was_put_back_by_hand_is_found(house: House, ada: Visitor, also_its_steps: bool) -> None:
    insider = Insider(house, ())
    insider.sql("UPDATE cancellation_case SET status = 'executed' WHERE status = 'reconciled'")
    if also_its_steps:
        insider.sql("DELETE FROM case_entry WHERE status = 'reconciled'")
    house.clock.go_on(minutes=5)

    assert "case_rewritten" in insider.codes()


def test_two_steps_of_one_version_there_are_none(house: House, ada: Visitor) -> None:
    found = [(CaseId(each.case_id), each.version) for each in steps(house)]
    assert len(found) == len(set(found))
