"""Money is paid back to what was paid with, to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.backoffice.paying import MONEY_FIRST, Paid, split

METHODS = st.sampled_from(MONEY_FIRST)
PAID = st.lists(st.tuples(METHODS, st.integers(1, 100_000)), max_size=5, unique_by=lambda each: each[0])


@pytest.mark.parametrize(
    ("paid", "before", "amount", "expected"),
    [
        ((("card", 5000),), 0, 1200, (("card", 1200),)),
        ((("store_credit", 1000), ("card", 5000)), 0, 5500, (("card", 5000), ("store_credit", 500))),
        ((("gift_card", 1000), ("card", 500)), 300, 700, (("card", 200), ("gift_card", 500))),
        ((("crypto", 900), ("gift_card", 100)), 0, 950, (("crypto", 900), ("gift_card", 50))),
        ((), 0, 700, (("original", 700),)),
        ((("card", 500),), 500, 100, (("original", 100),)),
        ((("card", 500),), 0, 0, ()),
    ],
)
def test_examples(paid: tuple[Paid, ...], before: int, amount: int, expected: tuple[Paid, ...]) -> None:
    assert split(paid, before, amount) == expected


@given(PAID, st.lists(st.integers(0, 30_000), max_size=8))
def test_parts_sum_up_and_no_means_gets_more_than_it_paid(paid: list[Paid], amounts: list[int]) -> None:
    total = sum(part for _, part in paid)
    got: dict[str, int] = {}
    before = 0
    for amount in amounts:
        amount = min(amount, total - before)
        parts = split(paid, before, amount)
        assert sum(part for _, part in parts) == amount
        assert all(part > 0 for _, part in parts)
        for method, part in parts:
            got[method] = got.get(method, 0) + part
        before += amount
    assert all(got.get(method, 0) <= limit for method, limit in paid)


@given(PAID, st.integers(0, 50_000))
def test_no_voucher_comes_before_the_money(paid: list[Paid], amount: int) -> None:
    amount = min(amount, sum(part for _, part in paid))
    parts = dict(split(paid, 0, amount))
    money = {method: limit for method, limit in paid if method not in ("gift_card", "store_credit")}
    if set(parts) & {"gift_card", "store_credit"}:
        assert all(parts.get(method) == limit for method, limit in money.items())
