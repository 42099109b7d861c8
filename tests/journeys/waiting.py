"""Waiting for what happens in other processes: a condition and a generous deadline, never a bare pause."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds. A machine that does much else at the same time is no reason to fail."""
_PAUSE = 0.05


class NeverHappened(AssertionError):
    """What was waited for did not happen."""


def until(wanted: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """The first answer of `wanted` that is true. Raises NeverHappened with `what` was waited for."""
    deadline = time.monotonic() + patience
    while True:
        answer = wanted()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NeverHappened(f"not within {patience:.0f} s: {what}; at last: {answer!r}")
        time.sleep(_PAUSE)
