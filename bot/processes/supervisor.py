"""`cancelbot run`: starts web and worker, starts again what dies, stops both.

Imports nothing heavy: it is there all the time and does next to nothing.
"""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

log = logging.getLogger("cancelbot.supervisor")

STOP_SECONDS = 12.0
SLOWEST_RESTART = 30.0


@dataclass(slots=True)
class Child:
    """A process that is kept running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    next_start: float = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(self.command, env=dict(environment))  # noqa: S603 - our own command
        self.started = time.monotonic()
        log.info("%s started as %s", self.name, self.process.pid)


@dataclass(slots=True)
class Supervisor:
    """Keeps children running until told to stop."""

    children: list[Child]
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    slowest_restart: float = SLOWEST_RESTART
    """Seconds that a child which dies again and again is waited with at most."""
    stopping: bool = False

    def run(self) -> int:
        """Run until a signal comes; 0, or 1 when a child could not be kept running."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        for child in self.children:
            child.start(self.environment)
        while not self.stopping:
            for child in self.children:
                self._look_after(child)
            time.sleep(0.2)
        self._end()
        return 0

    def _look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is None:
            if now >= child.next_start:
                child.start(self.environment)
            return
        code = child.process.poll()
        if code is None:
            return
        child.failures = child.failures + 1 if now - child.started < 60 else 1
        delay = min(0.5 * 2 ** (child.failures - 1), self.slowest_restart)
        # Told to stop by somebody else is a restart by hand: 0, or the signal itself before it listens.
        level = logging.WARNING if code in (0, -signal.SIGTERM) else logging.ERROR
        log.log(level, "%s ended with %s; starting it again in %.1f s", child.name, code, delay)
        child.process, child.next_start = None, now + delay

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _end(self) -> None:
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in running:
            try:
                process.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                log.error("process %s did not stop in time", process.pid)
                process.kill()


def command(*arguments: str) -> list[str]:
    """Our own command line in another process."""
    return [sys.executable, "-m", "bot.cli", *arguments]
