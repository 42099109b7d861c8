"""The fake Stripe behind HTTP on the loopback: keys, idempotency, pages, and faults."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, Literal
from urllib.parse import parse_qsl

import stripe
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from tests.bot.backoffice.http_reference import Quiet
from tests.bot.backoffice.stripe_fake import FakeStripe, Json, Refused, form_of

KEPT = 24 * 3600
"""Seconds for which Stripe knows a key."""

Fault = Literal["500", "429", "401", "lost", "hangs", "html"]


class StripeSide:
    """One account. `requests` are what was carried out, such as ``POST /v1/refunds``."""

    def __init__(self, key: str, now: int) -> None:
        self.key, self.fake = key, FakeStripe(now)
        self.requests: list[str] = []
        self.keys: dict[str, tuple[int, Json, int, Json]] = {}
        self.faults: list[tuple[str, Fault]] = []
        self.page = 100
        self._lock = threading.Lock()

    def misbehave(self, request: str, fault: Fault) -> None:
        """The next request that begins so ends like this: `lost` after it was done."""
        self.faults.append((request, fault))

    def answer(self, asked: Request) -> Response:
        name = f"{asked.method} {asked.path}"
        fault = next((each for each in self.faults if name.startswith(each[0])), None)
        if fault is not None:
            self.faults.remove(fault)
        match None if fault is None else fault[1]:
            case "500":
                return self._kept_failure(asked)
            case "429":
                return _told(
                    429, {"error": {"type": "invalid_request_error", "message": "Too many requests."}}
                )
            case "401":
                return _told(401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key."}})
            case "hangs":
                time.sleep(3)
                return _told(500, {"error": {"type": "api_error", "message": "late"}})
            case "html":
                return Response("<h1>Sorry</h1>", 502, content_type="text/html")
            case "lost":
                self._done(asked, name)
                return Response("", 200, {"Content-Length": "0"}, content_type="application/json")
        return self._done(asked, name)

    def _kept_failure(self, asked: Request) -> Response:
        """Stripe keeps a server error under its key as it keeps any other answer."""
        body = {"error": {"type": "api_error", "message": "Something went wrong on Stripe's end."}}
        if asked.method == "POST":
            key = asked.headers["Idempotency-Key"]
            self.keys[key] = (self.fake.now, _identity(asked), 500, body)
        return _told(500, body)

    def _done(self, asked: Request, name: str) -> Response:
        if asked.headers.get("Authorization") != f"Bearer {self.key}":
            return _told(401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key."}})
        assert asked.headers["Stripe-Version"] == stripe.api_version
        with self._lock:
            try:
                return self._kept(asked, name)
            except Refused as refused:
                return _told(refused.status, refused.body)

    def _kept(self, asked: Request, name: str) -> Response:
        """The answer, or the one that was given before under this key."""
        key = asked.headers.get("Idempotency-Key")
        if asked.method == "GET":
            return _told(200, self._listed(asked))
        if asked.method == "DELETE":
            # What is deleted is gone, whatever the key: Stripe keeps none for it.
            return _told(*self._written(asked, name))
        assert key is not None, "every write has a key"
        assert len(key) <= 255
        before = self.keys.get(key)
        if before is not None and self.fake.now - before[0] < KEPT:
            if before[1] != _identity(asked):
                raise Refused(
                    "Keys can only be used with the same parameters.", 400, None, "idempotency_error"
                )
            return _told(before[2], before[3])
        status, body = self._written(asked, name)
        self.keys[key] = (self.fake.now, _identity(asked), status, body)
        return _told(status, body)

    def _written(self, asked: Request, name: str) -> tuple[int, Json]:
        path = asked.path.split("/")[2:]
        params = _params(asked)
        try:
            did = self.fake.delete(path, params) if asked.method == "DELETE" else self.fake.post(path, params)
        except Refused as refused:
            return refused.status, refused.body
        self.requests.append(name)
        return 200, deepcopy(self.fake.expanded(did) if did["object"] == "subscription" else did)

    def _listed(self, asked: Request) -> Json:
        params = _params(asked)
        found = self.fake.look(asked.path.split("/")[2:], params)
        if not isinstance(found, list):
            return found
        after = (
            [each["id"] for each in found].index(params["starting_after"]) + 1
            if "starting_after" in params
            else 0
        )
        size = min(self.page, int(params["limit"]))
        kind = "search_result" if asked.path.endswith("/search") else "list"
        more = len(found) > after + size
        return {"object": kind, "url": asked.path, "has_more": more, "data": found[after : after + size]}


def _params(asked: Request) -> Json:
    query = parse_qsl(asked.query_string.decode(), keep_blank_values=True)
    body = parse_qsl(asked.get_data().decode(), keep_blank_values=True)
    return form_of(iter([*query, *body]))


def _identity(asked: Request) -> Json:
    return {"method": asked.method, "path": asked.path, "params": _params(asked)}


def _told(status: int, body: Any) -> Response:
    headers = {"Request-Id": "req_1"}
    return Response(json.dumps(body), status, headers, content_type="application/json")


class StripeServer:
    """Answers for accounts, told apart by their keys, on a free port of the loopback."""

    def __init__(self) -> None:
        self.sides: dict[str, StripeSide] = {}
        self._server = make_server("127.0.0.1", 0, self._app, threaded=True, request_handler=Quiet)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def _app(self, environ: Json, start_response: Any) -> Iterable[bytes]:
        asked = Request(environ)
        asked.get_data()
        side = self.sides[asked.headers["Authorization"].removeprefix("Bearer ")]
        return side.answer(asked)(environ, start_response)

    @contextmanager
    def running(self) -> Iterator[StripeServer]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            thread.join()
            self._server.server_close()
