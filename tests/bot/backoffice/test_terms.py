"""Quotes: what cancelling means under a service's terms."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from bot.backoffice.money import to_minor
from bot.backoffice.periods import ONE_DAY, add_months
from bot.backoffice.terms import Contract, Terms, end_of_day, quote, read_terms, stored_terms, withdrawal
from dialogs.values import Alternative, Quote
from tests.bot.backoffice.examples import TERMS, TODAY, ZONE, contract, contracts, euro


def quoted(today: date = TODAY, **terms: Any) -> Quote:
    return quote(contract(terms=Terms(**terms)), today, ZONE)


def test_the_plain_case() -> None:
    assert quoted() == Quote(
        end_date=date(2026, 12, 11),
        fee=euro("0.00"),
        refund=euro("0.00"),
        last_charge=euro("29.90"),
        last_charged_on=date(2026, 11, 12),
        undo_until=datetime(2026, 12, 6, 22, 59, 59, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("terms", "end"),
    [
        ({}, date(2026, 12, 11)),
        ({"ends": "now"}, TODAY),
        ({"ends": "now", "notice_days": 30}, date(2026, 12, 22)),
        ({"ends": "now", "notice_months": 3}, date(2027, 2, 22)),
        ({"notice_days": 19}, date(2026, 12, 11)),
        ({"notice_days": 20}, date(2027, 1, 11)),
        ({"notice_months": 1}, date(2027, 1, 11)),
        ({"minimum_months": 24}, date(2028, 3, 11)),
        ({"minimum_months": 24, "ends": "now"}, date(2028, 3, 11)),
        ({"minimum_months": 6}, date(2026, 12, 11)),
        ({"minimum_months": 24, "fee_minor": 100}, date(2026, 12, 11)),
    ],
)
def test_end_dates(terms: dict[str, Any], end: date) -> None:
    assert quoted(**terms).end_date == end


@pytest.mark.parametrize(
    ("terms", "fee", "reason"),
    [
        ({"fee_minor": 4900}, "0.00", None),
        ({"minimum_months": 24, "fee_minor": 4900}, "49.00", "minimum-term"),
        ({"minimum_months": 9, "fee_minor": 4900}, "0.00", None),
        # From 12 December 2026 to 11 March 2028 are 15 months: half of 15 times 29.90.
        ({"minimum_months": 24, "fee_percent": 50}, "224.25", "minimum-term"),
        ({"minimum_months": 24, "fee_percent": 0}, "0.00", None),
    ],
)
def test_fees(terms: dict[str, Any], fee: str, reason: str | None) -> None:
    found = quoted(**terms)

    assert (found.fee, found.fee_reason) == (euro(fee), reason)


def test_unused_time_is_refunded_to_the_cent() -> None:
    found = quoted(ends="now", refund="unused_time")

    # 19 of the 30 days from 12 November are left: 29.90 * 19 / 30 = 18.9366...
    assert (found.refund, found.refund_reason) == (euro("18.94"), "unused-time")
    assert (found.last_charge, found.last_charged_on) == (euro("29.90"), date(2026, 11, 12))


def test_what_was_paid_is_refunded_not_what_it_costs_now() -> None:
    raised = contract(terms=Terms(ends="now", refund="unused_time"), price=euro("39.90"))

    assert quote(raised, TODAY, ZONE).refund == euro("18.94")


def test_periods_paid_ahead_are_refunded_whole() -> None:
    ahead = contract(terms=Terms(refund="unused_time"), paid_until=date(2027, 2, 11))

    assert quote(ahead, TODAY, ZONE).refund == euro("59.80")


def test_the_last_charge_may_be_still_to_come() -> None:
    found = quoted(notice_months=2)

    assert (found.end_date, found.last_charge, found.last_charged_on) == (
        date(2027, 2, 11),
        euro("29.90"),
        date(2027, 1, 12),
    )


def test_a_last_period_is_charged_in_part_where_unused_time_is_not_paid() -> None:
    found = quoted(ends="now", notice_days=30, refund="unused_time")

    # Until 22 December: 11 of the 31 days from 12 December, 29.90 * 11 / 31 = 10.6096...
    assert (found.last_charge, found.last_charged_on) == (euro("10.61"), date(2026, 12, 12))
    assert found.refund == euro("0.00")


def test_nothing_is_charged_while_a_pause_holds() -> None:
    pause = Alternative("pause", date(2026, 12, 12), date(2027, 3, 11), euro("0.00"), euro("29.90"))
    found = quote(contract(applied=pause, terms=Terms(notice_months=1)), TODAY, ZONE)

    assert (found.last_charge, found.last_charged_on) == (euro("29.90"), date(2026, 11, 12))


def test_equipment_is_to_be_returned() -> None:
    assert quoted(equipment=("Router",)).remains == ("return-equipment",)


@pytest.mark.parametrize(
    ("terms", "until"),
    [
        ({}, date(2026, 12, 6)),
        ({"undo_days": 100}, date(2026, 12, 10)),
        ({"undo_days": 0}, None),
        ({"ends": "now"}, None),
        ({"ends": "now", "notice_days": 1}, TODAY),
    ],
)
def test_undo_windows(terms: dict[str, Any], until: date | None) -> None:
    assert quoted(**terms).undo_until == (None if until is None else end_of_day(until, ZONE))


def test_a_service_that_has_not_begun_ends_before_it_does() -> None:
    later = contract(
        started_on=date(2026, 12, 1), paid_until=date(2026, 12, 31), terms=Terms(refund="unused_time")
    )

    found = quote(later, TODAY, ZONE)

    assert found.end_date == TODAY
    assert found.refund == euro("29.90")


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 6, 1)])
def test_a_day_ends_by_the_brand_s_clock(day: date) -> None:
    """Also when the clock is changed on it."""
    end = end_of_day(day, ZONE).astimezone(ZoneInfo(ZONE))

    assert (end.date(), end.time()) == (day, time(23, 59, 59))


@settings(deadline=None, max_examples=300)
@given(contracts())
def test_whatever_the_terms(made: tuple[Contract, date]) -> None:
    of, today = made
    found = quote(of, today, ZONE)
    terms = of.terms

    # A service never ends in the past, nor before the notice is over.
    assert found.end_date >= add_months(today, terms.notice_months) + timedelta(days=terms.notice_days)
    # Amounts are whole cents, never negative.
    assert to_minor(found.fee) >= 0
    assert to_minor(found.refund) >= 0
    # Nobody gets back more than was paid, or anything where nothing is.
    assert found.refund.amount <= of.price.amount
    assert terms.refund == "unused_time" or found.refund.is_zero
    # Nothing is charged after the last day.
    assert found.last_charged_on is not None
    assert found.last_charged_on <= found.end_date
    # An amount has a reason, and only an amount has.
    assert (found.fee_reason is None) == found.fee.is_zero
    assert (found.refund_reason is None) == found.refund.is_zero
    # Within the minimum term there is a fee, or no end.
    minimum_over = add_months(of.started_on, terms.minimum_months) - ONE_DAY
    assert found.fee.is_zero or found.end_date < minimum_over
    assert terms.fee_minor is not None or terms.fee_percent is not None or found.end_date >= minimum_over
    if terms.ends == "period_end":
        assert of.period_of(found.end_date).last == found.end_date
    if found.undo_until is not None:
        last = found.undo_until.astimezone(ZoneInfo(ZONE)).date()
        assert today <= last < found.end_date
        assert last <= today + timedelta(days=terms.undo_days)


@settings(deadline=None)
@given(contracts())
def test_used_and_unused_time_make_up_what_was_paid(made: tuple[Contract, date]) -> None:
    of, today = made
    of = replace(of, terms=Terms(ends="now", refund="unused_time"))
    assert of.paid_until is not None
    used = of.cost(of.period_of(today).first, today)

    assert abs(used + quote(of, today, ZONE).refund.amount - of.price.amount) <= Decimal("0.005")


@settings(deadline=None)
@given(TERMS)
def test_terms_read_back(terms: Terms) -> None:
    assert read_terms(stored_terms(terms)) == terms


@pytest.mark.parametrize(
    "stored",
    [{"notice_days": -1}, {"notice": 3}, {"fee_minor": 1.5}, {"ends": "never"}, {"fee_percent": 101}],
    ids=str,
)
def test_absurd_terms_are_refused(stored: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(stored))):
        read_terms(stored)


@pytest.mark.parametrize(
    ("began", "terms", "refund"),
    [
        (TODAY, {}, "29.90"),
        (TODAY - timedelta(days=14), {}, "29.90"),
        (TODAY - timedelta(days=15), {}, None),
        (TODAY - timedelta(days=15), {"withdrawal_days": 30}, "29.90"),
        (TODAY, {"withdrawal_days": 0}, None),
    ],
)
def test_withdrawing_pays_everything_back_as_long_as_it_is_open(
    began: date, terms: dict[str, Any], refund: str | None
) -> None:
    found = withdrawal(contract(started_on=began, terms=Terms(**terms)), TODAY)

    assert (None if found is None else (found.end_date, found.fee, found.refund)) == (
        None if refund is None else (TODAY, euro("0.00"), euro(refund))
    )


def test_withdrawing_from_what_was_not_paid_yet_pays_nothing_back() -> None:
    found = withdrawal(contract(started_on=TODAY, last_charge=None, last_charged_on=None), TODAY)

    assert found is not None
    assert (found.refund, found.refund_reason) == (euro("0.00"), None)
