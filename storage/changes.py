"""Wake-ups: who waits for something in the database is called soon after a commit, of any process.

A wake-up may be lost (a process killed between its commit and its notice, a connection that broke), so
whoever subscribes also looks by themselves every second or so: that is the truth, this is the speed.
"""

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from storage.change_sources import DataVersion, Notifications
from storage.database import Database
from storage.transaction import Topics

_log = logging.getLogger(__name__)
_JOIN_SECONDS = 5.0


class Source(Protocol):
    """Where the commits of other processes are learnt from."""

    def start(self) -> None:
        """Begin, in a thread of its own."""
        ...

    def tell(self, topics: Topics) -> None:
        """Tell the other processes of a commit of this one."""
        ...

    def close(self) -> None:
        """End the thread and its connections."""
        ...


class Changes:
    """The one watcher of a process. Start it after a fork; subscribers are called in its thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._subscribers: list[Callable[[Topics], None]] = []
        self._waiting = threading.Condition()
        self._topics: set[str] = set()
        self._anything = False
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="changes", daemon=True)
        self._source = self._make_source()
        self._forget_database: Callable[[], None] = lambda: None

    def start(self) -> Self:
        """Begin to watch; returns itself."""
        self._forget_database = self._database.on_commit(self._committed_here)
        self._thread.start()
        self._source.start()
        return self

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def subscribe(self, callback: Callable[[Topics], None]) -> Callable[[], None]:
        """Call back with what changed after each commit, several commits at once when they come fast.

        Topics are empty when it is only known that something changed. The callback must be quick: it sets
        an event or fills a queue. Returns the function that ends the subscription.
        """
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def close(self) -> None:
        """Stop watching."""
        self._forget_database()
        self._source.close()
        with self._waiting:
            self._closed = True
            self._waiting.notify()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SECONDS)

    def _make_source(self) -> Source:
        if self._database.dialect == "sqlite":
            return DataVersion(self._database.engine, self._wake)
        return Notifications(self._database.engine, self._wake)

    def _committed_here(self, topics: Topics) -> None:
        self._wake(topics)
        self._source.tell(topics)

    def _wake(self, topics: Topics) -> None:
        with self._waiting:
            self._topics |= topics
            self._anything = self._anything or not topics
            self._waiting.notify()

    def _run(self) -> None:
        while (topics := self._next()) is not None:
            for subscriber in tuple(self._subscribers):
                try:
                    subscriber(topics)
                except Exception:
                    _log.exception("a subscriber to changes failed")

    def _next(self) -> Topics | None:
        """What changed since the last time, waiting for it; None at the end."""
        with self._waiting:
            self._waiting.wait_for(lambda: self._closed or self._anything or self._topics)
            if self._closed:
                return None
            topics: Topics = frozenset() if self._anything else frozenset(self._topics)
            self._topics, self._anything = set(), False
            return topics
