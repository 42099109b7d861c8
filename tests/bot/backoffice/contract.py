"""What every back office must do, whatever stands behind it.

An implementation comes with a `Laboratory`: it fills the system behind the
office and sets its clock. `LABORATORIES` names them; a new one is one line there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

import pytest

from bot.backoffice.base import BackOffice
from bot.backoffice.offers import Offer
from bot.backoffice.terms import Terms
from dialogs.ids import ChargeRef, CustomerRef, ServiceRef
from dialogs.values import Money, Quote, Service
from tests.bot.backoffice.http_laboratory import HttpLaboratory
from tests.bot.backoffice.local_laboratory import LocalLaboratory
from tests.bot.backoffice.stripe_laboratory import StripeLaboratory

TODAY = date(2026, 11, 22)
"""The day on which each test begins, in the brand's zone."""

ADA, BEN, NOBODY = CustomerRef("A-1"), CustomerRef("B-2"), CustomerRef("N-0")
FIBRE, TV = ServiceRef("S-1"), ServiceRef("S-2")
PERIOD_END = date(2026, 12, 11)
"""The last day of the period in which `TODAY` lies."""

DAY = timedelta(days=1)

AT_ONCE = Terms(ends="now", refund="unused_time")
OFFERS = (
    Offer("pause", months=3),
    Offer("discount", months=6, percent=20),
    Offer("downgrade", plan="Mini", price_minor=1990),
    Offer("extension", months=2),
    Offer("exchange", plan="Max", price_minor=3990),
    Offer("store_credit", amount_minor=1000),
)


@dataclass(frozen=True)
class Wanted:
    """A service for a test: 29.90 EUR a month from 12 March 2026, paid to the end of its present period."""

    ref: ServiceRef = ServiceRef("S-1")
    terms: Terms = field(default_factory=Terms)
    offers: tuple[Offer, ...] = ()


class Laboratory(Protocol):
    """A back office that a test can fill, in a state of its own."""

    @property
    def office(self) -> BackOffice: ...

    def add_customer(self, ref: CustomerRef, name: str, email: str | None, phone: str | None) -> None: ...

    def add_service(self, customer: CustomerRef, wanted: Wanted) -> None: ...

    def add_ended_service(self, customer: CustomerRef, ref: ServiceRef, ended_on: date) -> None: ...

    def set_price(self, customer: CustomerRef, service: ServiceRef, price_minor: int) -> None:
        """Change what the service costs, as if the brand had."""
        ...

    def charge(self, service: ServiceRef, ref: ChargeRef, charged_on: date, amount_minor: int) -> None:
        """Take a payment for the service, as the brand's billing would."""
        ...

    def pay_refunds(self, item: ServiceRef, on: date) -> None:
        """Let the money that is on its way arrive."""
        ...

    def pass_time(self, days: timedelta) -> None: ...


MakeLaboratory = Callable[[pytest.FixtureRequest], Laboratory]

LABORATORIES = [
    pytest.param(LocalLaboratory.on_sqlite, id="local-sqlite"),
    pytest.param(LocalLaboratory.on_postgresql, id="local-postgresql", marks=pytest.mark.postgresql),
    pytest.param(HttpLaboratory.over_loopback, id="http"),
    pytest.param(StripeLaboratory.over_loopback, id="stripe"),
]

SHOPS = [each for each in LABORATORIES if each.id != "stripe"]
"""Those whose back office has orders as well."""


def service_of(lab: Laboratory, customer: CustomerRef = ADA, today: date = TODAY) -> Service:
    (found,) = lab.office.services(customer, today)
    return found


def quote_of(lab: Laboratory) -> Quote:
    found = service_of(lab).quote
    assert found is not None
    return found


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")
