"""Record numbers."""

import re
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.numbers import ALPHABET, new_number, read_number


def from_bytes(source: bytes) -> str:
    """A number whose randomness is these bytes, over and over."""
    bytes_ = cycle(source)
    return new_number("BL", lambda count: bytes(next(bytes_) for _ in range(count)))


numbers = st.binary(min_size=8, max_size=8).filter(lambda b: min(b) < 232).map(from_bytes)


@settings(deadline=None)
@given(numbers)
def test_a_number_has_the_promised_form_and_reads_back(number: str) -> None:
    assert re.fullmatch(r"[A-Z]{2,}-[0-9A-Z]{6,}", number)
    assert read_number(number) == number


@settings(deadline=None)
@given(numbers)
def test_a_number_is_read_however_it_is_typed(number: str) -> None:
    assert read_number(f" {number.lower()} ") == number
    assert read_number(number.replace("-", " ")) == number
    assert read_number(number.replace("-", "")) == number
    assert read_number(f"{number[:6]} {number[6:]}") == number


@settings(deadline=None)
@given(numbers, st.integers(3, 10), st.sampled_from(ALPHABET))
def test_each_wrong_character_is_noticed(number: str, place: int, other: str) -> None:
    wrong = number[:place] + other + number[place + 1 :]

    assert read_number(wrong) == (number if other == number[place] else None)


@settings(deadline=None)
@given(numbers, st.integers(3, 10), st.integers(3, 10))
def test_each_swap_is_noticed(number: str, one: int, other: int) -> None:
    swapped = list(number)
    swapped[one], swapped[other] = swapped[other], swapped[one]

    assert read_number("".join(swapped)) == (number if "".join(swapped) == number else None)


@pytest.mark.parametrize(
    "text", ["", "-", "BL", "BL-", "7KQ2M9XA", "BL-7KQ2M9X", "BL-0O1ILSUU", "ÄÖ-7KQ2M9XA"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


def test_bytes_that_would_favour_some_characters_are_thrown_again() -> None:
    # 255 gives no character: of the eight bytes only one counts, so it takes seven throws.
    assert from_bytes(bytes([255] * 7 + [0])) == from_bytes(bytes([0]))


@pytest.mark.parametrize("prefix", ["", "B", "bl", "B1", "BRIGHTLINE", "Ö" * 2])
def test_a_prefix_is_two_to_eight_letters(prefix: str) -> None:
    with pytest.raises(ValueError, match="expected 2 to 8 letters"):
        new_number(prefix, bytes)
