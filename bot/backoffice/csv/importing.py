"""Filling the built-in back office from files: all of it, or nothing.

The files are read twice. First it is looked whether anything is wrong, without holding up anybody; only when
nothing is, they are read again and written in one transaction, in which everything is looked at once more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, cast

from bot.backoffice.csv.cells import Read, key_of, read_values
from bot.backoffice.csv.columns import CURRENCY, Column, Done, Fault, Faults, Sheet, Table, Values
from bot.backoffice.csv.files import Files, files_in
from bot.backoffice.csv.findings import Finding, Severity, Tell
from bot.backoffice.csv.kinds import Circumstances
from bot.backoffice.csv.records import Limits, Record, Source, records
from bot.backoffice.csv.references import Known, References
from bot.backoffice.csv.sheets import SHEETS
from dialogs.ids import BrandId
from storage.database import Database
from storage.repositories.local_office_files import Referred
from storage.unit_of_work import UnitOfWork

BATCH = 500
"""Rows that are in memory at once; of the others only the references are."""


@dataclass(frozen=True, slots=True)
class Import:
    """What is wanted: `places` are files and folders, `region` (ISO 3166) is home to national phone numbers.

    `today` is the day in the brand's zone. `overwrite`: the files are right also where they undo what the bot
    did.
    """

    brand: BrandId
    places: Sequence[Path]
    today: date
    region: str | None = None
    overwrite: bool = False
    limits: Limits = Limits()


@dataclass(slots=True)
class Count:
    """What the rows of a file came to, or would."""

    file: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def rows(self) -> int:
        return self.added + self.changed + self.unchanged


@dataclass(frozen=True, slots=True)
class Imported:
    """How it ended: with any errors nothing was written."""

    counts: Sequence[Count]
    errors: int
    warnings: int

    @property
    def changes(self) -> int:
        return sum(count.added + count.changed for count in self.counts)


def check_files(database: Database, wanted: Import, tell: Tell) -> Imported:
    """Look whether the files could be imported; what is wrong is told. Raises what `Database.read` does."""
    heard = _Ear(tell)
    files = files_in(wanted.places, heard)
    heard.pass_on()
    with database.read() as work:
        counts = _Run(work, wanted, heard, writing=False).over(files)
    return Imported(counts, heard.errors, heard.warnings)


def import_files(database: Database, wanted: Import, tell: Tell) -> Imported:
    """Import the files if nothing is wrong in any of them. Raises what `Database.write` does."""
    checked = check_files(database, wanted, tell)
    if checked.errors or not checked.changes:
        return checked
    # Warnings were told; errors there are only where somebody changed a file or a row in between.
    heard = _Ear(lambda finding: tell(finding) if finding.severity == "error" else None)
    files = files_in(wanted.places, heard)
    heard.pass_on()
    try:
        with database.write() as work:
            work.local_office_files.take_turn(wanted.brand)
            counts = _Run(work, wanted, heard, writing=True).over(files)
            if heard.errors:
                raise _Wrong
    except _Wrong:
        return Imported(checked.counts, heard.errors, checked.warnings)
    return Imported(counts, 0, checked.warnings)


class _Wrong(Exception):
    """Ends the transaction without a trace."""


class _Ear:
    """Hears what is wrong, counts it, and tells it in the order of the lines."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._heard: list[Finding] = []
        self.errors = self.warnings = 0

    def __call__(self, finding: Finding) -> None:
        self.errors += finding.severity == "error"
        self.warnings += finding.severity == "warning"
        self._heard.append(finding)

    def pass_on(self) -> None:
        """Tell what was heard since: a file is read some rows ahead."""
        for finding in sorted(self._heard, key=lambda each: each.line or 0):
            self._tell(finding)
        self._heard.clear()


