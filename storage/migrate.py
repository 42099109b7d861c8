"""Bringing a database's tables to this program's version, and refusing to work on any other.

``check`` does without Alembic, which takes long to import: the start of a process only asks.
"""

from typing import Any

from sqlalchemy import Connection, inspect, text

from storage.database import Database
from storage.errors import SchemaMismatch

HEAD = "0019"
"""The version of the tables that this program was written for: that of the newest migration."""

_COMMAND = "cancelbot migrate"
_LOCK = 7_305_114_620_017_461
"""Any number, the same in every process: who holds this advisory lock is migrating."""


def upgrade(database: Database) -> None:
    """Bring the tables to this program's version; nothing happens when they are.

    Safe to call from several processes at once: one migrates, the others wait and find it done. It is one
    transaction, so a process killed in the middle leaves the tables as they were.
    Raises SchemaMismatch when the tables are newer than the program, and what ``Database.write`` raises.
    """
    with database.administer() as connection:
        _wait_for_others(connection)
        found = _version(connection)
        if found is not None and found > HEAD:
            raise SchemaMismatch(_message(found))
        if found != HEAD:
            migrate_on(connection)


def check(database: Database) -> None:
    """Raise SchemaMismatch unless the tables are of exactly this program's version."""
    with database.administer() as connection:
        found = _version(connection)
    if found != HEAD:
        raise SchemaMismatch(_message(found))


def _message(found: str | None) -> str:
    if found is None:
        return f"the database has no tables yet; create them with: {_COMMAND}"
    if found > HEAD:
        return f"the database's tables are of version {found}, newer than this program's {HEAD}; update it"
    return f"the database's tables are of version {found}, this program needs {HEAD}; run: {_COMMAND}"


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _wait_for_others(connection: Connection) -> None:
    # On SQLite the transaction began with the write lock, which does the same.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '10min'"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def migrate_on(connection: Connection) -> None:
    """Migrate within the connection's transaction, which the caller commits."""
    from alembic import command

    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Any:
    """Alembic's configuration for migrating on this connection, without any file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config
