"""What a subscription says, on a given day. Pure.

Terms and offers stand in the metadata of the subscription, its price or its product. A day is over at its
end in the brand's zone; what Stripe ends with the billing period has its last day the day before.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from pydantic import TypeAdapter

from bot.backoffice.base import ServiceState
from bot.backoffice.local_rows import HONOURED_DAYS
from bot.backoffice.money import rounded
from bot.backoffice.offers import Offer, alternatives, read_offers
from bot.backoffice.periods import ONE_DAY, period_of
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import day_of, money_of
from bot.backoffice.stripe_billing.journal import ending
from bot.backoffice.terms import MONTHS, Contract, Terms, quote, quote_without_fee, read_terms, withdrawal
from dialogs.ids import ServiceRef
from dialogs.values import OTHER_PLAN, Alternative, Money, Quote, Service

Json = Mapping[str, Any]
Status = Literal["active", "paused", "ending", "ended"]

ALTERNATIVE: TypeAdapter[Alternative] = TypeAdapter(Alternative)

COUPON = "cancelbot-"
"""How the ids of our own coupons begin."""
_NEVER_BEGAN = ("incomplete", "incomplete_expired")
_OVER = ("canceled", "incomplete_expired")
_REGULAR = ("subscription_create", "subscription_cycle", "subscription")
"""Why an invoice was made that pays for a whole period."""
_AT_PERIOD_END = 3600
"""Seconds around a period's end within which an end is one with the period."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A subscription, read. `ends_on` is its last day, where it has one."""

    ref: ServiceRef
    name: str
    plan: str
    contract: Contract
    offers: tuple[Offer, ...]
    prices: Mapping[str, str]
    """Other plan that is offered -> Stripe's price."""
    applied: Alternative | None
    ends_on: date | None
    is_over: bool
    is_ending: bool
    is_paused: bool


def is_service(subscription: Json) -> bool:
    """Whether it is one that a customer can be told of and cancel: by month or year, at fixed prices.

    What a schedule manages is changed by Stripe through the schedule only.
    """
    items = subscription["items"]["data"]
    if subscription["status"] in _NEVER_BEGAN or subscription.get("schedule") is not None:
        return False
    intervals = {_interval(item["price"]) for item in items}
    fixed = all(item["price"].get("unit_amount") is not None for item in items)
    return fixed and len(intervals) == 1 and None not in intervals


def products_of(subscriptions: Sequence[Json]) -> set[str]:
    """The products of which something has to be known to read these."""
    return {item["price"]["product"] for each in subscriptions for item in each["items"]["data"]}


def read(subscription: Json, products: Mapping[str, Json], zone: str) -> Subscribed:
    """What it says. Raises `ValueError` for terms or offers that cannot be read."""
    items = subscription["items"]["data"]
    before = json.loads(subscription["metadata"].get(names.BEFORE, "null"))
    applied = _applied(subscription, before)
    offers, prices = _offers(subscription, products)
    called = [_name_of(item["price"], products) for item in items]
    plans = [item["price"].get("nickname") or name for item, name in zip(items, called, strict=True)]
    has_moved = before is not None and applied is not None and applied.kind in OTHER_PLAN
    ends_on = _last_day(subscription, zone)
    agreed = applied is not None and applied.kind == "later_date" and applied.ends_on == ends_on
    return Subscribed(
        ServiceRef(subscription["id"]),
        before["name"] if has_moved else " + ".join(dict.fromkeys(called)),
        before["plan"] if has_moved else " + ".join(dict.fromkeys(plans)),
        _contract(subscription, products, zone, applied, before if has_moved else None),
        offers,
        prices,
        applied,
        ends_on,
        is_over=subscription["status"] in _OVER,
        is_ending=ends_on is not None and (not agreed or names.ENDING in subscription["metadata"]),
        is_paused=subscription.get("pause_collection") is not None,
    )


def status_on(read: Subscribed, day: date) -> Status:
    """The status on a day. The last day still belongs to it, unless it was ended at once."""
    if read.is_over or (read.ends_on is not None and read.ends_on < day):
        return "ended"
    if read.is_ending:
        return "ending"
    if not read.is_paused:
        return "active"
    applied = read.applied
    if applied is not None and applied.kind == "extension":
        # Invoices are left out, and all else goes on.
        return "active"
    if applied is None or applied.kind != "pause":
        return "paused"
    within = applied.starts_on <= day and (applied.ends_on is None or day <= applied.ends_on)
    return "paused" if within else "active"


