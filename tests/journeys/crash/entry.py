"""The program as it runs in crash tests: its own supervisor, web and worker, with another back office.

    python -m tests.journeys.crash.entry run --port PORT | web | worker

The back office, how fast time goes by and how far ahead the clock is come from the environment.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.outbounds import Outbounds
from bot.processes.log import log_to_stderr
from bot.processes.open import open_application
from bot.processes.prepare import environment_of, prepare
from bot.processes.supervisor import Child, Supervisor
from bot.processes.web import WebServer
from bot.processes.worker import Worker, stop_on_signals
from bot.sandbox.wiring import sandbox_account, sandbox_outbound
from bot.settings import Settings, read_settings
from bot.web.app import create_app
from bot.web.streams import Streams
from bot.wiring import Application
from storage.changes import Changes
from tests.journeys.crash.office_client import OfficeClient

QUICK = 0.3
"""Seconds until a killed process is started again: a test that waits tries nothing."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A clock that leaves at `since` and goes `times` as fast: leases of half a minute end in seconds."""

    since: float
    times: float
    ahead: float = 0.0

    def now(self) -> datetime:
        real = datetime.now(UTC).timestamp()
        return datetime.fromtimestamp(self.since + (real - self.since) * self.times + self.ahead, UTC)

    def variables(self) -> Mapping[str, str]:
        return {"CRASH_PACE": f"{self.since} {self.times} {self.ahead}"}

    @classmethod
    def of_environment(cls) -> "Pace":
        return cls(*(float(value) for value in os.environ["CRASH_PACE"].split()))


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.journeys.crash.entry", *arguments]


def application(settings: Settings) -> Application:
    """The application with the back office that is never killed."""
    opened = open_application(settings, demo=True, clock=Pace.of_environment().now)
    office = OfficeClient(int(os.environ["CRASH_OFFICE"]))
    return replace(
        opened, office_of=lambda brand: office, channel_account=lambda row: sandbox_account(row, settings)
    )


def run(port: int) -> int:
    settings = read_settings()
    settings = replace(settings, port=port, base_url=f"http://{settings.host}:{port}")
    prepare(settings, True)
    children = [Child("web", command("web"))]
    children += [
        Child(f"worker{number}", command("worker"))
        for number in range(1, 1 + int(os.environ["CRASH_WORKERS"]))
    ]
    return Supervisor(children, environment_of(settings), slowest_restart=QUICK).run()


class Web(WebServer):
    """The web process, with that application."""

    def load(self) -> Callable[..., Iterable[bytes]]:
        app, streams = application(read_settings()), Streams()
        Changes(app.database).start().subscribe(streams.wake)
        return create_app(app, streams, demo=True)


def web() -> int:
    Web(read_settings()).run()
    return 0


def worker() -> int:
    settings = read_settings()
    app = application(settings)
    work = Worker(app, Outbounds(sandbox_outbound(app.database, settings, app.clock)))
    stop_on_signals(work.stop)
    work.run()
    app.database.close()
    return 0


def main() -> int:
    log_to_stderr()
    match sys.argv[1:]:
        case ["run", "--port", port]:
            return run(int(port))
        case ["web"]:
            return web()
        case ["worker"]:
            return worker()
        case other:
            raise SystemExit(f"expected run --port PORT, web or worker, not {other}")


if __name__ == "__main__":
    sys.exit(main())
