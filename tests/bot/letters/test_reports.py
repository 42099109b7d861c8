"""Lists of what became of letters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.letters.reports import BadReports, Report, read_reports


@pytest.mark.parametrize("separator", [",", ";"])
def test_lines_are_read_by_their_heading(separator: str) -> None:
    lines = ("Note,Letter,State,Day", "moved,BL-1,Returned,2026-11-23", ",,,", ",BL-2,posted,")
    content = "\r\n".join(lines).replace(",", separator).encode("utf-8-sig")

    assert read_reports(content) == (
        Report(2, "BL-1", "returned", date(2026, 11, 23), "moved"),
        Report(4, "BL-2", "posted", None, ""),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "expected the columns letter, state, day, note"),
        (b"letter,day\n", "expected the columns letter, state, day, note"),
        (b"letter,state,when\n", "expected the columns letter, state, day, note"),
        ("letter,state\nBL-1,zurück".encode("latin-1"), "not in UTF-8"),
        (b"letter,state\nBL-1,back", "line 2: state: expected posted or returned"),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, expected: str) -> None:
    with pytest.raises(BadReports, match=expected):
        read_reports(content)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"letter,state\n{text}".encode()))
def test_whatever_is_in_a_file_it_is_read_or_refused(content: bytes) -> None:
    try:
        found = read_reports(content)
    except BadReports:
        return
    assert all(report.letter and report.state in ("posted", "returned") for report in found)
