"""The client: a `BackOffice` and `OrderOffice` whose work is done on the brand's side."""

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from pydantic import ValidationError

from bot.backoffice import base
from bot.backoffice.base import BackOfficeError, IdentifierKind, NotPossible, OutcomeUnknown, Unavailable
from bot.backoffice.http import calls
from bot.backoffice.http.answers import JSON, told_by, unclear
from bot.backoffice.http.calls import Asked, Call, Told
from bot.backoffice.http.signing import Request, signed_headers
from bot.backoffice.http.wire import fault_in, meant, written
from bot.lines.address import Address
from bot.lines.line import Line, LineError
from dialogs import values
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef

log = logging.getLogger("cancelbot.backoffice")

WRITE_SECONDS = 20.0
"""Within the time for which the worker holds what it carries out, so that nobody begins it anew meanwhile."""


def _now() -> datetime:
    return datetime.now(UTC)


class HttpBackOffice:
    """Implements `BackOffice` and `OrderOffice` by asking the brand's side.

    Raises `Unavailable` where surely nothing was done: no connection, a busy answer, a read
    without an answer that can be read. A write whose request may have arrived, and whose
    answer says nothing, raises `OutcomeUnknown`. `clock` dates the signature and reads when to come again.
    """

    def __init__(
        self,
        address: Address,
        key: str,
        clock: Callable[[], datetime] = _now,
        write_seconds: float = WRITE_SECONDS,
    ) -> None:
        self._address, self._key, self._clock = address, key, clock
        self._write_seconds = write_seconds
        self._line = Line(address)

    def close(self) -> None:
        self._line.close()

    def find_customer(
        self, identifier: str, kind: IdentifierKind, timeout: float = 2.0
    ) -> base.Customer | None:
        """The customer; none where the brand's side says so. Raises `Unavailable`."""
        told = self._call(calls.FIND_CUSTOMER, timeout, identifier=identifier, kind=kind)
        return None if told is None else meant(told, base.Customer)

    def services(
        self, customer: CustomerRef, today: date, timeout: float = 2.0
    ) -> tuple[values.Service, ...]:
        """All services of the customer. Raises `Unavailable`."""
        told = self._read(calls.SERVICES, timeout, customer=customer, today=today)
        return tuple(meant(each, values.Service) for each in told.services)

    def cancel(
        self, customer: CustomerRef, service: ServiceRef, quote: values.Quote, key: str
    ) -> base.Cancelled:
        """End the service on the quote's terms.

        Raises `TermsChanged`, `NotPossible`, `Unavailable`, `OutcomeUnknown`.
        """
        told = self._write(calls.CANCEL, key, customer=customer, service=service, quote=quote)
        return meant(told, base.Cancelled)

    def apply(
        self, customer: CustomerRef, service: ServiceRef, alternative: values.Alternative, key: str
    ) -> None:
        """Apply the alternative. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        self._write(calls.APPLY, key, customer=customer, service=service, alternative=alternative)

    def revoke(
        self, customer: CustomerRef, service: ServiceRef, alternative: values.Alternative, key: str
    ) -> None:
        """Take an applied alternative back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        self._write(calls.REVOKE, key, customer=customer, service=service, alternative=alternative)

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        """Take a cancellation back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        self._write(calls.REINSTATE, key, customer=customer, service=service)

    def restart(
        self, customer: CustomerRef, service: ServiceRef, terms: values.Restart, key: str
    ) -> base.Restarted:
        """Take up again what has ended. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        told = self._write(calls.RESTART, key, customer=customer, service=service, terms=terms)
        return meant(told, base.Restarted)

    def read_back(
        self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0
    ) -> base.ServiceState:
        """The service as it stands. Raises `NotPossible`, `Unavailable`."""
        told = self._read(calls.READ_BACK, timeout, customer=customer, service=service)
        return meant(told, base.ServiceState)

    def terminate(
        self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str
    ) -> base.Cancelled:
        """End it because the brand does. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        told = self._write(calls.TERMINATE, key, customer=customer, service=service, end_date=end_date)
        return meant(told, base.Cancelled)

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[base.Charge, ...]:
        """The payments taken since. Raises `NotPossible`, `Unavailable`."""
        told = self._read(calls.CHARGES, timeout, customer=customer, service=service, since=since)
        return tuple(meant(each, base.Charge) for each in told.charges)

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: values.Money, key: str
    ) -> tuple[base.Refund, ...]:
        """Pay so much of a charge back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        told = self._write(
            calls.REFUND, key, customer=customer, service=service, charge=charge, amount=amount
        )
        if any(each.cause != key for each in told.refunds):
            raise self._noted(unclear(calls.REFUND, "cause: expected this request's Idempotency-Key"))
        return tuple(meant(each, base.Refund) for each in told.refunds)

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[base.Refund, ...]:
        """What is or was paid back. Raises `NotPossible`, `Unavailable`."""
        told = self._read(calls.REFUNDS, timeout, customer=customer, item=item)
        return tuple(meant(each, base.Refund) for each in told.refunds)

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[values.Order, ...]:
        """The customer's orders of which something is left. Raises `Unavailable`."""
        told = self._read(calls.ORDERS, timeout, customer=customer)
        return tuple(meant(each, values.Order) for each in told.orders)

    def quote_order(
        self,
        customer: CustomerRef,
        order: OrderRef,
        selection: values.Selection,
        today: date,
        timeout: float = 2.0,
    ) -> values.OrderQuote:
        """What cancelling that much of it means. Raises `NotPossible`, `Unavailable`."""
        selected = tuple({"line": line, "quantity": quantity} for line, quantity in selection)
        told = self._read(
            calls.QUOTE_ORDER, timeout, customer=customer, order=order, selection=selected, today=today
        )
        return meant(told, values.OrderQuote)

    def cancel_order(
        self, customer: CustomerRef, order: OrderRef, quote: values.OrderQuote, key: str
    ) -> base.OrderCancelled:
        """Cancel what the quote names. Raises as `cancel` does."""
        told = self._write(calls.CANCEL_ORDER, key, customer=customer, order=order, quote=quote)
        return meant(told, base.OrderCancelled)

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> values.Order:
        """The order as it stands. Raises `NotPossible`, `Unavailable`."""
        return meant(self._read(calls.READ_ORDER_BACK, timeout, customer=customer, order=order), values.Order)

    def returns(
        self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0
    ) -> tuple[base.Return, ...]:
        """What of the order is to come back, or has. Raises `NotPossible`, `Unavailable`."""
        told = self._read(calls.RETURNS, timeout, customer=customer, order=order)
        return tuple(meant(each, base.Return) for each in told.returns)

    def _read(self, call: Call[Asked, Told], timeout: float, **fields: Any) -> Told:
        told = self._call(call, timeout, **fields)
        assert told is not None, "only what finds can find nothing"
        return told

    def _write(self, call: Call[Asked, Told], key: str, **fields: Any) -> Told:
        told = self._call(call, self._write_seconds, key, **fields)
        assert told is not None, "only what finds can find nothing"
        return told

    def _call(self, call: Call[Asked, Told], seconds: float, key: str = "", **fields: Any) -> Told | None:
        try:
            asked = written(call.asks, **fields)
            body = asked.model_dump_json(exclude_none=True).encode()
        except ValidationError as error:
            raise NotPossible(f"{call.path}: cannot be asked: {fault_in(error)}") from None
        except ValueError:
            raise NotPossible(f"{call.path}: cannot be asked: expected texts in Unicode") from None
        try:
            answer = self._line.post(self._target(call), self._headers(call, body, key), body, seconds)
        except LineError as error:
            raise self._noted(_without_answer(call, error)) from error
        try:
            return told_by(call, asked, answer, self._clock())
        except (Unavailable, OutcomeUnknown) as error:
            raise self._noted(error) from None

    def _target(self, call: Call[Any, Any]) -> str:
        return f"{self._address.path}/{call.path}"

    def _headers(self, call: Call[Any, Any], body: bytes, key: str) -> dict[str, str]:
        request = Request("POST", self._target(call), body, key)
        signed = signed_headers(self._key, request, self._clock())
        plain = {
            "Content-Type": JSON,
            "Accept": JSON,
            "Accept-Encoding": "identity",
            "User-Agent": "cancelbot",
        }
        return plain | signed

    def _noted(self, error: BackOfficeError) -> BackOfficeError:
        """Look-ups go on without an answer: whoever runs this must see why there was none."""
        log.warning("the back office at %s: %s", self._address.host, error.reason)
        return error


def _without_answer(call: Call[Any, Any], error: LineError) -> BackOfficeError:
    if error.sent:
        return unclear(call, error.reason)
    return Unavailable(f"{call.path}: nothing was sent: {error.reason}")
