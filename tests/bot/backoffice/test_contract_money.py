"""The contract of `BackOffice`: what was charged, what is paid back, and ends that the brand wants."""

from datetime import date
from decimal import Decimal

import pytest

from bot.backoffice.base import Charge, NotPossible
from dialogs.ids import ChargeRef
from dialogs.values import Money
from tests.bot.backoffice.contract import (
    ADA,
    AT_ONCE,
    BEN,
    DAY,
    FIBRE,
    PERIOD_END,
    TODAY,
    TV,
    Laboratory,
    Wanted,
    euro,
    quote_of,
)

STRAY = ChargeRef("stray")


def test_a_refund_that_was_quoted_is_issued_and_then_paid(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    assert quoted.refund.amount > 0

    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    (refund,) = lab.office.refunds(ADA, FIBRE)
    assert (refund.amount, refund.status, refund.cause) == (quoted.refund, "issued", "k1")
    assert refund.issued_on == TODAY
    assert refund.expected_on > TODAY
    assert refund.paid_on is None
    lab.pay_refunds(FIBRE, TODAY + 3 * DAY)
    (refund,) = lab.office.refunds(ADA, FIBRE)
    assert (refund.status, refund.paid_on) == ("paid", TODAY + 3 * DAY)


def test_the_same_key_refunds_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    assert len(lab.office.refunds(ADA, FIBRE)) == 1


def test_where_nothing_is_due_nothing_is_paid_back(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    assert lab.office.refunds(ADA, FIBRE) == ()


def test_a_refund_not_yet_paid_goes_with_the_cancellation_that_is_taken_back(lab: Laboratory) -> None:
    terms = Wanted(terms=AT_ONCE)
    lab.add_service(ADA, terms)
    lab.office.terminate(ADA, FIBRE, TODAY + DAY, "k1")
    assert len(lab.office.refunds(ADA, FIBRE)) == 1
    lab.office.reinstate(ADA, FIBRE, "k2")
    assert lab.office.refunds(ADA, FIBRE) == ()


def test_payments_are_told_from_a_day_on(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.charge(FIBRE, STRAY, PERIOD_END + DAY, 2990)

    assert lab.office.charges(ADA, FIBRE, PERIOD_END + DAY) == (
        Charge(STRAY, euro("29.90"), PERIOD_END + DAY),
    )
    assert len(lab.office.charges(ADA, FIBRE, date(2026, 1, 1))) == 2
    assert lab.office.charges(ADA, FIBRE, PERIOD_END + 2 * DAY) == ()


def test_a_payment_is_paid_back_once_and_is_no_payment_any_more(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.charge(FIBRE, STRAY, PERIOD_END + DAY, 2990)

    first = lab.office.refund(ADA, FIBRE, STRAY, euro("29.90"), "r1")

    assert [(each.amount, each.status, each.cause) for each in first] == [(euro("29.90"), "issued", "r1")]
    assert lab.office.refund(ADA, FIBRE, STRAY, euro("29.90"), "r1") == first
    assert lab.office.refunds(ADA, FIBRE) == first
    assert lab.office.charges(ADA, FIBRE, PERIOD_END) == ()
    with pytest.raises(NotPossible):
        lab.office.refund(ADA, FIBRE, STRAY, euro("29.90"), "r2")


def test_a_payment_can_be_paid_back_in_parts(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.charge(FIBRE, STRAY, PERIOD_END + DAY, 2990)
    lab.office.refund(ADA, FIBRE, STRAY, euro("9.90"), "r1")
    (left,) = lab.office.charges(ADA, FIBRE, PERIOD_END)
    assert left.amount == euro("20.00")
    with pytest.raises(NotPossible):
        lab.office.refund(ADA, FIBRE, STRAY, euro("20.01"), "r2")
    lab.office.refund(ADA, FIBRE, STRAY, euro("20.00"), "r3")
    assert lab.office.charges(ADA, FIBRE, PERIOD_END) == ()


@pytest.mark.parametrize(
    "amount", [euro("0.00"), euro("-1.00"), euro("29.91"), Money(Decimal("29.90"), "USD")]
)
def test_absurd_amounts_are_not_paid_back(lab: Laboratory, amount: Money) -> None:
    lab.add_service(ADA, Wanted())
    lab.charge(FIBRE, STRAY, PERIOD_END + DAY, 2990)
    with pytest.raises(NotPossible):
        lab.office.refund(ADA, FIBRE, STRAY, amount, "r1")
    assert lab.office.refunds(ADA, FIBRE) == ()


def test_nobody_elses_money_is_moved_or_told(lab: Laboratory) -> None:
    lab.add_customer(BEN, "Ben", None, None)
    lab.add_service(ADA, Wanted())
    lab.add_service(BEN, Wanted(ref=TV))
    lab.charge(FIBRE, STRAY, PERIOD_END + DAY, 2990)
    with pytest.raises(NotPossible):
        lab.office.charges(BEN, FIBRE, TODAY)
    with pytest.raises(NotPossible):
        lab.office.refund(BEN, TV, STRAY, euro("29.90"), "r1")
    with pytest.raises(NotPossible):
        lab.office.refunds(BEN, FIBRE)


def test_the_brand_ends_a_service_on_its_day_without_a_fee(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    last = PERIOD_END - 5 * DAY

    ended = lab.office.terminate(ADA, FIBRE, last, "t1")

    assert ended.end_date == last
    assert lab.office.terminate(ADA, FIBRE, last, "t1") == ended
    state = lab.office.read_back(ADA, FIBRE)
    assert (state.status, state.end_date) == ("ending", last)
    (refund,) = lab.office.refunds(ADA, FIBRE)
    assert 0 < refund.amount.amount < Decimal("29.90")


def test_the_brand_cannot_end_what_is_ending_or_a_day_that_is_over(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    with pytest.raises(NotPossible):
        lab.office.terminate(ADA, FIBRE, TODAY - DAY, "t1")
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    with pytest.raises(NotPossible):
        lab.office.terminate(ADA, FIBRE, PERIOD_END, "t2")