class _Run:
    """One reading of all files."""

    def __init__(self, work: UnitOfWork, wanted: Import, heard: _Ear, *, writing: bool) -> None:
        self._work, self._wanted, self._heard, self._writing = work, wanted, heard, writing
        self._references = References(work, wanted.brand)
        self._in_the_end: list[Callable[[UnitOfWork], object]] = []

    def over(self, files: Files) -> list[Count]:
        counts: list[Count] = []
        for sheet in SHEETS:
            if sheet.table is not None:
                counts += self._sheet(sheet, sheet.table, files.get(sheet.name, ()))
        if self._writing and not self._heard.errors:
            for act in self._in_the_end:
                act(self._work)
        return counts

    def _sheet(self, sheet: Sheet[Any], table: Table[Any], paths: Sequence[Path]) -> Iterator[Count]:
        required = [column.name for column in sheet.columns if column.required]
        seen: Seen = {}
        for path in paths:
            count = Count(path.name)
            rows = records(Source(path, sheet.names, required), self._heard, self._wanted.limits)
            entries = _entries(sheet, rows, seen)
            while batch := list(islice(entries, BATCH)):
                self._batch(sheet, table, batch, count)
                self._heard.pass_on()
            self._heard.pass_on()
            yield count

    def _batch(self, sheet: Sheet[Any], table: Table[Any], batch: Sequence["_Entry"], count: Count) -> None:
        context = self._context(sheet, table, batch)
        changed = []
        for entry in batch:
            row = self._row(sheet, table, entry, context)
            if row is None:
                continue
            before = context.stored.get(entry.key)
            count.added += before is None
            count.changed += before is not None and row != before
            count.unchanged += row == before
            if row != before:
                changed.append(row)
        if self._writing and not self._heard.errors:
            table.put(self._work, self._wanted.brand, changed, self._wanted.today)

    def _context(self, sheet: Sheet[Any], table: Table[Any], batch: Sequence["_Entry"]) -> "_Context":
        brand, keys = self._wanted.brand, [entry.key for entry in batch if entry.key]
        stored = table.stored(self._work, brand, keys, self._writing)
        new = [key for key in keys if key not in stored]
        erased = self._work.local_office_files.erased(brand, new) if sheet.name == "customers" else ()
        return _Context(
            stored, table.done(self._work, brand, stored), self._known(sheet, batch), frozenset(erased)
        )

    def _row(self, sheet: Sheet[Any], table: Table[Any], entry: "_Entry", context: "_Context") -> Any | None:
        """The row as it is to be; None, having told why, where it cannot be."""
        before = context.stored.get(entry.key)
        said = {} if before is None else _values_of(sheet, before)
        read = read_values(sheet, entry.record, said, self._wanted.region, self._heard)
        unknown = table.not_new(read.values) if before is None and entry.key else None
        if entry.key and entry.twice is None and unknown is None:
            self._references.add(sheet, entry.key, read.values)
        faults = [*self._faults(entry, read, context)]
        if unknown is not None:
            near = self._references.nearest((cast(Referred, sheet.name),), entry.key)
            faults.append(Fault(sheet.key, f"{unknown}{near}"))
        elif not read.wrong:
            faults += _changed_for_good(sheet, read.values, said)
            faults += table.faults(read.values)
            faults += table.refusals(said, read.values, self._wanted.today)
        row = None if read.wrong or faults else table.row_of(self._wanted.brand, read.values, before)
        if row is not None and before is not None:
            faults += self._undone(table, entry, before, row, context.done.get(entry.key, frozenset()))
        for fault in faults:
            self._tell(entry.record, fault)
        return None if faults else row

    def _undone(self, table: Table[Any], entry: "_Entry", before: Any, row: Any, done: Done) -> Faults:
        """What of it would undo what the bot did; what follows is told where it is wanted all the same."""
        undone = [*table.conflicts(before, row, done)]
        if not self._wanted.overwrite:
            yield from undone
        elif undone:
            for follows in table.follows(self._work, before, row):
                self._tell(entry.record, Fault(follows.column, follows.told), "warning")
                self._in_the_end.append(follows.act)

    def _faults(self, entry: "_Entry", read: Read, context: "_Context") -> Faults:
        if entry.twice is not None:
            yield entry.twice
        if entry.key in context.erased:
            yield Fault("customer", "this customer was erased; expected a file without them")
        for column, known in context.known:
            if column.name in entry.record.cells and column.name not in read.wrong:
                yield from self._references.faults(column, known, read.values)

    def _known(self, sheet: Sheet[Any], batch: Sequence["_Entry"]) -> list[tuple[Column, Known]]:
        """For each column that refers to something: what of it is there."""
        referring = [column for column in sheet.columns if column.refers]
        return [(column, self._references.known(column, _refs(column, batch))) for column in referring]

    def _tell(self, record: Record, fault: Fault, severity: Severity = "error") -> None:
        found = record.cells.get(fault.column)
        self._heard(Finding(record.file, record.line, fault.column, found, fault.expected, severity))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with its key; empty where it has none. `twice`: the key was there before."""

    key: str
    record: Record
    twice: Fault | None


@dataclass(frozen=True, slots=True)
class _Context:
    """What the rows of a batch are held against."""

    stored: Mapping[str, Any]
    done: Mapping[str, Done]
    known: Sequence[tuple[Column, Known]]
    erased: frozenset[str]


Seen = dict[str, tuple[int, str]]
"""Line and file of each key."""


def _entries(sheet: Sheet[Any], rows: Iterable[Record], seen: Seen) -> Iterator[_Entry]:
    for record in rows:
        key = key_of(sheet, record.cells)
        if key in seen:
            line, file = seen[key]
            expected = f"expected each once; it is in line {line} of {file}, too"
            yield _Entry(key, record, Fault(sheet.key, expected))
            continue
        if key:
            seen[key] = (record.line, record.file)
        yield _Entry(key, record, None)


def _changed_for_good(sheet: Sheet[Any], values: Values, before: Values) -> Faults:
    given = Circumstances(before.get(CURRENCY) or "")
    for column in sheet.columns:
        if column.fixed and column.name in before and before[column.name] != values[column.name]:
            was = before[column.name]
            written = "nothing" if was is None else column.kind.write(was, given)
            yield Fault(column.name, f"expected {written}, which cannot change once the row is there")


def _refs(column: Column, batch: Iterable[_Entry]) -> set[str]:
    cells = (entry.record.cells.get(column.name, "") for entry in batch)
    return {cell for cell in cells if cell}


def _values_of(sheet: Sheet[Any], row: Any) -> Values:
    """What the row says; nothing where that cannot be read any more, so that it can be set right."""
    try:
        return sheet.values_of(row)
    except ValueError:
        return {}
