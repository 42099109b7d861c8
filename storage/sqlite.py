"""SQLite: which library to use, which journal is safe with it, and an engine set up for two processes.

Versions 3.7.0 to 3.51.2 can lose commits in WAL mode with two or more connections (fixed in 3.51.3, with
backports 3.44.6 and 3.50.7). Source: the SQLite project's note "WAL-reset bug" of release 3.51.3.

Never open the same file with Python's own module and with the bundled one in one process: the locks are the
process's, so the two libraries do not see each other's. ``choose_driver`` says which one is in use.
"""

import importlib
import os
import sqlite3
from types import ModuleType
from typing import Any, Literal, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from storage.errors import Unavailable, UnsafeDatabase

Journal = Literal["wal", "delete"]
Version = tuple[int, int, int]

BUSY_MILLISECONDS = 5000
WRITES = "cancelbot_writes"
"""Execution option of a connection whose transactions begin with the write lock."""

_POOL = {"pool_size": 8, "max_overflow": 24, "pool_timeout": 5.0}
_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    # Deleted content is overwritten, so that an erased key does not linger in a free page.
    "PRAGMA secure_delete=ON",
)


def is_affected(version: Version) -> bool:
    """Whether this SQLite can lose commits in WAL mode."""
    if version < (3, 7, 0) or version >= (3, 51, 3):
        return False
    return not ((3, 44, 6) <= version < (3, 45, 0) or (3, 50, 7) <= version < (3, 51, 0))


def version_of(driver: ModuleType) -> Version:
    """The version of the SQLite library behind a DB-API module."""
    major, minor, patch = cast(Version, driver.sqlite_version_info)
    return major, minor, patch


def choose_driver() -> ModuleType:
    """Python's own module when its SQLite is safe, else the bundled newer one, else Python's own."""
    if not is_affected(version_of(sqlite3)):
        return sqlite3
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3


def choose_journal(version: Version, wanted: Journal | None = None) -> Journal:
    """WAL on a safe version, a rollback journal on an affected one. Raises UnsafeDatabase for WAL there."""
    if not is_affected(version):
        return wanted or "wal"
    if wanted == "wal":
        number = ".".join(map(str, version))
        raise UnsafeDatabase(
            f"SQLite {number} can lose commits in WAL mode. Use 3.51.3 or newer (the package pysqlite3 "
            "carries one) or a rollback journal."
        )
    return "delete"


def create_sqlite_engine(url: URL, driver: ModuleType, journal: Journal | None = None) -> Engine:
    """An engine over a database file.

    Raises UnsafeDatabase for memory databases and unsafe journals, Unavailable when it cannot be opened.
    """
    path = url.database or ":memory:"
    if path == ":memory:" or "mode=memory" in path or url.query.get("mode") == "memory":
        raise UnsafeDatabase(
            "two processes share the database, so it cannot be kept in memory; "
            "use a file: sqlite:///cancelbot.db"
        )
    mode = choose_journal(version_of(driver), journal)
    _make_private(path)
    engine = create_engine(url, module=driver, connect_args={"check_same_thread": False}, **_POOL)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    _set_journal(engine, mode)
    return engine


def _make_private(path: str) -> None:
    """Create the file readable by its owner only; SQLite gives its journals the same mode."""
    if path.startswith("file:"):
        return
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as fault:
        raise Unavailable(f"the database {path} cannot be opened: {fault.strerror}") from fault


def _on_connect(connection: DBAPIConnection, _: object) -> None:
    # The driver's own transaction handling would begin late and deferred: it is turned off.
    cast(Any, connection).isolation_level = None
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A write transaction that began deferred could fail with "locked" half-way, without any waiting.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_journal(engine: Engine, journal: Journal) -> None:
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA journal_mode={journal}")
        row = cursor.fetchone()
        cursor.close()
    finally:
        raw.close()
    if row is None or row[0] != journal:
        raise UnsafeDatabase(f"the database stays in journal mode {row and row[0]!r}, {journal!r} is needed")
