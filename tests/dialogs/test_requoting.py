"""When other terms are no loss to the customer."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.requoting import is_no_worse, is_same
from dialogs.values import Money, Quote

END = date(2026, 12, 31)


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


CONFIRMED = Quote(
    END, euro("60.00"), euro("12.50"), last_charge=euro("29.90"), last_charged_on=date(2026, 12, 1)
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (CONFIRMED, True),
        (replace(CONFIRMED, fee=euro("59.99")), True),
        (replace(CONFIRMED, fee=euro("60.01")), False),
        (replace(CONFIRMED, refund=euro("12.51")), True),
        (replace(CONFIRMED, refund=euro("12.49")), False),
        (replace(CONFIRMED, end_date=END + timedelta(days=1)), False),
        (replace(CONFIRMED, end_date=END + timedelta(days=1), fee=euro("0.00")), False),
        (replace(CONFIRMED, end_date=END - timedelta(days=1)), False),
        (replace(CONFIRMED, end_date=END - timedelta(days=1), refund=euro("13.00")), True),
        (replace(CONFIRMED, end_date=date(2026, 11, 30), last_charged_on=date(2026, 11, 1)), True),
        (replace(CONFIRMED, end_date=date(2026, 11, 30), last_charge=None, last_charged_on=None), True),
        (replace(CONFIRMED, remains=("return-equipment",)), False),
        (replace(CONFIRMED, fee=Money(Decimal("1.00"), "USD")), False),
    ],
)  # fmt: skip
def test_what_is_no_loss(quote: Quote, expected: bool) -> None:
    assert is_no_worse(quote, CONFIRMED) is expected


amounts = st.integers(0, 20_000).map(lambda cents: Money(Decimal(cents).scaleb(-2), "EUR"))
quotes = st.builds(
    Quote,
    end_date=st.dates(date(2026, 11, 1), date(2027, 12, 31)),
    fee=amounts,
    refund=amounts,
    last_charged_on=st.none() | st.dates(date(2026, 10, 1), date(2027, 12, 1)),
    remains=st.sampled_from([(), ("return-equipment",)]),
)


@given(quotes, quotes)
def test_nobody_pays_more_or_waits_longer_unasked(quote: Quote, confirmed: Quote) -> None:
    if not is_no_worse(quote, confirmed):
        return
    assert quote.end_date <= confirmed.end_date
    assert quote.fee.amount - quote.refund.amount <= confirmed.fee.amount - confirmed.refund.amount


@given(quotes, quotes)
def test_two_that_are_no_worse_than_each_other_are_the_same(one: Quote, other: Quote) -> None:
    if is_no_worse(one, other) and is_no_worse(other, one):
        assert is_same(one, other)
