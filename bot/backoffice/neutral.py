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
from bot.profile import is_health, is_health_kind, neutral_name
from dialogs.ids import CustomerRef, OrderRef
from dialogs.values import OTHER_PLAN, Alternative, Order, OrderLine, OrderQuote, Selection, Service
from storage.repositories.brands import BrandRow

_Answer = TypeVar("_Answer")


class _Through(Breaker):
    """No circuit of its own: the office behind it has one."""

    def __init__(self) -> None:
        super().__init__("", float)

    def call(self, act: Callable[[], _Answer]) -> _Answer:
        return act()


class NeutralOffice(GuardedOffice):
    """A `BackOffice` whose services for health are called by the brand's name and their reference."""

    def __init__(self, office: BackOffice, brand: BrandRow) -> None:
        super().__init__(office, _Through())
        self._brand = brand

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        found = self._office.services(customer, today, timeout)
        return tuple(_told(each, self._brand) for each in found)


class NeutralShop(GuardedShop):
    """The same for one that has orders: where all is for health, lines are called by their reference."""

    def __init__(self, office: BackOffice, shop: OrderOffice, brand: BrandRow) -> None:
        super().__init__(office, shop, _Through())
        self._brand = brand

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        found = self._office.services(customer, today, timeout)
        return tuple(_told(each, self._brand) for each in found)

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        return tuple(self._named(each) for each in self._shop.orders(customer, timeout))

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        return self._named(self._shop.read_order_back(customer, order, timeout))

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        quote = self._shop.quote_order(customer, order, selection, today, timeout)
        if not is_health(self._brand):
            return quote
        return replace(quote, lines=tuple(replace(line, name=str(line.line)) for line in quote.lines))

    def _named(self, order: Order) -> Order:
        return _neutral_order(order) if is_health(self._brand) else order


def neutral(office: BackOffice, brand: BrandRow) -> BackOffice:
    """The office under neutral names where the brand's are for health; it has orders where the office has."""
    if isinstance(office, OrderOffice):
        return NeutralShop(office, office, brand)
    return NeutralOffice(office, brand)


def _told(service: Service, brand: BrandRow) -> Service:
    """Of another plan that is for health no service tells, and a service for health of none at all."""
    if is_health_kind(brand, service.name, service.plan):
        alternatives = [each for each in service.alternatives if not _names_a_plan(each)]
        name = neutral_name(brand.name, service.ref)
        return replace(service, name=name, plan=str(service.ref), alternatives=tuple(alternatives))
    alternatives = [each for each in service.alternatives if not is_health_kind(brand, each.plan)]
    return replace(service, alternatives=tuple(alternatives))


def _names_a_plan(alternative: Alternative) -> bool:
    return alternative.kind in OTHER_PLAN or alternative.plan is not None


def _neutral_order(order: Order) -> Order:
    return replace(order, lines=tuple(_neutral_line(line) for line in order.lines))


def _neutral_line(line: OrderLine) -> OrderLine:
    return replace(line, name=str(line.ref))
