"""A worker that slept beyond its lease wakes up to find its work done by another: it changes nothing."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.bootstrap import ROOT
from tests.journeys.crash import checker
from tests.journeys.crash.drive import crashable
from tests.journeys.crash.entry import Pace, command
from tests.journeys.crash.office import HELD
from tests.journeys.people import Visitor
from tests.journeys.running import Running
from tests.journeys.tables import database_of
from tests.journeys.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

BEYOND_ANY_LEASE = 120.0
"""Seconds that the second worker's clock is ahead."""


def test_a_late_completion_changes_nothing(database_url: str, data: Path) -> None:
    data.mkdir()
    pace = Pace(time.time(), 1.0)
    with crashable(data, database_url, 1, pace, workers=1, steady=True) as program:
        (data / HELD).touch()
        visitor = cancelled(program)
        sleeper = program.pid_of("worker1")
        until(lambda: ended(data), "the call of the first worker")
        put_to_sleep(sleeper, program)
        try:
            (data / HELD).unlink()
            with worker_ahead(program):
                until(lambda: visitor.state()["case"]["status"] == "reconciled", "the second worker's work")
                before = effects(program)
        finally:
            os.kill(sleeper, signal.SIGCONT)
        until(lambda: "the lease was lost" in program.log, "the first worker's late completion")
        after = effects(program)

    assert after == before
    assert [call["applied"] for call in ended(data)] == [True, False]


def put_to_sleep(worker: int, program: Running) -> None:
    """Stop it amid its call, but not amid a write of its own, for which everybody else would have to wait."""

    def sleeps() -> bool:
        os.kill(worker, signal.SIGSTOP)
        if can_write(program):
            return True
        os.kill(worker, signal.SIGCONT)
        return False

    until(sleeps, "a moment in which it writes nothing")


def can_write(program: Running) -> bool:
    """Whether nobody holds the database up. Only SQLite has one writer at a time."""
    scheme, _, path = program.database_url.partition(":///")
    if scheme != "sqlite":
        return True
    connection = sqlite3.connect(path, timeout=0.2)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


def cancelled(program: Running) -> Visitor:
    """Somebody who has confirmed their cancellation."""
    visitor = Visitor.vouched(program, "L-000001")
    visitor.say("I want to cancel")
    visitor.press()
    visitor.press()
    return visitor


def ended(data: Path) -> list[dict[str, object]]:
    return [call for call in checker.calls_in(data / "office.log") if call["method"] == "cancel"]


def effects(program: Running) -> list[tuple[object, ...]]:
    with database_of(program) as database, database.engine.connect() as connection:
        rows = connection.execute(
            # The mail beside it may be the sleeper's own and still under its lease: it may finish that.
            text(
                "SELECT key, state, attempts, fence, done_at FROM effect "
                "WHERE kind IN ('cancel_service', 'read_back') ORDER BY seq"
            )
        )
        return [tuple(row) for row in rows]


@contextmanager
def worker_ahead(program: Running) -> Iterator[None]:
    """A second worker, for whom every lease has run out."""
    pace = Pace(time.time(), 1.0, BEYOND_ANY_LEASE)
    environment = {**program.variables, **pace.variables()}
    with program.log_file.open("ab") as log:
        process = subprocess.Popen(command("worker"), env=environment, cwd=ROOT, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(60)
