"""The demo's back office, with faults that a test switches on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from bot.backoffice.base import (
    BackOffice,
    Cancelled,
    Charge,
    Customer,
    IdentifierKind,
    OrderCancelled,
    Refund,
    Restarted,
    Return,
    ServiceState,
)
from bot.backoffice.local import LocalBackOffice
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Order, OrderQuote, Quote, Restart, Selection, Service
from storage.database import Database
from storage.repositories.brands import BrandRow


class Offices:
    """Gives each brand its back office.

    `fault` is raised by every call, `write_fault` by every change, `read_fault` by every
    other call, `fault_after` by a change that was done. `calls` names what got through.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database, self._clock = database, clock
        self.fault: Exception | None = None
        self.write_fault: Exception | None = None
        self.read_fault: Exception | None = None
        self.fault_after: Exception | None = None
        self.locale: str | None = None
        """The language in which the back office says that everybody wants to be spoken to."""
        self.calls: list[str] = []

    def of(self, brand: BrandRow) -> BackOffice:
        return FaultyOffice(self, LocalBackOffice(self._database, brand, self._clock))

    def pass_through(self, name: str, *, writes: bool = False) -> None:
        fault = self.fault or (self.write_fault if writes else self.read_fault)
        if fault is not None:
            raise fault
        self.calls.append(name)


class FaultyOffice:
    """A back office behind its switches."""

    def __init__(self, offices: Offices, inner: LocalBackOffice) -> None:
        self._offices, self._inner = offices, inner

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        self._offices.pass_through("find_customer")
        customer = self._inner.find_customer(identifier, kind, timeout)
        return None if customer is None else replace(customer, locale=self._offices.locale)

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        self._offices.pass_through("services")
        return self._inner.services(customer, today, timeout)

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        self._offices.pass_through("cancel", writes=True)
        cancelled = self._inner.cancel(customer, service, quote, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after
        return cancelled

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._offices.pass_through("apply", writes=True)
        self._inner.apply(customer, service, alternative, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._offices.pass_through("revoke", writes=True)
        self._inner.revoke(customer, service, alternative, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        self._offices.pass_through("reinstate", writes=True)
        self._inner.reinstate(customer, service, key)

    def restart(self, customer: CustomerRef, service: ServiceRef, terms: Restart, key: str) -> Restarted:
        self._offices.pass_through("restart", writes=True)
        restarted = self._inner.restart(customer, service, terms, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after
        return restarted

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        self._offices.pass_through("orders")
        return self._inner.orders(customer, timeout)

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        self._offices.pass_through("quote_order")
        return self._inner.quote_order(customer, order, selection, today, timeout)

    def cancel_order(
        self, customer: CustomerRef, order: OrderRef, quote: OrderQuote, key: str
    ) -> OrderCancelled:
        self._offices.pass_through("cancel_order", writes=True)
        cancelled = self._inner.cancel_order(customer, order, quote, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after
        return cancelled

    def returns(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> tuple[Return, ...]:
        self._offices.pass_through("returns")
        return self._inner.returns(customer, order, timeout)

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        self._offices.pass_through("read_order_back")
        return self._inner.read_order_back(customer, order, timeout)

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        self._offices.pass_through("read_back")
        return self._inner.read_back(customer, service, timeout)

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        self._offices.pass_through("terminate", writes=True)
        ended = self._inner.terminate(customer, service, end_date, key)
        if self._offices.fault_after is not None:
            raise self._offices.fault_after
        return ended

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        self._offices.pass_through("charges")
        return self._inner.charges(customer, service, since, timeout)

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        self._offices.pass_through("refund", writes=True)
        return self._inner.refund(customer, service, charge, amount, key)

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        self._offices.pass_through("refunds")
        return self._inner.refunds(customer, item, timeout)
