"""Amounts between tables and the rest."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backoffice.money import from_minor, rounded, to_minor
from dialogs.values import Money

currencies = st.sampled_from(["EUR", "USD", "JPY", "KWD"])


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [(2990, "EUR", "29.90"), (2990, "JPY", "2990"), (2990, "KWD", "2.990"), (0, "EUR", "0.00")],
)
def test_minor_units_are_the_currency_s_own(minor: int, currency: str, amount: str) -> None:
    assert str(from_minor(minor, currency).amount) == amount


@settings(deadline=None)
@given(st.integers(-(10**12), 10**12), currencies)
def test_minor_units_read_back(minor: int, currency: str) -> None:
    assert to_minor(from_minor(minor, currency)) == minor


@pytest.mark.parametrize(("amount", "expected"), [("1.005", "1.01"), ("1.0049", "1.00"), ("2.675", "2.68")])
def test_half_a_cent_is_rounded_up(amount: str, expected: str) -> None:
    assert rounded(Decimal(amount), "EUR") == Money(Decimal(expected), "EUR")


def test_a_part_of_a_cent_is_no_amount() -> None:
    with pytest.raises(ValueError, match="no whole number"):
        to_minor(Money(Decimal("1.005"), "EUR"))
