"""One slip of the keyboard is a slip; two are another word."""

import pytest

from dialogs.understanding.slips import one_letter_off

KNOWN = frozenset({"cancel", "terminate", "end"})


@pytest.mark.parametrize("written", ["cancl", "cancell", "cancek", "cnacel", "canecl", "ancel", "cancels"])
def test_one_letter_is_a_slip(written: str) -> None:
    assert one_letter_off(written, KNOWN) == ("cancel",)


@pytest.mark.parametrize("written", ["cancel", "cance11", "cncl", "lancer", "cleanc", "", "can", "ens"])
def test_none_or_more_are_not(written: str) -> None:
    assert one_letter_off(written, KNOWN) == ()


def test_what_may_be_one_of_two_is_neither() -> None:
    assert one_letter_off("canced", frozenset({"cancel", "cancer"})) == ()
