"""Alternatives with their dates and prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backoffice.money import to_minor
from bot.backoffice.offers import MOST_PERIODS, Offer, alternatives, read_offers, stored_offers
from bot.backoffice.periods import ONE_DAY, Period, add_months, periods_from, whole_months
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
    Offer("extension", months=2),
    Offer("exchange", plan="Max", price_minor=3990),
    Offer("store_credit", amount_minor=5000),
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
        Alternative("extension", PERIOD, date(2027, 2, 11), euro("0.00"), euro("29.90"), months=2),
        Alternative(
            "exchange",
            PERIOD,
            None,
            euro("39.90"),
            euro("39.90"),
            plan="Max",
            price_before=euro("29.90"),
        ),
        # 29.90 of it for the first charge, 20.10 for the second: used up with the period that this pays for.
        Alternative(
            "store_credit",
            PERIOD,
            date(2027, 2, 11),
            euro("0.00"),
            euro("29.90"),
            amount=euro("50.00"),
        ),
    )


def test_a_credit_is_used_up_charge_by_charge() -> None:
    (credit,) = offered(contract(), Offer("store_credit", amount_minor=5000))
    credited = contract(applied=credit)

    days = (date(2026, 11, 12), PERIOD, date(2027, 1, 12), date(2027, 2, 12))
    assert [credited.price_on(day) for day in days] == [
        euro("29.90"),
        euro("0.00"),
        euro("9.80"),
        euro("29.90"),
    ]


@pytest.mark.parametrize("price", ["0.00", "0.01"])
def test_a_credit_that_is_never_used_up_is_not_offered(price: str) -> None:
    assert offered(contract(price=euro(price)), Offer("store_credit", amount_minor=5000)) == ()


def test_an_extension_moves_the_next_charge() -> None:
    """Two months added to a year: the next year is charged two months later, and so are those after it."""
    yearly = contract(interval="year", paid_until=date(2027, 3, 11))
    (extension,) = offered(yearly, Offer("extension", months=2))
    extended = replace(yearly, applied=extension)
    after = date(2027, 5, 12)
    assert extension.ends_on is not None

    assert (extension.starts_on, extension.ends_on) == (date(2027, 3, 12), date(2027, 5, 11))
    assert extended.period_of(date(2027, 4, 1)) == Period(extension.starts_on, extension.ends_on)
    assert extended.period_of(after) == Period(after, date(2028, 5, 11))
    assert [extended.price_on(day).amount for day in (extension.starts_on, after)] == [0, Decimal("29.90")]
    assert quote(extended, date(2027, 4, 1), "UTC").end_date == extension.ends_on
    # The periods begin on another day for good, which nothing that was applied later would tell.
    assert offered(extended, *OFFERS, today=date(2028, 6, 1)) == ()


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
    pause, discount, later, extension = offered(
        of,
        Offer("pause", months=months),
        Offer("discount", months=months, percent=percent),
        Offer("later_date", months=months),
        Offer("extension", months=months),
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

    extended = replace(of, applied=extension)
    assert extension.ends_on is not None
    resumed = extended.period_of(extension.ends_on + ONE_DAY)
    assert resumed.first == extension.ends_on + ONE_DAY == add_months(of.started_on, months_to(of, resumed))
    assert extended.price_on(resumed.first) == of.price
    assert whole_months(of.started_on, resumed.first) - months_to(of, pause) == months
    assert extended.cost(extension.starts_on, extension.ends_on) == 0


def months_to(of: Contract, begun: Period | Alternative) -> int:
    return whole_months(of.started_on, begun.first if isinstance(begun, Period) else begun.starts_on)


@settings(deadline=None, max_examples=200)
@given(contracts(), st.integers(1, 5_000_000))
def test_of_a_credit_nothing_is_lost_or_given_twice(made: tuple[Contract, date], minor: int) -> None:
    of, today = made
    found = offered(of, Offer("store_credit", amount_minor=minor), today=today)
    if not found:
        assert to_minor(of.price) * MOST_PERIODS < minor
        return
    (credit,) = found
    credited = replace(of, applied=credit)
    assert credit.ends_on is not None

    charged = list(periods_from(credited.period_of, credit.starts_on, credit.ends_on))

    saved = sum(to_minor(of.price) - to_minor(credited.price_on(each.first)) for each in charged)
    assert saved == minor
    assert credited.price_on(credit.starts_on) == credit.price
    assert charged[-1].last == credit.ends_on
    assert to_minor(credited.price_on(charged[-1].first)) < to_minor(of.price)
    assert credited.price_on(credit.ends_on + ONE_DAY) == of.price


def test_offers_read_back() -> None:
    assert read_offers(stored_offers(OFFERS)) == OFFERS


@pytest.mark.parametrize(
    ("stored", "problem"),
    [
        ({"kind": "pause"}, "needs months"),
        ({"kind": "discount", "months": 3}, "needs percent"),
        ({"kind": "downgrade"}, "needs plan and price_minor"),
        ({"kind": "exchange", "plan": "Max"}, "needs price_minor"),
        ({"kind": "extension"}, "needs months"),
        ({"kind": "store_credit"}, "needs amount_minor"),
        ({"kind": "store_credit", "amount_minor": 0}, "amount_minor"),
        ({"kind": "gift", "months": 1}, "kind"),
        ({"kind": "pause", "months": 0}, "months"),
        ({"kind": "pause", "months": 1, "free": True}, "free"),
    ],
)
def test_an_offer_that_says_too_little_is_refused(stored: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_offers([stored])
