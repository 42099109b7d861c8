"""Amounts of money and currencies in cells: decimals outside, whole minor units inside."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import get_currency_precision, list_currencies

from bot.backoffice.csv.findings import meant
from bot.backoffice.csv.kinds import Circumstances, NotRead
from bot.backoffice.money import from_minor, to_minor
from dialogs.values import Money

MOST = 1_000_000_000
"""An amount of this much or more, in whatever currency, is a slip."""

_NUMBER = re.compile(r"([0-9]{1,15})(?:([.,])([0-9]{1,9}))?")


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 code."""

    @property
    def expected(self) -> str:
        return "a currency's code (ISO 4217), such as EUR"

    def read(self, cell: str, given: Circumstances) -> str:
        code = cell.upper()
        if code not in _currencies():
            raise NotRead(f"expected {self.expected}{meant(code, _currencies())}")
        return code

    def write(self, value: str, given: Circumstances) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in the row's currency; kept in minor units. Where that is not known it cannot be judged: 0."""

    @property
    def expected(self) -> str:
        return "an amount such as 19.99, without currency sign and thousands separators"

    def read(self, cell: str, given: Circumstances) -> int:
        if cell.startswith("-"):
            raise NotRead("expected an amount of 0 or more")
        found = _NUMBER.fullmatch(cell)
        if found is None:
            raise NotRead(f"expected {self.expected}")
        if not given.currency:
            return 0
        whole, sign, places = found[1], found[2], found[3] or ""
        _require_places(whole, sign, places, given.currency)
        amount = Decimal(f"{whole}.{places}" if places else whole)
        if amount >= MOST:
            raise NotRead(f"expected an amount below {MOST:,}")
        return to_minor(Money(amount, given.currency))

    def write(self, value: int, given: Circumstances) -> str:
        return f"{from_minor(value, given.currency).amount:f}"


def _require_places(whole: str, sign: str | None, places: str, currency: str) -> None:
    """Raises NotRead where the places are not the currency's, or the sign may separate thousands."""
    most = get_currency_precision(currency)
    if sign == "," and len(places) == 3:
        raise NotRead(f"expected {whole}.{places} or {whole}{places}: the comma may mean either")
    if len(places) > most:
        thousands = f", or {whole}{places} if the {sign} separates thousands" if len(places) == 3 else ""
        allowed = "no decimal places" if most == 0 else f"at most {most} decimal places"
        raise NotRead(f"expected {allowed}, as {currency} has them{thousands}")


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())
