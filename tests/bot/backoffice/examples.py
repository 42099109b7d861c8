"""Contracts to try terms and offers on."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from bot.backoffice.periods import period_of
from bot.backoffice.terms import Contract, Terms
from dialogs.values import Money

ZONE = "Europe/Berlin"
TODAY = date(2026, 11, 22)


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def contract(**changes: Any) -> Contract:
    """29.90 EUR a month from 12 March 2026, paid to 11 December."""
    made = Contract(
        Terms(),
        euro("29.90"),
        "month",
        date(2026, 3, 12),
        date(2026, 12, 11),
        euro("29.90"),
        date(2026, 11, 12),
    )
    return replace(made, **changes)


TERMS = st.builds(
    Terms,
    notice_days=st.integers(0, 100),
    notice_months=st.integers(0, 6),
    minimum_months=st.sampled_from([0, 1, 12, 24]),
    fee_minor=st.none() | st.integers(0, 100_000),
    fee_percent=st.none() | st.integers(0, 100),
    ends=st.sampled_from(["now", "period_end"]),
    refund=st.sampled_from(["none", "unused_time"]),
    equipment=st.sampled_from([(), ("Router",)]),
    undo_days=st.integers(0, 60),
)


@st.composite
def contracts(draw: st.DrawFn) -> tuple[Contract, date]:
    """A service paid to the end of some period, and a day on which it is cancelled."""
    started = draw(st.dates(date(2016, 1, 1), date(2030, 12, 31)))
    today = started + timedelta(days=draw(st.integers(0, 1500)))
    interval = draw(st.sampled_from(["month", "year"]))
    length = 12 if interval == "year" else 1
    paid = period_of(started, length, today)
    price = Money(Decimal(draw(st.integers(0, 1_000_000))) / 100, "EUR")
    made = Contract(
        draw(TERMS), price, interval, started, paid.last, price, paid.first  # type: ignore[arg-type]
    )  # fmt: skip
    return made, today
