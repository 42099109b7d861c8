"""No cell is a formula in a spreadsheet, and none is changed by coming back from one."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.backoffice.csv.guarding import FORMULA, guarded, unguarded

RISKY = st.text(alphabet="=+-@\t\r\n',;\"|1aé＝－ ", max_size=20)


@given(st.one_of(RISKY, st.text(max_size=30)))
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(RISKY)
def test_no_cell_begins_a_formula_whatever_separates_the_cells(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([guarded(text)])

    for separator in ",;\t":
        for row in csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=separator):
            for cell in row:
                assert cell[:1] not in FORMULA.replace("\\", "") or not cell or is_number(cell)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("+15550100", "'+15550100"),
        ("=1+1", "'=1+1"),
        ("-5.00", "-5.00"),
        ("-5-5", "'-5-5"),
        ("a;=1+1", "a;'=1+1"),
        ("'=1", "''=1"),
        ("'s Gravenhage", "'s Gravenhage"),
        ("", ""),
    ],
)
def test_what_stands_in_the_file(text: str, cell: str) -> None:
    assert guarded(text) == cell


@pytest.mark.parametrize("cell", ["+15550100", "-5.00", "=1+1", "'s Gravenhage", "Don't; 'really'"])
def test_a_file_that_nobody_guarded_is_read_as_it_is(cell: str) -> None:
    assert unguarded(cell) == cell


def test_a_long_row_of_quotes_is_read_at_once() -> None:
    text = "'" * 50_000

    assert unguarded(guarded(text)) == text


def is_number(cell: str) -> bool:
    return cell.startswith("-") and cell[1:].replace(".", "", 1).isdigit()
