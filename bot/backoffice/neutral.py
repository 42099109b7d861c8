"""A back office that tells of services and things under neutral names: what nobody is told, nobody tells.

Everything that we say, keep, send and push takes a service's name from here: chats, texts, mails, letters,
records, the desk and tickets. So a name that says something about somebody's health reaches none of them,
and needs no filter at each. What is done in the back office goes by references, which stay.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot.backoffice.base import BackOffice, OrderOffice
from bot.backoffice.breaker import Breaker, GuardedOffice, GuardedShop
from dialogs.ids import CustomerRef, OrderRef
from dialogs.values import OTHER_PLAN, Alternative, Order, OrderLine, OrderQuote, Selection, Service

_Answer = TypeVar("_Answer")


class _Through(Breaker):
    """No circuit of its own: the office behind it has one."""

    def __init__(self) -> None:
        super().__init__("", float)

    def call(self, act: Callable[[], _Answer]) -> _Answer:
        return act()


class NeutralOffice(GuardedOffice):
    """A `BackOffice` whose services are called by the brand's name and their reference."""

    def __init__(self, office: BackOffice, brand: str) -> None:
        super().__init__(office, _Through())
        self._brand = brand

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        found = self._office.services(customer, today, timeout)
        return tuple(_neutral_service(each, self._brand) for each in found)


class NeutralShop(GuardedShop):
    """The same for one that has orders: lines are called by their reference."""

    def __init__(self, office: BackOffice, shop: OrderOffice, brand: str) -> None:
        super().__init__(office, shop, _Through())
        self._brand = brand

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        found = self._office.services(customer, today, timeout)
        return tuple(_neutral_service(each, self._brand) for each in found)

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        return tuple(_neutral_order(each) for each in self._shop.orders(customer, timeout))

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        return _neutral_order(self._shop.read_order_back(customer, order, timeout))

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        quote = self._shop.quote_order(customer, order, selection, today, timeout)
        return replace(quote, lines=tuple(replace(line, name=str(line.line)) for line in quote.lines))


def neutral(office: BackOffice, brand: str) -> BackOffice:
    """The office under neutral names; it has orders where the office has.

    Args:
        brand: the brand's name, by which its services are called.
    """
    if isinstance(office, OrderOffice):
        return NeutralShop(office, office, brand)
    return NeutralOffice(office, brand)


def _neutral_service(service: Service, brand: str) -> Service:
    """Without the plans that it could become: their names would say as much."""
    alternatives = tuple(each for each in service.alternatives if not _names_a_plan(each))
    return replace(service, name=f"{brand} {service.ref}", plan=str(service.ref), alternatives=alternatives)


def _names_a_plan(alternative: Alternative) -> bool:
    return alternative.kind in OTHER_PLAN or alternative.plan is not None


def _neutral_order(order: Order) -> Order:
    return replace(order, lines=tuple(_neutral_line(line) for line in order.lines))


def _neutral_line(line: OrderLine) -> OrderLine:
    return replace(line, name=str(line.ref))
