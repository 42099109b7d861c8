"""Ending a subscription, and taking that back.

At a day to come it is one request: Stripe is told the day, and our note with all that follows stands in it.
At once it takes several, in this order: the note (from then on it is being ended, and what has to be
done is written down), the end, the refund, the fee. Money comes after the end, so that nobody is paid
back for what goes on, and the fee last, so that a kill before it costs the brand and not the customer.
Whoever repeats the write goes on where it stopped: each request is found done, by Stripe's own state or
by our key in the metadata of what it made.
"""

import logging
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bot.backoffice.base import NotPossible
from bot.backoffice.periods import ONE_DAY
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import begin_of, day_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.journal import Due, Note, ending
from bot.backoffice.stripe_billing.money import send_due
from bot.backoffice.stripe_billing.reading import Subscribed, period_end
from bot.backoffice.terms import end_of_day
from dialogs.ids import CustomerRef

if TYPE_CHECKING:
    from stripe.params import SubscriptionUpdateParams

log = logging.getLogger("cancelbot.backoffice")

Json = Mapping[str, Any]


def begin_end(
    stripe: Stripe, subscription: Json, note: Note, owed: Due | None, zone: str, step_key: str
) -> dict[str, Any]:
    """Note the end, and tell Stripe the day unless it is now; the subscription as it stands then."""
    metadata = {**note.metadata, names.ENDING: note.key, names.DUE: ""} | (owed.metadata if owed else {})
    params: SubscriptionUpdateParams = {"metadata": metadata}
    if note.how == "at":
        assert note.end is not None, "an end has a day"
        # Nothing is credited or charged for by Stripe itself: the quote said what is.
        params["proration_behavior"] = "none"
        if note.end != day_of(period_end(subscription), zone) - ONE_DAY:
            params["cancel_at"] = int(end_of_day(note.end, zone).timestamp())
        elif subscription.get("cancel_at") is None:
            params["cancel_at_period_end"] = True
        else:
            # A day was agreed before: Stripe takes one of both, and this one is replaced.
            params["cancel_at"] = period_end(subscription)
    return stripe.change(subscription["id"], params, step_key)


def finish_end(
    stripe: Stripe, customer: CustomerRef, subscription: dict[str, Any], note: Note, zone: str, today: date
) -> None:
    """Do what is still to be done of an end that was noted; nothing where it was taken back since."""
    standing = ending(subscription)
    if standing is None or standing.key != note.key:
        return
    if note.how == "now" and subscription["status"] != "canceled":
        stripe.end(subscription["id"], f"{note.key}:end")
        subscription = {**subscription, "status": "canceled"}
    send_due(stripe, customer, subscription, zone, today)
    if note.fee:
        _charge_fee(stripe, customer, subscription, note, zone)


def take_back(
    stripe: Stripe, subscription: Json, read: Subscribed, note: Note, step_key: str, zone: str
) -> None:
    """Let it go on, or to the later day that was agreed upon."""
    params: SubscriptionUpdateParams = {
        "metadata": {**note.metadata, names.ENDING: "", names.DUE: ""},
        "proration_behavior": "none",
    }
    agreed = read.applied
    if agreed is not None and agreed.kind == "later_date" and agreed.ends_on is not None:
        params["cancel_at"] = int(end_of_day(agreed.ends_on, zone).timestamp())
    elif subscription.get("cancel_at_period_end"):
        params["cancel_at_period_end"] = False
    else:
        params["cancel_at"] = ""
    stripe.change(subscription["id"], params, step_key)


def drop_fee(stripe: Stripe, customer: CustomerRef, undone: Note, zone: str, *, only_look: bool) -> None:
    """Take the fee of an end back with it. Raises `NotPossible` where it is on an invoice already."""
    for item in _fees(stripe, customer, undone, zone):
        if item.get("invoice") is not None:
            raise NotPossible(f"the fee {item['id']} is on the invoice {item['invoice']} already")
        if not only_look:
            stripe.drop_fee(item["id"], f"{undone.key}:drop-fee")


def _charge_fee(stripe: Stripe, customer: CustomerRef, subscription: Json, note: Note, zone: str) -> None:
    """What Stripe will not charge is the brand's loss: the customer has left all the same."""
    try:
        if note.how == "at":
            _add_to_next_invoice(stripe, customer, subscription, note, zone)
        else:
            _invoice(stripe, customer, subscription, note, zone)
    except NotPossible as error:
        log.error("the fee for %s was not charged: %s", subscription["id"], error.reason)


def _add_to_next_invoice(
    stripe: Stripe, customer: CustomerRef, subscription: Json, note: Note, zone: str
) -> None:
    """Stripe makes a last invoice at the end, or the next one before it; until then it can be taken back."""
    if _fees(stripe, customer, note, zone) or subscription["status"] == "canceled":
        return
    stripe.add_fee(
        customer,
        note.fee,
        subscription["currency"],
        {names.KEY: note.key},
        f"{note.key}:fee",
        subscription=subscription["id"],
    )


def _invoice(stripe: Stripe, customer: CustomerRef, subscription: Json, note: Note, zone: str) -> None:
    """A draft, the fee onto it, and off: a draft that was left half-made is found and gone on with."""
    metadata = {names.KEY: note.key}
    made = stripe.invoices_of(customer, _since(note, zone))
    invoice = next((each for each in made if each["metadata"].get(names.KEY) == note.key), None)
    if invoice is not None and invoice["status"] != "draft":
        return
    ref = stripe.draft(customer, metadata, f"{note.key}:draft") if invoice is None else str(invoice["id"])
    if not _fees(stripe, customer, note, zone):
        currency = subscription["currency"]
        stripe.add_fee(customer, note.fee, currency, metadata, f"{note.key}:fee", invoice=ref)
    stripe.send_invoice(ref, f"{note.key}:send")


def _fees(stripe: Stripe, customer: CustomerRef, note: Note, zone: str) -> list[dict[str, Any]]:
    items = stripe.fees(customer, _since(note, zone))
    return [each for each in items if each["metadata"].get(names.KEY) == note.key]


def _since(note: Note, zone: str) -> int:
    return begin_of(note.day - timedelta(days=1), zone)
