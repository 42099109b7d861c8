"""Alternatives with their dates and prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backoffice.money import to_minor
from bot.backoffice.offers import Offer, alternatives, read_offers, stored_offers
from bot.backoffice.periods import ONE_DAY
from bot.backoffice.terms import Contract, quote
from dialogs.values import Alternative
from tests.bot.backoffice.examples import TODAY, contract, contracts, euro

PERIOD = date(2026, 12, 12)
"""The first day of the next period."""

OFFERS = (
    Offer("pause", months=3),
    Offer("discount", months=6, percent=15),
    Offer("downgrade", plan="Mini", price_minor=1990),
    Offer("later_date", months=2),
)


def offered(of: Contract, *offers: Offer, today: date = TODAY) -> tuple[Alternative, ...]:
    return alternatives(of, offers, quote(of, today, "UTC"), today)


def test_each_alternative_has_dates_and_prices() -> None:
    assert offered(contract(), *OFFERS) == (
        Alternative("pause", PERIOD, date(2027, 3, 11), euro("0.00"), euro("29.90"), months=3),
        # 29.90 less 15 percent is 25.415: half a cent is rounded up.
        Alternative(
            "discount", PERIOD, date(2027, 6, 11), euro("25.42"), euro("29.90"), percent=15, months=6
        ),
        Alternative("downgrade", PERIOD, None, euro("19.90"), euro("19.90"), plan="Mini"),
        Alternative("later_date", TODAY, date(2027, 2, 11), euro("29.90"), euro("0.00"), months=2),
    )


def test_a_pause_may_cost_something() -> None:
    (pause,) = offered(contract(), Offer("pause", months=1, price_minor=300))

    assert (pause.price, pause.price_after) == (euro("3.00"), euro("29.90"))


def test_months_are_counted_from_the_contract_s_first_day() -> None:
    """Begun on a 31st, paused from 28 February: it goes on with the period from 31 March."""
    begun = contract(started_on=date(2026, 1, 31), paid_until=date(2026, 2, 27))

    (pause,) = offered(begun, Offer("pause", months=1), today=date(2026, 2, 20))

    assert (pause.starts_on, pause.ends_on) == (date(2026, 2, 28), date(2026, 3, 30))


def test_one_at_a_time() -> None:
    (pause,) = offered(contract(), OFFERS[0])
    paused = contract(applied=pause)
    assert pause.ends_on is not None

    assert offered(paused, *OFFERS) == ()
    assert offered(paused, *OFFERS, today=pause.ends_on) == ()
    assert len(offered(paused, *OFFERS, today=pause.ends_on + ONE_DAY)) == len(OFFERS)


def test_nothing_changes_what_is_paid_already() -> None:
    ahead = contract(paid_until=date(2027, 2, 11))

    assert [found.starts_on for found in offered(ahead, *OFFERS[:3])] == [date(2027, 2, 12)] * 3


@settings(deadline=None, max_examples=200)
@given(contracts(), st.integers(1, 36), st.integers(1, 100))
def test_whatever_the_contract(made: tuple[Contract, date], months: int, percent: int) -> None:
    of, today = made
    pause, discount, later = offered(
        of,
        Offer("pause", months=months),
        Offer("discount", months=months, percent=percent),
        Offer("later_date", months=months),
        today=today,
    )

    assert of.period_of(pause.starts_on).first == pause.starts_on > today
    assert pause.ends_on is not None
    assert pause.ends_on > pause.starts_on
    assert to_minor(discount.price) == int(
        (Decimal(to_minor(of.price) * (100 - percent)) / 100).to_integral_value("ROUND_HALF_UP")
    )
    assert discount.price_after == of.price
    assert later.ends_on is not None
    assert later.ends_on > quote(of, today, "UTC").end_date
    assert not replace(of, applied=pause).price_on(pause.starts_on).amount


def test_offers_read_back() -> None:
    assert read_offers(stored_offers(OFFERS)) == OFFERS


@pytest.mark.parametrize(
    ("stored", "problem"),
    [
        ({"kind": "pause"}, "needs months"),
        ({"kind": "discount", "months": 3}, "needs percent"),
        ({"kind": "downgrade"}, "needs plan and price_minor"),
        ({"kind": "gift", "months": 1}, "kind"),
        ({"kind": "pause", "months": 0}, "months"),
        ({"kind": "pause", "months": 1, "free": True}, "free"),
    ],
)
def test_an_offer_that_says_too_little_is_refused(stored: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_offers([stored])
