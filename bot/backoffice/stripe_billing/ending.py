"""Ending a subscription, and taking that back.

At a day to come it is one request: Stripe is told the day, and our note with all that follows stands in it.
At once it takes several, in this order: the note (from then on it is being ended, and what has to be
done is written down), the end, the refund, the fee. Money comes after the end, so that nobody is paid
back for what goes on, and the fee last, so that a kill before it costs the brand and not the customer.
Whoever repeats the write goes on where it stopped: each request is found done, by Stripe's own state or
by our key in the metadata of what it made.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.backoffice.periods import ONE_DAY
from bot.backoffice.stripe_billing import names
from bot.backoffice.stripe_billing.amounts import day_of
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.fees import charge_fee
from bot.backoffice.stripe_billing.journal import Due, Note, ending
from bot.backoffice.stripe_billing.money import send_due
from bot.backoffice.stripe_billing.reading import Subscribed, period_end
from bot.backoffice.terms import end_of_day
from dialogs.ids import CustomerRef

if TYPE_CHECKING:
    from stripe.params import SubscriptionUpdateParams

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
        stripe.end(subscription["id"])
        subscription = {**subscription, "status": "canceled"}
    send_due(stripe, customer, subscription, zone, today)
    if note.fee:
        charge_fee(stripe, customer, subscription, note, zone)


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
