"""A trained model: a small table of whole numbers, scored in a few additions a feature.

Its bytes are a header (one line of JSON), a checksum, and one row a bucket of signed bytes: a weight for each
of the `ROUTES` and for each of the `LANGUAGES`. They may stay in a file: a message needs a few hundred rows.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from zlib import crc32

from dialogs.meaning import Label
from dialogs.understanding.normalise import Message, normalise
from dialogs.understanding.routing.features import BUCKETS, features_of_message
from dialogs.understanding.utterances import ROUTES

LANGUAGES = ("en", "de", "fr", "es", "pt", "ru")
"""Languages that a model tells apart, in the order of its columns."""

COLUMNS = len(ROUTES) + len(LANGUAGES)
LARGEST = 127
"""Of a weight in the table."""

_FORM = "cancelbot-routing-1"


class DamagedModel(ValueError):
    """Bytes that are no whole model of this program's form."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a message probably wants."""

    label: Label
    conf: float
    """How sure that is, from 0 to 1."""
    language: str
    language_conf: float
    chances: tuple[float, ...]
    """Of each of the `ROUTES`; together 1."""

    def chance_of(self, *labels: Label) -> float:
        """How probable it is that the message wants one of these."""
        return sum(self.chances[ROUTES.index(label)] for label in labels)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands beside a model's table."""

    scale: float
    """What a weight of 1 in the table stands for."""
    bias: tuple[float, ...]
    learnt: str
    """Name of what it learnt from."""


class Content(Protocol):
    """The bytes of a model, in memory or in a file."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> "bytes | memoryview": ...


class Model:
    """Guesses. Made from bytes, which it reads and never changes."""

    def __init__(self, content: Content) -> None:
        """Raises DamagedModel for anything but a whole model."""
        self._content = content
        self._head, self._start = _opened(content)
        self.learnt = self._head.learnt

    def guess(self, text: str) -> Guess:
        """Guess what a text of any length and content wants."""
        return self.guess_message(normalise(text))

    def guess_message(self, message: Message) -> Guess:
        """The same for a message that is normalised already."""
        places = features_of_message(message)
        content, start = self._content, self._start
        begins = (start + place * COLUMNS for place in places)
        rows = [memoryview(content[begin : begin + COLUMNS]).cast("b") for begin in begins]
        sums: Sequence[int] = [sum(column) for column in zip(*rows, strict=True)] or [0] * COLUMNS
        weight = self._head.scale / math.sqrt(max(len(places), 1))
        scores = [total * weight + bias for total, bias in zip(sums, self._head.bias, strict=True)]
        chances = softmax(scores[: len(ROUTES)])
        languages = softmax(scores[len(ROUTES) :])
        best, spoken = max(chances), max(languages)
        return Guess(
            label=ROUTES[chances.index(best)],
            conf=best,
            language=LANGUAGES[languages.index(spoken)],
            language_conf=spoken,
            chances=tuple(chances),
        )


def softmax(scores: Sequence[float]) -> list[float]:
    """Chances that add up to 1, from scores of any size."""
    most = max(scores)
    grown = [math.exp(score - most) for score in scores]
    total = sum(grown)
    return [each / total for each in grown]


def packed(weights: bytes, head: Head) -> bytes:
    """The bytes of a model, from its table and what stands beside it."""
    header = {
        "form": _FORM,
        "routes": list(ROUTES),
        "languages": list(LANGUAGES),
        "scale": head.scale,
        "bias": [round(each, 6) for each in head.bias],
        "learnt": head.learnt,
    }
    line = json.dumps(header, separators=(",", ":")).encode()
    return line + b"\n" + _checksum(line, weights) + b"\n" + weights


_LONGEST_HEADER = 4_096
_CHECKSUM = 9
"""Eight digits and the end of their line."""


_CHUNK = 1 << 16


def _checksum(line: bytes, table: Content, start: int = 0) -> bytes:
    """Of the header and of the table, which begins there."""
    digest = crc32(line)
    for at in range(start, len(table), _CHUNK):
        digest = crc32(table[at : at + _CHUNK], digest)
    return f"{digest:08x}".encode()


def _opened(content: Content) -> tuple[Head, int]:
    """What stands beside the table, and where the table begins. Raises DamagedModel."""
    line, found, _ = bytes(content[:_LONGEST_HEADER]).partition(b"\n")
    if not found:
        raise DamagedModel("expected a header in the first line")
    start = len(line) + 1 + _CHECKSUM
    if len(content) - start != BUCKETS * COLUMNS:
        raise DamagedModel(f"expected a table of {BUCKETS * COLUMNS} bytes, found {len(content) - start}")
    if bytes(content[len(line) + 1 : start - 1]) != _checksum(line, content, start):
        raise DamagedModel("the checksum does not fit")
    header = json.loads(line)
    if (header["form"], header["routes"], header["languages"]) != (_FORM, list(ROUTES), list(LANGUAGES)):
        raise DamagedModel("expected a model with this program's labels and languages")
    return Head(header["scale"], tuple(header["bias"]), header["learnt"]), start
