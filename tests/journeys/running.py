"""The program, running: started with its own command line as a newcomer starts it."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import psutil

from bot.bootstrap import ROOT
from tests.journeys.calling import Caller
from tests.journeys.waiting import until

SLOWEST_START = 90.0
SLOWEST_STOP = 30.0
"""Seconds; the supervisor allows its children 12."""
_ERROR = re.compile(r"(?:\] \[|\d )(?:ERROR|CRITICAL)\b|^Traceback", re.MULTILINE)


@dataclass(slots=True)
class Running:
    """A running program: where it answers, its processes and what it logged."""

    port: int
    data: Path
    database_url: str
    process: subprocess.Popen[bytes]
    log_file: Path
    variables: Mapping[str, str]
    """The environment that it was started in."""

    def caller(self) -> Caller:
        """Somebody new."""
        return Caller(self.port)

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def errors(self, since: int = 0) -> list[str]:
        """Lines logged as errors after a position in the log."""
        text = self.log[since:]
        return [line for line in text.splitlines() if _ERROR.search(line)]

    def pid_of(self, name: str) -> int:
        """The process id with which `web` or `worker` was started last."""
        started = re.findall(rf"{name} started as (\d+)", self.log)
        return int(started[-1])

    def restart(self, name: str, number: int = signal.SIGTERM) -> None:
        """Stop `web` or `worker` with a signal and wait until the supervisor has started it again."""
        before = self.pid_of(name)
        os.kill(before, number)
        until(lambda: self.pid_of(name) != before and self.is_well(), f"{name} again", SLOWEST_START)

    def is_well(self) -> bool:
        """Whether /health answers."""
        try:
            return self.caller().get("/health").status == 200
        except (OSError, HTTPException):
            return False


@contextmanager
def running(
    command: Sequence[str],
    data: Path,
    database_url: str = "",
    variables: Mapping[str, str] | None = None,
    port: int = 0,
) -> Iterator[Running]:
    """Start a supervisor, wait until it answers, and stop it with all its processes, whatever happens.

    Args:
        command: what is started, without the port, which is chosen here unless given.
        data: an empty folder for it. The database is there, too, unless `database_url` names another.
    """
    url = database_url or f"sqlite:///{data}/cancelbot.db"
    port = port or free_port()
    data.mkdir(parents=True, exist_ok=True)
    log = data / "log.txt"
    environment = {**_environment(data, url, port), **(variables or {})}
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)], env=environment, cwd=ROOT, stdout=output, stderr=output
        )
    program = Running(port, data, url, process, log, environment)
    try:
        until(lambda: process.poll() is not None or program.is_well(), "the start", SLOWEST_START)
        assert process.poll() is None, f"ended with {process.poll()}\n{program.log}"
        yield program
    finally:
        left = stop(program.process)
    assert not left, f"processes did not stop by themselves: {left}\n{program.log[-3000:]}"


def stop(process: subprocess.Popen[bytes], number: int = signal.SIGTERM) -> list[str]:
    """Ask a supervisor to stop; whatever is left of its family after a while is killed, and returned."""
    family = family_of(process.pid)
    if process.poll() is None:
        process.send_signal(number)
    try:
        process.wait(SLOWEST_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _, left = psutil.wait_procs(family, timeout=5)
    for each in left:
        each.kill()
    return [" ".join(command_of(each)) for each in left]


def family_of(pid: int) -> list[psutil.Process]:
    """The processes that descend from this one."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def command_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return [str(process.pid)]


def free_port() -> int:
    """A port that is free and stays so over a restart: below those that outgoing connections get."""
    for _ in range(100):
        port = random.randrange(10_000, 30_000)
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("there is no free port")


def own_command(*arguments: str) -> list[str]:
    """`cancelbot` with these arguments."""
    return [sys.executable, "-m", "bot.cli", *arguments]


def _environment(data: Path, url: str, port: int) -> dict[str, str]:
    """That of the tests without what would configure the program, warnings being errors."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CANCELBOT_")}
    return kept | {
        "CANCELBOT_DATA": str(data),
        "CANCELBOT_DATABASE_URL": url,
        "CANCELBOT_PORT": str(port),
        "CANCELBOT_UNDERSTANDING": "phrases",  # learning takes a processor that the journeys are timed by
        "PYTHONUNBUFFERED": "1",
    }
