"""One slip of the keyboard is a slip; two are another word."""

import pytest

from dialogs.understanding.slips import is_one_slip


@pytest.mark.parametrize("written", ["cancl", "cancell", "cancek", "cnacel", "canecl", "ancel", "cancels"])
def test_one_letter_is_a_slip(written: str) -> None:
    assert is_one_slip(written, "cancel")


@pytest.mark.parametrize("written", ["cancel", "cance11", "cncl", "lancer", "cleanc", "", "can"])
def test_none_or_more_are_not(written: str) -> None:
    assert not is_one_slip(written, "cancel")