def state_of(read: Subscribed, today: date) -> ServiceState:
    return ServiceState(read.ref, status_on(read, today), read.ends_on, read.applied)


def service_of(read: Subscribed, today: date, zone: str) -> Service:
    """The service as the customer is told of it: with quote and alternatives while it can be cancelled."""
    status = status_on(read, today)
    contract = read.contract
    quoted = quote(contract, today, zone) if status in ("active", "paused") else None
    return Service(
        ref=read.ref,
        name=read.name,
        plan=_plan_on(read, today),
        price=contract.price_on(today),
        interval=contract.interval,
        status=status,
        started_on=contract.started_on,
        quote=quoted,
        ends_on=read.ends_on,
        alternatives=() if quoted is None else offered(read, quoted, today),
        free_quote=None if quoted is None else quote_without_fee(contract, today, zone),
        withdrawal=None if quoted is None else withdrawal(contract, today),
    )


def offered(read: Subscribed, quoted: Quote, today: date) -> tuple[Alternative, ...]:
    found = alternatives(read.contract, read.offers, quoted, today)
    return tuple(each for each in found if _can_be_done(read.contract, each))


def _can_be_done(contract: Contract, alternative: Alternative) -> bool:
    """Whether Stripe can do it as it is told: it leaves out whole invoices, and takes a credit off one."""
    match alternative.kind:
        case "extension":
            return (alternative.months or 0) % contract.months == 0
        case "store_credit":
            assert alternative.amount is not None, "a credit has them"
            return alternative.amount.amount <= alternative.price_after.amount
        case _:
            return True


def still_offered(read: Subscribed, wanted: Alternative, today: date) -> bool:
    """Whether the brand allows this alternative today, or did shortly before; its dates stay as told."""
    days = (today - timedelta(days=passed) for passed in range(HONOURED_DAYS + 1))
    # The zone matters to the undo window only, which no alternative has.
    return any(wanted in offered(read, quote(read.contract, day, "UTC"), day) for day in days)


def period_end(subscription: Json) -> int:
    """When the present billing period ends; of several, the first that does."""
    return min(int(item["current_period_end"]) for item in subscription["items"]["data"])


def _contract(
    subscription: Json,
    products: Mapping[str, Json],
    zone: str,
    applied: Alternative | None,
    before: Json | None,
) -> Contract:
    price = _price(subscription)
    if before is not None:
        price = money_of(before["minor"], price.currency)
    interval = _interval(subscription["items"]["data"][0]["price"])
    assert interval is not None, "only what is a service is read"
    found = _found(subscription, products, names.TERMS)
    contract = Contract(
        read_terms(json.loads(found)) if found else Terms(),
        price,
        interval,
        _counted_from(subscription, MONTHS[interval], zone),
        _paid_until(subscription, zone),
        *_last_charge(subscription, zone),
        applied,
    )
    return _on_trial(contract, subscription, zone) if subscription["status"] == "trialing" else contract


def _on_trial(contract: Contract, subscription: Json, zone: str) -> Contract:
    """A trial ends with its last day, for nothing, whatever the terms are afterwards."""
    last = day_of(period_end(subscription), zone) - ONE_DAY
    nothing = Money(Decimal(0), contract.price.currency)
    agreed = Alternative("later_date", contract.started_on, last, contract.price, nothing)
    terms = Terms(undo_days=contract.terms.undo_days, withdrawal_days=0, equipment=contract.terms.equipment)
    started_on = day_of(subscription["start_date"], zone)
    return replace(
        contract, terms=terms, started_on=started_on, paid_until=last, applied=agreed, last_charge=nothing
    )


def _counted_from(subscription: Json, months: int, zone: str) -> date:
    """The day it began, or where its periods are counted from another one (after a trial), that one."""
    began = day_of(subscription["start_date"], zone)
    first = day_of(subscription["items"]["data"][0]["current_period_start"], zone)
    if period_of(began, months, first).first == first:
        return began
    return day_of(subscription["billing_cycle_anchor"], zone)


def _price(subscription: Json) -> Money:
    """What a period costs, with what the brand itself takes off."""
    items = subscription["items"]["data"]
    minor = Decimal(sum(item["price"]["unit_amount"] * item.get("quantity", 1) for item in items))
    for discount in subscription.get("discounts") or ():
        minor = max(_less(minor, discount), Decimal(0))
    money = money_of(0, subscription["currency"])
    whole = money_of(int(minor), subscription["currency"]).amount
    part = (minor - int(minor)) * (money_of(1, subscription["currency"]).amount)
    return rounded(whole + part, money.currency)


