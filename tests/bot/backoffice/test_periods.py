"""Months and billing periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backoffice.periods import ONE_DAY, Period, add_months, overlap, period_of, periods_from, whole_months

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
lengths = st.sampled_from([1, 3, 12])


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_are_added_as_people_count_them(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@settings(deadline=None)
@given(days, st.integers(-100, 100))
def test_a_month_later_is_in_the_month_that_it_should_be(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + ONE_DAY).month != later.month)


@settings(deadline=None)
@given(days, days)
def test_whole_months_are_the_most_that_fit(begin: date, day: date) -> None:
    months = whole_months(begin, day)

    assert add_months(begin, months) <= day < add_months(begin, months + 1)


@settings(deadline=None)
@given(days, lengths, days)
def test_each_day_lies_in_its_period(begin: date, length: int, day: date) -> None:
    period = period_of(begin, length, day)

    assert period.first <= day <= period.last
    assert period_of(begin, length, period.last + ONE_DAY).first == period.last + ONE_DAY
    assert 28 <= period.days <= 366


@settings(deadline=None)
@given(days, lengths, days, st.integers(0, 800))
def test_periods_cover_each_day_once(begin: date, length: int, first: date, count: int) -> None:
    last = first + timedelta(days=count)

    periods = list(periods_from(lambda day: period_of(begin, length, day), max(first, begin), last))

    expected = max((last - max(first, begin)).days + 1, 0)
    assert sum(overlap(period, max(first, begin), last) for period in periods) == expected


def test_nothing_overlaps_beside_a_period() -> None:
    assert overlap(Period(date(2026, 1, 1), date(2026, 1, 31)), date(2026, 2, 1), date(2026, 3, 1)) == 0
