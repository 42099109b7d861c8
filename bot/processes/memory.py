"""Memory of a process with many threads."""

import ctypes
import gc

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


def keep_what_is_there() -> None:
    """Take what was loaded out of the collector's sight, once a process has loaded what it works with.

    Going through all of it again and again took a tenth of a second each time, in the middle of a message.
    """
    gc.collect()
    gc.freeze()
