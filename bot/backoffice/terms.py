"""What cancelling means under a service's terms: the quote. Pure.

Days are calendar days in the brand's zone; amounts are exact and rounded once,
at the end. A charge pays for a billing period and is taken on its first day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from bot.backoffice.money import from_minor, rounded, to_minor
from bot.backoffice.periods import ONE_DAY, Period, add_months, overlap, period_of, periods_from, whole_months
from dialogs.values import Alternative, Money, Quote

MONTHS = {"month": 1, "year": 12}
"""How many months a billing period of this name has."""

RETURN_EQUIPMENT = "return-equipment"
MINIMUM_TERM = "minimum-term"
UNUSED_TIME = "unused-time"
ALL_OF_IT = "withdrawal"

Days = Annotated[int, Field(ge=0, le=3660)]
Months = Annotated[int, Field(ge=0, le=120)]


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Terms:
    """Under what conditions a service ends. What is not said costs nothing and takes no time.

    Within the minimum term a service can be left for a fee, `fee_minor` or
    `fee_percent` of what the rest of that term would cost; where neither is
    named it cannot end before the minimum term does.
    """

    notice_days: Days = 0
    notice_months: Months = 0
    minimum_months: Months = 0
    fee_minor: Annotated[int, Field(ge=0)] | None = None
    fee_percent: Annotated[int, Field(ge=0, le=100)] | None = None
    ends: Literal["now", "period_end"] = "period_end"
    """Whether it ends when the notice is over, or with the billing period in which that is."""
    refund: Literal["none", "unused_time"] = "none"
    """`unused_time`: days paid for and not used are paid back, and a last period begun is charged in part."""
    equipment: tuple[str, ...] = ()
    undo_days: Days = 14
    withdrawal_days: Days = 14
    """So many days after the day on which it began the contract can be withdrawn from; 0: it cannot."""


@dataclass(frozen=True, slots=True)
class Contract:
    """One service as far as its end is concerned. `paid_until` is the last day that is paid for."""

    terms: Terms
    price: Money
    interval: Literal["month", "year"]
    started_on: date
    paid_until: date | None = None
    last_charge: Money | None = None
    last_charged_on: date | None = None
    applied: Alternative | None = None

    @property
    def months(self) -> int:
        return MONTHS[self.interval]

    def period_of(self, day: date) -> Period:
        """The billing period around the day. An extension is one more, which puts off those after it."""
        added = self.applied
        if added is None or added.kind != "extension" or added.ends_on is None or day < added.starts_on:
            return period_of(self.started_on, self.months, day)
        if day <= added.ends_on:
            return Period(added.starts_on, added.ends_on)
        return period_of(self.started_on, self.months, day, added.months or 0)

    def price_on(self, day: date) -> Money:
        """What a period costs whose first day this is, with what was applied."""
        changed = self.applied
        if changed is None or day < changed.starts_on or changed.kind == "later_date":
            return self.price
        if changed.ends_on is not None and day > changed.ends_on:
            return changed.price_after
        return self._credited(changed, day) if changed.kind == "store_credit" else changed.price

    def _credited(self, credit: Alternative, day: date) -> Money:
        """What is charged for the period around the day: the credit is used up period by period."""
        begun = whole_months(self.started_on, credit.starts_on)
        passed = (whole_months(self.started_on, day) - begun) // self.months
        each, whole = to_minor(credit.price_after), 0 if credit.amount is None else to_minor(credit.amount)
        left = max(whole - each * passed, 0)
        return from_minor(max(each - left, 0), credit.price_after.currency)

    def cost(self, first: date, last: date) -> Decimal:
        """What the days from `first` to `last` cost, not rounded: their share of each billing period."""
        whole = periods_from(self.period_of, max(first, self.started_on), last)
        return sum((self._paid_for(p) * overlap(p, first, last) / p.days for p in whole), Decimal(0))

    def _paid_for(self, period: Period) -> Decimal:
        """What the period did cost, or else will."""
        charged_on = self.last_charged_on
        if self.last_charge is not None and charged_on and period.first <= charged_on <= period.last:
            return self.last_charge.amount
        return self.price_on(period.first).amount


_TERMS: TypeAdapter[Terms] = TypeAdapter(Terms)


def read_terms(stored: Mapping[str, Any]) -> Terms:
    """Terms from their JSON form. Raises `ValueError` naming what is wrong."""
    return _TERMS.validate_python(dict(stored))


def stored_terms(terms: Terms) -> dict[str, Any]:
    """The JSON form, without what is not said."""
    stored: dict[str, Any] = _TERMS.dump_python(terms, mode="json", exclude_defaults=True)
    return stored


def quote(contract: Contract, today: date, zone: str) -> Quote:
    """What cancelling on `today` means. `zone` is the brand's IANA zone, in which days begin and end."""
    notice_over = _notice_over(contract.terms, today)
    leaves_early = contract.terms.fee_minor is not None or contract.terms.fee_percent is not None
    return _ending(contract, today, zone, _end_date(contract, notice_over, leaves_early=leaves_early))


