"""Memory of a process with many threads."""

import ctypes

_M_ARENA_MAX = -8
"""``mallopt``'s name for the number of heaps, in glibc's malloc.h."""

HEAPS = 2


def share_heaps() -> None:
    """Let all threads share a few heaps: glibc otherwise gives dozens of threads one each, and keeps them.

    Elsewhere than on glibc there is nothing to do. Called before the threads start.
    """
    try:
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)
    except (AttributeError, OSError):
        return
