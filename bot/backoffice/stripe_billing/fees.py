"""The fee for leaving early: an invoice of its own, sent off when the subscription has ended.

It is made in this order: a draft, the fee onto it, and off, or for a later end the moment at which Stripe
sends it off. A draft that was left half-made is sent by nobody, found by our key, and gone on with. On an
invoice of the subscription it would be collected before the end, or never: Stripe stops collecting at it.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.backoffice.base import NotPossible
from bot.backoffice.periods import ONE_DAY
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import begin_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.journal import Note
from bot.backoffice.terms import end_of_day
from dialogs.ids import CustomerRef

if TYPE_CHECKING:
    from stripe.params import InvoiceCreateParams

log = logging.getLogger("cancelbot.backoffice")

Json = Mapping[str, Any]

DAYS_TO_PAY = 14
"""For whom is sent invoices, where the subscription does not say."""


def charge_fee(stripe: Stripe, customer: CustomerRef, subscription: Json, note: Note, zone: str) -> None:
    """What Stripe will not charge is the brand's loss: the customer has left all the same."""
    try:
        _invoice(stripe, customer, subscription, note, zone)
    except NotPossible as error:
        log.error("the fee for %s was not charged: %s", subscription["id"], error.reason)


def require_no_fee_taken(stripe: Stripe, customer: CustomerRef, note: Note, zone: str) -> None:
    """Raises `NotPossible` where the fee of an end cannot be taken back with it any more."""
    invoice = _made(stripe, customer, note, zone)
    if invoice is not None and invoice["status"] != "draft":
        raise NotPossible(f"the fee is on the invoice {invoice['id']} already, which was sent")


def drop_fee(stripe: Stripe, customer: CustomerRef, note: Note, zone: str) -> None:
    """Take the fee off its draft, which would leave it to the next invoice otherwise; then the draft."""
    for item in _items(stripe, customer, note, zone):
        stripe.drop_fee(item["id"])
    invoice = _made(stripe, customer, note, zone)
    if invoice is not None:
        stripe.drop_draft(invoice["id"])


def _invoice(stripe: Stripe, customer: CustomerRef, subscription: Json, note: Note, zone: str) -> None:
    invoice = _made(stripe, customer, note, zone)
    if invoice is not None and (invoice["status"] != "draft" or invoice["auto_advance"]):
        return
    metadata = {names.KEY: note.key}
    ref = (
        invoice["id"] if invoice else stripe.draft(_draft(customer, subscription, note), f"{note.key}:draft")
    )
    if not _items(stripe, customer, note, zone):
        stripe.add_fee(
            {
                "customer": customer,
                "amount": note.fee,
                "currency": subscription["currency"],
                "invoice": ref,
                "metadata": metadata,
            },
            f"{note.key}:fee",
        )
    if note.how == "now":
        stripe.send_invoice(ref, f"{note.key}:send")
        return
    assert note.end is not None, "an end has a day"
    # The day after: by then Stripe has ended the subscription, and no longer stops what is collected.
    stripe.schedule_invoice(
        ref, int(end_of_day(note.end + ONE_DAY, zone).timestamp()), f"{note.key}:schedule"
    )


def _draft(customer: CustomerRef, subscription: Json, note: Note) -> "InvoiceCreateParams":
    """Collected as the subscription is, from the same means of payment."""
    params: InvoiceCreateParams = {
        "customer": customer,
        "currency": subscription["currency"],
        "metadata": {names.KEY: note.key},
    }
    if subscription.get("collection_method") == "send_invoice":
        params["collection_method"] = "send_invoice"
        params["days_until_due"] = subscription.get("days_until_due") or DAYS_TO_PAY
    elif subscription.get("default_payment_method"):
        params["default_payment_method"] = subscription["default_payment_method"]
    return params


def _made(stripe: Stripe, customer: CustomerRef, note: Note, zone: str) -> dict[str, Any] | None:
    found = stripe.invoices_of(customer, _since(note, zone))
    return next((each for each in found if each["metadata"].get(names.KEY) == note.key), None)


def _items(stripe: Stripe, customer: CustomerRef, note: Note, zone: str) -> list[dict[str, Any]]:
    found = stripe.fees(customer, _since(note, zone))
    return [each for each in found if each["metadata"].get(names.KEY) == note.key]


def _since(note: Note, zone: str) -> int:
    return begin_of(note.day - timedelta(days=1), zone)
