"""One crash test: office, program, clients, chaos; then quiet; then the checker."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap import ROOT
from tests.journeys.crash import checker
from tests.journeys.crash.chaos import Chaos
from tests.journeys.crash.clients import Clients
from tests.journeys.crash.entry import Pace, command
from tests.journeys.crash.history import History
from tests.journeys.running import Running, running
from tests.journeys.tables import database_of, settings_of

AT_ONCE = 6
TIMES = 5.0
"""How fast the program's clock goes."""
SLOWEST_REST = 300.0
"""Seconds in which everything must be done once nothing is killed any more."""


@dataclass(frozen=True, slots=True)
class Report:
    """What happened and what was found."""

    seed: int
    cancellations: int
    seconds: float
    history: History
    office_calls: int
    problems: list[str]

    def __str__(self) -> str:
        history = self.history
        figures = (
            f"seed {self.seed}: {self.cancellations} cancellations, {len(history.kills)} kills,"
            f" {history.attempts} requests ({history.failed_attempts} unanswered or refused),"
            f" {self.office_calls} back-office calls, {self.seconds:.0f} s"
        )
        return "\n".join([figures, *(self.problems or ["all invariants hold"])])


@contextmanager
def office(folder: Path, seed: int, *, steady: bool = False) -> Iterator[int]:
    """The back office, running: its port. It logs to `office.log`; a steady one always answers."""
    arguments = ["-m", "tests.journeys.crash.office", str(folder / "office.log"), str(seed)]
    arguments += ["steady"] if steady else []
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def crashable(
    folder: Path, database_url: str, seed: int, pace: Pace, *, workers: int = 2, steady: bool = False
) -> Iterator[Running]:
    """The program with its back office; `run` as in `entry`."""
    with office(folder, seed, steady=steady) as port:
        variables: Mapping[str, str] = {
            "CRASH_OFFICE": str(port),
            "CRASH_WORKERS": str(workers),
            **pace.variables(),
        }
        with running(command("run"), folder, database_url, variables) as program:
            yield program


def play(
    folder: Path, database_url: str, cancellations: int, seed: int, patience: float, kills: int
) -> Report:
    """The whole test; `patience` is how many seconds the clients may take, `kills` the most there are."""
    folder.mkdir(parents=True, exist_ok=True)
    history, pace, started = History(), Pace(time.time(), TIMES), time.monotonic()
    with crashable(folder, database_url, seed, pace) as program:
        chaos = Chaos(program.process.pid, program.port, seed, history, kills)
        clients = Clients(program.port, pace.now, history, time.monotonic() + patience)
        chaos.start()
        try:
            clients.play(cancellations, seed, AT_ONCE)
        finally:
            chaos.end()
        left = rest(program)
        log = folder / "office.log"
        with database_of(program) as database:
            found = left + checker.problems(history, database, log)
            found += checker.audit_finds_nothing(database, settings_of(program), pace.now())
            calls = len(checker.calls_in(log))
    return Report(seed, cancellations, time.monotonic() - started, history, calls, found)


def rest(program: Running) -> list[str]:
    """Wait until nothing is left to do; what is left after all."""
    with database_of(program) as database:
        deadline = time.monotonic() + SLOWEST_REST
        left = ["?"]
        while left and time.monotonic() < deadline:
            time.sleep(0.25)
            left = checker.unfinished(database)
    return [f"left undone: {each}" for each in left]
