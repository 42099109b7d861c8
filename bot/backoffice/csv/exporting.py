"""Writing the built-in back office to files: those that can be imported again, and what orders moved.

The files hold personal data in plain: only their owner can read them. They begin with a byte order mark, by
which spreadsheets know UTF-8.
"""

import csv
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.backoffice.csv.cells import written
from bot.backoffice.csv.columns import Sheet
from bot.backoffice.csv.guarding import guarded
from bot.backoffice.csv.sheets import SHEETS
from dialogs.ids import BrandId
from storage.database import Database
from storage.unit_of_work import UnitOfWork

PAGE = 500
"""Rows that are in memory at once."""


class NotExported(Exception):
    """Nothing was written; the message says why."""


def export_files(database: Database, brand: BrandId, folder: Path, *, force: bool) -> Mapping[str, int]:
    """Write a file of each kind into the folder, which is made if need be; how many rows each has.

    Either all files are written or none. Existing ones are overwritten with `force` only. Raises NotExported,
    and what `Database.read` does.
    """
    there = [sheet.file for sheet in SHEETS if (folder / sheet.file).exists()]
    if there and not force:
        raise NotExported(f"{folder} has {', '.join(there)} already; --force overwrites them")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _parts(folder) as parts:
            with database.read() as work:
                counts = {sheet.file: _write(work, brand, sheet, parts[sheet.file]) for sheet in SHEETS}
            for name, part in parts.items():
                part.replace(folder / name)
    except OSError as error:
        raise NotExported(f"{error.filename or folder} cannot be written: {error.strerror}") from error
    return counts


@contextmanager
def _parts(folder: Path) -> Iterator[Mapping[str, Path]]:
    """Files beside the ones they are to become; gone in the end if they did not."""
    parts = {sheet.file: folder / f".{sheet.file}.{os.getpid()}.part" for sheet in SHEETS}
    try:
        yield parts
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _write(work: UnitOfWork, brand: BrandId, sheet: Sheet[Any], path: Path) -> int:
    count = 0
    path.touch(0o600, exist_ok=False)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.names)
        for cells in _rows(work, brand, sheet):
            writer.writerow(map(guarded, cells))
            count += 1
    return count


def _rows(work: UnitOfWork, brand: BrandId, sheet: Sheet[Any]) -> Iterator[list[str]]:
    after = ""
    while page := sheet.page(work, brand, after, PAGE):
        for row in page:
            try:
                values = sheet.values_of(row)
            except ValueError as error:
                raise NotExported(f"a row of {sheet.file} cannot be written: {error}") from error
            yield written(sheet, values)
            after = values[sheet.key]
