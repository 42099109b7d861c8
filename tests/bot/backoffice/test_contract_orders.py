"""The contract of `OrderOffice`: orders are listed, quoted, cancelled once as it was told, and read back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.backoffice.base import BackOfficeError, NotPossible, OrderCancelled, TermsChanged
from dialogs.ids import OrderLineRef, OrderRef
from dialogs.values import Money, OrderQuote
from tests.bot.backoffice.conftest import with_customers
from tests.bot.backoffice.contract import ADA, BEN, DAY, SHOPS, TODAY, euro
from tests.bot.backoffice.local_laboratory import LocalLaboratory

ORDER, OLDER = OrderRef("10023"), OrderRef("10007")
SHOES, SOCKS = OrderLineRef("10023-1"), OrderLineRef("10023-2")
ALL_OF_IT = ((SHOES, 1), (SOCKS, 3))


@pytest.fixture(params=SHOPS)
def shop(request: pytest.FixtureRequest) -> LocalLaboratory:
    """A customer with a paid order of blue shoes and three pairs of socks."""
    lab = with_customers(request)
    assert isinstance(lab, LocalLaboratory)
    lab.add_order(ADA, ORDER, "paid")
    return lab


def quote_of(shop: LocalLaboratory, *selection: tuple[OrderLineRef, int]) -> OrderQuote:
    return shop.office.quote_order(ADA, ORDER, selection or ALL_OF_IT, TODAY)


def left(shop: LocalLaboratory) -> dict[str, int]:
    return {line.name: line.quantity for line in shop.office.read_order_back(ADA, ORDER).lines}


def test_orders_are_listed_with_what_is_left(shop: LocalLaboratory) -> None:
    (order,) = shop.office.orders(ADA)

    assert (order.ref, order.shipping) == (ORDER, euro("4.90"))
    assert [(line.name, line.quantity, line.price) for line in order.lines] == [
        ("Blue shoes", 1, euro("79.90")),
        ("Socks", 3, euro("5.05")),
    ]
    assert shop.office.orders(BEN) == ()


def test_a_whole_order_is_cancelled_and_listed_no_more(shop: LocalLaboratory) -> None:
    assert shop.office.cancel_order(ADA, ORDER, quote_of(shop), "k1") == OrderCancelled(ORDER, euro("99.95"))

    assert (left(shop), shop.office.orders(ADA)) == ({}, ())
    assert shop.moved(ORDER) == [
        ("restock", 1, 0), ("refund", 0, 7990), ("restock", 3, 0), ("refund", 0, 1515), ("refund", 0, 490)
    ]  # fmt: skip


def test_some_of_it_is_cancelled_and_then_the_rest_to_the_cent(shop: LocalLaboratory) -> None:
    first = shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SOCKS, 2)), "k1")
    assert left(shop) == {"Blue shoes": 1, "Socks": 1}

    second = shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1), (SOCKS, 1)), "k2")

    assert first.refund.amount + second.refund.amount == euro("99.95").amount


def test_the_same_key_cancels_once_and_answers_the_same(shop: LocalLaboratory) -> None:
    quote = quote_of(shop, (SOCKS, 1))

    first = shop.office.cancel_order(ADA, ORDER, quote, "k1")

    assert shop.office.cancel_order(ADA, ORDER, quote, "k1") == first
    assert left(shop)["Socks"] == 2
    assert len(shop.moved(ORDER)) == 3


def test_what_was_sent_meanwhile_is_not_cancelled_on_the_old_terms(shop: LocalLaboratory) -> None:
    quote = quote_of(shop)
    shop.set_state(ORDER, "shipped")

    with pytest.raises(TermsChanged, match="no longer those that were quoted"):
        shop.office.cancel_order(ADA, ORDER, quote, "k1")
    assert (left(shop)["Blue shoes"], shop.moved(ORDER)) == (1, [])


def test_what_was_sent_is_expected_back_with_its_money(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "shipped")

    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k1")

    # 79.90 of 95.05: 4.90 * 79.90 / 95.05 = 4.1189...
    assert shop.moved(ORDER) == [("return", 1, 7990), ("refund", 0, 412)]


def test_a_quote_of_yesterday_is_kept_to(shop: LocalLaboratory) -> None:
    quote = quote_of(shop)
    shop.pass_time(DAY)

    assert shop.office.cancel_order(ADA, ORDER, quote, "k1").refund == quote.refund


def test_where_all_is_refused_nothing_is_cancelled(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "digital")

    with pytest.raises(NotPossible, match="nothing of order"):
        shop.office.cancel_order(ADA, ORDER, quote_of(shop), "k1")


def test_another_customers_order_is_as_unknown_as_none(shop: LocalLaboratory) -> None:
    quote = quote_of(shop)

    for customer, order in ((BEN, ORDER), (ADA, OLDER)):
        with pytest.raises(NotPossible, match="has no order"):
            shop.office.cancel_order(customer, order, quote, "k1")
        with pytest.raises(NotPossible, match="has no order"):
            shop.office.read_order_back(customer, order)


def test_more_than_there_is_is_not_quoted(shop: LocalLaboratory) -> None:
    with pytest.raises(NotPossible):
        quote_of(shop, (SOCKS, 4))


@pytest.mark.parametrize(
    "change",
    [
        {"shipping": euro("49.00")},
        {"shipping": euro("-4.90")},
        {"shipping": Money(Decimal("4.90"), "USD")},
        {"tax": euro("0.01")},
        {"lines": ()},
    ],
    ids=str,
)
def test_a_quote_that_was_never_given_is_refused(shop: LocalLaboratory, change: dict[str, Any]) -> None:
    forged = replace(quote_of(shop), **change)

    with pytest.raises(NotPossible):
        shop.office.cancel_order(ADA, ORDER, forged, "k1")
    assert (left(shop)["Socks"], shop.moved(ORDER)) == (3, [])


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": 300},
        {"quantity": 2},
        {"refund": euro("999.00")},
        {"refund": euro("-79.90")},
        {"refund": Money(Decimal("79.90"), "USD")},
    ],
    ids=str,
)
def test_a_line_that_was_never_quoted_so_is_refused(shop: LocalLaboratory, change: dict[str, Any]) -> None:
    quote = quote_of(shop)
    forged = replace(quote, lines=(replace(quote.lines[0], **change), *quote.lines[1:]))

    with pytest.raises(NotPossible):
        shop.office.cancel_order(ADA, ORDER, forged, "k1")
    assert (left(shop)["Blue shoes"], shop.moved(ORDER)) == (1, [])


def test_a_price_that_changed_after_the_quote_is_not_paid_back_at_the_old_one(shop: LocalLaboratory) -> None:
    quote = quote_of(shop, (SHOES, 1))
    shop.set_line_price(ORDER, SHOES, 6990)

    with pytest.raises(TermsChanged, match="no longer those that were quoted"):
        shop.office.cancel_order(ADA, ORDER, quote, "k1")
    assert shop.moved(ORDER) == []
    # A refusal does not use the key up: with a fresh quote the same case goes on.
    assert shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k1").order == ORDER


def test_what_was_cancelled_is_not_cancelled_again_under_another_key(shop: LocalLaboratory) -> None:
    quote = quote_of(shop)
    shop.office.cancel_order(ADA, ORDER, quote, "k1")
    moved = shop.moved(ORDER)

    with pytest.raises(NotPossible):
        shop.office.cancel_order(ADA, ORDER, quote, "k2")
    assert shop.moved(ORDER) == moved


def test_of_different_keys_at_the_same_time_one_cancels_a_line(shop: LocalLaboratory) -> None:
    quote = quote_of(shop, (SHOES, 1))

    def attempt(key: str) -> bool:
        try:
            return shop.office.cancel_order(ADA, ORDER, quote, key).order == ORDER
        except BackOfficeError:
            return False

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(attempt, [f"k{n}" for n in range(4)]))

    assert done.count(True) == 1
    assert [kind for kind, *_ in shop.moved(ORDER)].count("restock") == 1


def test_different_lines_at_the_same_time_pay_back_no_cent_too_much(shop: LocalLaboratory) -> None:
    """Each was quoted without the other: where that changes its share of the shipping, it is quoted anew."""
    quotes = {"k1": quote_of(shop, (SHOES, 1)), "k2": quote_of(shop, (SOCKS, 3))}

    def attempt(key: str) -> None:
        try:
            shop.office.cancel_order(ADA, ORDER, quotes[key], key)
        except BackOfficeError:
            again = quote_of(shop, *((line.line, line.quantity) for line in quotes[key].lines))
            shop.office.cancel_order(ADA, ORDER, again, key)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(attempt, quotes))

    paid_back = sum(amount for kind, _, amount in shop.moved(ORDER) if kind == "refund")
    assert paid_back == quote_in_full(shop)
    assert left(shop) == {}


def quote_in_full(shop: LocalLaboratory) -> int:
    """What the whole order cost, in cents: shoes, three pairs of socks, shipping."""
    return 7990 + 3 * 505 + 490


def test_a_line_of_another_order_is_not_quoted(shop: LocalLaboratory) -> None:
    with pytest.raises(NotPossible):
        shop.office.quote_order(ADA, ORDER, ((OrderLineRef("1-1"), 1),), TODAY + timedelta(days=1))


def test_money_goes_back_to_what_the_order_was_paid_with(shop: LocalLaboratory) -> None:
    shop.pay_with(ORDER, ("gift_card", 5000), ("card", 4995))

    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SOCKS, 3)), "k1")
    assert refunds(shop) == [("k1", "card", euro("15.93"))]

    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k2")
    assert refunds(shop) == [
        ("k1", "card", euro("15.93")),
        ("k2", "card", euro("34.02")),
        ("k2", "gift_card", euro("50.00")),
    ]


def test_a_tax_that_was_added_comes_back_with_its_share(shop: LocalLaboratory) -> None:
    shop.add_tax(ORDER, 801)

    first = quote_of(shop, (SOCKS, 2))
    assert first.tax == euro("0.85")
    shop.office.cancel_order(ADA, ORDER, first, "k1")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1), (SOCKS, 1)), "k2")

    assert sum(amount.amount for _, _, amount in refunds(shop)) == euro("107.96").amount


def test_what_is_sent_back_is_paid_back_once_it_was_looked_at(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "shipped")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k1")

    (back,) = shop.office.returns(ADA, ORDER)
    assert (back.line, back.quantity, back.status, back.refund) == (SHOES, 1, "expected", euro("79.90"))
    assert (back.cause, back.return_by) == ("k1", TODAY + timedelta(days=14))
    assert refunds(shop) == [("k1", "original", euro("4.12"))]

    shop.move_return(back.ref, "arrived", "1Z-999")
    (back,) = shop.office.returns(ADA, ORDER)
    assert (back.status, back.tracking) == ("arrived", "1Z-999")
    assert len(refunds(shop)) == 1

    shop.move_return(back.ref, "accepted")
    shop.move_return(back.ref, "accepted")
    assert refunds(shop) == [(back.ref, "original", euro("79.90")), ("k1", "original", euro("4.12"))]
    assert shop.moved(ORDER).count(("restock", 1, 0)) == 1


def test_a_label_is_told_once_it_is_there_and_stays(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "shipped")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k1")
    (back,) = shop.office.returns(ADA, ORDER)
    assert back.label is None

    shop.put_label(back.ref, "https://labels.example/1Z-999.pdf")
    shop.move_return(back.ref, "arrived", "1Z-999")

    (back,) = shop.office.returns(ADA, ORDER)
    assert back.label == "https://labels.example/1Z-999.pdf"


def test_what_is_rejected_is_not_paid_back(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "shipped")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SHOES, 1)), "k1")
    (back,) = shop.office.returns(ADA, ORDER)

    shop.move_return(back.ref, "rejected", note="worn")

    (back,) = shop.office.returns(ADA, ORDER)
    assert (back.status, back.note) == ("rejected", "worn")
    assert len(refunds(shop)) == 1


def test_returns_are_numbered_on_over_several_cancellations(shop: LocalLaboratory) -> None:
    shop.set_state(ORDER, "shipped")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SOCKS, 1)), "k1")
    shop.office.cancel_order(ADA, ORDER, quote_of(shop, (SOCKS, 1), (SHOES, 1)), "k2")

    found = shop.office.returns(ADA, ORDER)
    assert len({each.ref for each in found}) == 3
    assert [each.cause for each in found] == ["k1", "k2", "k2"]
    with pytest.raises(NotPossible):
        shop.office.returns(BEN, ORDER)


def refunds(shop: LocalLaboratory) -> list[tuple[str, str, Money]]:
    found = [(each.cause, each.method, each.amount) for each in shop.office.refunds(ADA, ORDER)]
    return sorted(found, key=lambda each: (each[0], each[1], each[2].amount))
