"""The back office as web and worker call it: a `BackOffice` over HTTP to the process in `office`."""

import json
from datetime import date
from http.client import HTTPConnection, HTTPException
from typing import Any

from bot.backoffice.base import (
    Cancelled,
    Charge,
    Customer,
    IdentifierKind,
    OutcomeUnknown,
    Refund,
    ServiceState,
    Unavailable,
)
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Quote, Service
from tests.journeys.crash.office import CANCELLED, CHARGES, CUSTOMER, REFUNDS, SERVICES, STATE

WRITE_SECONDS = 60.0


class OfficeClient:
    """Implements `BackOffice`."""

    def __init__(self, port: int) -> None:
        self._port = port

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        return CUSTOMER.validate_python(self._read("find_customer", timeout, identifier=identifier))

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        found = self._read("services", timeout, customer=customer, today=today.isoformat())
        return SERVICES.validate_json(json.dumps(found))

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        answer = self._write("cancel", service=service, key=key, end_date=quote.end_date.isoformat())
        return CANCELLED.validate_json(json.dumps(answer))

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._write("apply", service=service, key=key)

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        self._write("revoke", service=service, key=key)

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        self._write("reinstate", service=service, key=key)

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        return STATE.validate_json(json.dumps(self._read("read_back", timeout, service=service)))

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        answer = self._write("terminate", service=service, key=key, end_date=end_date.isoformat())
        return CANCELLED.validate_json(json.dumps(answer))

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        found = self._read("charges", timeout, service=service, since=since.isoformat())
        return CHARGES.validate_json(json.dumps(found))

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        answer = self._write("refund", service=service, charge=charge, amount=str(amount.amount), key=key)
        return REFUNDS.validate_json(json.dumps(answer))

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        return REFUNDS.validate_json(json.dumps(self._read("refunds", timeout, service=item)))

    def _read(self, method: str, timeout: float, **asked: str) -> Any:
        try:
            return self._call(method, timeout, asked)
        except (OSError, HTTPException, ValueError) as error:
            raise Unavailable(f"no answer: {error!r}") from error

    def _write(self, method: str, **asked: str) -> Any:
        try:
            return self._call(method, WRITE_SECONDS, asked)
        except (OSError, HTTPException, ValueError) as error:
            raise OutcomeUnknown(f"no answer: {error!r}") from error

    def _call(self, method: str, timeout: float, asked: dict[str, str]) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=timeout)
        try:
            connection.request("POST", f"/{method}", json.dumps(asked))
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status == 503:
            raise Unavailable("busy")
        if response.status != 200:
            raise ValueError(f"answered {response.status}")
        return json.loads(body)
