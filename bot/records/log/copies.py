"""Copies of checkpoints in a second place, where whoever owns the database cannot rewrite them.

A folder, which a setting names: on another machine's disk, or one that only ever takes new files. Here
files are made and never changed: `BRAND/LOG/DAY/SIZE-TIME.checkpoint`, each a signed note.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bot.records.log.checkpoints import LONGEST

SUFFIX = ".checkpoint"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file in the second place."""

    path: Path
    note: bytes

    @property
    def log(self) -> str:
        """The last part of the name of the log that it is of, as the folder says."""
        return self.path.parent.parent.name


class Copies:
    """The second place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, slug: str, origin: str, size: int, at: datetime) -> bool:
        """Whether a checkpoint is there, whatever it says."""
        return self._path(slug, origin, size, at).exists()

    def keep(self, slug: str, origin: str, size: int, at: datetime, note: bytes) -> Path:
        """Put a checkpoint there, durably; one that is there already is left as it is.

        Raises OSError when it cannot be written.
        """
        path = self._path(slug, origin, size, at)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _is_there(path, note):
            if path.exists():
                path = path.with_name(f"{path.stem}-{sha256(note).hexdigest()[:8]}{SUFFIX}")
            _make(path, note)
        return path

    def of(self, slug: str) -> Iterator[Copy]:
        """Every copy of a brand's checkpoints, in the order of their names. Raises OSError."""
        for log in _inside(self.folder / slug):
            for day in _inside(log):
                for path in _inside(day):
                    if path.suffix == SUFFIX:
                        with path.open("rb") as file:
                            yield Copy(path, file.read(LONGEST + 1))

    def _path(self, slug: str, origin: str, size: int, at: datetime) -> Path:
        moment = at.astimezone(UTC)
        name = f"{size:012d}-{moment:%H%M%S}{moment.microsecond // 1000:03d}{SUFFIX}"
        return self.folder / slug / _log_of(origin) / f"{moment:%Y-%m-%d}" / name


def _log_of(origin: str) -> str:
    return origin.rpartition("/")[2]


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _is_there(path: Path, note: bytes) -> bool:
    with suppress(FileNotFoundError):
        return path.read_bytes() == note
    return False


def _make(path: Path, note: bytes) -> None:
    """Make the file as a whole or not at all, and never in place of another one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(note)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            path.hardlink_to(part)
    finally:
        part.unlink(missing_ok=True)
    _make_durable(path.parent)


def _make_durable(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
