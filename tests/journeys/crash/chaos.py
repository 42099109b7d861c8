"""Kills web and workers, again and again, as the out-of-memory killer does: without a word."""

import os
import random
import signal
import threading
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import psutil

from tests.journeys.calling import Caller
from tests.journeys.crash.history import History
from tests.journeys.running import command_of, family_of

SHORTEST, LONGEST = 0.25, 1.0
"""Seconds of work that are granted to a process."""
UNREADY = 0.1
"""How often one is killed that is only starting."""
WORKING_THREADS = 3
"""A worker has that many once it watches the database."""
_LOOK = 0.05


class Chaos:
    """One killer for the web and one for the workers: each lets them begin to work, and strikes.

    The choices come from the seed; what they hit depends on the machine. `most` bounds the kills.
    """

    def __init__(self, supervisor: int, port: int, seed: int, history: History, most: int) -> None:
        self._supervisor, self._port, self._history, self._most = supervisor, port, history, most
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(kind, random.Random(f"{seed} {kind}")), daemon=True)
            for kind in ("web", "worker")
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _run(self, kind: str, chances: random.Random) -> None:
        while not self._over.is_set() and len(self._history.kills) < self._most:
            in_haste = chances.random() < UNREADY
            if in_haste or self._wait_for_work(kind):
                self._over.wait(chances.uniform(SHORTEST, LONGEST))
                self._strike(kind, chances)

    def _wait_for_work(self, kind: str) -> bool:
        while not self._over.wait(_LOOK):
            if self._works(kind):
                return True
        return False

    def _works(self, kind: str) -> bool:
        if kind == "worker":
            return any(_threads_of(each.pid) >= WORKING_THREADS for each in self._family(kind))
        try:
            return Caller(self._port).get("/health").status == 200
        except (OSError, HTTPException):
            return False

    def _strike(self, kind: str, chances: random.Random) -> None:
        victims = self._family(kind)
        if victims and not self._over.is_set():
            with suppress(ProcessLookupError):
                os.kill(chances.choice(victims).pid, signal.SIGKILL)
                self._history.killed(kind)

    def _family(self, kind: str) -> list[psutil.Process]:
        found = [each for each in family_of(self._supervisor) if command_of(each)[-1:] == [kind]]
        return sorted(found, key=lambda each: each.pid)


def _threads_of(pid: int) -> int:
    try:
        return sum(1 for _ in Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return 0
