"""Speaking HTTP to the program as programs and browsers do, with nothing but the standard library."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(slots=True)
class Caller:
    """Somebody with cookies of their own who calls one server."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **query: str) -> Reply:
        return self.call("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, body: Any = None) -> Reply:
        """Post JSON."""
        headers = {"Content-Type": "application/json"}
        return self.call("POST", path, json.dumps(body or {}).encode(), headers)

    def submit(self, path: str, **fields: str) -> Reply:
        """Post a form as a browser does."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.call("POST", path, urlencode(fields).encode(), headers)

    def call(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """One request on a connection of its own. Raises OSError, HTTPException where no answer comes."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, body, {**self.headers, **self._cookie(), **(headers or {})})
            response = connection.getresponse()
            reply = Reply(response.status, dict(response.headers), response.read())
            self._keep_cookies(response.headers.get_all("Set-Cookie") or [])
        finally:
            connection.close()
        return reply

    def _cookie(self) -> dict[str, str]:
        sent = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": sent} if sent else {}

    def _keep_cookies(self, headers: list[str]) -> None:
        for header in headers:
            for name, morsel in SimpleCookie(header).items():
                if morsel.value and morsel["max-age"] != "0":
                    self.cookies[name] = morsel.value
                else:
                    self.cookies.pop(name, None)


def done(reply: Reply, status: int = 200) -> Any:
    """The JSON of a reply that must have this status."""
    assert reply.status == status, f"{reply.status}: {reply.text[:500]}"
    return reply.json() if reply.body else None
