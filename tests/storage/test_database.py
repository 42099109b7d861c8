"""Units of work: all or nothing, and whose fault it is when nothing."""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import sqlite
from storage.database import Database
from storage.errors import Busy, Conflict, Unavailable, UnsafeDatabase
from storage.transaction import Topics
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import KEYS, add_brand


def test_what_is_written_is_read(database: Database) -> None:
    with database.write() as work:
        work.settings.set("demo", "yes")

    assert setting(database, "demo") == "yes"


def test_an_exception_undoes_everything(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_fail(database, lambda work: work.settings.set("demo", "yes"))

    assert setting(database, "demo") is None


def test_reading_changes_nothing(database: Database) -> None:
    with database.read() as work:
        work.settings.set("demo", "yes")

    assert setting(database, "demo") is None


def test_callbacks_run_after_the_commit(database: Database) -> None:
    seen: list[str | None] = []
    with database.write() as work:
        work.settings.set("demo", "yes")
        work.after_commit(lambda: seen.append(setting(database, "demo")))
        assert seen == []

    assert seen == ["yes"]


def test_callbacks_do_not_run_after_a_rollback(database: Database) -> None:
    seen: list[str] = []
    with pytest.raises(ZeroDivisionError):
        write_and_fail(database, lambda work: work.after_commit(lambda: seen.append("called")))

    assert seen == []


def test_a_failing_callback_is_logged_and_undoes_nothing(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []
    with database.write() as work:
        work.settings.set("demo", "yes")
        work.after_commit(lambda: [][0])
        work.after_commit(lambda: seen.append("called"))

    assert setting(database, "demo") == "yes"
    assert seen == ["called"]
    assert "a callback after a commit failed" in caplog.text


def test_listeners_learn_what_changed(database: Database) -> None:
    heard: list[Topics] = []
    stop = database.on_commit(heard.append)
    with database.write() as work:
        work.notify("desk")
        work.notify("desk")
    stop()
    with database.write() as work:
        work.notify("later")

    assert heard == [frozenset({"desk"})]


def test_a_value_that_is_taken_is_a_conflict(database: Database) -> None:
    add_brand(database, "acme")

    with pytest.raises(Conflict):
        add_brand(database, "acme")


def test_sqlites_writers_take_turns(migrated_file: Path, tmp_path: Path) -> None:
    shutil.copy(migrated_file, tmp_path / "x.db")
    database = Database.open(f"sqlite:///{tmp_path}/x.db", KEYS)

    def count_up() -> None:
        for _ in range(10):
            with database.write() as work:
                work.settings.set("count", str(int(work.settings.get("count") or 0) + 1))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert setting(database, "count") == "40"
    database.close()


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    with database.write() as work:
        work.settings.set("demo", "yes")

        assert setting(database, "demo") is None


@pytest.mark.slow
def test_a_lock_that_is_held_too_long_is_busy(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path}/x.db", KEYS)
    # By the same library: two SQLites in one process do not see each other's locks.
    other = sqlite.choose_driver().connect(tmp_path / "x.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()

    with pytest.raises(Busy), database.write():
        pytest.fail("the lock was not there")

    assert 4 < time.monotonic() - began < 8
    other.close()
    with database.write():
        pass
    database.close()


@pytest.mark.postgresql
def test_a_server_that_is_gone_is_unavailable(postgres_url: str) -> None:
    database = Database.open(postgres_url.replace("host=", "host=/nowhere"), KEYS)

    with pytest.raises(Unavailable), database.read() as work:
        work.settings.get("anything")


@pytest.mark.postgresql
def test_reading_nothing_needs_no_server(postgres_url: str) -> None:
    database = Database.open(postgres_url.replace("host=", "host=/nowhere"), KEYS)

    with database.read():
        pass


@pytest.mark.postgresql
def test_a_terminated_connection_is_unavailable_and_the_next_one_works(postgres_url: str) -> None:
    database = Database.open(postgres_url, KEYS)
    killer = Database.open(postgres_url, KEYS)

    with pytest.raises(Unavailable):
        use_a_connection_that(database, killed_by=killer)

    with database.administer() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    killer.close()
    database.close()


@pytest.mark.parametrize("url", ["mysql://localhost/x", "oracle://x"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(UnsafeDatabase, match="not supported"):
        Database.open(url, KEYS)


def test_what_is_no_address_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValueError, match="not a database address") as refused:
        Database.open("my secret password", KEYS)

    assert "secret" not in str(refused.value)


def write_and_fail(database: Database, change: Callable[[UnitOfWork], None]) -> None:
    with database.write() as work:
        change(work)
        raise ZeroDivisionError


def use_a_connection_that(database: Database, killed_by: Database) -> None:
    with database.administer() as connection:
        pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with killed_by.administer() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        connection.exec_driver_sql("SELECT 1")


def setting(database: Database, key: str) -> str | None:
    with database.read() as work:
        return work.settings.get(key)
