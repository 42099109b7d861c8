"""docs/office-csv.md names every file and column that the back office reads and writes, and nothing else."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.backoffice.csv.columns import Column, Sheet
from bot.backoffice.csv.kinds import Circumstances
from bot.backoffice.csv.records import MOST_BYTES, MOST_ROWS
from bot.backoffice.csv.sheets import SHEETS
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "office-csv.md").read_text(encoding="utf-8")


def row_of(column: Column) -> str:
    name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
    example = f"`{column.example}`" if column.example else ""
    cells = (name, column.about, column.expected, example)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def table_of(sheet: Sheet[Any]) -> Iterator[str]:
    yield "| column | what it says | expected | example |"
    yield "| --- | --- | --- | --- |"
    yield from map(row_of, sheet.columns)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_file_is_told_with_its_columns(sheet: Sheet[Any]) -> None:
    expected = "\n".join((f"### `{sheet.file}`", "", sheet.about, "", *table_of(sheet)))

    assert f"{expected}\n\n" in f"{PAGE}\n", f"expected in docs/office-csv.md:\n\n{expected}"


def test_no_other_files_are_told() -> None:
    assert re.findall(r"^### `(.+)`$", PAGE, re.MULTILINE) == [sheet.file for sheet in SHEETS]


@pytest.mark.parametrize(
    "column",
    [column for sheet in SHEETS for column in sheet.columns if column.example],
    ids=lambda column: column.name,
)
def test_an_example_is_what_is_expected(column: Column) -> None:
    given = Circumstances("EUR")

    assert column.kind.write(column.kind.read(column.example, given), given) == column.example
    assert given.doubts == []


def test_limits_are_told() -> None:
    assert f"at most {MOST_BYTES // 1_000_000} MB and {MOST_ROWS:,} rows" in PAGE
