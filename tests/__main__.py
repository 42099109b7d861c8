"""`python3 -m tests` sets everything up and checks everything: style, types, behaviour.

    python3 -m tests                all stages; every one runs, even after one has failed
    python3 -m tests -k refund -x   only pytest, in one process, with these arguments

It ends with the time of each stage, and with an exit code other than 0 if anything failed.
"""

import os
import subprocess
import sys
import time
from typing import NamedTuple

from bot import bootstrap

# One PostgreSQL and one browser a worker: more workers than this are slower than fewer.
MOST_WORKERS = 4

IN_MEMORY = "/dev/shm"  # noqa: S108 - pytest makes a private folder there
ROOM = 3 << 30
"""Bytes that must be free there: the tests' files and two databases come to less than half of it."""


class Result(NamedTuple):
    """How a stage ended, and after how many seconds."""

    stage: str
    ok: bool
    seconds: float


def main() -> int:
    arguments = sys.argv[1:]
    started = time.monotonic()
    python = bootstrap.set_up("test")
    bootstrap.set_up_browser()
    results = [Result("set-up", True, time.monotonic() - started)]
    for stage, command in stages(arguments):
        results.append(run_stage(stage, [python, "-m", *command]))
    print_summary(results)
    return 0 if all(result.ok for result in results) else 1


def stages(arguments: "list[str]") -> "list[tuple[str, list[str]]]":
    """List what to run. Arguments mean that somebody works on something: they want these tests, soon."""
    if arguments:
        return [("pytest", ["pytest", *arguments])]
    return [
        ("ruff check", ["ruff", "check", "."]),
        ("ruff format", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        # A module stays on one worker: what it shares, such as a browser, is started once.
        ("pytest", ["pytest", "-n", str(workers()), "--dist", "loadfile", "--no-loadscope-reorder"]),
    ]


def workers() -> int:
    return max(2, min(os.cpu_count() or 1, MOST_WORKERS))


def run_stage(stage: str, command: "list[str]") -> Result:
    print("\n== %s" % stage, flush=True)
    started = time.monotonic()
    code = subprocess.call(command, cwd=bootstrap.ROOT, env=variables())
    return Result(stage, code == 0, time.monotonic() - started)


def variables() -> "dict[str, str]":
    """Return the environment of a stage.

    Every commit waits for the disk, and each test has a database of its own. None of them outlives a power
    cut: so their files are in memory, where there is room.
    """
    found = bootstrap.clean_variables()
    found.pop("PYTHONDONTWRITEBYTECODE", None)  # the program is started hundreds of times
    if has_room(IN_MEMORY):
        found.setdefault("PYTEST_DEBUG_TEMPROOT", IN_MEMORY)
    return found


def has_room(folder: str) -> bool:
    """Return whether it is there, and large enough: in a container it often is not."""
    try:
        free = os.statvfs(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK) and free.f_bavail * free.f_frsize >= ROOM


def print_summary(results: "list[Result]") -> None:
    print("\n== summary")
    for result in results:
        print("%-12s %-6s %6.1f s" % (result.stage, "ok" if result.ok else "FAILED", result.seconds))
    print("everything passed" if all(result.ok for result in results) else "something failed")


if __name__ == "__main__":
    sys.exit(main())
