"""Numbers of records: easy to read out, and wrong ones are noticed.

A number is the brand's prefix, a hyphen and eight characters of an alphabet that
leaves out what is mistaken for something else (0 O 1 I L S U). The eighth is a
check character: the alphabet's 29 is a prime, so each single wrong character and
each swap of two is found.
"""

import re
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"
LENGTH = 8

_SIZE = len(ALPHABET)
_FAIR = 256 // _SIZE * _SIZE
"""Bytes below this give each character the same chance; the others are thrown again."""

_NUMBER = re.compile(rf"([A-Z]{{2,8}})-([{ALPHABET}]{{{LENGTH}}})")
_PREFIX = re.compile(r"[A-Z]{2,8}")


def is_prefix(text: str) -> bool:
    """Whether record numbers can begin with this: two to eight letters, A to Z."""
    return _PREFIX.fullmatch(text) is not None


def new_number(prefix: str, random: Callable[[int], bytes]) -> str:
    """A fresh number, such as ``BL-7KQ2M9XA``; one of 17 thousand million for each prefix.

    Args:
        prefix: two to eight letters; `ValueError` for anything else.
        random: gives that many unpredictable bytes.
    """
    if not is_prefix(prefix):
        raise ValueError(f"{prefix!r} cannot begin a record's number: expected 2 to 8 letters A-Z")
    values: list[int] = []
    while len(values) < LENGTH - 1:
        values += [byte % _SIZE for byte in random(LENGTH) if byte < _FAIR]
    values = values[: LENGTH - 1]
    characters = "".join(ALPHABET[value] for value in values)
    return f"{prefix}-{characters}{ALPHABET[_check(values)]}"


def read_number(text: str) -> str | None:
    """The number as it was given out, from what somebody typed; None when it is none, or mistyped."""
    compact = re.sub(r"[\s\u2010-\u2015-]", "", text.strip().upper())
    found = _NUMBER.fullmatch(f"{compact[:-LENGTH]}-{compact[-LENGTH:]}")
    if found is None:
        return None
    values = [ALPHABET.index(character) for character in found[2]]
    return found[0] if _check(values[:-1]) == values[-1] else None


def _check(values: list[int]) -> int:
    """The value that makes the weighted sum divisible; the weights 2 to 8 and 1 are all different."""
    return -sum(weight * value for weight, value in enumerate(values, 2)) % _SIZE
