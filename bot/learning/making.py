"""Making the model of what ships: once for each state of the phrases, whoever comes first."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from bot.learning.files import SUFFIX, alone_in, learnt_in, write
from dialogs.understanding.packaged import packaged_utterances, utterances_hash

FORM = "2"
"""Changes with how is learnt, so that what was learnt otherwise is made anew."""


def learning_from() -> str:
    """A name for what the shipped model learns from, and how."""
    return hashlib.sha256(f"{FORM} {utterances_hash()}".encode()).hexdigest()[:24]


def shipped_model(folder: Path) -> Path:
    """Where the model of what ships is, or will be."""
    return folder / f"shipped-{learning_from()}{SUFFIX}"


def is_made(folder: Path) -> bool:
    """Whether it is there and whole."""
    return learnt_in(shipped_model(folder)) == learning_from()


def learnt_from_what_ships() -> bytes:
    """The bytes of the shipped model."""
    from dialogs.understanding.routing.training import train  # not in a process that only looks for models

    return train(packaged_utterances(), learning_from())


def make(folder: Path, *, wait: bool = False, learnt: Callable[[], bytes] = learnt_from_what_ships) -> bool:
    """Make the model of what ships, unless it is there and whole; whether it had to be made.

    It takes some 20 seconds of a processor and 350 MB, so it has a process of its own.

    Raises:
        BusyElsewhere: another process is at it, and it shall not be waited for.
        OSError: the folder cannot be written to.
    """
    if is_made(folder):
        return False
    with alone_in(folder, wait=wait):
        if is_made(folder):
            return False
        write(shipped_model(folder), learnt())
        for old in folder.glob(f"shipped-*{SUFFIX}"):
            if old != shipped_model(folder):
                old.unlink(missing_ok=True)
        return True
