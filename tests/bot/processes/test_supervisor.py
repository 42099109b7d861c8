"""What the supervisor says of a child that ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

import pytest

SUPERVISED = """
import logging, sys
from bot.processes.supervisor import Child, Supervisor
logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stdout)
sys.exit(Supervisor([Child("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"])]).run())
"""


@pytest.fixture
def said() -> Iterator[IO[str]]:
    """What a supervisor of one sleeping child says, line by line."""
    command = [sys.executable, "-u", "-c", SUPERVISED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.terminate()


@pytest.mark.parametrize(
    ("number", "level"),
    [(signal.SIGTERM, "WARNING"), (signal.SIGKILL, "ERROR")],
    ids=["asked to stop", "killed"],
)
def test_a_restart_by_hand_is_no_error_and_a_death_is(said: IO[str], number: int, level: str) -> None:
    """Also when the signal comes before the child listens for it."""
    started = said.readline().split()
    os.kill(int(started[-1]), number)

    assert said.readline().startswith(f"{level} sleeper ended with -{number}")
    assert said.readline().startswith("INFO sleeper started as")
