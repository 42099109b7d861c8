"""Payments of a subscription, and what is paid back of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from bot.backoffice.base import Charge, NotPossible, Refund
from bot.backoffice.local_money import ARRIVES_WITHIN
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import begin_of, day_of, minor_of, money_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.journal import Due, due
from dialogs.ids import ChargeRef, CustomerRef, ServiceRef
from dialogs.values import Money

Json = Mapping[str, Any]

REMEMBERED = timedelta(days=730)
"""Refunds are looked for among the payments of so many days."""
_COLLECTED_WITHIN = timedelta(days=60)
"""So long after an invoice was made Stripe may still collect it."""
_LOOKED_THROUGH = 2
"""So many of the last payments are looked through for refunds that came back, which no sum shows any more."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that was taken for a subscription; `left` is what was not paid back. In smallest units."""

    ref: ChargeRef
    minor: int
    left: int
    currency: str
    day: date


def payments(
    stripe: Stripe, customer: CustomerRef, service: ServiceRef, since: date, zone: str
) -> list[Payment]:
    """What was taken on that day or later, newest first."""
    invoices = stripe.paid_invoices(service, begin_of(since - _COLLECTED_WITHIN, zone))
    paid_by = {
        each["payment"].get(each["payment"]["type"])
        for invoice in invoices
        for each in invoice["payments"]["data"]
    }
    if not paid_by:
        return []
    return [
        Payment(
            ChargeRef(each["id"]),
            each["amount"],
            each["amount"] - each["amount_refunded"],
            each["currency"],
            day_of(each["created"], zone),
        )
        for each in stripe.charges(customer, begin_of(since, zone))
        if each["status"] == "succeeded" and {each["id"], each["payment_intent"]} & paid_by
    ]


def charges(found: Sequence[Payment]) -> tuple[Charge, ...]:
    """As the back office tells of them, oldest first."""
    kept = (Charge(each.ref, money_of(each.left, each.currency), each.day) for each in found if each.left > 0)
    return tuple(sorted(kept, key=lambda charge: (charge.charged_on, charge.ref)))


def refunds_of(stripe: Stripe, found: Sequence[Payment]) -> list[Json]:
    """Stripe's refunds of these payments, oldest first."""
    looked_at = [each for n, each in enumerate(found) if each.left < each.minor or n < _LOOKED_THROUGH]
    refunds = [refund for each in looked_at for refund in stripe.refunds(each.ref)]
    return sorted(refunds, key=lambda refund: (refund["created"], refund["id"]))


def require_refundable(found: Sequence[Payment], charge: ChargeRef, amount: Money) -> int:
    """The amount in smallest units. Raises `NotPossible` where so much of it cannot be paid back."""
    payment = next((each for each in found if each.ref == charge and each.left > 0), None)
    if payment is None:
        raise NotPossible(f"there is no payment {charge} that could be paid back")
    if amount.currency != payment.currency.upper():
        raise NotPossible(f"payment {charge} was made in {payment.currency.upper()}, not {amount.currency}")
    minor = minor_of(amount)
    if not 0 < minor <= payment.left:
        left = money_of(payment.left, payment.currency)
        raise NotPossible(f"{amount.amount} cannot be paid back of payment {charge}: {left.amount} are left")
    return minor


def send_due(stripe: Stripe, customer: CustomerRef, subscription: Json, zone: str, today: date) -> None:
    """Send off what is due, if the subscription has ended.

    The refund carries the key of the write that it follows from, so that it is found however much
    later this is tried again. What Stripe will not refund is noted: a person has to see to it.
    """
    owed = due(subscription)
    if owed is None or owed.refused is not None or subscription["status"] != "canceled":
        return
    service = ServiceRef(subscription["id"])
    found = payments(stripe, customer, service, today - REMEMBERED, zone)
    if any(refund["metadata"].get(names.KEY) == owed.key for refund in refunds_of(stripe, found)):
        return
    try:
        source = next((each for each in found if each.left >= owed.minor), None)
        if source is None:
            raise NotPossible("there is no payment of which so much is left")
        stripe.refund(source.ref, owed.minor, {names.KEY: owed.key}, f"{owed.key}:refund")
    except NotPossible as error:
        refused = Due(owed.key, owed.minor, owed.currency, owed.day, error.reason)
        stripe.change(service, {"metadata": refused.metadata}, f"{owed.key}:refused")
        subscription["metadata"].update(refused.metadata)


def told(refund: Json, zone: str, today: date) -> Refund:
    """The refund as the back office tells of it."""
    issued_on = day_of(refund["created"], zone)
    status = _status(refund)
    return Refund(
        refund["id"],
        refund["metadata"].get(names.KEY) or f"stripe:{refund['id']}",
        money_of(refund["amount"], refund["currency"]),
        status,
        issued_on,
        issued_on + ARRIVES_WITHIN,
        # Stripe tells no day: it is the one on which it is seen.
        today if status == "paid" else None,
    )


def promised(owed: Due, ends_on: date) -> Refund:
    """What is sent off when the subscription has ended, or was refused then."""
    return Refund(
        f"{owed.key}:refund",
        owed.key,
        money_of(owed.minor, owed.currency),
        "issued" if owed.refused is None else "failed",
        owed.day,
        max(ends_on, owed.day) + ARRIVES_WITHIN,
    )


def _status(refund: Json) -> Literal["issued", "paid", "failed"]:
    """A card refund succeeds at once for Stripe; the money is there when the network has numbered it."""
    match refund["status"]:
        case "failed" | "canceled":
            return "failed"
        case "succeeded":
            details = refund.get("destination_details") or {}
            means = details.get(details.get("type", ""), None) or {}
            return "issued" if means.get("reference_status") == "pending" else "paid"
        case _:
            return "issued"
