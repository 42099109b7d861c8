"""docs/letters.md tells of letters what is so."""

import re

from bot.cli.letters import letters
from bot.letters.making import POSTED_WITHIN
from bot.letters.reports import COLUMNS
from channels.letter import LETTER
from channels.letter.sender import LONGEST_SENDER
from channels.letter.windows import DIN, US
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "letters.md").read_text(encoding="utf-8")


def first_column(heading: str) -> list[str]:
    table = PAGE.split(f"| {heading} | is |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def test_settings_and_columns_are_told() -> None:
    assert first_column("setting") == list(LETTER.settings)
    assert tuple(first_column("column")) == COLUMNS
    assert f"at most {LONGEST_SENDER} characters" in PAGE


def test_every_command_is_told_and_no_other() -> None:
    assert set(re.findall(r"cancelbot letters ([a-z]+)", PAGE)) == set(letters.commands)


def test_where_the_address_stands_is_told() -> None:
    for window in (DIN, US):
        for size in (window.left, window.top, window.width, *window.folds):
            assert f"{size:g}" in PAGE
        assert f"{window.points:g} pt" in PAGE
    assert f"| {DIN.lines} | {US.lines} |" in PAGE


def test_after_how_long_a_letter_is_looked_for_is_told() -> None:
    assert POSTED_WITHIN.days == 7
    assert "within seven days is shown at the desk" in PAGE
