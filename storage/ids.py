"""New identifiers: 32 hexadecimal digits that sort by the time they were made.

The layout is that of UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits. Sorting by
time keeps new rows next to each other in the indexes, which makes inserts cheap.
"""

import os
import time

_RANDOM_BITS = 80
_VERSION = 0x7 << 76
_VARIANT = 0x2 << 62
_RANDOM_MASK = ~((0xF << 76) | (0x3 << 62)) & ((1 << _RANDOM_BITS) - 1)


def new_id() -> str:
    """A fresh identifier, 32 lower-case hexadecimal digits; unguessable in its last 74 bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(_RANDOM_BITS // 8)) & _RANDOM_MASK
    return f"{(milliseconds << _RANDOM_BITS) | random | _VERSION | _VARIANT:032x}"
