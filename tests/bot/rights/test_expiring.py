"""On time: transcripts first, records years later, once, and whoever is killed goes on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.rights.expiring import Expiring, Step, expire
from bot.rights.retention import retention_of, settings_with, with_days, with_years
from tests.bot.rights.conftest import cancelled
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import House, opened
from tests.bot.web.chat.visitor import Visitor

ADA = "BL-1001"


@pytest.fixture
def three(house: House) -> list[Visitor]:
    """Three customers have written, and two of them cancelled."""
    silent = Visitor(house.client()).begin("BL-1002")
    return [cancelled(house, ADA), cancelled(house, "BL-1006"), silent]


def outcomes(house: House) -> list[tuple[str, str]]:
    return [(step.what, step.outcome) for step in expire(house.app)]


@pytest.mark.check(16)
def test_a_transcript_goes_in_its_time_and_the_record_in_its_own(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    number = ada.look()["record"]["number"]
    receipt = keeper.receipt(number)

    house.clock.go_on(days=364)
    assert outcomes(house) == []
    house.clock.go_on(days=2)
    assert outcomes(house) == [("person", "erased")]
    assert keeper.export(ADA).conversations == ()
    assert keeper.receipt(number) == receipt
    house.clock.go_on(days=2 * 365)
    assert outcomes(house) == [("record", "erased")]
    assert outcomes(house) == []

    assert keeper.receipt(number) is None
    assert [proof.cause for proof in keeper.proofs()] == ["retention", "retention"]
    assert keeper.proofs()[1].records == [number]


def test_whoever_writes_again_is_kept(house: House, keeper: Keeper, ada: Visitor) -> None:
    house.clock.go_on(days=364)
    ada.say("status")
    house.clock.go_on(days=2)

    assert outcomes(house) == []

    assert keeper.export(ADA).conversations != ()


def test_whoever_waits_for_an_agent_is_kept(house: House, ada: Visitor) -> None:
    ada.say("I want to talk to a human")
    house.clock.go_on(days=366)

    assert outcomes(house) == []


def test_a_cancellation_under_way_is_kept(house: House, keeper: Keeper) -> None:
    visitor = Visitor(house.client()).begin(ADA)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.clock.go_on(days=366)

    assert outcomes(house) == [("person", "kept")]

    (case,) = keeper.export(ADA).cases
    assert (case.status, case.decision) == ("accepted", "cancel")
    assert case.details is not None


def test_a_record_outlives_the_end_by_a_year(house: House, keeper: Keeper, ada: Visitor) -> None:
    """California asks for it; everybody gets it."""
    number = ada.look()["record"]["number"]
    set_retention(house, years=1, days=1)

    house.clock.go_on(days=370)  # the service ended after 17 days
    assert outcomes(house) == [("person", "erased")]
    house.clock.go_on(days=20)
    assert outcomes(house) == [("record", "erased")]

    assert keeper.receipt(number) is None


def test_a_record_of_somebody_who_still_writes_goes_in_its_time(
    house: House, keeper: Keeper, ada: Visitor
) -> None:
    number = ada.look()["record"]["number"]
    house.clock.go_on(days=4 * 365)
    ada.say("status")

    # The confirmation, and the reason that was given after it.
    assert outcomes(house) == [("record", "erased")] * 2

    assert keeper.receipt(number) is None
    ada.say("send me the confirmation again")
    house.run_due()
    assert ada.look()["messages"][-1]["text"]


@pytest.mark.check(16)
def test_killed_between_two_persons_the_next_goes_on(
    house: House, keeper: Keeper, three: list[Visitor], tmp_path: Path
) -> None:
    house.clock.go_on(days=366)
    assert next(expire(house.app)) == Step("person", "erased")

    with opened(house.app.settings.database_url, tmp_path, clock=house.clock) as restarted:
        assert outcomes(restarted) == [("person", "erased")] * 2

    assert len(keeper.proofs()) == 3


@pytest.mark.check(16)
def test_killed_at_any_statement_nobody_is_half_erased(house: House, keeper: Keeper, ada: Visitor) -> None:
    number, shown = ada.look()["record"]["number"], keeper.export(ADA)
    receipt = keeper.receipt(number)

    killed = 0
    while True:
        with killed_before(house, killed) as survived, suppress(KeyboardInterrupt):
            keeper.erase(ADA)
        if survived:
            break
        killed += 1
        assert keeper.receipt(number) == receipt
        assert replace_time(keeper.export(ADA), shown) == shown
        assert keeper.proofs() == []

    assert killed > 10
    assert keeper.receipt(number) == receipt
    assert len(keeper.proofs()) == 1


def test_one_brand_with_wrong_settings_does_not_keep_the_others_from_it(house: House, ada: Visitor) -> None:
    brand = house.brand
    with house.app.database.write() as uow:
        uow.brands.save(replace(brand, settings={**brand.settings, "retention": {"records": {"x": 1}}}))
    house.clock.go_on(days=366)

    assert outcomes(house) == []


def test_the_worker_does_it_once_a_day_whichever_it_is(
    house: House, keeper: Keeper, three: list[Visitor]
) -> None:
    house.clock.go_on(days=366)
    first, second = Expiring(house.app), Expiring(house.app)

    assert (first.go_on(), second.go_on(), first.go_on()) == (3, 0, 0)
    house.clock.go_on(minutes=2)
    assert (first.go_on(), second.go_on()) == (0, 0)

    assert len(keeper.proofs()) == 3


def test_the_worker_does_some_of_it_every_minute(house: House, three: list[Visitor]) -> None:
    class Slow(Expiring):
        AT_ONCE = 2

    house.clock.go_on(days=366)
    first, second = Slow(house.app), Slow(house.app)

    assert (first.go_on(), second.go_on()) == (2, 0)
    house.clock.go_on(minutes=1)
    assert (second.go_on(), first.go_on()) == (1, 0)
    house.clock.go_on(days=1)
    assert first.go_on() == 0


def set_retention(house: House, *, years: int, days: int) -> None:
    brand = house.brand
    kept = with_days(with_years(retention_of(brand), brand, "termination", years), days)
    with house.app.database.write() as uow:
        uow.brands.save(replace(brand, settings=settings_with(brand, kept)))


def replace_time(export: Any, other: Any) -> Any:
    return export.model_copy(update={"exported_at": other.exported_at})


@contextmanager
def killed_before(house: House, writes: int) -> Iterator[list[bool]]:
    """End everything before so many statements that change something were run; whether it got through."""
    engine, survived = house.app.database.engine, [True]
    left = [writes]

    def count(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        if not statement.lstrip().startswith(("UPDATE", "INSERT", "DELETE")):
            return
        if left[0] == 0:
            survived.clear()
            raise KeyboardInterrupt
        left[0] -= 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield survived
    finally:
        event.remove(engine, "before_cursor_execute", count)
