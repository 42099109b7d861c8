"""A row's cells as values, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.backoffice.csv.columns import CURRENCY, Column, Sheet, Values
from bot.backoffice.csv.findings import Finding, Tell
from bot.backoffice.csv.kinds import Circumstances, NotRead
from bot.backoffice.csv.records import Record


@dataclass(frozen=True, slots=True)
class Read:
    """What a row says, but for the columns whose cells are wrong: that was told."""

    values: Values
    wrong: frozenset[str]


def read_values(sheet: Sheet[Any], record: Record, before: Values, region: str | None, tell: Tell) -> Read:
    """What the row says; of a column that the file has not, what was known `before`, or else its default."""
    row = _Row(record, tell)
    values = {column.name: before.get(column.name, column.default) for column in sheet.columns}
    currency = next((column for column in sheet.columns if column.name == CURRENCY), None)
    if currency is not None and CURRENCY in record.cells:
        values[CURRENCY] = row.value(currency, Circumstances())
    given = Circumstances(values.get(CURRENCY) or "", region)
    for column in sheet.columns:
        if column.name in record.cells and column is not currency:
            values[column.name] = row.value(column, given)
    return Read(values, frozenset(row.wrong))


def written(sheet: Sheet[Any], values: Values) -> list[str]:
    """The row's cells in the order of the columns."""
    given = Circumstances(values.get(CURRENCY) or "")
    return [_cell(column, values[column.name], given) for column in sheet.columns]


def _cell(column: Column, value: Any, given: Circumstances) -> str:
    return "" if value is None else column.kind.write(value, given)


class _Row:
    """Reads the cells of one row, and notes which could not be read."""

    def __init__(self, record: Record, tell: Tell) -> None:
        self._record, self._tell = record, tell
        self.wrong = set(record.spoiled)

    def value(self, column: Column, given: Circumstances) -> Any:
        if column.name in self._record.spoiled:
            return None
        cell = self._record.cells[column.name]
        if not cell:
            if column.required:
                self._found(column, cell, f"expected {column.expected}")
            return column.default
        try:
            value = column.kind.read(cell, given)
        except NotRead as error:
            self._found(column, cell, str(error))
            return None
        for doubt in given.doubts:
            self._tell(Finding(self._record.file, self._record.line, column.name, cell, doubt, "warning"))
        given.doubts.clear()
        return value

    def _found(self, column: Column, cell: str, expected: str) -> None:
        self.wrong.add(column.name)
        self._tell(Finding(self._record.file, self._record.line, column.name, cell, expected))


def key_of(sheet: Sheet[Any], cells: Mapping[str, str]) -> str:
    """By what the row is known; empty where it does not say so."""
    try:
        key: str = sheet.columns[0].kind.read(cells.get(sheet.key, ""), Circumstances())
    except NotRead:
        return ""
    return key
