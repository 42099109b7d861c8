"""A Stripe account in memory, with its own clock: what the back office asks of it, in the shapes of its API.

Requests are refused as Stripe refuses them: parameters that it does not know, objects that are not there,
changes of what is over. Time that passes renews and ends subscriptions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from bot.backoffice.periods import add_months

Json = dict[str, Any]
Act = Callable[["FakeStripe", list[str], Json], Json]

ZONE = ZoneInfo("Europe/Berlin")
METADATA_FIELDS, METADATA_NAME, METADATA_VALUE = 50, 40, 500
KINDS = (
    *("customer", "product", "price", "coupon"),
    *("subscription", "invoice", "invoiceitem", "charge", "refund"),
)
CHANGEABLE = {
    *("metadata", "proration_behavior", "pause_collection", "discounts", "items"),
    *("cancel_at", "cancel_at_period_end"),
}


class Refused(Exception):
    """An error as Stripe answers it."""

    def __init__(
        self, message: str, status: int = 400, code: str | None = None, kind: str = "invalid_request_error"
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "message": message, "code": code, "param": None}}


def at(day: date, hour: int = 10) -> int:
    """That hour of a day in the brand's zone."""
    return int(datetime.combine(day, time(hour), ZONE).timestamp())


class FakeStripe:
    """The objects by kind and id, and what is done with them."""

    def __init__(self, now: int) -> None:
        self.now = now
        self.objects: dict[str, dict[str, Json]] = {kind: {} for kind in KINDS}
        self._numbers = count(1)

    def add(self, kind: str, ref: str | None = None, **fields: Any) -> Json:
        made = ref or f"{kind[:2]}_{next(self._numbers):06}"
        stored = {"id": made, "object": kind, "created": self.now, "livemode": False, "metadata": {}} | fields
        self.objects[kind][made] = stored
        return stored

    def get(self, kind: str, ref: str) -> Json:
        if ref not in self.objects[kind]:
            raise Refused(f"No such {kind}: '{ref}'", 404, "resource_missing")
        return self.objects[kind][ref]

    def all(self, kind: str, **fields: Any) -> list[Json]:
        """Those with these fields, newest first."""
        found = [
            each
            for each in self.objects[kind].values()
            if all(each.get(name) == value for name, value in fields.items())
        ]
        return sorted(found, key=lambda each: int(each["created"]), reverse=True)

    def charge(
        self,
        subscription: Json,
        minor: int,
        moment: int,
        ref: str | None = None,
        reason: str = "subscription_cycle",
    ) -> Json:
        """A paid invoice of the subscription, with the payment that paid it."""
        intent = f"pi_{next(self._numbers):06}"
        payment = {
            "object": "invoice_payment", "status": "paid", "amount_paid": minor,
            "payment": {"type": "payment_intent", "payment_intent": intent},
        }  # fmt: skip
        invoice = self.add(
            "invoice",
            created=moment,
            customer=subscription["customer"],
            status="paid",
            billing_reason=reason,
            amount_paid=minor,
            currency=subscription["currency"],
            status_transitions={"paid_at": moment},
            payments={"object": "list", "data": [payment], "has_more": False},
            parent={
                "type": "subscription_details", "subscription_details": {"subscription": subscription["id"]},
            },
        )  # fmt: skip
        self.add(
            "charge",
            ref,
            created=moment,
            customer=subscription["customer"],
            amount=minor,
            amount_refunded=0,
            currency=subscription["currency"],
            status="succeeded",
            payment_intent=intent,
        )
        subscription["latest_invoice"] = invoice["id"]
        return invoice

    def pass_time(self, seconds: int) -> None:
        self.now += seconds
        for subscription in self.objects["subscription"].values():
            self._pass(subscription)
        self._send_scheduled()

    def _pass(self, subscription: Json) -> None:
        item = subscription["items"]["data"][0]
        while subscription["status"] != "canceled":
            end = min(subscription["cancel_at"] or item["current_period_end"], item["current_period_end"])
            if end > self.now:
                return
            if subscription["cancel_at"] is not None and subscription["cancel_at"] <= end:
                subscription.update(status="canceled", ended_at=end, canceled_at=end)
            else:
                self._renew(subscription, item)

    def _renew(self, subscription: Json, item: Json) -> None:
        first = item["current_period_end"]
        pause = subscription["pause_collection"]
        if pause is not None and pause["resumes_at"] is not None and pause["resumes_at"] <= first:
            pause = subscription["pause_collection"] = None
        day = datetime.fromtimestamp(first, ZONE).date()
        item["current_period_start"], item["current_period_end"] = first, at(add_months(day, 1))
        if pause is None:
            minor = item["price"]["unit_amount"] * item["quantity"]
            self.charge(subscription, self._discounted(subscription, minor), first)

    def _discounted(self, subscription: Json, minor: int) -> int:
        """What is left of an invoice; a coupon for one invoice is used up with it."""
        for each in list(subscription["discounts"]):
            coupon = self.get("coupon", each["source"]["coupon"])
            off = int(coupon.get("amount_off") or minor * float(coupon.get("percent_off") or 0) / 100)
            minor = max(minor - off, 0)
            if coupon["duration"] == "once":
                subscription["discounts"].remove(each)
        return minor

    def _send_scheduled(self) -> None:
        for invoice in self.all("invoice", status="draft", auto_advance=True):
            if int(invoice["automatically_finalizes_at"]) <= self.now:
                invoice["status"] = "open"

    def delete(self, path: list[str], params: Json) -> Json:
        match path:
            case ["subscriptions", ref]:
                return self._cancel(ref, params)
            case ["invoiceitems", ref]:
                item = self.get("invoiceitem", ref)
                if item["invoice"] is not None and self.get("invoice", item["invoice"])["status"] != "draft":
                    raise Refused("You cannot delete an invoice item of a finalized invoice.")
                return {**self.objects["invoiceitem"].pop(ref), "deleted": True}
            case ["invoices", ref]:
                if self.get("invoice", ref)["status"] != "draft":
                    raise Refused("You can only delete draft invoices.")
                for item in self.all("invoiceitem", invoice=ref):
                    item["invoice"] = None
                return {**self.objects["invoice"].pop(ref), "deleted": True}
        raise Refused(f"Unrecognized request URL {path}", 404)

    def post(self, path: list[str], params: Json) -> Json:
        match path:
            case ["subscriptions", ref]:
                return self._update(self.get("subscription", ref), params)
            case ["refunds"]:
                return self._refund(params)
            case ["coupons"]:
                if params["id"] in self.objects["coupon"]:
                    raise Refused("Coupon already exists.", code="resource_already_exists")
                ref = params.pop("id")
                return self.add("coupon", ref, **params)
            case ["invoiceitems"]:
                return self._add_item(params)
            case ["invoices"]:
                self.get("customer", params["customer"])
                assert params["auto_advance"] == "false", "a draft is sent when it is complete"
                return self.add(
                    "invoice", **{**params, "status": "draft", "auto_advance": False, "amount_due": 0}
                )
            case ["invoices", ref]:
                invoice = self.get("invoice", ref)
                assert int(params["automatically_finalizes_at"]) > self.now
                invoice.update(params, auto_advance=params["auto_advance"] == "true")
                return invoice
            case ["invoices", ref, "finalize"]:
                invoice = self.get("invoice", ref)
                if invoice["status"] != "draft":
                    raise Refused("This invoice is already finalized.")
                invoice.update(status="open", auto_advance=params["auto_advance"] == "true")
                return invoice
        raise Refused(f"Unrecognized request URL {path}", 404)

    def _cancel(self, ref: str, params: Json) -> Json:
        subscription = self.get("subscription", ref)
        if subscription["status"] == "canceled":
            raise Refused(f"No such subscription: '{ref}'", 404, "resource_missing")
        assert params == {"prorate": "false", "invoice_now": "false"}, "Stripe is to credit nothing itself"
        subscription.update(status="canceled", ended_at=self.now, canceled_at=self.now, cancel_at=None)
        return subscription

    def _update(self, subscription: Json, params: Json) -> Json:
        assert set(params) <= CHANGEABLE, f"unknown parameters in {params}"
        if subscription["status"] == "canceled" and set(params) != {"metadata"}:
            raise Refused("A canceled subscription can only update its cancellation_details and metadata.")
        if {"cancel_at", "cancel_at_period_end"} <= set(params):
            raise Refused("You may only specify one of these parameters: cancel_at, cancel_at_period_end.")
        if "cancel_at" in params:
            self._end_at(subscription, params["cancel_at"])
        if "cancel_at_period_end" in params:
            is_so = params["cancel_at_period_end"] == "true"
            end = subscription["items"]["data"][0]["current_period_end"] if is_so else None
            subscription.update(cancel_at_period_end=is_so, cancel_at=end)
        if "pause_collection" in params:
            pause = params["pause_collection"]
            subscription["pause_collection"] = pause and {**pause, "resumes_at": int(pause["resumes_at"])}
            subscription["pause_collection"] = subscription["pause_collection"] or None
        if "discounts" in params:
            subscription["discounts"] = [self._discount(each) for each in listed(params["discounts"])]
        for each in listed(params.get("items", {})):
            (item,) = (item for item in subscription["items"]["data"] if item["id"] == each["id"])
            item["price"] = self.get("price", each["price"])
        note(subscription, params.get("metadata", {}))
        return subscription

    def _end_at(self, subscription: Json, moment: str) -> None:
        if moment and int(moment) <= self.now:
            raise Refused("cancel_at must be in the future.")
        assert not moment or not subscription["cancel_at_period_end"], "one of both"
        subscription.update(cancel_at=int(moment) if moment else None, cancel_at_period_end=False)

    def _discount(self, given: Json) -> Json:
        if "discount" in given:
            return next(
                each
                for subscription in self.objects["subscription"].values()
                for each in subscription["discounts"]
                if each["id"] == given["discount"]
            )
        coupon = self.get("coupon", given["coupon"])["id"]
        return {
            "id": f"di_{next(self._numbers)}",
            "object": "discount",
            "source": {"type": "coupon", "coupon": coupon},
        }

    def _refund(self, params: Json) -> Json:
        charge, minor = self.get("charge", params["charge"]), int(params["amount"])
        if minor > charge["amount"] - charge["amount_refunded"]:
            raise Refused(
                "Refund amount is greater than unrefunded amount on charge.", code="charge_already_refunded"
            )
        charge["amount_refunded"] += minor
        pending = {"type": "card", "card": {"type": "refund", "reference_status": "pending"}}
        return self.add(
            "refund",
            charge=charge["id"],
            payment_intent=charge["payment_intent"],
            amount=minor,
            currency=charge["currency"],
            status="succeeded",
            reason=params["reason"],
            metadata=params["metadata"],
            destination_details=pending,
        )

    def _add_item(self, params: Json) -> Json:
        self.get("customer", params["customer"])
        invoice = self.get("invoice", params["invoice"])
        if invoice["status"] != "draft":
            raise Refused("You cannot add an invoice item to a finalized invoice.")
        made = self.add("invoiceitem", **{**params, "amount": int(params["amount"])})
        invoice["amount_due"] += made["amount"]
        return made

    def look(self, path: list[str], params: Json) -> Json | list[Json]:
        """What a GET gives: an object, or all objects of a list that match."""
        since = int(params.get("created", {}).get("gte", 0))
        match path:
            case ["customers", "search"]:
                return [each for each in self.all("customer") if is_found(each, params["query"])]
            case [("customers" | "prices" | "coupons") as kind, ref]:
                return self.get(kind[:-1], ref)
            case ["subscriptions"]:
                if params["customer"] not in self.objects["customer"]:
                    raise Refused(f"No such customer: '{params['customer']}'", 400, "resource_missing")
                return [self.expanded(each) for each in self.all("subscription", customer=params["customer"])]
            case ["products"]:
                return [each for each in self.all("product") if each["id"] in params["ids"].values()]
            case ["invoices"]:
                return [each for each in self._invoices(params) if each["created"] >= since]
            case ["charges"]:
                found = self.all("charge", customer=params["customer"])
                return [each for each in found if each["created"] >= since]
            case ["refunds"]:
                return self.all("refund", charge=params["charge"])
            case ["invoiceitems"]:
                found = self.all("invoiceitem", customer=params["customer"])
                return [each for each in found if each["created"] >= since]
        raise Refused(f"Unrecognized request URL {path}", 404)

    def _invoices(self, params: Json) -> list[Json]:
        if "subscription" not in params:
            return self.all("invoice", customer=params["customer"])
        self.get("subscription", params["subscription"])
        return [
            each
            for each in self.all("invoice", status=params["status"])
            if (each.get("parent") or {}).get("subscription_details", {}).get("subscription")
            == params["subscription"]
        ]

    def expanded(self, subscription: Json) -> Json:
        invoice = subscription["latest_invoice"]
        discounts = [
            {**each, "source": {**each["source"], "coupon": self.get("coupon", each["source"]["coupon"])}}
            for each in subscription["discounts"]
        ]
        latest = None if invoice is None else self.get("invoice", invoice)
        return {**subscription, "discounts": discounts, "latest_invoice": latest}


