"""A CSV file as people have it, row by row: with or without byte order mark, whatever separates its cells."""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from bot.backoffice.csv.findings import Finding, Tell, meant
from bot.backoffice.csv.guarding import unguarded

MOST_BYTES = 200_000_000
MOST_ROWS = 1_000_000
SEPARATORS = (",", ";", "\t")

UTF_8 = "expected UTF-8 (spreadsheets call it “CSV UTF-8”)"

_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t])"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """A row: what its cells say, by column. Of what is `spoiled` was told already."""

    file: str
    line: int
    cells: Mapping[str, str]
    spoiled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, the columns that it may have, and those that it must."""

    path: Path
    known: Sequence[str]
    required: Sequence[str]

    @property
    def name(self) -> str:
        return self.path.name


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of a file."""

    size: int = MOST_BYTES
    rows: int = MOST_ROWS


def records(source: Source, tell: Tell, limits: Limits) -> Iterator[Record]:
    """The rows of the file, one at a time. What cannot be read is told; a file that cannot be, gives none."""

    def wrong(expected: str, line: int | None = None, found: str | None = None) -> None:
        tell(Finding(source.name, line, None, found, expected))

    try:
        size = source.path.stat().st_size
        if size > limits.size:
            wrong(f"expected at most {limits.size:,} bytes, not {size:,}; split the file")
            return
        with source.path.open("rb") as raw:
            if raw.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE):
                wrong(UTF_8)
                return
        # What is no UTF-8 is kept apart by surrogates, so that it can be told where it stands.
        with source.path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield from _rows(file, source, tell, limits, wrong)
    except OSError as error:
        wrong(f"the file cannot be read: {error.strerror}")


def _rows(
    file: TextIO, source: Source, tell: Tell, limits: Limits, wrong: Callable[..., None]
) -> Iterator[Record]:
    lines, separator, passed = _begun(file, source.known)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    columns: list[str | None] | None = None
    count, line = 0, passed + 1
    try:
        for row in reader:
            begun, line = line, passed + reader.line_num + 1
            if not any(map(str.strip, row)):
                continue
            if columns is None:
                columns = _header(row, source, tell, begun)
                if columns is None:
                    return
                continue
            count += 1
            if count > limits.rows:
                wrong(f"expected at most {limits.rows:,} rows; split the file", begun)
                return
            yield _record(row, columns, source, tell, begun)
    except csv.Error as error:
        wrong(f"the row that begins here is no CSV: {error}", line)
        return
    if columns is None:
        wrong(f"the file is empty; expected a first line with the columns {', '.join(source.required)}")


def _begun(file: TextIO, known: Sequence[str]) -> tuple[Iterator[str], str, int]:
    """The lines from the header on, what separates its cells, and how many lines stand before it."""
    first = file.readline()
    told = _SEPARATOR_LINE.fullmatch(first)
    if told is not None:
        return iter(file), told[1], 1
    return chain([first], file), _separator(first, known), 0


def _separator(header: str, known: Sequence[str]) -> str:
    """The one by which the header has most columns that are known."""

    def columns_known(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=separator), [])
        return sum(_name(cell) in known for cell in cells), len(cells)

    return max(SEPARATORS, key=columns_known)


def _header(row: Sequence[str], source: Source, tell: Tell, line: int) -> list[str | None] | None:
    """The columns in the file's order, None for one that is not read; None if the file cannot be."""
    names = [_name(cell) for cell in row]
    counts = Counter(name for name in names if name in source.known)
    missing = [name for name in source.required if name not in counts]
    unknown = [name for name in dict.fromkeys(names) if name and name not in source.known]
    unused = [name for name in source.known if name not in counts]
    for name in unknown:
        expected = f"this column is not known and not read{meant(name, unused)}"
        tell(Finding(source.name, line, None, name, expected, "warning"))
    twice = [name for name, count in counts.items() if count > 1]
    for name in missing:
        tell(Finding(source.name, line, name, None, f"expected this column{meant(name, unknown)}"))
    for name in twice:
        tell(Finding(source.name, line, name, None, "expected this column once"))
    return None if missing or twice else [name if name in source.known else None for name in names]


def _record(
    row: Sequence[str], columns: Sequence[str | None], source: Source, tell: Tell, line: int
) -> Record:
    cells = {
        name: unguarded(cell.strip()) for name, cell in zip(columns, row, strict=False) if name is not None
    }
    if len(row) != len(columns):
        expected = f"expected {len(columns)} cells as in the first line, not {len(row)}"
        tell(Finding(source.name, line, None, None, expected))
        return Record(source.name, line, cells, frozenset(source.known))
    spoiled = frozenset(name for name, cell in cells.items() if not _is_utf_8(cell))
    for name in spoiled:
        shown = cells[name].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        tell(Finding(source.name, line, name, shown, UTF_8))
    return Record(source.name, line, cells, spoiled)


def _is_utf_8(cell: str) -> bool:
    return cell.isascii() or not any("\udc80" <= char <= "\udcff" for char in cell)


def _name(cell: str) -> str:
    """A column's name, however it is spelled: `Started on` is `started_on`."""
    return re.sub(r"[\s-]+", "_", unguarded(cell.strip()).lower())
