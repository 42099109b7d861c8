"""The calls to Stripe that are used, each with its errors turned into ours."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import stripe

from bot.backoffice.base import BackOfficeError, NotPossible, OutcomeUnknown, Unavailable
from bot.backoffice.http.answers import LONGEST_REASON
from bot.backoffice.stripe_billing.line import NoAnswer, OverLine
from bot.lines.address import Address
from bot.lines.line import Line

if TYPE_CHECKING:
    from stripe.params import (
        CouponCreateParams,
        InvoiceCreateParams,
        InvoiceItemCreateParams,
        SubscriptionCreateParams,
        SubscriptionUpdateParams,
    )

log = logging.getLogger("cancelbot.backoffice")

Json = dict[str, Any]

STRIPE = Address("https", "api.stripe.com", 443, "")
A_PAGE = 50
"""Objects asked for at a time: a page of a hundred may be longer than a line reads."""
PRODUCTS_KEPT = 60.0
"""Seconds for which products are not asked for again."""

GONE = "resource_missing"
"""Stripe's code for what is not there, or not any more."""

WITH_SUBSCRIPTIONS = ["data.latest_invoice", "data.discounts.source.coupon"]
"""What a list of subscriptions brings along."""


class Stripe:
    """One Stripe account. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`.

    What makes or changes something takes a key, which is Stripe's idempotency key: the same key with
    the same parameters does nothing anew for 24 hours, at least.
    """

    def __init__(self, key: str, address: Address = STRIPE) -> None:
        self._over = OverLine(Line(address))
        # The library would otherwise report how long each call took with the next one.
        stripe.enable_telemetry = False
        host = f"{address.scheme}://{address.host}:{address.port}"
        self._v1 = stripe.StripeClient(
            key, http_client=self._over, max_network_retries=0, base_addresses={"api": host}
        ).v1
        self._products: dict[str, tuple[float, Json]] = {}

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """All calls of this thread in the block, together, end within that many seconds."""
        return self._over.within(seconds)

    def close(self) -> None:
        self._over.close()

    def customer(self, ref: str) -> Json | None:
        try:
            with _reading():
                return self._v1.customers.retrieve(ref).to_dict()
        except NotPossible:
            return None

    def customers(self, query: str) -> list[Json]:
        """Those that Stripe's search finds; a new one may be missing for a minute."""
        with _reading():
            found = self._v1.customers.search({"query": query, "limit": 10}).data
        return [each.to_dict() for each in found]

    def subscriptions(self, customer: str) -> list[Json]:
        """All of the customer, oldest first; none where there is no such customer."""
        try:
            with _reading():
                found = self._v1.subscriptions.list(
                    {"customer": customer, "status": "all", "limit": A_PAGE, "expand": WITH_SUBSCRIPTIONS}
                )
                return [each.to_dict() for each in found.auto_paging_iter()][::-1]
        except NotPossible:
            return []

    def products(self, refs: Iterable[str]) -> Mapping[str, Json]:
        """The products, as they were a minute ago at most."""
        wanted, now = sorted(set(refs)), time.monotonic()
        stale = [ref for ref in wanted if self._products.get(ref, (0.0, {}))[0] < now]
        if stale:
            with _reading():
                found = self._v1.products.list(
                    {"ids": stale, "limit": len(stale), "expand": ["data.default_price"]}
                ).data
            self._products |= {each.id: (now + PRODUCTS_KEPT, each.to_dict()) for each in found}
        return {ref: self._products[ref][1] for ref in wanted if ref in self._products}

    def price(self, ref: str) -> Json:
        with _reading():
            return self._v1.prices.retrieve(ref).to_dict()

    def paid_invoices(self, subscription: str, since: int) -> list[Json]:
        """Those made since, newest first, each with its payments."""
        with _reading():
            found = self._v1.invoices.list(
                {
                    "subscription": subscription,
                    "status": "paid",
                    "created": {"gte": since},
                    "limit": A_PAGE,
                    "expand": ["data.payments"],
                }
            )
            return [each.to_dict() for each in found.auto_paging_iter()]

    def charges(self, customer: str, since: int) -> list[Json]:
        """The customer's payments since, for whatever they were, newest first."""
        with _reading():
            found = self._v1.charges.list({"customer": customer, "created": {"gte": since}, "limit": A_PAGE})
            return [each.to_dict() for each in found.auto_paging_iter()]

    def refunds(self, charge: str) -> list[Json]:
        """Those of a payment, newest first."""
        with _reading():
            found = self._v1.refunds.list({"charge": charge, "limit": A_PAGE})
            return [each.to_dict() for each in found.auto_paging_iter()]

    def fees(self, customer: str, since: int) -> list[Json]:
        """The customer's invoice items made since, invoiced or not."""
        with _reading():
            found = self._v1.invoice_items.list(
                {"customer": customer, "created": {"gte": since}, "limit": A_PAGE}
            )
            return [each.to_dict() for each in found.auto_paging_iter()]

    def invoices_of(self, customer: str, since: int) -> list[Json]:
        """The customer's invoices made since, whatever became of them."""
        with _reading():
            found = self._v1.invoices.list({"customer": customer, "created": {"gte": since}, "limit": A_PAGE})
            return [each.to_dict() for each in found.auto_paging_iter()]

    def change(self, subscription: str, params: "SubscriptionUpdateParams", key: str) -> Json:
        with _writing():
            changed = self._v1.subscriptions.update(subscription, params, {"idempotency_key": key})
        return changed.to_dict()

    def subscribe(self, params: "SubscriptionCreateParams", key: str) -> Json:
        """A subscription that begins now. Raises `NotPossible` also where its first payment fails: then
        there is none."""
        with _writing():
            made = self._v1.subscriptions.create(params, {"idempotency_key": key})
        return made.to_dict()

    def end(self, subscription: str) -> None:
        """End it at once. Stripe credits nothing: what is paid back was quoted, to the cent."""
        with _deleting():
            self._v1.subscriptions.cancel(subscription, {"prorate": False, "invoice_now": False})

    def refund(self, charge: str, minor: int, metadata: dict[str, str], key: str) -> None:
        with _writing():
            self._v1.refunds.create(
                {"charge": charge, "amount": minor, "metadata": metadata, "reason": "requested_by_customer"},
                {"idempotency_key": key},
            )

    def coupon(self, ref: str, params: "CouponCreateParams", key: str) -> None:
        """A coupon of that id; the one that is there already will do."""
        try:
            with _writing():
                self._v1.coupons.create(params, {"idempotency_key": key})
        except NotPossible:
            with _reading():
                self._v1.coupons.retrieve(ref)

    def draft(self, params: "InvoiceCreateParams", key: str) -> str:
        """An invoice with nothing on it, which is not sent by itself."""
        with _writing():
            made = self._v1.invoices.create(
                {**params, "auto_advance": False, "pending_invoice_items_behavior": "exclude"},
                {"idempotency_key": key},
            )
        return str(made.id)

    def add_fee(self, params: "InvoiceItemCreateParams", key: str) -> None:
        with _writing():
            self._v1.invoice_items.create(
                {**params, "description": "Early termination fee", "discountable": False},
                {"idempotency_key": key},
            )

    def schedule_invoice(self, invoice: str, moment: int, key: str) -> None:
        """Have Stripe finalise and collect it at that moment."""
        with _writing():
            self._v1.invoices.update(
                invoice,
                {"auto_advance": True, "automatically_finalizes_at": moment},
                {"idempotency_key": key},
            )

    def send_invoice(self, invoice: str, key: str) -> None:
        """Finalise it; Stripe collects it from then on."""
        with _writing():
            self._v1.invoices.finalize_invoice(invoice, {"auto_advance": True}, {"idempotency_key": key})

    def drop_fee(self, item: str) -> None:
        with _deleting():
            self._v1.invoice_items.delete(item)

    def drop_draft(self, invoice: str) -> None:
        with _deleting():
            self._v1.invoices.delete(invoice)


