"""The started `web` and `worker`, and waiting for them."""

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from bot.processes.prepare import environment_of
from bot.processes.supervisor import command
from bot.settings import Settings

START_SECONDS = 60.0
DRAIN_SECONDS = 30.0
STOP_SECONDS = 10.0
_PAUSE = 0.02
_LOGGED_LINES = 30


class NotServing(Exception):
    """A process ended, failed or did not answer in time; the message says which, and what it logged."""


@dataclass(frozen=True, slots=True)
class Server:
    """A started process. `began` is when, by `time.perf_counter`."""

    name: str
    process: subprocess.Popen[bytes]
    began: float
    log: Path

    @property
    def pid(self) -> int:
        return self.process.pid

    def failed(self, how: str) -> NotServing:
        """The error that tells what happened, with the end of the log."""
        logged = "\n".join(self.log.read_text(errors="replace").splitlines()[-_LOGGED_LINES:])
        return NotServing(f"{self.name} {how}\n{logged}".rstrip())


@contextmanager
def started(name: str, settings: Settings) -> Iterator[Server]:
    """A process of ours as the supervisor starts it; it is stopped at the end, by its id."""
    environment = {**environment_of(settings), "PYTHONUNBUFFERED": "1"}
    log = settings.data / f"{name}.log"
    began = time.perf_counter()
    with log.open("wb") as file:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command(name), env=environment, stdout=file, stderr=file
        )
    try:
        yield Server(name, process, began, log)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def on_free_port(settings: Settings) -> Settings:
    """The same installation on a port of the loopback that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return replace(settings, host="127.0.0.1", port=port, base_url=f"http://127.0.0.1:{port}")


def wait_until_answering(server: Server, port: int) -> float:
    """Wait for the first answer; how many seconds after the start it came. Raises NotServing."""
    deadline = server.began + START_SECONDS
    while time.perf_counter() < deadline:
        if _health(port) is not None:
            return time.perf_counter() - server.began
        if server.process.poll() is not None:
            raise server.failed(f"ended with {server.process.returncode}")
        time.sleep(_PAUSE)
    raise server.failed(f"did not answer within {START_SECONDS:.0f} s")


def wait_until_idle(port: int, clock: Callable[[], float] = time.monotonic) -> None:
    """Wait until nothing that is due is left to be carried out, half a minute at most."""
    deadline, quiet = clock() + DRAIN_SECONDS, 0
    while quiet < 3 and clock() < deadline:
        health = _health(port) or {"outbox_behind_seconds": 1}
        quiet = quiet + 1 if not health["outbox_behind_seconds"] else 0
        time.sleep(5 * _PAUSE)


def _health(port: int) -> dict[str, Any] | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    with suppress(OSError, http.client.HTTPException, ValueError):
        connection.request("GET", "/health")
        response = connection.getresponse()
        body = response.read()
        if response.status == 200:
            return cast(dict[str, Any], json.loads(body))
    connection.close()
    return None
