"""Where money goes that is paid back for an order: to the means that it was paid with. Pure."""

from collections.abc import Iterator, Sequence

MONEY_FIRST = ("card", "bank", "original", "gift_card", "store_credit")
"""Real money goes back before vouchers do; a means that is not named here counts as money."""

Paid = tuple[str, int]
"""A means of payment, and minor units."""


def split(paid: Sequence[Paid], before: int, amount: int) -> tuple[Paid, ...]:
    """How so much more is shared among the means of payment, `before` having been paid back already.

    Each means is filled up to what was paid with it before the next gets anything, so that parts sum up
    to the cent, whatever is cancelled in which order. What exceeds all that is known to have been paid
    goes to ``original``: then the brand's books know more than this table.
    """
    return tuple((method, part) for method, part in _filled(paid, before, amount) if part)


def _filled(paid: Sequence[Paid], before: int, amount: int) -> Iterator[Paid]:
    passed, left = before, amount
    for method, limit in sorted(paid, key=lambda each: _rank(each[0])):
        gone = min(passed, limit)
        passed -= gone
        part = min(left, limit - gone)
        left -= part
        yield method, part
    yield "original", left


def _rank(method: str) -> int:
    return MONEY_FIRST.index(method) if method in MONEY_FIRST else 0
