"""A trained model: a table of whole numbers, scored in a few additions a feature.

Its bytes are a header (one line of JSON), a checksum, and a row of bytes for each place of a feature: how
rare the feature is, and, signed, what it adds to the score of each of the `LANGUAGES`, and for each family
of them of each of the `ROUTES`. They may stay in a file: a message needs some hundred rows.
"""

import json
import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple, Protocol
from zlib import crc32

from dialogs.meaning import Label
from dialogs.understanding.normalise import Message, normalise
from dialogs.understanding.routing.features import PLACES, places_of_message
from dialogs.understanding.utterances import ROUTES

LANGUAGES = ("en", "de", "fr", "es", "pt", "ru")
"""Languages that a model tells apart, in the order of its columns."""

FAMILIES = (("en",), ("de",), ("fr", "es", "pt"), ("ru",))
"""Languages that learn together: what is like another in one of them mostly means the same in the others."""

TABLES = (("", len(LANGUAGES)), *((" ".join(family), len(ROUTES)) for family in FAMILIES))
"""Names of the tables, in their order in a row, with their columns; the first tells the language."""
BEGINS = tuple(1 + sum(columns for _, columns in TABLES[:at]) for at in range(len(TABLES)))
"""Where each table begins in a row, behind the byte for how rare the feature is."""
ROW = 1 + sum(columns for _, columns in TABLES)
"""Bytes of a row."""
LARGEST = 127
"""Of a number in the tables."""

_FORM = "cancelbot-routing-4"

_SIGNED = bytes(each ^ 128 for each in range(256))
"""Makes of a signed byte an unsigned one that is 128 more."""
_LANE = 4
"""Bytes for a sum of bytes: enough for millions of rows."""
_SUMS = struct.Struct(f"<{ROW}I")
_KEPT = 8_192
"""Rows that are kept, of some 400 bytes each: most features of a message are in many others, too."""


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
    """What stands beside a model's tables."""

    scales: tuple[float, ...]
    """What a number of 1 in each table stands for."""
    biases: tuple[tuple[float, ...], ...]
    """For each table and column: its score before anything is read."""
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
        self._head, start = _opened(content)
        self._row = lru_cache(maxsize=_KEPT)(partial(_row, content, start))
        self.learnt = self._head.learnt

    def guess(self, text: str, expected: str | None = None) -> Guess:
        """Guess what a text of any length and content wants."""
        return self.guess_message(normalise(text), expected)

    def guess_message(self, message: Message, expected: str | None = None) -> Guess:
        """The same for a message that is normalised already.

        Args:
            expected: the language of the conversation so far, which is more probable than others.
        """
        rows = self._rows(message)
        spoken = self._chances(0, rows)
        likely = [
            chance * (EXPECTED if code == expected else 1)
            for code, chance in zip(LANGUAGES, spoken, strict=True)
        ]
        total = sum(likely)
        families = (sum(likely[LANGUAGES.index(code)] for code in family) / total for family in FAMILIES)
        wants = [
            (share, self._chances(at, rows))
            for at, share in enumerate(families, start=1)
            if share >= LEAST_LIKELY
        ]
        shares = sum(share for share, _ in wants)
        chances = tuple(
            sum(share * each[column] for share, each in wants) / shares for column in range(len(ROUTES))
        )
        best, likeliest = max(chances), max(likely)
        return Guess(
            label=ROUTES[chances.index(best)],
            conf=best,
            language=LANGUAGES[likely.index(likeliest)],
            language_conf=likeliest / total,
            chances=chances,
        )

    def _rows(self, message: Message) -> "_Rows":
        lanes = squares = count = 0
        for row in map(self._row, places_of_message(message)):
            lanes += row.lanes
            squares += row.rare * row.rare
            count += 1
        sums = _SUMS.unpack(lanes.to_bytes(_SUMS.size, "little"))
        return _Rows(tuple(each - 128 * count for each in sums), math.sqrt(squares) or 1.0)

    def _chances(self, table: int, rows: "_Rows") -> list[float]:
        """Of each column of a table."""
        begin, columns = BEGINS[table], TABLES[table][1]
        weight = self._head.scales[table] / rows.length
        biases = self._head.biases[table]
        sums = rows.sums[begin : begin + columns]
        return softmax([each * weight + bias for each, bias in zip(sums, biases, strict=True)])


class _Row(NamedTuple):
    """What a feature adds. `lanes` is one number for all columns, so that rows are added in one step."""

    rare: int
    lanes: int


def _row(content: Content, start: int, place: int) -> _Row:
    begin = start + place * ROW
    row = bytes(content[begin : begin + ROW])
    lanes = bytearray(_SUMS.size)
    lanes[::_LANE] = row.translate(_SIGNED)
    return _Row(row[0], int.from_bytes(lanes, "little"))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a message's features, added up."""

    sums: tuple[int, ...]
    length: float
    """Of the message as a vector: the more it says, the less each feature of it counts."""


EXPECTED = 6.0
"""So many times more probable is the language of the conversation."""
LEAST_LIKELY = 0.1
"""Chance of a family from which on the message is read in it, too: "no" is of several."""


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
        "scales": head.scales,
        "biases": [[round(each, 6) for each in bias] for bias in head.biases],
        "learnt": head.learnt,
    }
    line = json.dumps(header, separators=(",", ":")).encode()
    return line + b"\n" + _checksum(line, weights) + b"\n" + weights


_LENGTH = PLACES * ROW
_LONGEST_HEADER = 8_192
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
    if len(content) - start != _LENGTH:
        raise DamagedModel(f"expected a table of {_LENGTH} bytes, found {len(content) - start}")
    if bytes(content[len(line) + 1 : start - 1]) != _checksum(line, content, start):
        raise DamagedModel("the checksum does not fit")
    header = json.loads(line)
    if (header["form"], header["routes"], header["languages"]) != (_FORM, list(ROUTES), list(LANGUAGES)):
        raise DamagedModel("expected a model with this program's labels and languages")
    biases = tuple(tuple(bias) for bias in header["biases"])
    return Head(tuple(header["scales"]), biases, header["learnt"]), start
