"""Where an address stands, so that the window shows it and nothing else, wherever the letter has slid to."""

from itertools import pairwise

import pytest

from channels.letter.windows import DIN, LARGEST_SHIFT, US, WINDOWS, Window, window_of

CLEAR_SPACE = 3.175
"""1/8 in, which the United States Postal Service wants around an address in a window."""


@pytest.mark.parametrize("window", WINDOWS.values(), ids=lambda window: window.name)
def test_the_address_shows_wherever_the_letter_has_slid_to(window: Window) -> None:
    left, top, right, bottom = window.always_visible()

    assert left <= window.left
    assert window.left + window.width <= right
    assert top <= (window.sender_top or window.top)
    assert window.top + window.height <= bottom + LARGEST_SHIFT


def test_in_the_us_there_is_clear_space_around_it() -> None:
    left, top, right, bottom = US.always_visible()

    assert US.left - left >= CLEAR_SPACE - LARGEST_SHIFT
    assert right - US.left - US.width >= CLEAR_SPACE
    assert US.top - top >= CLEAR_SPACE - LARGEST_SHIFT
    assert bottom - US.top - US.height >= CLEAR_SPACE - LARGEST_SHIFT


def test_the_german_window_is_where_the_standard_has_it() -> None:
    """DIN 5008, form B: the address from 62.7 to 90 mm, text from 25 mm on, folded at 105 and 210 mm."""
    assert (DIN.left, DIN.top, DIN.folds) == (25.0, 62.7, (105.0, 210.0))
    assert DIN.top + DIN.height <= 90.0


@pytest.mark.parametrize("window", WINDOWS.values(), ids=lambda window: window.name)
def test_it_is_folded_to_what_goes_into_the_envelope(window: Window) -> None:
    width, height = window.sheet_size
    edges = (0.0, *window.folds, height)
    panels = [below - above for above, below in pairwise(edges)]

    assert width < window.envelope[0]
    assert max(panels) == panels[0] < window.envelope[1]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"country": "DE"}, DIN),
        ({"country": "US"}, US),
        ({"country": "CA"}, US),
        ({"country": "US", "window": "din"}, DIN),
        ({"country": "FR", "window": "us"}, US),
        ({}, DIN),
    ],
)
def test_the_window_follows_from_where_letters_are_posted(settings: dict[str, str], expected: Window) -> None:
    assert window_of(settings) is expected
