"""Worlds: on SQLite for what the web does, on both databases for what races."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.databases import migrated
from tests.bot.web.desk.world import Customer, Desk, World
from tests.postgres import PostgresServer


@pytest.fixture(scope="module")
def sqlite_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with migrated(f"sqlite:///{tmp_path_factory.mktemp('database')}/desk.db") as database:
        yield database


@pytest.fixture(scope="module")
def postgresql_database(postgres_server: PostgresServer) -> Iterator[Database]:
    url = postgres_server.create_database()
    with migrated(url) as database:
        yield database
    postgres_server.drop_database(url)


@pytest.fixture
def world(sqlite_database: Database, tmp_path: Path) -> World:
    """Two brands of this test's own."""
    return World(sqlite_database, tmp_path)


@pytest.fixture(params=["sqlite_database", pytest.param("postgresql_database", marks=pytest.mark.postgresql)])
def any_world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    """The same, once on each kind of database."""
    return World(request.getfixturevalue(request.param), tmp_path)


@pytest.fixture
def kim(world: World) -> Desk:
    """An agent at the desk."""
    return world.client("Kim")


@pytest.fixture
def robin(world: World) -> Desk:
    """Another one."""
    return world.client("Robin")


@pytest.fixture
def sam(world: World) -> Desk:
    """An admin."""
    return world.client("Sam")


@pytest.fixture
def customer(world: World) -> Customer:
    """Somebody on the web who waits for a person."""
    return world.waiting()
