"""Months and billing periods of a contract, counted from the day it began.

Everything is counted from that day and never from an earlier result: a contract
begun on 31 January is billed on 28 February and then on 31 March again.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """One billing period, both days included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def add_months(day: date, months: int) -> date:
    """The same day that many months later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(begin: date, day: date) -> int:
    """How many whole months have gone by on `day` since `begin`; negative before it."""
    months = (day.year - begin.year) * 12 + day.month - begin.month
    return months if add_months(begin, months) <= day else months - 1


def period_of(begin: date, length: int, day: date, later: int = 0) -> Period:
    """The billing period of `length` months around `day`, in a contract begun on `begin`.

    Args:
        later: by how many months the periods were put off; they are counted from that first day all the same.
    """
    months = (whole_months(begin, day) - later) // length * length + later
    return Period(add_months(begin, months), add_months(begin, months + length) - ONE_DAY)


def periods_from(around: Callable[[date], Period], first: date, last: date) -> Iterator[Period]:
    """The billing periods, whole, that have a day from `first` to `last`. `around` gives that of a day."""
    day = first
    while day <= last:
        period = around(day)
        yield period
        day = period.last + ONE_DAY


def overlap(period: Period, first: date, last: date) -> int:
    """How many days of the period lie from `first` to `last`, both included."""
    return max((min(period.last, last) - max(period.first, first)).days + 1, 0)
