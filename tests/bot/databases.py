"""Migrated databases for tests, one of each kind a module: each test makes a brand of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade
from tests.engines import opened_database

KEYS = MasterKeys.from_bytes(b"k" * 32)


@contextmanager
def migrated(url: str) -> Iterator[Database]:
    """The database at the URL, with tables."""
    database = opened_database(url, KEYS)
    try:
        upgrade(database)
        yield database
    finally:
        database.close()