@contextmanager
def _reading() -> Iterator[None]:
    with _told(writes=False):
        yield


@contextmanager
def _writing() -> Iterator[None]:
    with _told(writes=True):
        yield


@contextmanager
def _deleting() -> Iterator[None]:
    """Stripe knows no keys here. What is not there any more was deleted before."""
    with _writing():
        try:
            yield
        except stripe.InvalidRequestError as error:
            if error.code != GONE:
                raise


@contextmanager
def _told(*, writes: bool) -> Iterator[None]:
    try:
        yield
    except stripe.StripeError as error:
        raise _ours(error, writes=writes) from error


def _ours(error: stripe.StripeError, *, writes: bool) -> BackOfficeError:
    """What the library's error means.

    A server error, and a key that is in use or was used with other parameters, leave a write unknown:
    what was done is found in the journal the next time.
    """
    unclear: Callable[[str], BackOfficeError] = OutcomeUnknown if writes else Unavailable
    said = " ".join((error.user_message or type(error).__name__).split())[:LONGEST_REASON]
    told = f"Stripe: {said} (request {error.request_id})"
    match error:
        case NoAnswer():
            log.warning("Stripe: %s", error.reason)
            return (
                unclear(f"Stripe: {error.reason}") if error.sent else Unavailable(f"Stripe: {error.reason}")
            )
        case stripe.RateLimitError():
            return Unavailable(told)
        case stripe.AuthenticationError() | stripe.PermissionError():
            log.error("Stripe does not let us in; nothing works until its key is set right: %s", told)
            return Unavailable(told)
        case stripe.CardError() | stripe.InvalidRequestError():
            if writes or error.code == GONE:
                return NotPossible(told)
            log.error("%s", told)
            return Unavailable(told)
        case _:
            log.warning("%s", told)
            return unclear(told)
