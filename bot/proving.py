"""Proofs of scripts, found once: kept by the digest of the source and of the engine that was run over it.

Running every conversation that can happen takes seconds of a processor. So a
process of its own does it, and nobody's transaction waits for it.
"""

import hashlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import TypeAdapter

from channels.registry import CHANNELS
from dialogs.checker.issues import Issue, has_errors
from dialogs.packaged import packaged_script, packaged_scripts
from storage.database import Database
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.proving")

LONGEST_PROOF = 120
"""Seconds. The shipped scripts take less than ten."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the proofs about one script's conversations."""

    proved: tuple[str, ...] = ()
    """The properties that hold, in words."""
    failed: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    """The faults, each with the shortest conversation that shows it."""
    worlds: int = 0
    states: int = 0
    turns: int = 0

    @property
    def is_proved(self) -> bool:
        return not self.failed and not has_errors(self.issues)


_VERDICT: TypeAdapter[Verdict] = TypeAdapter(Verdict)


class Unproved(Exception):
    """It is not known yet whether the script traps anybody: prove its `source` first."""

    def __init__(self, source: str) -> None:
        super().__init__("the script's conversations are not checked yet")
        self.source = source


class Trapping(Exception):
    """The script must not be published. `issues` say why, each with the conversation that shows it."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__("the script's conversations do not hold what every script must")
        self.issues = tuple(issues)


class ProofFailed(Exception):
    """The proofs could not be run to their end. The message says why."""


def verdict_of(uow: UnitOfWork, source: str) -> Verdict | None:
    """What is known about a script, or None. Scripts that ship are proved before they do."""
    if is_shipped(source):
        return Verdict()
    kept = uow.settings.get(_key(source))
    return None if kept is None else _VERDICT.validate_json(kept)


def keep_verdict(uow: UnitOfWork, source: str, verdict: Verdict) -> None:
    """Know it from now on, in every process."""
    uow.settings.set(_key(source), _VERDICT.dump_json(verdict).decode())


def require_proof(uow: UnitOfWork, source: str) -> None:
    """What every door to publishing asks. Raises Unproved, Trapping."""
    verdict = verdict_of(uow, source)
    if verdict is None:
        raise Unproved(source)
    if not verdict.is_proved:
        raise Trapping(verdict.issues)


def is_shipped(source: str) -> bool:
    """Whether this very script came with the program."""
    return source in map(packaged_script, packaged_scripts())


def prove(source: str) -> Verdict:
    """Run the proofs in a process of their own, and wait for them. Raises ProofFailed."""
    with TemporaryDirectory(prefix="cancelbot-") as folder:
        file = Path(folder) / "script.yaml"
        file.write_text(source, encoding="utf-8")
        command = [sys.executable, "-m", "bot.cli", "check", "--json", "--no-texts", str(file)]
        try:
            done = subprocess.run(  # noqa: S603 - this very program, on a file of our own
                command, capture_output=True, text=True, timeout=LONGEST_PROOF, env=_without_secrets()
            )
        except subprocess.TimeoutExpired:
            said = f"the conversations of this script were not run to their end in {LONGEST_PROOF} seconds"
            raise ProofFailed(said) from None
    try:
        return _read(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError) as error:
        lines = done.stderr.strip().splitlines()
        raise ProofFailed(lines[-1] if lines else f"the check ended with {done.returncode}") from error


def _read(data: dict[str, Any]) -> Verdict:
    """What the check says of the conversations."""
    return Verdict(
        tuple(data["proved"]),
        tuple(data["not_proved"]),
        tuple(Issue(**issue) for issue in data["issues"]),
        data["worlds"],
        data["states"],
        data["turns"],
    )


def _without_secrets() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("CANCELBOT_")}


def _key(source: str) -> str:
    return f"proved:{hashlib.sha256(f'{_engine()}{source}'.encode()).hexdigest()}"


@lru_cache(maxsize=1)
def _engine() -> str:
    """A digest of all that a proof depends on beside the script: the engine, the checker and the channels."""
    found = hashlib.sha256()
    for file in _files(resources.files("dialogs")):
        found.update(file.read_bytes())
    for kind in CHANNELS.values():
        able = kind.capabilities
        found.update(f"{kind.kind} {able.receives} {able.shares_contact} {able.sender_is_phone}".encode())
    return found.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    """All files that belong to the engine, always in the same order."""
    found: list[Traversable] = []
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "scripts":
            found += _files(each)
        elif each.name.endswith((".py", ".yaml")):
            found.append(each)
    return found


class Prover:
    """Runs proofs one after another beside the requests of a process, and keeps what they say."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._running: dict[str, threading.Event] = {}
        self._failed: dict[str, str] = {}

    def begin(self, source: str) -> None:
        """Have a script proved, unless that is under way already."""
        with self._lock:
            if source in self._running:
                return
            self._running[source] = threading.Event()
            self._failed.pop(source, None)
        threading.Thread(target=self._run, args=(source,), name="proofs", daemon=True).start()

    def is_running(self, source: str) -> bool:
        with self._lock:
            return source in self._running

    def wait(self, source: str, seconds: float) -> bool:
        """Whether it is done, at the latest after so many seconds."""
        with self._lock:
            done = self._running.get(source)
        return done is None or done.wait(seconds)

    def failure(self, source: str) -> str | None:
        """Why the last attempt came to no end, or None."""
        with self._lock:
            return self._failed.get(source)

    def _run(self, source: str) -> None:
        failed = None
        try:
            with self._turn:
                verdict = prove(source)
            with self._database.write() as uow:
                keep_verdict(uow, source, verdict)
        except Exception as error:
            failed = str(error)
            log.exception("the proofs of a script were not run to their end")
        with self._lock:
            if failed is not None:
                self._failed[source] = failed
            self._running.pop(source).set()
