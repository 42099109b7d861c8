"""Endings as a brand gives them: rows of a file or a request, and every fault of theirs by row and column."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from dialogs.case import EndingCause
from dialogs.ids import CustomerRef, ServiceRef

CAUSES: tuple[EndingCause, ...] = get_args(EndingCause)
REQUIRED = ("customer", "service", "cause", "last_day", "reference")
COLUMNS = (*REQUIRED, "facts")
LONGEST_NAME = 100
LONGEST_FACTS = 160
"""Characters: they go out in text messages, too."""
MOST_ROWS = 1_000
"""In one request or file: each row is asked for in the back office before any is taken."""

Row = tuple[int, Mapping[str, Any]]
"""A row with its number: the line of a file, the position in a request from 1."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row, and what was expected."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.message}"


class EndingsRefused(ValueError):
    """Some rows have faults; none was taken."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Given:
    """One ending as the brand gave it. `reference` is the brand's own; the same one is taken once."""

    row: int
    customer: CustomerRef
    service: ServiceRef
    cause: EndingCause
    last_day: date
    reference: str
    facts: str | None = None


def rows_of_csv(data: bytes) -> list[Row]:
    """The rows of a file in UTF-8 with a line of names, by comma or semicolon. Raises EndingsRefused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EndingsRefused([Fault(1, "file", "expected text in UTF-8")]) from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if ";" in first and "," not in first else ",")
    try:
        return _with_names(reader)
    except csv.Error as error:
        raise EndingsRefused([Fault(reader.line_num, "file", f"{error}; expected CSV")]) from error


def _with_names(reader: Any) -> list[Row]:
    names = [name.strip() for name in next(reader, [])]
    faults = [Fault(1, name, "this column is missing") for name in REQUIRED if name not in names]
    faults += [Fault(1, name or "header", _unknown(name)) for name in names if name not in COLUMNS]
    faults += [Fault(1, name, "stands there twice") for name in sorted(set(names)) if names.count(name) > 1]
    if faults:
        raise EndingsRefused(faults)
    rows: list[Row] = []
    for values in reader:
        if not any(map(str.strip, values)):
            continue
        if len(values) > len(names):
            faults.append(Fault(reader.line_num, "file", f"{len(values)} values; expected {len(names)}"))
        rows.append((reader.line_num, dict(zip(names, values, strict=False))))
    if faults:
        raise EndingsRefused(faults)
    return rows


def given_in(rows: Iterable[Row]) -> list[Given]:
    """The rows, read. Raises EndingsRefused with every fault of all of them."""
    given: list[Given] = []
    faults: list[Fault] = []
    for number, row in rows:
        found = list(_faults_of(number, row))
        faults += found
        if not found:
            given.append(_given(number, row))
    faults += _given_twice(given)
    if len(given) > MOST_ROWS:
        faults.append(Fault(given[MOST_ROWS].row, "file", f"expected {MOST_ROWS} rows at most"))
    if not given and not faults:
        faults.append(Fault(1, "file", "expected one row or more"))
    if faults:
        raise EndingsRefused(sorted(faults, key=lambda fault: fault.row))
    return given


def _faults_of(number: int, row: Mapping[str, Any]) -> Iterable[Fault]:
    for name in row:
        if name not in COLUMNS:
            yield Fault(number, name, _unknown(name))
    for name in COLUMNS:
        problem = _problem(name, row.get(name))
        if problem is not None:
            yield Fault(number, name, problem)


def _problem(name: str, value: Any) -> str | None:
    """What is wrong with a value, and what was expected instead; None where nothing is."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None if name == "facts" else "is missing"
    if not isinstance(value, str):
        return f"{value!r}; expected a text"
    text, longest = value.strip(), LONGEST_FACTS if name == "facts" else LONGEST_NAME
    if not text.isprintable() or len(text) > longest:
        return f"expected one line of {longest} characters at most"
    if name == "cause" and text not in CAUSES:
        return f"{text!r}; {_one_of(CAUSES, text)}"
    if name == "last_day" and _day(text) is None:
        return f"{text!r} is no day; expected one such as 2026-03-31"
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-03-31") else None
    except ValueError:
        return None


def _given(number: int, row: Mapping[str, Any]) -> Given:
    words = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    day = _day(words["last_day"])
    assert day is not None, "it was checked before"
    return Given(
        number,
        CustomerRef(words["customer"]),
        ServiceRef(words["service"]),
        next(cause for cause in CAUSES if cause == words["cause"]),
        day,
        words["reference"],
        words["facts"] or None,
    )


def _given_twice(given: Sequence[Given]) -> Iterable[Fault]:
    """A reference, or a service, can stand in one row only."""
    references: dict[str, int] = {}
    services: dict[tuple[str, str], int] = {}
    for each in given:
        first = references.setdefault(each.reference, each.row)
        if first != each.row:
            yield Fault(each.row, "reference", f"{each.reference!r} stands in row {first}, too")
            continue
        first = services.setdefault((each.customer, each.service), each.row)
        if first != each.row:
            yield Fault(each.row, "service", f"{each.service!r} stands in row {first}, too")


def _unknown(name: str) -> str:
    return f"is no column; {_one_of(COLUMNS, name)}"


def _one_of(known: Sequence[str], found: str) -> str:
    near = get_close_matches(found.lower(), known, n=1, cutoff=0.6)
    asked = f"did you mean {near[0]}? " if near else ""
    return f"{asked}expected one of: {', '.join(known)}"
