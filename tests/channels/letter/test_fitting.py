"""Addresses that fit a window, and those that are refused with what was expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.printing.measuring import text_width
from channels.letter.fitting import DoesNotFit, fitted
from channels.letter.windows import DIN, US, WINDOWS

HOME = ("Kastanienallee 12", "10435 Berlin")


def refused(lines: tuple[str, ...], name: str = "Ada Sommer", country: str | None = None) -> str:
    with pytest.raises(DoesNotFit) as caught:
        fitted(name, lines, DIN, text_width, country)
    return str(caught.value)


def test_the_name_is_first_and_a_country_abroad_last() -> None:
    assert fitted("Ada Sommer", HOME, DIN, text_width) == ("Ada Sommer", *HOME)
    assert fitted("Ada Sommer", HOME, DIN, text_width, "DEUTSCHLAND") == ("Ada Sommer", *HOME, "DEUTSCHLAND")


def test_six_lines_fit_the_german_window_and_five_the_american_one() -> None:
    below = ("a", "b", "c", "d", "e")

    assert len(fitted("Ada", below, DIN, text_width)) == 6
    with pytest.raises(DoesNotFit, match="6 lines with the name: expected at most 5"):
        fitted("Ada", below, US, text_width)


def test_letters_are_composed_and_spaces_are_single() -> None:
    assert fitted("Zoe\u0308  Mu\u0308ller ", ("Weg\u00a0 1", " "), DIN, text_width) == (
        "Zo\u00eb Müller",
        "Weg\u00a0 1",
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "it has no line below the name: expected street and place"),
        ((" ", ""), "it has no line below the name: expected street and place"),
        (
            ("1", "2", "3", "4", "5", "6"),
            "it has 7 lines with the name: expected at most 6, as many as show in the window (din)",
        ),
        (("W" * 26, "Berlin"), "line 2 is 76 mm wide: expected at most 75 mm, about 40 letters"),
        (("長安街", "Berlin"), "line 2 has a character that cannot be printed (U+9577): expected Latin,"),
        (
            ("Weg 1\x07", "Berlin"),
            "line 2 has a control character: expected letters, digits and signs",
        ),
        (
            ("Weg 1\nnoch etwas", "Berlin"),
            "line 2 has a control character: expected letters, digits and signs",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_what_was_expected(lines: tuple[str, ...], expected: str) -> None:
    assert refused(lines).startswith(expected)


def test_abroad_the_country_takes_a_line() -> None:
    told = refused(("1", "2", "3", "4", "5"), country="FRANCE")

    assert told.startswith("it has 7 lines with the name and country: expected at most 6")


@given(
    name=st.text(max_size=60),
    lines=st.lists(st.text(max_size=60), max_size=8),
    window=st.sampled_from(list(WINDOWS.values())),
)
def test_whatever_is_fitted_stands_within_the_window(name: str, lines: list[str], window: object) -> None:
    assert window in WINDOWS.values()
    chosen = DIN if window is DIN else US
    try:
        shown = fitted(name, lines, chosen, text_width)
    except DoesNotFit:
        return
    assert 1 <= len(shown) <= chosen.lines
    assert all(line.isprintable() or "\u00a0" in line or "\u00ad" in line for line in shown)
    assert all(text_width(line, chosen.points) <= chosen.width for line in shown)
    assert fitted("", shown, chosen, text_width) == shown
