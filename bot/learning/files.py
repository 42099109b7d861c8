"""Model files: written whole or not at all, and read row by row where they lie."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from dialogs.understanding.routing import DamagedModel, Model

SUFFIX = ".model"
_UNFINISHED = ".unfinished"


class BusyElsewhere(Exception):
    """Another process makes a model in this folder at this moment."""


class RowsInFile:
    """The bytes of a file: each part is read when it is asked for, so that none of it stays in memory.

    The file may be replaced meanwhile: what was opened stays what it was.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self._length = os.fstat(self._descriptor).st_size

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, part: slice, /) -> bytes:
        start, stop, _ = part.indices(self._length)
        return os.pread(self._descriptor, max(stop - start, 0), start)

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):
            os.close(self._descriptor)


def opened(path: Path) -> Model | None:
    """The model in a file; None where there is none. Raises DamagedModel for any other file."""
    try:
        return Model(RowsInFile(path))
    except OSError:
        return None


def learnt_in(path: Path) -> str | None:
    """What the model in a file has learnt from; None where there is no model, or a damaged one."""
    try:
        model = opened(path)
    except DamagedModel:
        return None
    return None if model is None else model.learnt


def write(path: Path, content: bytes) -> None:
    """Put a file there, durably and in one step: a process that is killed leaves the one before."""
    descriptor, unfinished = tempfile.mkstemp(suffix=_UNFINISHED, dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(unfinished).replace(path)


@contextmanager
def alone_in(folder: Path, *, wait: bool) -> Iterator[None]:
    """Be the only one who makes models in a folder, and clear away what a killed process left.

    The lock ends with the process, however that ends. Raises BusyElsewhere unless told to wait.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / "making.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            flock(descriptor, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise BusyElsewhere(f"another process makes a model in {folder}") from error
        for left in folder.glob(f"*{_UNFINISHED}"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)
