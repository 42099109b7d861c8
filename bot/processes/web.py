"""The web process: Flask under gunicorn's gthread worker.

Threads and connections start after the fork. `--worker-connections` must exceed
the open streams, or gunicorn stops accepting at its default of 1,000.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from gunicorn.app.base import BaseApplication

from bot.processes.open import is_demo, open_application
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.streams import Streams
from bot.wiring import Application
from storage.changes import Changes
from storage.transaction import Topics

log = logging.getLogger("cancelbot.web")

MARGIN = timedelta(seconds=3)
"""A transaction may commit after a later one: look back this far."""


class WebServer(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings instead of its command line."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        settings = self._settings
        values = {
            "bind": f"{settings.host}:{settings.port}",
            "worker_class": "gthread",
            "workers": 1,
            "threads": settings.web_threads,
            "worker_connections": settings.web_threads + 1_000,
            "graceful_timeout": 5,
            "timeout": 60,
            "keepalive": 15,
            "accesslog": None,
            "loglevel": "warning",
            "proc_name": "cancelbot web",
            "post_worker_init": _watch,
            "worker_int": _quiet,
            "worker_exit": _exit,
            "control_socket_disable": True,
        }
        for name, value in values.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Callable[..., Iterable[bytes]]:
        return web_application(self._settings)


_closing: list[Callable[[], None]] = []
"""What the process closes when it stops; filled after the fork."""
_ending: list[Callable[[], None]] = []
"""What it ends at once when it is told to stop."""


def _watch(worker: Any) -> None:
    """End the event streams as soon as the process is told to stop: they would hold it up, and clients
    reconnect to the next one."""

    def watch() -> None:
        while worker.alive:
            time.sleep(0.2)
        for stream in _ending:
            stream()

    threading.Thread(target=watch, name="end-streams", daemon=True).start()


def _quiet(worker: Any) -> None:
    """A stop by hand is no error."""


def _exit(server: Any, worker: Any) -> None:
    for close in _closing:
        close()


def web_application(settings: Settings) -> Callable[..., Iterable[bytes]]:
    """The WSGI application with its watcher started. Called in the worker, after the fork."""
    app = open_application(settings, demo=True)
    demo = is_demo(app) and settings.is_loopback
    streams = Streams()
    changes = Changes(app.database).start()
    changes.subscribe(Waking(app, streams).wake)
    _ending.append(streams.close)
    _closing.extend([changes.close, app.database.close])
    return create_app(app, streams, demo=demo)


class Waking:
    """Passes wake-ups on; where only "something" changed, asks which conversations did."""

    def __init__(self, app: Application, streams: Streams) -> None:
        self._app = app
        self._streams = streams
        self._since = app.clock()

    def wake(self, topics: Topics) -> None:
        now = self._app.clock()
        if not topics:
            with self._app.database.read() as uow:
                heads = uow.conversations.changed_since(self._since - MARGIN)
            topics = frozenset(f"conversation:{head.id}" for head in heads) | {"outbox"}
        self._since = now
        self._streams.wake(topics)
