"""The worker's audit: every day once, whichever worker does it, and what it came to is kept."""

from collections.abc import Iterator

import pytest

from bot.audit.auditing import Auditing
from bot.demo.seed import reset_demo
from storage.database import Database
from storage.repositories.auditing import AuditRow
from tests.bot.audit.insider import Insider
from tests.bot.records.log.sealing import log_all, other_process, seal_some
from tests.bot.web.chat.house import KEYS, House


def kept(house: House) -> list[AuditRow]:
    with house.app.database.read() as uow:
        return uow.auditing.latest(house.brand.id, 10)


def run(auditing: Auditing) -> int:
    """Go on until there is nothing to do; in how many steps."""
    steps = 0
    while auditing.go_on():
        steps += 1
    return steps


@pytest.fixture
def second(house: House) -> Iterator[Database]:
    database = Database.open(house.app.settings.database_url, KEYS)
    yield database
    database.close()


def test_it_is_made_once_a_day_and_kept(
    insider: Insider, second: Database, caplog: pytest.LogCaptureFixture
) -> None:
    house = insider.house
    first, other = Auditing(house.app), Auditing(other_process(house.app, second))

    assert run(first) >= 1
    assert run(other) == 0
    (row,) = kept(house)
    assert (row.report["found"], row.report["size"]) == ({}, 12)
    assert "found" not in caplog.text

    house.clock.go_on(days=1)
    insider.sql("DELETE FROM record WHERE id = :id", id=insider.rows[0].id)
    assert run(other) >= 1
    assert run(first) == 0

    newest = kept(house)[0]
    assert newest.report["found"] == {"record_missing": 1, "record_deleted": 1}
    assert "the audit of demo found: record_missing (1), record_deleted (1)" in caplog.text


def test_whoever_was_killed_amid_it_is_followed_by_another(insider: Insider, second: Database) -> None:
    house = insider.house
    killed, other = Auditing(house.app), Auditing(other_process(house.app, second))
    assert killed.go_on()

    assert not other.go_on()
    house.clock.go_on(minutes=11)
    assert run(other) >= 1

    assert len(kept(house)) == 1


def test_what_comes_in_meanwhile_is_none_of_it(insider: Insider, caplog: pytest.LogCaptureFixture) -> None:
    house = insider.house
    auditing = Auditing(house.app)
    steps = 0
    while auditing.go_on():
        seal_some(house, 2)
        log_all(house)
        steps += 1

    assert steps >= 1
    (row,) = kept(house)
    assert row.report["found"] == {}
    assert row.report["looked_at"]["checkpoints"] > 4
    assert "found" not in caplog.text


def test_a_demo_started_over_meanwhile_is_not_held_against_what_it_was(
    insider: Insider, caplog: pytest.LogCaptureFixture
) -> None:
    house = insider.house
    auditing = Auditing(house.app)
    assert auditing.go_on()
    reset_demo(house.app.database, house.clock())
    seal_some(house, 2)
    log_all(house)
    run(auditing)

    assert kept(house) == []
    assert "found" not in caplog.text
