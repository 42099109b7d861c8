"""What a service's terms allow instead of cancelling, with the dates and prices it would have today. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from bot.backoffice.money import from_minor, rounded, to_minor
from bot.backoffice.periods import ONE_DAY, add_months, whole_months
from bot.backoffice.terms import Contract
from dialogs.values import Alternative, AlternativeKind, Money, Quote


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Offer:
    """An alternative that a brand allows for a service, without dates.

    `pause` needs `months` (and may name a price for them), `discount` needs
    `months` and `percent`, `downgrade` and `exchange` need `plan` and
    `price_minor`, `later_date` and `extension` need `months`, `store_credit`
    needs `amount_minor`.
    """

    kind: AlternativeKind
    months: Annotated[int, Field(ge=1, le=36)] | None = None
    percent: Annotated[int, Field(ge=1, le=100)] | None = None
    plan: str | None = None
    price_minor: Annotated[int, Field(ge=0)] | None = None
    amount_minor: Annotated[int, Field(ge=1)] | None = None


NEEDS: Mapping[AlternativeKind, tuple[str, ...]] = {
    "pause": ("months",),
    "discount": ("months", "percent"),
    "downgrade": ("plan", "price_minor"),
    "later_date": ("months",),
    "extension": ("months",),
    "exchange": ("plan", "price_minor"),
    "store_credit": ("amount_minor",),
}

MOST_PERIODS = 120
"""A credit that so many periods do not use up is none that anybody could be told the end of."""

_OFFERS: TypeAdapter[tuple[Offer, ...]] = TypeAdapter(tuple[Offer, ...])


def read_offers(stored: Sequence[Any]) -> tuple[Offer, ...]:
    """Offers from their JSON form. Raises `ValueError` naming what is wrong."""
    offers = _OFFERS.validate_python(list(stored))
    for offer in offers:
        missing = [name for name in NEEDS[offer.kind] if getattr(offer, name) is None]
        if missing:
            raise ValueError(f"an offer of kind {offer.kind!r} needs {' and '.join(missing)}")
    return offers


def stored_offers(offers: Sequence[Offer]) -> list[Any]:
    """The JSON form, without what is not said."""
    stored: list[Any] = _OFFERS.dump_python(tuple(offers), mode="json", exclude_none=True)
    return stored


def alternatives(
    contract: Contract, offers: Sequence[Offer], quoted: Quote, today: date
) -> tuple[Alternative, ...]:
    """The offers as they would be applied if accepted today; none while an earlier one still holds."""
    if _still_holds(contract, today):
        return ()
    concrete = (_concrete(contract, offer, quoted, today) for offer in offers)
    return tuple(each for each in concrete if each is not None)


def _still_holds(contract: Contract, today: date) -> bool:
    held = contract.applied
    if held is None:
        return False
    if held.kind == "extension" and (held.months or 0) % contract.months:
        # Billing periods begin on other days for good: only what was applied last says so.
        return True
    return held.ends_on is None or held.ends_on >= today


def _concrete(contract: Contract, offer: Offer, quoted: Quote, today: date) -> Alternative | None:
    """One offer with dates: what is paid for already stays as it is, so it begins with the next period.

    None where it would change nothing: there is nothing to take a credit off.
    """
    paid = contract.period_of(max(today, contract.paid_until or today))
    begin = max(paid.last + ONE_DAY, contract.started_on)
    price = contract.price_on(begin)
    alternative = Alternative(offer.kind, begin, None, price, price, months=offer.months)
    match offer.kind:
        case "pause":
            fee = from_minor(offer.price_minor or 0, price.currency)
            return replace(alternative, ends_on=_last_day(contract, begin, offer), price=fee)
        case "discount":
            lower = _lower(price, offer.percent or 0)
            until = _last_day(contract, begin, offer)
            return replace(alternative, ends_on=until, price=lower, percent=offer.percent)
        case "downgrade":
            new = from_minor(offer.price_minor or 0, price.currency)
            return replace(alternative, price=new, price_after=new, plan=offer.plan)
        case "later_date":
            until = _later_end(contract, quoted.end_date, offer)
            nothing = from_minor(0, price.currency)
            return replace(alternative, starts_on=today, ends_on=until, price_after=nothing)
        case "extension":
            until = _last_day(contract, begin, offer)
            return replace(alternative, ends_on=until, price=from_minor(0, price.currency))
        case "exchange":
            new = from_minor(offer.price_minor or 0, price.currency)
            return replace(alternative, price=new, price_after=new, plan=offer.plan, price_before=price)
        case "store_credit":
            return _credited(contract, alternative, from_minor(offer.amount_minor or 0, price.currency))


def _credited(contract: Contract, alternative: Alternative, amount: Money) -> Alternative | None:
    """With what is charged next, and the last day of the period with which the credit is used up."""
    each, whole = to_minor(alternative.price_after), to_minor(amount)
    periods = -(-whole // each) if each else 0
    if not 1 <= periods <= MOST_PERIODS:
        return None
    passed = whole_months(contract.started_on, alternative.starts_on)
    until = add_months(contract.started_on, passed + periods * contract.months) - ONE_DAY
    charged = from_minor(max(each - whole, 0), amount.currency)
    return replace(alternative, ends_on=until, price=charged, amount=amount)


def _last_day(contract: Contract, begin: date, offer: Offer) -> date:
    passed = whole_months(contract.started_on, begin)
    return add_months(contract.started_on, passed + (offer.months or 0)) - ONE_DAY


def _later_end(contract: Contract, end: date, offer: Offer) -> date:
    """That many months later; a last day of a month's period stays one."""
    passed = whole_months(contract.started_on, end + ONE_DAY)
    days = (end + ONE_DAY - add_months(contract.started_on, passed)).days
    moved = add_months(contract.started_on, passed + (offer.months or 0)) - ONE_DAY
    return moved if days == 0 else add_months(end, offer.months or 0)


def _lower(price: Money, percent: int) -> Money:
    return rounded(price.amount * Decimal(100 - percent) / 100, price.currency)
