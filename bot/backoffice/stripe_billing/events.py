"""What Stripe calls us with, verified by its signature.

Stripe's own library would do it as well; the process that is called is spared it: 0.2 s and 33 MiB.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.backoffice.stripe_billing.names import KEY

TOLERANCE = 300
"""Seconds that the signature's time may lie from our own."""

_END, _MONEY = "watch_end", "follow_refund"
FOLLOWED: Mapping[str, tuple[str, ...]] = {
    "customer.subscription.deleted": (_END, _MONEY),
    "customer.subscription.updated": (_END,),
    "charge.refunded": (_MONEY,),
    "refund.updated": (_MONEY,),
    "refund.failed": (_MONEY,),
    "invoice.paid": (_END,),
}
"""Kind of event -> kinds of looks that may see something new after it. They would be made later anyway."""


class EventRefused(Exception):
    """The event is not Stripe's, too old, or none at all."""


@dataclass(frozen=True, slots=True)
class StripeEvent:
    """Something happened. `customer` is none where the event does not say whose it is.

    `cause` is the idempotency key of our write that it follows from, where it is one.
    """

    id: str
    kind: str
    customer: str | None
    cause: str | None = None

    @property
    def looks(self) -> tuple[str, ...]:
        return FOLLOWED.get(self.kind, ())


def verified_event(secret: str, header: str, body: bytes, now: datetime) -> StripeEvent:
    """The event. Raises `EventRefused`."""
    signed_at, signatures = _signed(header)
    expected = hmac.new(secret.encode(), f"{signed_at}.".encode() + body, hashlib.sha256).hexdigest()
    # All are compared, in constant time: while a secret is being changed there are two.
    if not sum(hmac.compare_digest(expected.encode(), each.encode()) for each in signatures):
        raise EventRefused("the signature does not match")
    if abs(now.timestamp() - signed_at) > TOLERANCE:
        raise EventRefused("the signature is too old")
    return _event(body)


def _signed(header: str) -> tuple[int, list[str]]:
    pairs = [each.strip().partition("=") for each in header.split(",")]
    times = [value for name, _, value in pairs if name == "t" and re.fullmatch(r"[0-9]{1,12}", value)]
    if len(times) != 1:
        raise EventRefused("there is no signature")
    return int(times[0]), [value for name, _, value in pairs if name == "v1"]


def _event(body: bytes) -> StripeEvent:
    try:
        told: Any = json.loads(body)
        subject = told["data"]["object"]
        customer = subject.get("customer")
        cause = (subject.get("metadata") or {}).get(KEY)
        return StripeEvent(str(told["id"]), str(told["type"]), _text(customer), _text(cause))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise EventRefused("it is no event") from None


def _text(found: object) -> str | None:
    return found if isinstance(found, str) else None
