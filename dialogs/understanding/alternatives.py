"""Messages with alternatives in them, as in "(cancel|end) my (plan|contract)": many of a kind in one line."""

import re
from collections.abc import Iterator
from math import prod

_ALTERNATIVES = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")

MOST = 6
"""Messages that one line stands for, however many it could be composed to."""


def composed(line: str) -> Iterator[str]:
    """The messages that a line stands for, each alternative in some of them; a line without any is itself.

    Nothing may stand between two bars, too: "cancel it( now|)".
    """
    parts = _ALTERNATIVES.split(line)
    fixed, chosen = parts[::2], [part.split("|") for part in parts[1::2]]
    possible = prod(len(choices) for choices in chosen)
    wanted = max([min(possible, MOST), *map(len, chosen)])
    seen = set[str]()
    for number in range(wanted):
        texts = (choices[_turn(number, at, len(choices))] for at, choices in enumerate(chosen))
        filled = "".join(text for pair in zip(fixed, (*texts, ""), strict=True) for text in pair)
        message = " ".join(filled.split())
        if message and message not in seen:
            seen.add(message)
            yield message


def _turn(number: int, at: int, count: int) -> int:
    """Which of so many alternatives comes in the message of a number: all of them before any again."""
    return (number + number // count * (at + 1) + at) % count
