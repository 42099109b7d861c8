"""The web process: Flask under gunicorn's gthread worker.

Threads and connections start after the fork. `--worker-connections` must exceed
the open streams, or gunicorn stops accepting at its default of 1,000.

Gunicorn's own process, which only looks after the one that answers, loads
nothing of the application: that spares its memory.
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from gunicorn.app.base import BaseApplication

from bot.settings import Settings


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
        from bot.processes.memory import keep_what_is_there, share_heaps
        from bot.processes.serving import web_application

        share_heaps()
        served = web_application(self._settings)
        _ending.append(served.end)
        _closing.append(served.close)
        keep_what_is_there()
        return served.application


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
