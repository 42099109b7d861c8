"""The models that a process has at hand: looked for now and then, opened once, never waited for."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.learning.files import SUFFIX, opened
from bot.learning.making import learning_from, shipped_model
from dialogs.understanding.routing import DamagedModel, Model

log = logging.getLogger("cancelbot.learning")

LOOK_EVERY = 10.0
"""Seconds between looks at the folder: a model that was made meanwhile is used from then on."""


def brand_model(folder: Path, slug: str) -> Path:
    """Where the model that a brand made and uses is."""
    return folder / f"brand-{slug}{SUFFIX}"


@dataclass(slots=True)
class _Kept:
    model: Model | None
    stamp: tuple[int, int] | None
    looked_at: float


class Models:
    """What guesses for each brand: its own model, or what ships, or nothing yet."""

    def __init__(self, folder: Path | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """
        Args:
            folder: where the models are; None: nothing is ever guessed.
        """
        self._folder, self._clock = folder, clock
        self._lock = threading.Lock()
        self._kept: dict[Path, _Kept] = {}
        self._shipped = None if folder is None else shipped_model(folder)

    def of(self, slug: str) -> Model | None:
        """The model of a brand. None while there is none: then the closed phrases stand alone."""
        if self._folder is None or self._shipped is None:
            return None
        own = self._at(brand_model(self._folder, slug))
        if own is not None and own.learnt.startswith(learning_from()):
            return own
        return self.shipped()

    def shipped(self) -> Model | None:
        """The model of what ships."""
        return None if self._shipped is None else self._at(self._shipped)

    def _at(self, path: Path) -> Model | None:
        with self._lock:
            kept = self._kept.get(path)
            if kept is None or self._clock() - kept.looked_at >= LOOK_EVERY:
                kept = self._looked(path, kept)
                self._kept[path] = kept
            return kept.model

    def _looked(self, path: Path, kept: _Kept | None) -> _Kept:
        now, stamp = self._clock(), _stamp(path)
        if kept is not None and kept.stamp == stamp:
            return _Kept(kept.model, stamp, now)
        try:
            return _Kept(opened(path), stamp, now)
        except DamagedModel as error:
            log.warning("%s is damaged (%s): nothing is guessed by it until it is made anew", path, error)
            return _Kept(None, stamp, now)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes with the file; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