def quote_without_fee(contract: Contract, today: date, zone: str) -> Quote | None:
    """What ending on the first day without a fee means; None where `quote` has no fee anyway."""
    if quote(contract, today, zone).fee.is_zero:
        return None
    notice_over = _notice_over(contract.terms, today)
    later = _ending(contract, today, zone, _end_date(contract, notice_over, leaves_early=False))
    return later if later.fee.is_zero else None


def withdrawal(contract: Contract, today: date) -> Quote | None:
    """What withdrawing on `today` means: it ends at once and is paid back; None when it is too late."""
    passed = (today - contract.started_on).days
    if not contract.terms.withdrawal_days or passed > contract.terms.withdrawal_days:
        return None
    nothing = from_minor(0, contract.price.currency)
    refund = contract.last_charge or nothing
    return Quote(
        end_date=today,
        fee=nothing,
        refund=refund,
        refund_reason=None if refund.is_zero else ALL_OF_IT,
        last_charge=contract.last_charge,
        last_charged_on=contract.last_charged_on,
        remains=(RETURN_EQUIPMENT,) if contract.terms.equipment else (),
    )


def _ending(contract: Contract, today: date, zone: str, end: date) -> Quote:
    notice_over = _notice_over(contract.terms, today)
    fee = _fee(contract, end)
    refund = _refund(contract, end)
    charge, charged_on = _last_charge(contract, end, today)
    return Quote(
        end_date=end,
        fee=fee,
        refund=refund,
        notice_days=(notice_over - today).days,
        fee_reason=None if fee.is_zero else MINIMUM_TERM,
        refund_reason=None if refund.is_zero else UNUSED_TIME,
        last_charge=charge,
        last_charged_on=charged_on,
        undo_until=_undo_until(contract.terms, end, today, zone),
        remains=(RETURN_EQUIPMENT,) if contract.terms.equipment else (),
    )


def end_of_day(day: date, zone: str) -> datetime:
    """The last second of a day in the zone, in UTC."""
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone)).astimezone(UTC)


def _notice_over(terms: Terms, today: date) -> date:
    return add_months(today, terms.notice_months) + timedelta(days=terms.notice_days)


def _minimum_over(contract: Contract) -> date:
    """The last day of the minimum term; the day before the start where there is none."""
    return add_months(contract.started_on, contract.terms.minimum_months) - ONE_DAY


def _end_date(contract: Contract, notice_over: date, *, leaves_early: bool) -> date:
    terms = contract.terms
    end = notice_over
    if terms.minimum_months and not leaves_early:
        end = max(end, _minimum_over(contract))
    if terms.ends == "period_end" and end >= contract.started_on:
        end = contract.period_of(end).last
    agreed = contract.applied
    if agreed is not None and agreed.kind == "later_date" and agreed.ends_on is not None:
        end = min(end, agreed.ends_on)
    return end


def _fee(contract: Contract, end: date) -> Money:
    terms, currency = contract.terms, contract.price.currency
    minimum_over = _minimum_over(contract)
    if end >= minimum_over:
        return from_minor(0, currency)
    if terms.fee_minor is not None:
        return from_minor(terms.fee_minor, currency)
    rest = contract.cost(end + ONE_DAY, minimum_over)
    return rounded(rest * (terms.fee_percent or 0) / 100, currency)


def unused(contract: Contract, end: date) -> Money:
    """What was paid for the days after `end`."""
    if contract.paid_until is None:
        return from_minor(0, contract.price.currency)
    return rounded(contract.cost(end + ONE_DAY, contract.paid_until), contract.price.currency)


def _refund(contract: Contract, end: date) -> Money:
    if contract.terms.refund == "none":
        return from_minor(0, contract.price.currency)
    return unused(contract, end)


def _last_charge(contract: Contract, end: date, today: date) -> tuple[Money | None, date | None]:
    """The last payment there was or will be, and its day; nothing is charged after `end`."""
    taken = (contract.last_charge, contract.last_charged_on)
    first_unpaid = contract.started_on if contract.paid_until is None else contract.paid_until + ONE_DAY
    if end < first_unpaid:
        return taken
    first = max(contract.period_of(end).first, first_unpaid)
    amount = contract.price_on(first)
    if contract.terms.refund == "unused_time":
        amount = rounded(contract.cost(first, end), amount.currency)
    return taken if amount.is_zero else (amount, min(max(first, today), end))


def _undo_until(terms: Terms, end: date, today: date, zone: str) -> datetime | None:
    """The end of the day before the last day, or of the last of `undo_days` if that is earlier."""
    last = min(end - ONE_DAY, today + timedelta(days=terms.undo_days))
    return end_of_day(last, zone) if last >= today and terms.undo_days else None