def note(stored: Json, metadata: Mapping[str, str]) -> None:
    """Empty values take fields away; the limits are Stripe's."""
    kept = {name: value for name, value in {**stored["metadata"], **metadata}.items() if value != ""}
    if len(kept) > METADATA_FIELDS:
        raise Refused("Metadata can have up to 50 keys.")
    for name, value in kept.items():
        if len(name) > METADATA_NAME or len(value) > METADATA_VALUE:
            raise Refused(f"Metadata {name} is too long.")
    stored["metadata"] = kept


def is_found(customer: Json, query: str) -> bool:
    """Whether a customer matches one of the query's clauses; the search overlooks case."""
    return any(_matches(customer, *clause.split(":", 1)) for clause in query.split(" OR "))


def _matches(customer: Json, field: str, value: str) -> bool:
    found = customer["metadata"].get(field[10:-2]) if field.startswith("metadata[") else customer.get(field)
    return found is not None and str(found).lower() == value[1:-1].lower()


def listed(value: Any) -> list[Any]:
    """The members of a list as a form has them: by number."""
    return [value[name] for name in sorted(value, key=int)] if value else []


def form_of(pairs: Iterator[tuple[str, str]]) -> Json:
    """Nested fields, as ``metadata[key]`` and ``items[0][price]`` say them."""
    read: Json = {}
    for name, value in pairs:
        first, *rest = name.replace("]", "").split("[")
        place, last = read, first
        for each in rest:
            place, last = place.setdefault(last, {}), each
        place[last] = value
    return read
