"""What the web process serves: the application on its database, and the watcher that wakes its streams."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.processes.open import is_demo, open_application
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.ids import ConversationId
from storage.changes import Changes
from storage.transaction import Topics

MARGIN = timedelta(seconds=3)
"""A transaction may commit after a later one: look back this far."""

FOR_REQUESTS = 32
"""Threads that are left for requests when as many streams are open as may be."""


@dataclass(frozen=True, slots=True)
class Served:
    """What a web process serves. `end` ends what is open at once, `close` follows when all is answered."""

    application: Callable[..., Iterable[bytes]]
    end: Callable[[], None]
    close: Callable[[], None]


def web_application(settings: Settings) -> Served:
    """The WSGI application with its watcher started. Called after the fork."""
    app = open_application(settings, demo=True)
    demo = is_demo(app) and settings.is_loopback
    streams = Streams(most_streams(settings.web_threads))
    changes = Changes(app.database).start()
    changes.subscribe(Waking(app, streams).wake)

    def close() -> None:
        changes.close()
        app.database.close()

    return Served(create_app(app, streams, demo=demo), streams.close, close)


def most_streams(threads: int) -> int:
    """How many threads event streams may hold: never those that requests need."""
    return max(threads - FOR_REQUESTS, threads // 2)


class Waking:
    """Passes wake-ups on; where only "something" changed, asks which conversations did, if anybody waits.

    What was told is remembered as long as it is looked back, so that nobody is woken twice for one change.
    """

    def __init__(self, app: Application, streams: Streams) -> None:
        self._app = app
        self._streams = streams
        self._since = app.clock()
        self._told: dict[ConversationId, int] = {}

    def wake(self, topics: Topics) -> None:
        now = self._app.clock()
        if not topics and self._streams.are_waited_for:
            topics = self._changed() | {"outbox"}
        self._since = now
        if topics:
            self._streams.wake(topics)

    def _changed(self) -> Topics:
        with self._app.database.read() as uow:
            versions = uow.conversations.versions_since(self._since - MARGIN)
        told, self._told = self._told, versions
        return frozenset(f"conversation:{each}" for each in versions if told.get(each) != versions[each])
