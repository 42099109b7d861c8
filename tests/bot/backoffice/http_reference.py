"""A brand's side of the contract, as the document says it: the built-in back office behind HTTP.

Every request and answer is held against the document. With a fault switched on (`http_faults`) it
does, or does not do, what was asked, and then answers wrongly, late or never.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flask import Flask, Response, jsonify, request
from jsonschema import Draft202012Validator
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Response as Answer

from bot.backoffice.base import BackOfficeError, NotPossible, TermsChanged
from bot.backoffice.http.calls import CALLS, Call
from bot.backoffice.http.openapi import document
from bot.backoffice.http.signing import IDEMPOTENCY_KEY, Request, SignatureRefused, verify
from bot.backoffice.http.wire import meant, written
from dialogs.values import Alternative, Money, OrderQuote, Quote, Restart
from tests.bot.backoffice.http_faults import FAULTS, Fault
from tests.bot.backoffice.local_laboratory import Office

Json = dict[str, Any]


Does = Callable[[Office, Any, str], Any]

DOES: Mapping[str, Does] = {
    "find-customer": lambda office, asked, key: office.find_customer(asked.identifier, asked.kind),
    "services": lambda office, asked, key: {"services": office.services(asked.customer, asked.today)},
    "cancel": lambda office, asked, key: office.cancel(
        asked.customer, asked.service, meant(asked.quote, Quote), key
    ),
    "apply": lambda office, asked, key: office.apply(
        asked.customer, asked.service, meant(asked.alternative, Alternative), key
    ),
    "revoke": lambda office, asked, key: office.revoke(
        asked.customer, asked.service, meant(asked.alternative, Alternative), key
    ),
    "reinstate": lambda office, asked, key: office.reinstate(asked.customer, asked.service, key),
    "restart": lambda office, asked, key: office.restart(
        asked.customer, asked.service, meant(asked.terms, Restart), key
    ),
    "read-back": lambda office, asked, key: office.read_back(asked.customer, asked.service),
    "terminate": lambda office, asked, key: office.terminate(
        asked.customer, asked.service, asked.end_date, key
    ),
    "charges": lambda office, asked, key: {
        "charges": office.charges(asked.customer, asked.service, asked.since)
    },
    "refund": lambda office, asked, key: {
        "refunds": office.refund(asked.customer, asked.service, asked.charge, meant(asked.amount, Money), key)
    },
    "refunds": lambda office, asked, key: {"refunds": office.refunds(asked.customer, asked.item)},
    "orders": lambda office, asked, key: {"orders": office.orders(asked.customer)},
    "quote-order": lambda office, asked, key: office.quote_order(
        asked.customer,
        asked.order,
        tuple((each.line, each.quantity) for each in asked.selection),
        asked.today,
    ),
    "cancel-order": lambda office, asked, key: office.cancel_order(
        asked.customer, asked.order, meant(asked.quote, OrderQuote), key
    ),
    "read-order-back": lambda office, asked, key: office.read_order_back(asked.customer, asked.order),
    "returns": lambda office, asked, key: {"returns": office.returns(asked.customer, asked.order)},
}
"""What each call does; what it gives has the names of the answer's fields."""


