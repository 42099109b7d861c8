"""Quotes of orders: what cancelling an order, or some of it, means."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backoffice.orders import (
    NoSuchLine,
    PlacedLine,
    PlacedOrder,
    cancelled,
    everything,
    order_of,
    quote_order,
)
from dialogs.ids import OrderLineRef, OrderRef
from dialogs.values import LineState, Selection
from tests.bot.backoffice.examples import TODAY, euro

SHOES, SOCKS, GIFT = OrderLineRef("10023-1"), OrderLineRef("10023-2"), OrderLineRef("10023-3")
YESTERDAY = TODAY - timedelta(days=1)


def order(state: LineState = "paid", deadline: date | None = None) -> PlacedOrder:
    """Shoes for 79.90, three pairs of socks for 5.05 each; 4.90 for the shipping."""
    lines = (
        PlacedLine(SHOES, "Blue shoes", 1, 7990, state, deadline=deadline),
        PlacedLine(SOCKS, "Socks", 3, 505, state, deadline=deadline),
    )
    return PlacedOrder(OrderRef("10023"), YESTERDAY, "EUR", 490, lines)


def outcomes(placed: PlacedOrder, selection: Selection) -> list[tuple[str, str | None]]:
    return [(line.outcome, line.rule) for line in quote_order(placed, selection, TODAY).lines]


def test_what_was_paid_and_not_sent_comes_back_with_the_shipping() -> None:
    quote = quote_order(order(), everything(order()), TODAY)

    assert [(line.outcome, line.refund) for line in quote.lines] == [
        ("refund", euro("79.90")),
        ("refund", euro("15.15")),
    ]
    assert (quote.shipping, quote.refund) == (euro("4.90"), euro("99.95"))
    assert (quote.is_possible, quote.must_return) == (True, False)


def test_what_was_not_paid_just_ends() -> None:
    unpaid = order("unpaid")

    assert outcomes(unpaid, everything(unpaid)) == [("void", None), ("void", None)]
    assert quote_order(unpaid, everything(unpaid), TODAY).refund == euro("0.00")


def test_some_of_it_has_its_share_of_the_shipping() -> None:
    quote = quote_order(order(), ((SOCKS, 2),), TODAY)

    # 10.10 of 95.05: 4.90 * 10.10 / 95.05 = 0.5206...
    assert (quote.lines[0].refund, quote.shipping) == (euro("10.10"), euro("0.52"))


@pytest.mark.parametrize(
    ("state", "deadline", "outcome", "rule"),
    [
        ("shipped", None, "return", "sent-already"),
        ("delivered", TODAY, "return", "sent-already"),
        ("delivered", YESTERDAY, "refused", "return-period-over"),
        ("delivered", None, "refused", "return-period-over"),
        ("digital", None, "refused", "digital"),
        ("custom_made", None, "refused", "custom-made"),
    ],
)
def test_rules_are_named(state: LineState, deadline: date | None, outcome: str, rule: str) -> None:
    assert outcomes(order(state, deadline), ((SHOES, 1),)) == [(outcome, rule)]


def test_what_was_sent_is_paid_back_when_it_has_come_back() -> None:
    quote = quote_order(order("shipped"), ((SHOES, 1),), TODAY)

    assert quote.must_return
    assert (quote.lines[0].refund, quote.lines[0].return_by) == (euro("79.90"), TODAY + timedelta(days=14))


def test_what_is_refused_stays_and_takes_no_shipping_with_it() -> None:
    placed = order()
    placed = replace(
        placed, lines=(*placed.lines, PlacedLine(GIFT, "Engraved ring", 1, 20000, "custom_made"))
    )

    quote = quote_order(placed, ((SHOES, 1), (GIFT, 1)), TODAY)

    assert [line.outcome for line in quote.lines] == ["refund", "refused"]
    # 79.90 of 295.05: 4.90 * 79.90 / 295.05 = 1.3269...
    assert (quote.shipping, quote.refund) == (euro("1.33"), euro("81.23"))
    assert {line.ref: line.quantity for line in order_of(cancelled(placed, quote)).lines} == {
        SOCKS: 3,
        GIFT: 1,
    }


def test_nothing_is_possible_where_all_is_refused() -> None:
    assert not quote_order(order("digital"), ((SHOES, 1),), TODAY).is_possible


@pytest.mark.parametrize(
    "selection", [((SOCKS, 4),), ((SOCKS, 0),), ((OrderLineRef("9-9"), 1),), ((SOCKS, 1), (SOCKS, 1))]
)
def test_no_more_is_cancelled_than_there_is(selection: Selection) -> None:
    with pytest.raises(NoSuchLine):
        quote_order(order(), selection, TODAY)


def test_shipping_of_what_costs_nothing_goes_with_the_last_of_it() -> None:
    placed = PlacedOrder(OrderRef("1"), YESTERDAY, "EUR", 490, (PlacedLine(GIFT, "Sample", 2, 0, "paid"),))

    first = quote_order(placed, ((GIFT, 1),), TODAY)
    last = quote_order(cancelled(placed, first), ((GIFT, 1),), TODAY)

    assert (first.refund, last.refund) == (euro("0.00"), euro("4.90"))


def test_what_was_cancelled_is_not_there_any_more() -> None:
    left = cancelled(order(), quote_order(order(), ((SHOES, 1), (SOCKS, 1)), TODAY))

    assert [(line.name, line.quantity) for line in order_of(left).lines] == [("Socks", 2)]
    with pytest.raises(NoSuchLine):
        quote_order(left, ((SHOES, 1),), TODAY)


@st.composite
def orders(draw: st.DrawFn) -> PlacedOrder:
    lines = tuple(
        PlacedLine(
            OrderLineRef(f"L-{number}"),
            "Thing",
            draw(st.integers(1, 5)),
            draw(st.integers(0, 100_000)),
            draw(st.sampled_from(["paid", "shipped"])),
        )
        for number in range(draw(st.integers(1, 5)))
    )
    return PlacedOrder(OrderRef("O-1"), YESTERDAY, "EUR", draw(st.integers(0, 5_000)), lines)


@settings(deadline=None)
@given(orders(), st.randoms(use_true_random=False))
def test_parts_pay_back_what_the_whole_does_to_the_cent(placed: PlacedOrder, chance: Random) -> None:
    whole = quote_order(placed, everything(placed), TODAY).refund
    singly = [ref for ref, quantity in everything(placed) for _ in range(quantity)]
    chance.shuffle(singly)

    paid_back = euro("0.00").amount
    for ref in singly:
        quote = quote_order(placed, ((ref, 1),), TODAY)
        assert quote.shipping.amount >= 0
        paid_back += quote.refund.amount
        placed = cancelled(placed, quote)

    assert paid_back == whole.amount
    assert order_of(placed).lines == ()
