"""Sees to it that there is a whole model: a worker has it made by a child process, at the start and later."""

import logging
import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.learning.making import is_made

log = logging.getLogger("cancelbot.learning")

LOOK_EVERY = 60.0
"""Seconds between looks at the file: one that was damaged or deleted is made anew."""
STOP_SECONDS = 5.0


class Upkeep:
    """A thread that looks, and a child that makes. `stop` ends both."""

    def __init__(
        self, folder: Path, command: Sequence[str], environment: Mapping[str, str] = os.environ
    ) -> None:
        """
        Args:
            command: makes the model and ends; 0 when it is there.
        """
        self._folder, self._command, self._environment = folder, command, environment
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="learning", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """A child under way is ended: nothing of what it made is there yet."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(2 * STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopped.is_set():
            if not is_made(self._folder):
                self._have_it_made()
            self._stopped.wait(LOOK_EVERY)

    def _have_it_made(self) -> None:
        log.info(
            "learning to understand customers, once for these phrases; until then phrases alone are heard"
        )
        try:
            child = subprocess.Popen(self._command, env=dict(self._environment))  # noqa: S603 - our own command
        except OSError as error:
            log.warning("nothing is learnt: %s", error)
            return
        while child.poll() is None and not self._stopped.wait(0.2):
            pass
        if child.returncode is None:
            _end(child)
        elif child.returncode != 0:
            log.warning("learning ended with %s; trying again later", child.returncode)
        else:
            log.info("what customers write is understood from examples, too")


def _end(child: "subprocess.Popen[bytes]") -> None:
    child.terminate()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
