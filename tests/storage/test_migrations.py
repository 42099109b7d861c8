"""Migrations lead to the tables that the program describes, whoever starts them how often."""

import multiprocessing
import re
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import migrate
from storage.database import Database
from storage.errors import SchemaMismatch
from storage.tables import metadata
from tests.storage.scene import KEYS


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    opened = Database.open(database_url, KEYS)
    yield opened
    opened.close()


# An index over an expression is not seen by this comparison; the next test sees it.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_the_migrations_make_the_tables_that_are_described(empty: Database) -> None:
    migrate.upgrade(empty)

    with empty.administer() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_make_the_same_indexes_down_to_their_conditions(empty: Database) -> None:
    migrate.upgrade(empty)
    with empty.administer() as connection:
        migrated = indexes(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        metadata.drop_all(connection)
        metadata.create_all(connection)
        described = indexes(connection)

    assert migrated == described


def test_the_newest_migration_is_the_programs_version(empty: Database) -> None:
    with empty.administer() as connection:
        scripts = ScriptDirectory.from_config(migrate.configuration(connection))

    assert scripts.get_heads() == [migrate.HEAD]


def test_migrating_twice_changes_nothing(empty: Database) -> None:
    migrate.upgrade(empty)
    migrate.upgrade(empty)

    migrate.check(empty)


def test_a_database_without_tables_is_told_how_to_get_them(empty: Database) -> None:
    with pytest.raises(SchemaMismatch, match="create them with: cancelbot migrate"):
        migrate.check(empty)


def test_an_older_database_is_told_what_to_run(empty: Database) -> None:
    set_version(empty, "0000")

    with pytest.raises(
        SchemaMismatch, match=f"of version 0000, this program needs {migrate.HEAD}; run: canc"
    ):
        migrate.check(empty)


def test_a_newer_database_is_refused_and_not_touched(empty: Database) -> None:
    set_version(empty, "9999")

    with pytest.raises(SchemaMismatch, match="newer than this program's"):
        migrate.check(empty)
    with pytest.raises(SchemaMismatch, match="newer than this program's"):
        migrate.upgrade(empty)


def test_a_migration_that_is_killed_leaves_nothing_behind(empty: Database) -> None:
    with pytest.raises(KeyboardInterrupt):
        migrate_and_be_killed(empty)

    with empty.administer() as connection:
        assert indexes(connection) == {}
    migrate.upgrade(empty)
    migrate.check(empty)


@pytest.mark.slow
def test_processes_that_migrate_at_once_wait_for_each_other(database_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(3)
    processes = [spawn.Process(target=migrate_together, args=(database_url, start)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    assert [process.exitcode for process in processes] == [0, 0, 0]
    database = Database.open(database_url, KEYS)
    migrate.check(database)
    database.close()


def migrate_and_be_killed(database: Database) -> None:
    with database.administer() as connection:
        migrate.migrate_on(connection)
        raise KeyboardInterrupt


def migrate_together(url: str, start: "multiprocessing.synchronize.Barrier") -> None:
    database = Database.open(url, KEYS)
    start.wait(30)
    migrate.upgrade(database)
    migrate.check(database)
    database.close()


def set_version(database: Database, version: str) -> None:
    with database.administer() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})


def indexes(connection: Connection) -> dict[str, str]:
    """Every index's definition by its name, without differences of layout."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    else:
        query = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    found = {name: re.sub(r"\s+", " ", sql) for name, sql in connection.execute(text(query))}
    found.pop("alembic_version_pkc", None)
    return found
