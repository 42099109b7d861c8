"""Databases for the back offices."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.bot.databases import migrated
from tests.postgres import PostgresServer


@pytest.fixture(scope="module")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An SQLite database with tables, shared by a module's tests."""
    with migrated(f"sqlite:///{tmp_path_factory.mktemp('database')}/test.db") as database:
        yield database


@pytest.fixture(scope="module")
def postgresql_database(postgres_server: PostgresServer) -> Iterator[Database]:
    """A PostgreSQL database with tables, shared by a module's tests."""
    url = postgres_server.create_database()
    with migrated(url) as database:
        yield database
    postgres_server.drop_database(url)
