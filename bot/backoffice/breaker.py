"""A back office that does not answer is left in peace for a while, and nobody waits for it meanwhile.

After some failures in a row its circuit opens: calls are refused at once, as `Unavailable`. When the pause
is over a single call is let through; if it is answered the circuit closes, if not the next pause is longer.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.backoffice.base import (
    BackOffice,
    Cancelled,
    Charge,
    Customer,
    IdentifierKind,
    NotPossible,
    OrderCancelled,
    OrderOffice,
    Refund,
    Return,
    ServiceState,
    Unavailable,
)
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Order, OrderQuote, Quote, Selection, Service

log = logging.getLogger("cancelbot.backoffice")

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Patience:
    """When the circuit opens, and for how long: seconds, doubled from `first` up to `longest`."""

    failures: int = 5
    first: float = 5.0
    longest: float = 120.0


class Breaker:
    """One back office's circuit, shared by the threads of a process.

    Args:
        name: the brand's, for the log.
        clock: seconds that never go back.
    """

    def __init__(self, name: str, clock: Callable[[], float], patience: Patience | None = None) -> None:
        self._name, self._clock = name, clock
        self._patience = patience or Patience()
        self._lock = threading.Lock()
        self._failures = 0
        self._asked_again_at = 0.0
        self._probing = False

    def call(self, act: Callable[[], _Answer]) -> _Answer:
        """Do it, unless the circuit is open. Raises Unavailable then, and whatever `act` raises.

        A refusal is an answer: whoever says no is there.
        """
        self._enter()
        try:
            answer = act()
        except NotPossible:
            self._answered()
            raise
        except BaseException:
            self._failed()
            raise
        self._answered()
        return answer

    def _enter(self) -> None:
        with self._lock:
            if self._failures < self._patience.failures:
                return
            if self._probing or self._clock() < self._asked_again_at:
                raise Unavailable(f"the back office of {self._name} did not answer lately; not asked")
            self._probing = True

    def _answered(self) -> None:
        with self._lock:
            if self._failures >= self._patience.failures:
                log.warning("the back office of %s answers again", self._name)
            self._failures, self._probing = 0, False

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._probing = False
            beyond = self._failures - self._patience.failures
            if beyond < 0:
                return
            pause = min(self._patience.first * 2 ** min(beyond, 20), self._patience.longest)
            self._asked_again_at = self._clock() + pause
            log.warning("the back office of %s does not answer; asked again in %.0f s", self._name, pause)


class GuardedOffice:
    """A `BackOffice` behind its breaker."""

    def __init__(self, office: BackOffice, breaker: Breaker) -> None:
        self._office, self._breaker = office, breaker

    @property
    def guards(self) -> BackOffice:
        """The office behind the breaker."""
        return self._office

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        return self._breaker.call(lambda: self._office.find_customer(identifier, kind, timeout))

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        return self._breaker.call(lambda: self._office.services(customer, today, timeout))

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        return self._breaker.call(lambda: self._office.cancel(customer, service, quote, key))

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._breaker.call(lambda: self._office.apply(customer, service, alternative, key))

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._breaker.call(lambda: self._office.revoke(customer, service, alternative, key))

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        self._breaker.call(lambda: self._office.reinstate(customer, service, key))

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        return self._breaker.call(lambda: self._office.read_back(customer, service, timeout))

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        return self._breaker.call(lambda: self._office.terminate(customer, service, end_date, key))

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        return self._breaker.call(lambda: self._office.charges(customer, service, since, timeout))

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        return self._breaker.call(lambda: self._office.refund(customer, service, charge, amount, key))

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        return self._breaker.call(lambda: self._office.refunds(customer, item, timeout))


class GuardedShop(GuardedOffice):
    """The same for one that has orders as well."""

    def __init__(self, office: BackOffice, shop: OrderOffice, breaker: Breaker) -> None:
        super().__init__(office, breaker)
        self._shop = shop

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        return self._breaker.call(lambda: self._shop.orders(customer, timeout))

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        return self._breaker.call(lambda: self._shop.quote_order(customer, order, selection, today, timeout))

    def cancel_order(
        self, customer: CustomerRef, order: OrderRef, quote: OrderQuote, key: str
    ) -> OrderCancelled:
        return self._breaker.call(lambda: self._shop.cancel_order(customer, order, quote, key))

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        return self._breaker.call(lambda: self._shop.read_order_back(customer, order, timeout))

    def returns(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> tuple[Return, ...]:
        return self._breaker.call(lambda: self._shop.returns(customer, order, timeout))


def guarded(office: BackOffice, breaker: Breaker) -> BackOffice:
    """The office behind the breaker; it has orders where the office has."""
    if isinstance(office, OrderOffice):
        return GuardedShop(office, office, breaker)
    return GuardedOffice(office, breaker)
