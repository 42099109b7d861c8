"""A migrated database for each test, once on SQLite and once on PostgreSQL, with one brand's data in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from tests.engines import opened_database
from tests.postgres import PostgresServer
from tests.storage.effects import Add
from tests.storage.scene import KEYS, NOW, Brand, add_brand


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_template(postgres_server: PostgresServer) -> str:
    """The name of a PostgreSQL database with tables, to be copied."""
    url = postgres_server.create_database()
    _migrate(url)
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with empty tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "x.db")
        yield f"sqlite:///{tmp_path}/x.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    template: str = request.getfixturevalue("migrated_template")
    url = server.copy_database(template)
    yield url
    server.drop_database(url)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """An open database with empty tables."""
    opened = opened_database(migrated_url, KEYS)
    yield opened
    opened.close()


@pytest.fixture
def second(migrated_url: str, database: Database) -> Iterator[Database]:
    """The same database as another process opens it."""
    opened = opened_database(migrated_url, KEYS)
    yield opened
    opened.close()


@pytest.fixture
def brand(database: Database) -> Brand:
    """The brand Acme."""
    return add_brand(database, "acme")


@pytest.fixture
def address(database: Database, brand: Brand) -> AddressRow:
    """Somebody who wrote to Acme."""
    with database.write() as work:
        return work.contacts.meet(brand.id, brand.account.id, "+4915112345678", NOW)


@pytest.fixture
def conversation(database: Database, address: AddressRow) -> ConversationRow:
    """Their conversation."""
    with database.write() as work:
        return work.conversations.create(address, revision_id=None, locale="de", state=b"begun", now=NOW)


@pytest.fixture
def add(database: Database, brand: Brand) -> Add:
    """Adds effects of Acme."""
    return Add(database, brand)


def _migrate(url: str) -> None:
    database = Database.open(url, KEYS)
    migrate.upgrade(database)
    database.close()
