"""SQLite: which versions are safe, and what is refused."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from storage import sqlite
from storage.database import Database
from storage.errors import Unavailable, UnsafeDatabase
from storage.sqlite import Version
from tests.storage.scene import KEYS


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 0), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_versions_that_can_lose_commits(version: Version, affected: bool) -> None:
    assert sqlite.is_affected(version) is affected


def test_the_write_ahead_log_is_refused_where_it_can_lose_commits() -> None:
    with pytest.raises(UnsafeDatabase, match=r"3\.40\.1 can lose commits"):
        sqlite.choose_journal((3, 40, 1), "wal")


def test_an_affected_version_gets_a_rollback_journal() -> None:
    assert sqlite.choose_journal((3, 40, 1)) == "delete"
    assert sqlite.choose_journal((3, 53, 0)) == "wal"
    assert sqlite.choose_journal((3, 53, 0), "delete") == "delete"


def test_the_driver_that_is_chosen_is_safe() -> None:
    assert not sqlite.is_affected(sqlite.version_of(sqlite.choose_driver()))


@pytest.mark.skipif(
    not sqlite.is_affected(sqlite.version_of(sqlite3)), reason="Python's own SQLite is not affected here"
)
def test_a_database_left_in_wal_mode_is_taken_out_of_it_on_an_affected_version(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/x.db"
    Database.open(url, KEYS).close()

    database = Database.open(url, KEYS, sqlite_driver=sqlite3)

    assert pragma(database, "journal_mode") == "delete"
    database.close()


def test_every_connection_is_durable_and_holds_references(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path}/x.db", KEYS)

    settings = {name: pragma(database, name) for name in ("journal_mode", "synchronous", "foreign_keys")}

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    database.close()


@pytest.mark.parametrize("url", ["sqlite:///:memory:", "sqlite://", "sqlite:///file:x?mode=memory&uri=true"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(UnsafeDatabase, match="cannot be kept in memory"):
        Database.open(url, KEYS)


def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    Database.open(f"sqlite:///{tmp_path}/x.db", KEYS).close()

    assert stat.S_IMODE((tmp_path / "x.db").stat().st_mode) == 0o600


def test_a_file_that_cannot_be_made_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"none/x\.db cannot be opened: No such file or directory"):
        Database.open(f"sqlite:///{tmp_path}/none/x.db", KEYS)


def test_a_full_disk_is_unavailable_and_recovers(migrated_file: Path, tmp_path: Path) -> None:
    shutil.copy(migrated_file, tmp_path / "x.db")
    database = Database.open(f"sqlite:///{tmp_path}/x.db", KEYS)
    pages = pragma(database, "page_count")
    pragma(database, f"max_page_count={pages}")

    with pytest.raises(Unavailable, match="full"), database.write() as work:
        work.settings.set("large", "x" * 100_000)

    pragma(database, "max_page_count=1000000")
    with database.write() as work:
        assert work.settings.get("large") is None
        work.settings.set("large", "x" * 100_000)
    database.close()


def pragma(database: Database, name: str) -> object:
    with database.administer() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
