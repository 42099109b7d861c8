"""Databases, and a laboratory of each back office."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.bot.backoffice.contract import ADA, BEN, LABORATORIES, Laboratory, MakeLaboratory
from tests.bot.backoffice.http_reference import ReferenceServer
from tests.bot.backoffice.stripe_server import StripeServer
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


@pytest.fixture(scope="module")
def reference_server() -> Iterator[ReferenceServer]:
    """A server on the loopback that answers as brands' own systems do."""
    with ReferenceServer().running() as server:
        yield server


@pytest.fixture(scope="module")
def stripe_server() -> Iterator[StripeServer]:
    """A server on the loopback that answers as Stripe does."""
    with StripeServer().running() as server:
        yield server


@pytest.fixture(params=LABORATORIES)
def lab(request: pytest.FixtureRequest) -> Laboratory:
    return with_customers(request)


def with_customers(request: pytest.FixtureRequest) -> Laboratory:
    """The laboratory that the request's parameter makes, with two customers in it."""
    make: MakeLaboratory = request.param
    made = make(request)
    made.add_customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")
    made.add_customer(BEN, "Ben Okafor", "ben@example.com", None)
    return made
