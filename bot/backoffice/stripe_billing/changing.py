"""Applying what was accepted instead of cancelling: one request, and a discount's coupon before it."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.backoffice.base import NotPossible
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import minor_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.journal import Note, written
from bot.backoffice.stripe_billing.reading import ALTERNATIVE, COUPON, Subscribed
from bot.backoffice.terms import end_of_day
from dialogs.values import OTHER_PLAN, Alternative

if TYPE_CHECKING:
    from stripe.params import CouponCreateParams, SubscriptionUpdateParams

Json = Mapping[str, Any]


def change(
    stripe: Stripe,
    subscription: Json,
    read: Subscribed,
    alternative: Alternative,
    note: Note,
    step_key: str,
    zone: str,
) -> None:
    """What is paid for stays as it is: all of it begins with the next invoice."""
    params = _params(stripe, subscription, read, alternative, note, zone)
    told = ALTERNATIVE.dump_json(alternative).decode()
    before = _before(subscription, read, alternative)
    params["metadata"] = {**note.metadata, names.APPLIED: told, **before}
    params["proration_behavior"] = "none"
    stripe.change(subscription["id"], params, step_key)


def change_back(
    stripe: Stripe, subscription: Json, alternative: Alternative, note: Note, step_key: str
) -> None:
    """One request that lets it be as it was. Raises `NotPossible` where Stripe does not say how it was."""
    params = _params_back(subscription, alternative)
    params["metadata"] = {**note.metadata, names.APPLIED: "", names.BEFORE: ""}
    params["proration_behavior"] = "none"
    stripe.change(subscription["id"], params, step_key)


def _params_back(subscription: Json, alternative: Alternative) -> "SubscriptionUpdateParams":
    match alternative.kind:
        case "pause" | "extension":
            return {"pause_collection": ""}
        case "discount" | "store_credit":
            return {"discounts": _kept(subscription) or ""}
        case "downgrade" | "exchange":
            (item,) = subscription["items"]["data"]
            price = json.loads(subscription["metadata"][names.BEFORE]).get("price")
            if price is None:
                raise NotPossible("the price of before was not noted: it has to be set at Stripe")
            return {"items": [{"id": item["id"], "price": price}]}
        case "later_date":
            return {"cancel_at": ""}


def _params(
    stripe: Stripe, subscription: Json, read: Subscribed, alternative: Alternative, note: Note, zone: str
) -> "SubscriptionUpdateParams":
    match alternative.kind:
        case "pause" | "extension":
            assert alternative.ends_on is not None, "both end"
            # Before the invoice of the first day after it is made, and after the last one within it.
            resumes_at = int(end_of_day(alternative.ends_on, zone).timestamp())
            return {"pause_collection": {"behavior": "void", "resumes_at": resumes_at}}
        case "discount" | "store_credit":
            return {"discounts": [*_kept(subscription), {"coupon": _coupon(stripe, alternative, note)}]}
        case "downgrade" | "exchange":
            (item,) = subscription["items"]["data"]
            return {"items": [{"id": item["id"], "price": _other(stripe, read, alternative)}]}
        case "later_date":
            assert alternative.ends_on is not None, "a later date is one"
            return {"cancel_at": int(end_of_day(alternative.ends_on, zone).timestamp())}


def _coupon(stripe: Stripe, alternative: Alternative, note: Note) -> str:
    ref = COUPON + hashlib.sha256(note.key.encode()).hexdigest()[:16]
    params = _taken_off(alternative)
    params["id"], params["metadata"] = ref, {names.KEY: note.key}
    stripe.coupon(ref, params, f"{note.key}:coupon")
    return ref


def _taken_off(alternative: Alternative) -> "CouponCreateParams":
    """Of so many months' invoices a part, or of the next one an amount."""
    if alternative.amount is not None:
        credit = alternative.amount
        return {
            "amount_off": minor_of(credit),
            "currency": credit.currency.lower(),
            "duration": "once",
            "name": f"{credit.amount} {credit.currency}",
        }
    assert alternative.percent is not None, "a discount has them"
    assert alternative.months is not None, "a discount has them"
    return {
        "percent_off": alternative.percent,
        "duration": "repeating",
        "duration_in_months": alternative.months,
        "name": f"{alternative.percent} %",
    }


def _kept(subscription: Json) -> list[Any]:
    """The discounts that it has, which setting new ones would take away; not ours, whose time is over."""
    found = [each for each in subscription.get("discounts") or () if isinstance(each, dict)]
    return [{"discount": each["id"]} for each in found if not _is_ours(each)]


def _is_ours(discount: Json) -> bool:
    coupon = discount["source"].get("coupon")
    return str(coupon["id"] if isinstance(coupon, dict) else coupon).startswith(COUPON)


def _other(stripe: Stripe, read: Subscribed, alternative: Alternative) -> str:
    """The price to change to. Raises `NotPossible` where it is not what was told."""
    ref = read.prices[alternative.plan or ""]
    price = stripe.price(ref)
    found = (price["unit_amount"], price["currency"].upper())
    if found != (minor_of(alternative.price), alternative.price.currency):
        raise NotPossible(f"price {ref} is not {alternative.price.amount} {alternative.price.currency}")
    return ref


def _before(subscription: Json, read: Subscribed, alternative: Alternative) -> dict[str, str]:
    """What holds until another plan begins, of which Stripe knows no more afterwards."""
    if alternative.kind not in OTHER_PLAN:
        return {}
    (item,) = subscription["items"]["data"]
    price = item["price"]["id"]
    told = {"name": read.name, "plan": read.plan, "minor": minor_of(read.contract.price), "price": price}
    return {names.BEFORE: written(told)}
