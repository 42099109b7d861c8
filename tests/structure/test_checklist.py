"""Every item of the checklist is held by a test, or says what is missing."""

import pytest

from tests.checklist import ITEMS, Claim, Item, claims, claims_in, held, lines


def test_the_list_is_whole() -> None:
    assert [item.number for item in ITEMS] == list(range(1, 43))


@pytest.mark.parametrize("item", [each for each in ITEMS if not each.missing], ids=lambda item: item.number)
def test_an_item_is_held_by_a_test(item: Item) -> None:
    assert held().get(item.number), f"expected a test marked check({item.number}): {item.rule}"


def test_nothing_claims_what_is_not_there() -> None:
    there = {item.number for item in ITEMS if not item.missing}

    assert [claim for claim in claims() if not set(claim.numbers) <= there] == []


def test_marks_are_read_from_functions_and_classes() -> None:
    plain = "@pytest.mark.check(3, 4)\ndef test_a(): ...\n"
    source = plain + "class TestB:\n  @pytest.mark.check(5)\n  def test_c(self): ..."

    assert list(claims_in(source, "x.py")) == [
        Claim("x.py::test_a", (3, 4)),
        Claim("x.py::TestB::test_c", (5,)),
    ]


@pytest.mark.parametrize(
    "source", ["@pytest.mark.check(N)\ndef test_a(): ...", "@pytest.mark.check(1)\ndef a(): ..."]
)
def test_a_mark_that_holds_nothing_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        list(claims_in(source, "x.py"))


def test_what_is_missing_is_printed() -> None:
    assert sum("not yet:" in line for line in lines()) == sum(bool(item.missing) for item in ITEMS)