def _less(minor: Decimal, discount: Any) -> Decimal:
    coupon = discount["source"].get("coupon") if isinstance(discount, dict) else None
    if not isinstance(coupon, dict) or coupon["id"].startswith(COUPON):
        return minor
    if coupon.get("amount_off") is not None:
        return minor - int(coupon["amount_off"])
    return minor * (100 - Decimal(str(coupon["percent_off"]))) / 100


def _paid_until(subscription: Json, zone: str) -> date | None:
    """The last day that is paid for: of this period, or where its invoice is not paid, of the one before."""
    invoice = subscription.get("latest_invoice")
    items = subscription["items"]["data"]
    if invoice is None or invoice["status"] == "paid":
        return day_of(period_end(subscription), zone) - ONE_DAY
    return day_of(int(items[0]["current_period_start"]), zone) - ONE_DAY


def _last_charge(subscription: Json, zone: str) -> tuple[Money | None, date | None]:
    invoice = subscription.get("latest_invoice")
    if invoice is None or invoice["status"] != "paid" or invoice["billing_reason"] not in _REGULAR:
        return None, None
    paid_at = invoice["status_transitions"].get("paid_at") or invoice["created"]
    return money_of(invoice["amount_paid"], invoice["currency"]), day_of(paid_at, zone)


def _last_day(subscription: Json, zone: str) -> date | None:
    note = ending(subscription)
    if note is not None and note.how == "now":
        # The request that ends it comes after the note; which day it is was decided with the note.
        return note.end
    moment = subscription.get("ended_at") or subscription.get("cancel_at")
    if moment is None:
        return None
    whole = abs(moment - period_end(subscription)) < _AT_PERIOD_END and not _ends_a_day(moment, zone)
    return day_of(moment, zone) - ONE_DAY if whole else day_of(moment, zone)


def _ends_a_day(moment: int, zone: str) -> bool:
    return day_of(moment, zone) != day_of(moment + 1, zone)


def _applied(subscription: Json, before: Json | None) -> Alternative | None:
    stored = subscription["metadata"].get(names.APPLIED)
    if stored is None:
        return None
    applied = ALTERNATIVE.validate_json(stored)
    if applied.kind in OTHER_PLAN and (before is None or _price(subscription) != applied.price):
        # The brand has changed the price again: that counts.
        return None
    return applied


def _offers(subscription: Json, products: Mapping[str, Json]) -> tuple[tuple[Offer, ...], Mapping[str, str]]:
    found = json.loads(_found(subscription, products, names.OFFERS) or "[]")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError(f"{names.OFFERS}: expected a list of objects")
    prices = {each.get("plan"): each["price"] for each in found if "price" in each}
    offers = read_offers([{name: value for name, value in each.items() if name != "price"} for each in found])
    for offer in offers:
        if offer.kind == "pause" and offer.price_minor:
            raise ValueError(f"{names.OFFERS}: a pause at a price is nothing that Stripe can do")
        if offer.kind in OTHER_PLAN and offer.plan not in prices:
            raise ValueError(f"{names.OFFERS}: an offer of kind {offer.kind!r} needs price")
    items = subscription["items"]["data"]
    # Which of several things would become another one nobody can know.
    is_single = len(items) == 1 and items[0].get("quantity", 1) == 1
    return tuple(each for each in offers if each.kind not in OTHER_PLAN or is_single), prices


def _found(subscription: Json, products: Mapping[str, Json], name: str) -> str | None:
    """What the metadata of the subscription, its first price or its product say, in that order."""
    price = subscription["items"]["data"][0]["price"]
    places = (subscription, price, products.get(price["product"], {}))
    told = (place.get("metadata") or {} for place in places)
    return next((str(metadata[name]) for metadata in told if name in metadata), None)


def _plan_on(read: Subscribed, day: date) -> str:
    applied = read.applied
    changed = applied is not None and applied.plan is not None and day >= applied.starts_on
    return applied.plan if applied is not None and changed and applied.plan else read.plan


def _name_of(price: Json, products: Mapping[str, Json]) -> str:
    return str(products.get(price["product"], {}).get("name") or price["id"])


def _interval(price: Json) -> Literal["month", "year"] | None:
    recurring = price.get("recurring") or {}
    match recurring.get("interval"), recurring.get("interval_count"):
        case ("month", 1):
            return "month"
        case ("year", 1) | ("month", 12):
            return "year"
        case _:
            return None
