"""How a process learns of another's commits: SQLite's ``data_version``, PostgreSQL's LISTEN and NOTIFY."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from storage.ids import new_id
from storage.transaction import Topics

Wake = Callable[[Topics], None]

_log = logging.getLogger(__name__)
_ANYTHING: Topics = frozenset()
_JOIN_SECONDS = 5.0

_QUICKEST_SECONDS = 0.025
_SLOWEST_SECONDS = 0.1
_SLOWING = 1.2

_CHANNEL = "cancelbot"
_PAYLOAD_BYTES = 7900  # PostgreSQL allows 7999
_BATCH_SECONDS = 0.01
_LISTEN_SECONDS = 0.5
_RECONNECT_SECONDS = 1.0


class DataVersion:
    """SQLite: a number that is different once another connection has committed, asked for all the time.

    Every 25 ms while there is something going on, slowing down to every 100 ms. The commits of the own
    process show as well, without their topics.
    """

    def __init__(self, engine: Engine, wake: Wake) -> None:
        self._wake = wake
        self._closing = threading.Event()
        self._thread = _thread("data-version", engine, self._closing, self._watch)

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def tell(self, topics: Topics) -> None:
        """Nothing to do: the others see the commit itself."""

    def close(self) -> None:
        """Stop asking."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SECONDS)

    def _watch(self, connection: Any) -> None:
        seen, pause = None, _QUICKEST_SECONDS
        while not self._closing.wait(pause):
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if version == seen:
                pause = min(_SLOWEST_SECONDS, pause * _SLOWING)
            else:
                seen, pause = version, _QUICKEST_SECONDS
                self._wake(_ANYTHING)


class Notifications:
    """PostgreSQL: one connection that listens, one that notifies.

    Notices are sent after the commits, several in one, rather than within the transactions: NOTIFY takes a
    lock that makes all the commits of the database queue up.
    """

    def __init__(self, engine: Engine, wake: Wake) -> None:
        self._wake = wake
        self._closing = threading.Event()
        self._told = threading.Event()
        self._lock = threading.Lock()
        self._topics: set[str] = set()
        self._sender = new_id()
        self._threads = [
            _thread("listen", engine, self._closing, self._listen),
            _thread("notify", engine, self._closing, self._notify),
        ]

    def start(self) -> None:
        """Begin to listen."""
        for thread in self._threads:
            thread.start()

    def tell(self, topics: Topics) -> None:
        """Notify the other processes soon."""
        with self._lock:
            self._topics |= topics
        self._told.set()

    def close(self) -> None:
        """Stop listening."""
        self._closing.set()
        self._told.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(_JOIN_SECONDS)

    def _listen(self, connection: Any) -> None:
        connection.autocommit = True
        connection.execute(f"LISTEN {_CHANNEL}")
        # What happened before somebody listened would otherwise be noticed late.
        self._wake(_ANYTHING)
        while not self._closing.is_set():
            for notice in connection.notifies(timeout=_LISTEN_SECONDS):
                sender, *topics = notice.payload.split("\n")
                if sender != self._sender:
                    self._wake(frozenset(topics))

    def _notify(self, connection: Any) -> None:
        connection.autocommit = True
        while True:
            self._told.wait()
            if self._closing.is_set():
                return
            self._told.clear()
            with self._lock:
                topics, self._topics = self._topics, set()
            connection.execute("SELECT pg_notify(%s, %s)", [_CHANNEL, _payload(self._sender, topics)])
            # What is committed meanwhile goes out together.
            self._closing.wait(_BATCH_SECONDS)


def _payload(sender: str, topics: set[str]) -> str:
    full = "\n".join([sender, *sorted(topics)])
    return full if len(full.encode()) <= _PAYLOAD_BYTES else sender


def _thread(
    name: str, engine: Engine, closing: threading.Event, task: Callable[[Any], None]
) -> threading.Thread:
    return threading.Thread(target=_keep, args=(engine, closing, task), name=name, daemon=True)


def _keep(engine: Engine, closing: threading.Event, task: Callable[[Any], None]) -> None:
    """Do the task on a connection of its own, and again on a new one whenever that breaks."""
    while not closing.is_set():
        try:
            # Detached from the pool, which is for units of work, but set up as the engine sets up all.
            pooled = engine.raw_connection()
            connection = pooled.driver_connection
            pooled.detach()
            try:
                task(connection)
            finally:
                pooled.close()
        except (engine.dialect.loaded_dbapi.Error, SQLAlchemyError) as fault:
            _log.warning("wake-ups are interrupted: %s", fault)
            closing.wait(_RECONNECT_SECONDS)
