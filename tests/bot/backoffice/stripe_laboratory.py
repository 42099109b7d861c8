"""A Stripe account behind HTTP, to be filled by a test."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from bot.backoffice.offers import stored_offers
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.office import StripeBackOffice
from bot.backoffice.terms import stored_terms
from bot.lines.address import address_of
from dialogs.ids import ChargeRef, CustomerRef, ServiceRef
from dialogs.values import OTHER_PLAN
from tests.bot.backoffice.stripe_fake import FakeStripe, at
from tests.bot.backoffice.stripe_server import StripeServer, StripeSide

if TYPE_CHECKING:
    from tests.bot.backoffice.contract import Wanted

_BEGIN = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
_STARTED, _CHARGED, _NEXT = date(2026, 3, 12), date(2026, 11, 12), date(2026, 12, 12)
_numbers = count(1)


class StripeLaboratory:
    """An account that no other test uses; its clock is the office's, too."""

    def __init__(self, server: StripeServer) -> None:
        self.key = f"sk_test_{next(_numbers):08}"
        self.side = server.sides[self.key] = StripeSide(self.key, int(_BEGIN.timestamp()))
        self.url = server.url
        self.office = self.opened()

    @classmethod
    def over_loopback(cls, request: pytest.FixtureRequest) -> StripeLaboratory:
        made = cls(request.getfixturevalue("stripe_server"))
        request.addfinalizer(lambda: made.office.close())
        return made

    @property
    def fake(self) -> FakeStripe:
        return self.side.fake

    def opened(self, key: str | None = None) -> StripeBackOffice:
        """An office of another process, as it were."""
        stripe = Stripe(key or self.key, address_of(self.url))
        return StripeBackOffice(stripe, "Europe/Berlin", "account", lambda: self.now)

    def add_customer(self, ref: CustomerRef, name: str, email: str | None, phone: str | None) -> None:
        fields: dict[str, Any] = {"name": name, "email": email, "phone": phone, "preferred_locales": []}
        self.fake.add("customer", ref, metadata={"account": ref}, **fields)

    def add_service(self, customer: CustomerRef, wanted: Wanted) -> None:
        offers = [self._with_price(wanted.ref, each) for each in stored_offers(wanted.offers)]
        metadata = {
            "cancelbot_terms": json.dumps(stored_terms(wanted.terms)),
            "cancelbot_offers": json.dumps(offers),
        }
        price = self.fake.add("price", f"price_{wanted.ref}", **_price(2990, "Fibre 100"), metadata=metadata)
        self.fake.add("product", "prod_fibre", name="Fibre")
        subscription = self.add_subscription(customer, wanted.ref, at(_STARTED), price)
        self.fake.charge(subscription, 2990, at(_CHARGED), f"C-{wanted.ref}")

    def _with_price(self, ref: ServiceRef, offer: dict[str, Any]) -> dict[str, Any]:
        """An offer of another plan names Stripe's price of it."""
        if offer["kind"] not in OTHER_PLAN:
            return offer
        plan = f"price_{offer['plan'].lower()}_{ref}"
        self.fake.add("price", plan, **_price(offer["price_minor"], offer["plan"]))
        return {**offer, "price": plan}

    def add_ended_service(self, customer: CustomerRef, ref: ServiceRef, ended_on: date) -> None:
        price = self.fake.add("price", f"price_{ref}", **_price(990, "Old"))
        self.fake.add("product", "prod_fibre", name="Fibre")
        made = self.add_subscription(customer, ref, at(date(2020, 1, 1)), price)
        made.update(status="canceled", ended_at=at(ended_on), canceled_at=at(ended_on))

    def add_subscription(self, customer: CustomerRef, ref: str, began: int, *prices: Any) -> dict[str, Any]:
        items = [
            {
                "id": f"si_{ref}_{n}",
                "object": "subscription_item",
                "price": price,
                "quantity": 1,
                "current_period_start": at(_CHARGED),
                "current_period_end": at(_NEXT),
            }
            for n, price in enumerate(prices)
        ]
        return self.fake.add(
            "subscription",
            ref,
            created=began,
            start_date=began,
            billing_cycle_anchor=began,
            customer=customer,
            currency="eur",
            status="active",
            items={"object": "list", "data": items, "has_more": False, "url": "/v1/subscription_items"},
            cancel_at=None,
            cancel_at_period_end=False,
            canceled_at=None,
            ended_at=None,
            pause_collection=None,
            discounts=[],
            latest_invoice=None,
        )

    def set_price(self, customer: CustomerRef, service: ServiceRef, price_minor: int) -> None:
        self.fake.get("price", f"price_{service}")["unit_amount"] = price_minor
        self.fake.get("charge", f"C-{service}")["amount"] = price_minor
        invoice = self.fake.get("subscription", service)["latest_invoice"]
        self.fake.get("invoice", invoice)["amount_paid"] = price_minor

    def sell_again(self, customer: CustomerRef, service: ServiceRef, price_minor: int | None) -> None:
        """Stripe's prices never change: the old one is archived, and the product has another by default."""
        price, product = self.fake.get("price", f"price_{service}"), self.fake.get("product", "prod_fibre")
        price["active"] = price["unit_amount"] == price_minor
        product["default_price"] = None
        if price_minor is not None and not price["active"]:
            made = self.fake.add("price", f"price_{service}_now", **_price(price_minor, "Fibre 100"))
            product["default_price"] = made["id"]
        # An office remembers products for a minute.
        self.office.close()
        self.office = self.opened()

    def charge(self, service: ServiceRef, ref: ChargeRef, charged_on: date, amount_minor: int) -> None:
        self.fake.charge(self.fake.get("subscription", service), amount_minor, at(charged_on), ref)

    def pay_refunds(self, item: ServiceRef, on: date) -> None:
        self.pass_time(datetime.fromtimestamp(at(on), UTC) - self.now)
        for refund in self.fake.all("refund"):
            refund["destination_details"]["card"]["reference_status"] = "available"

    def pass_time(self, days: timedelta) -> None:
        self.fake.pass_time(int(days.total_seconds()))

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.fake.now, UTC)


def _price(minor: int, nickname: str) -> dict[str, Any]:
    return {
        "currency": "eur",
        "unit_amount": minor,
        "nickname": nickname,
        "product": "prod_fibre",
        "recurring": {"interval": "month", "interval_count": 1},
    }
