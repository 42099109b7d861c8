"""The database of one process: an engine, and units of work on its connections."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import ModuleType
from typing import cast

from sqlalchemy import Connection, Engine, Executable, make_url
from sqlalchemy.exc import ArgumentError

from storage.encryption import KeyCache, MasterKeys, Random, Vault
from storage.errors import Busy, UnsafeDatabase
from storage.faults import named
from storage.postgresql import create_postgresql_engine
from storage.repositories.keys import StoredKeys
from storage.sqlite import BUSY_MILLISECONDS, WRITES, Journal, choose_driver, create_sqlite_engine
from storage.transaction import Dialect, Executing, Rows, Topics, Transaction, Values
from storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)


class Database:
    """An open database. One a process, opened after a fork, shared by its threads."""

    def __init__(self, engine: Engine, keys: MasterKeys, random: Random = os.urandom) -> None:
        self.engine = engine
        self.dialect = cast(Dialect, engine.dialect.name)
        self._keys, self._random = keys, random
        self._cache = KeyCache()
        self._listeners: list[Callable[[Topics], None]] = []
        self._writer = _WriteTurn() if self.dialect == "sqlite" else nullcontext()
        self._writing = engine.execution_options(**{WRITES: True})

    @classmethod
    def open(
        cls,
        url: str,
        keys: MasterKeys,
        *,
        random: Random = os.urandom,
        sqlite_driver: ModuleType | None = None,
        sqlite_journal: Journal | None = None,
    ) -> "Database":
        """Open ``sqlite:///file`` or ``postgresql://host/name`` with the ring of master keys.

        Raises UnsafeDatabase (in memory, or WAL on an SQLite that can lose commits), Unavailable, ValueError
        (not a database address this program knows).
        """
        with named():
            return cls(_create_engine(url, sqlite_driver, sqlite_journal), keys, random)

    def close(self) -> None:
        """Close all pooled connections."""
        self.engine.dispose()

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """A unit of work that is committed at the end, or rolled back on an exception.

        On SQLite it begins with the write lock: keep it short, do not nest it in another in the same thread.
        Raises Conflict (run it again from the start), Busy, CommitUnknown, Unavailable.
        """
        with self._writer, named(), self._writing.connect() as connection:
            transaction = self._begin(connection)
            try:
                yield UnitOfWork(transaction)
            except BaseException:
                connection.rollback()
                raise
            with named(committing=True):
                connection.commit()
        self._committed(transaction)

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A unit of work that changes nothing: it is rolled back at the end. Raises Busy, Unavailable.

        It takes a connection when it first asks for something, and none when a cache knew it all.
        """
        late = _Late(self.engine)
        with named():
            try:
                yield UnitOfWork(self._on(late))
            finally:
                late.close()

    @contextmanager
    def administer(self) -> Iterator[Connection]:
        """A bare connection in a write transaction, for migrations. Raises Busy, Unavailable."""
        with self._writer, named(), self._writing.begin() as connection:
            yield connection

    def on_commit(self, listener: Callable[[Topics], None]) -> Callable[[], None]:
        """Call the listener, in the committing thread, after each commit of this process that tells topics.

        Returns the function that ends this.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def scrub(self) -> None:
        """Clear what the database's own files still hold of erased keys: call after the erasure's commit.

        On SQLite the write-ahead log is emptied; deleted content is overwritten anyway. On PostgreSQL the
        table of persons is vacuumed; its write-ahead log and backups are up to their retention.
        Raises Busy when readers hold on to the log: try again later.
        """
        statement = "PRAGMA wal_checkpoint(TRUNCATE)" if self.dialect == "sqlite" else "VACUUM person"
        with named(), self.engine.connect() as connection:
            raw = connection.execution_options(isolation_level="AUTOCOMMIT")
            answer = raw.exec_driver_sql(statement)
            if self.dialect == "sqlite" and answer.one()[0]:
                raise Busy("the write-ahead log is in use")

    def _begin(self, connection: Connection) -> Transaction:
        connection.begin()
        return self._on(connection)

    def _on(self, connection: Executing) -> Transaction:
        vault = Vault(self._keys, self._cache, StoredKeys(connection), self._random)
        return Transaction(connection, vault, self.dialect)

    def _committed(self, transaction: Transaction) -> None:
        topics = frozenset(transaction.topics)
        callbacks = list(transaction.after)
        if topics:
            callbacks += [_told(listener, topics) for listener in tuple(self._listeners)]
        for callback in callbacks:
            try:
                callback()
            except Exception:
                # What is committed stays: the other callbacks and the caller must not suffer from this one.
                _log.exception("a callback after a commit failed")


class _Late:
    """A connection that is taken, and its transaction begun, with the first statement."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def execute(self, statement: Executable, values: Values = None) -> Rows:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()
        return self._connection.execute(statement, values)

    def close(self) -> None:
        """End the transaction, if there is one, and give the connection back."""
        if self._connection is not None:
            with self._connection as connection:
                connection.rollback()


class _WriteTurn(AbstractContextManager[None]):
    """SQLite's writers within this process, one after the other.

    Without it they would all poll for the lock file with growing pauses, and the last would wait longest.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=BUSY_MILLISECONDS / 1000):
            raise Busy("another thread is writing to the database")

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _told(listener: Callable[[Topics], None], topics: Topics) -> Callable[[], None]:
    return lambda: listener(topics)


def _create_engine(url: str, driver: ModuleType | None, journal: Journal | None) -> Engine:
    try:
        address = make_url(url)
    except ArgumentError as fault:
        raise ValueError("not a database address; use sqlite:///file.db or postgresql://host/name") from fault
    match address.get_backend_name():
        case "sqlite":
            return create_sqlite_engine(address, driver or choose_driver(), journal)
        case "postgresql":
            return create_postgresql_engine(address)
        case other:
            raise UnsafeDatabase(f"{other!r} is not supported; use SQLite or PostgreSQL")
