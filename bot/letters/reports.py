"""What a printer or the post says of letters, as a CSV file. Pure."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

COLUMNS = ("letter", "state", "day", "note")
REQUIRED = COLUMNS[:2]
LARGEST = 5_000_000


class BadReports(ValueError):
    """The file cannot be read; the message says in which line, and what was expected."""


@dataclass(frozen=True, slots=True)
class Report:
    """One line: what became of a letter. `day` is None where it says none."""

    line: int
    letter: str
    state: Literal["posted", "returned"]
    day: date | None
    note: str


def read_reports(content: bytes) -> tuple[Report, ...]:
    """The lines of a file with a heading, parted by comma or semicolon. Raises BadReports."""
    if len(content) > LARGEST:
        raise BadReports(f"the file has more than {LARGEST} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadReports("the file is not in UTF-8") from error
    heading = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in heading else ",")
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    if not set(REQUIRED) <= set(names) <= set(COLUMNS):
        raise BadReports(f"expected the columns {', '.join(COLUMNS)}, of which the first two are needed")
    reader.fieldnames = names
    try:
        return tuple(_report(reader.line_num, row) for row in reader if any(row.values()))
    except csv.Error as error:
        raise BadReports(f"line {reader.line_num}: {error}") from error


def _report(line: int, row: dict[str, str | None]) -> Report:
    told = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    if not told["letter"]:
        raise BadReports(f"line {line}: letter: expected its number, as in the run's index")
    state = told["state"].lower()
    if state not in ("posted", "returned"):
        raise BadReports(f"line {line}: state: expected posted or returned")
    try:
        day = date.fromisoformat(told["day"]) if told["day"] else None
    except ValueError as error:
        raise BadReports(f"line {line}: day: expected a day as YYYY-MM-DD") from error
    return Report(line, told["letter"], cast(Literal["posted", "returned"], state), day, told["note"])
