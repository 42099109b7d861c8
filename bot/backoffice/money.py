"""Amounts: whole minor units in tables, `Money` everywhere else."""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import get_currency_precision

from dialogs.values import Money


def from_minor(minor: int, currency: str) -> Money:
    """Whole minor units (cents) of an ISO 4217 currency as an amount: 2990 EUR is 29.90 EUR."""
    return Money(Decimal(minor).scaleb(-get_currency_precision(currency)), currency)


def to_minor(money: Money) -> int:
    """The amount in whole minor units. Raises `ValueError` when it is no whole number of them."""
    minor = money.amount.scaleb(get_currency_precision(money.currency))
    if minor != minor.to_integral_value():
        raise ValueError(f"{money.amount} {money.currency} is no whole number of minor units")
    return int(minor)


def rounded(amount: Decimal, currency: str) -> Money:
    """The amount in whole minor units, half of one rounded up."""
    unit = Decimal(1).scaleb(-get_currency_precision(currency))
    return Money(amount.quantize(unit, ROUND_HALF_UP), currency)
