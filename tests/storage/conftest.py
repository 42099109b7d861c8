"""A migrated database for each test, once on SQLite and once on PostgreSQL, with one brand's data in it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from dialogs.ids import BrandId
from storage import migrate
from storage.database import Database
from storage.encryption import MasterKeys
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from tests.postgres import PostgresServer

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KEYS = MasterKeys.from_bytes(b"m" * 32, "2026-01")
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)

_numbers = count(1)


@dataclass(frozen=True)
class Brand:
    """A brand with one account."""

    row: BrandRow
    account: AccountRow

    @property
    def id(self) -> BrandId:
        return self.row.id


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
    name = f"copy_{next(_numbers)}"
    server.execute(f"CREATE DATABASE {name} TEMPLATE {_name(template)}")
    yield template.replace(f"/{_name(template)}?", f"/{name}?")
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """An open database with empty tables."""
    opened = Database.open(migrated_url, KEYS)
    yield opened
    opened.close()


@pytest.fixture
def second(migrated_url: str, database: Database) -> Iterator[Database]:
    """The same database as another process opens it."""
    opened = Database.open(migrated_url, KEYS)
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


def add_brand(database: Database, slug: str) -> Brand:
    with database.write() as work:
        row = work.brands.add(
            slug=slug,
            name=slug.title(),
            zone="Europe/Berlin",
            currency="EUR",
            locale="de",
            locales=["de", "en"],
            pack="de",
            record_prefix=slug[:2].upper(),
            settings={"tone": "friendly"},
            now=NOW,
        )
        account = work.accounts.add(
            row.id, kind="sms", name="Main number", address=f"+49{slug}", settings={}, now=NOW
        )
    return Brand(row, account)


def _migrate(url: str) -> None:
    database = Database.open(url, KEYS)
    migrate.upgrade(database)
    database.close()


def _name(url: str) -> str:
    return url.split("?")[0].rsplit("/", 1)[1]
