"""Amounts and moments as Stripe writes them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from dialogs.values import Money

_WITHOUT_DIGITS = frozenset(
    ("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF")
)
_WITH_THREE = frozenset(("BHD", "JOD", "KWD", "OMR", "TND"))


def money_of(minor: int, currency: str) -> Money:
    """Stripe's whole number in the smallest unit of a currency, which it writes in lower case."""
    name = currency.upper()
    return Money(Decimal(minor).scaleb(-_digits(name)), name)


def minor_of(money: Money) -> int:
    """The amount as Stripe takes it. Raises `ValueError` when it is no whole number of smallest units."""
    minor = money.amount.scaleb(_digits(money.currency))
    if minor != minor.to_integral_value():
        raise ValueError(f"{money.amount} {money.currency} is no whole number of smallest units")
    return int(minor)


def day_of(moment: int, zone: str) -> date:
    """The calendar day of a moment in seconds since 1970."""
    return datetime.fromtimestamp(moment, UTC).astimezone(ZoneInfo(zone)).date()


def begin_of(day: date, zone: str) -> int:
    return int(datetime.combine(day, time(), ZoneInfo(zone)).timestamp())


def _digits(currency: str) -> int:
    """Not what ISO 4217 says of each: Stripe keeps two where a currency has lost its own since (ISK, UGX)."""
    return 0 if currency in _WITHOUT_DIGITS else 3 if currency in _WITH_THREE else 2
