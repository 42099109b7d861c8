"""A back office in a process of its own that is never killed: it remembers by key, and logs each call.

    python -m tests.journeys.crash.office LOG SEED [steady]

prints its port. Unless it is steady, one call in five fails, each time in another of the ways in which
systems fail: refused, in error, in garbage, late, done and unheard, or never answered.
"""

import json
import random
import sys
import threading
import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.backoffice.base import Cancelled, Charge, Customer, Refund, ServiceState
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.values import Alternative, Money, Quote, Service

CUSTOMER: TypeAdapter[Customer | None] = TypeAdapter(Customer | None)
SERVICES: TypeAdapter[tuple[Service, ...]] = TypeAdapter(tuple[Service, ...])
CANCELLED: TypeAdapter[Cancelled] = TypeAdapter(Cancelled)
STATE: TypeAdapter[ServiceState] = TypeAdapter(ServiceState)
CHARGES: TypeAdapter[tuple[Charge, ...]] = TypeAdapter(tuple[Charge, ...])
REFUNDS: TypeAdapter[tuple[Refund, ...]] = TypeAdapter(tuple[Refund, ...])

BACK = 10
"""Euros that every cancellation pays back."""

FAILS = 0.2
"""How often a call fails."""
WAYS = ("busy", "error", "garbage", "late", "lost", "never")
"""Refused before anything was done; in error before; in garbage after; answered after whoever reads has
gone; done, and the answer lost; not done, and no answer for long."""
BEFORE: dict[str, tuple[int, bytes] | None] = {
    "busy": (503, b"null"),
    "error": (500, b"<html>Internal error</html>"),
    "never": None,
}
"""Ways to fail before anything was done, with what is answered."""
LATE, NEVER = 2.5, 6.0
SLOWEST = 0.05
HELD = "held"
"""While a file of this name lies beside the log, answers to cancellations wait for it to go away."""


class Office:
    """What the brand's own system knows. One lock: it is its answers that are tried, not itself."""

    def __init__(self, log: Path, seed: int, *, steady: bool) -> None:
        self._steady = steady
        self._log, self._random = log.open("a", encoding="utf-8"), random.Random(seed)
        self._held = log.parent / HELD
        self._lock = threading.Lock()
        self._answers: dict[str, Any] = {}
        self._ended: dict[str, date] = {}
        self._refunds: dict[str, list[Refund]] = {}

    def call(self, method: str, asked: dict[str, Any]) -> tuple[int, bytes] | None:
        """Status and body of the answer; None where the connection just ends."""
        time.sleep(self._chance() * SLOWEST)
        way = self._way()
        if way in BEFORE:
            time.sleep(NEVER if way == "never" else 0)
            return BEFORE[way]
        with self._lock:
            answer = json.dumps(self._do(method, asked)).encode()
        while method == "cancel" and self._held.exists():
            time.sleep(0.02)
        if way == "late":
            time.sleep(LATE)
        if way == "lost":
            return None
        return 200, answer[: len(answer) // 2] if way == "garbage" else answer

    def _way(self) -> str:
        """How this call fails; empty where it does not."""
        if self._steady or self._chance() >= FAILS:
            return ""
        with self._lock:
            return self._random.choice(WAYS)

    def _chance(self) -> float:
        with self._lock:
            return self._random.random()

    def _do(self, method: str, asked: dict[str, Any]) -> Any:
        match method:
            case "find_customer":
                return CUSTOMER.dump_python(_customer(asked["identifier"]), mode="json")
            case "services":
                return SERVICES.dump_python((self._service(asked["customer"], asked["today"]),), mode="json")
            case "read_back":
                return STATE.dump_python(self._state(asked["service"]), mode="json")
            case "refunds":
                return REFUNDS.dump_python(tuple(self._refunds.get(asked["service"], ())), mode="json")
            case "charges":
                return []
            case _:
                return self._write(method, asked)

    def _write(self, method: str, asked: dict[str, Any]) -> Any:
        key, service = asked["key"], asked["service"]
        applied = key not in self._answers
        if applied:
            self._answers[key] = self._end(service, asked) if method == "cancel" else None
        self._note(method=method, key=key, service=service, applied=applied)
        return self._answers[key]

    def _end(self, service: str, asked: dict[str, Any]) -> Any:
        end_date = date.fromisoformat(asked["end_date"])
        self._ended[service] = end_date
        issued = date.today()  # noqa: DTZ011 - a day in the log, compared with nothing
        key, due = asked["key"], issued + timedelta(days=14)
        refund = Refund(key, key, euros(BACK), "paid", issued, due, issued)
        self._refunds.setdefault(service, []).append(refund)
        return CANCELLED.dump_python(Cancelled(ServiceRef(service), end_date), mode="json")

    def _note(self, **line: Any) -> None:
        self._log.write(json.dumps(line) + "\n")
        self._log.flush()

    def _service(self, customer: str, today: str) -> Service:
        ref, begun = ServiceRef(f"{customer}-1"), date.fromisoformat(today) - timedelta(days=100)
        ends_on = self._ended.get(ref)
        quote = Quote(date.fromisoformat(today) + timedelta(days=20), euros(0), euros(BACK))
        service = Service(
            ref, "Fibre", "Fibre 100", euros(30), "month", "active", begun, quote, None, (_pause(today),)
        )  # fmt: skip
        if ends_on is None:
            return service
        return replace(service, status="ending", quote=None, ends_on=ends_on, alternatives=())

    def _state(self, service: str) -> ServiceState:
        ends_on = self._ended.get(service)
        return ServiceState(ServiceRef(service), "active" if ends_on is None else "ending", ends_on)


def euros(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


def _customer(ref: str) -> Customer | None:
    if not ref.startswith("L-"):
        return None
    return Customer(CustomerRef(ref), f"Customer {ref}", f"{ref.lower()}@example.com", None)


def _pause(today: str) -> Alternative:
    begins = date.fromisoformat(today) + timedelta(days=1)
    return Alternative("pause", begins, begins + timedelta(days=90), euros(0), euros(30), months=3)


class _Handler(BaseHTTPRequestHandler):
    office: Office

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.office.call(self.path.removeprefix("/"), asked)
        if answer is None:
            self.close_connection = True
            return
        status, body = answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """The log is the file's."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """The caller was killed."""


def main() -> None:
    _Handler.office = Office(Path(sys.argv[1]), int(sys.argv[2]), steady="steady" in sys.argv[3:])
    with _Server(("127.0.0.1", 0), _Handler) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
