"""A folder for as long as a process lives. Who is killed leaves theirs; whoever comes next clears it."""

import os
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

_LOCK = "lock"


def own_folder(parent: Path) -> Path:
    """A new, empty folder below `parent`, which nobody clears while this process lives. Raises OSError.

    The lock on a file in it ends with the process, however that ends: a folder whose lock can be had is
    nobody's any more.
    """
    parent.mkdir(parents=True, exist_ok=True)
    every = os.open(parent / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        # One at a time, so that a folder is not cleared between its making and its locking.
        flock(every, LOCK_EX)
        for left in parent.iterdir():
            if left.is_dir() and _is_nobodys(left):
                rmtree(left, ignore_errors=True)
        folder = Path(mkdtemp(dir=parent))
        _held(folder)
    finally:
        os.close(every)
    return folder


def _is_nobodys(folder: Path) -> bool:
    try:
        os.close(_held(folder))
    except BlockingIOError:
        return False
    return True


def _held(folder: Path) -> int:
    """The lock of a folder, for as long as it stays open. Raises BlockingIOError where somebody has it."""
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise
    return lock