class Reference:
    """One brand's side. `calls` are the paths of what was carried out, `keys` those of its writes."""

    def __init__(self, office: Office, key: str) -> None:
        self.office, self.key = office, key
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.fault: Fault | None = None
        self.after = False
        self.times: int | None = None
        self.calls: list[str] = []
        self.keys: list[str] = []
        self.released = threading.Event()
        self._flask = Flask(__name__)
        for call in CALLS:
            self._flask.add_url_rule(f"/<brand>/{call.path}", call.path, self._view(call), methods=["POST"])

    def spoil(self, fault: Fault) -> None:
        """Answer like this from now on, without doing anything."""
        self.fault, self.after, self.times = fault, False, None

    def misbehave(self, fault: str, *, after: bool = False, times: int | None = None) -> None:
        """Answer like this from now on, or so many times: without doing anything, or after it was done."""
        self.fault, self.after, self.times = FAULTS[fault], after, times

    def behave(self) -> None:
        """Answer as the document says again; whoever still waits is answered."""
        self.fault = None
        self.released.set()

    def __call__(self, environ: Json, start_response: Any) -> Iterable[bytes]:
        fault = self._fault()
        if fault is None:
            return self._flask(environ, start_response)
        good = Answer.from_app(self._flask, environ) if self.after else _unasked(environ)
        return fault(self, good, environ)(environ, start_response)

    def _fault(self) -> Fault | None:
        if self.fault is None or self.times == 0:
            return None
        if self.times is not None:
            self.times -= 1
        return self.fault

    def _view(self, call: Call[Any, Any]) -> Callable[[str], tuple[Response, int]]:
        def view(brand: str) -> tuple[Response, int]:
            status, body = self._answer(call)
            hold(call.path, status, body)
            return jsonify(body), status

        return view

    def _answer(self, call: Call[Any, Any]) -> tuple[int, Json]:
        key = request.headers.get(IDEMPOTENCY_KEY, "")
        signed = Request(request.method, request.full_path.rstrip("?"), request.get_data(), key)
        try:
            verify(self.key, signed, dict(request.headers), self.clock())
        except SignatureRefused as error:
            return 401, {"reason": str(error)}
        assert request.mimetype == "application/json"
        assert bool(key) == call.writes, "writes have a key, reads have none"
        hold_asked(call.path, request.get_json())
        self.calls.append(call.path)
        self.keys += [key] if key else []
        try:
            return self._told(call, call.asks.model_validate_json(signed.body, strict=True), key)
        except TermsChanged as error:
            return 409, {"reason": error.reason, "code": "terms_changed"}
        except NotPossible as error:
            return 409, {"reason": error.reason}
        except BackOfficeError as error:
            return 500, {"reason": error.reason}

    def _told(self, call: Call[Any, Any], asked: Any, key: str) -> tuple[int, Json]:
        found = DOES[call.path](self.office, asked, key)
        if found is None and call.finds:
            return 404, {"reason": "there is no such customer"}
        told: Json = json.loads(written(call.tells, **_fields(found)).model_dump_json(exclude_none=True))
        return 200, told


def _fields(found: Any) -> Json:
    if found is None or isinstance(found, dict):
        return found or {}
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _unasked(environ: Json) -> Answer:
    """Nothing was done; the request is read all the same, so that closing the connection resets nothing."""
    environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    return Answer("{}", content_type="application/json")


class Quiet(WSGIRequestHandler):
    """Writes no log; what the other side cut off is no error."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """The tests see what was answered."""


class ReferenceServer:
    """Answers for brands, each at a path of its own, on a free port of the loopback."""

    def __init__(self) -> None:
        self.brands: dict[str, Reference] = {}
        self._server = make_server("127.0.0.1", 0, self._app, threaded=True, request_handler=Quiet)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def _app(self, environ: Json, start_response: Any) -> Iterable[bytes]:
        brand = environ["PATH_INFO"].split("/")[1]
        return self.brands[brand](environ, start_response)

    @contextmanager
    def running(self) -> Iterator["ReferenceServer"]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield self
        finally:
            for brand in self.brands.values():
                brand.behave()
            self._server.shutdown()
            thread.join()
            self._server.server_close()


def hold_asked(path: str, body: Any) -> None:
    """Fail unless the document knows a request of this form."""
    operation = document()["paths"][f"/{path}"]["post"]
    _hold(operation["requestBody"]["content"]["application/json"]["schema"]["$ref"], body)


def hold(path: str, status: int, body: Any) -> None:
    """Fail unless the document knows this status and form of answer."""
    responses = document()["paths"][f"/{path}"]["post"]["responses"]
    described = responses.get(str(status)) or responses[f"{status // 100}XX"]
    _hold(described["content"]["application/json"]["schema"]["$ref"], body)


def _hold(reference: str, body: Any) -> None:
    problems = [error.message for error in _validator(reference).iter_errors(body)]
    assert problems == [], f"{problems} in {body}"


@cache
def _validator(reference: str) -> Draft202012Validator:
    """For the schema of that name; a field that is not documented is a fault here."""
    schemas = {
        name: {**schema, "additionalProperties": False}
        for name, schema in document()["components"]["schemas"].items()
    }
    return Draft202012Validator(
        {"$ref": reference, "components": {"schemas": schemas}},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
