"""Ways in which a brand's side answers wrongly, late, or not at all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from tests.bot.backoffice.http_reference import Reference

Json = dict[str, Any]
App = Callable[[Json, Any], Iterable[bytes]]
Fault = Callable[["Reference", Response, Json], App]

DRIP = 0.2
"""Seconds between two bytes of who drips."""


def answered(status: int, **headers: str) -> Fault:
    """That status with a body that says nothing."""
    return lambda brand, good, environ: Response("Something went wrong.", status, headers, "text/plain")


def refused(status: int) -> Fault:
    """That status with a reason, as the document says."""
    body = json.dumps({"reason": "the contract is\nblocked"})
    return lambda brand, good, environ: Response(body, status, content_type="application/json")


def told(body: bytes | str, media: str = "application/json") -> Fault:
    """That body instead of the true one."""
    return lambda brand, good, environ: Response(body, content_type=media)


def as_html(brand: Reference, good: Response, environ: Json) -> App:
    """The true body under another name."""
    return Response(good.get_data(), content_type="text/html")


def compressed(brand: Reference, good: Response, environ: Json) -> App:
    return Response(good.get_data(), content_type="application/json", headers={"Content-Encoding": "gzip"})


def truncated(brand: Reference, good: Response, environ: Json) -> App:
    """Half of what was promised; then the connection ends."""
    body = good.get_data()
    return raw(_head(len(body)) + body[: len(body) // 2])


def closed(brand: Reference, good: Response, environ: Json) -> App:
    return raw(b"")


def late(brand: Reference, good: Response, environ: Json) -> App:
    """The true answer, a second later."""
    time.sleep(1)
    return Response(good.get_data(), good.status, content_type="application/json")


def never(brand: Reference, good: Response, environ: Json) -> App:
    brand.released.wait(60)
    return raw(b"")


def dripping_body(brand: Reference, good: Response, environ: Json) -> App:
    """Every wait for a byte is short, their sum is not."""
    return raw(_head(1000), b" " * 1000)


def dripping_head(brand: Reference, good: Response, environ: Json) -> App:
    return raw(b"HTTP/1.1 200 OK\r\nX-Long: ", b"a" * 1000)


def redirected(brand: Reference, good: Response, environ: Json) -> App:
    """To where it would be answered."""
    return Response(status=307, headers={"Location": environ["PATH_INFO"]})


def _head(length: int) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n".encode()


def raw(at_once: bytes, byte_by_byte: bytes = b"") -> App:
    """Bytes as they are, then the end of the connection."""

    def app(environ: Json, start_response: Any) -> Iterable[bytes]:
        connection = environ["werkzeug.socket"]
        connection.sendall(at_once)
        for byte in byte_by_byte:
            time.sleep(DRIP)
            connection.sendall(bytes([byte]))
        connection.shutdown(SHUT_RDWR)
        raise ConnectionAbortedError("the connection ends here")

    return app


HUGE = json.dumps({"services": [], "filling": "x" * 10_000_000})

FAULTS: Mapping[str, Fault] = {
    "500": answered(500),
    "502": answered(502),
    "503": answered(503),
    "503 with Retry-After": answered(503, **{"Retry-After": "30"}),
    "429 with Retry-After": answered(429, **{"Retry-After": "30"}),
    "429 for ten minutes": answered(429, **{"Retry-After": "600"}),
    "503 for a day": answered(503, **{"Retry-After": "86400"}),
    "400": answered(400),
    "404": answered(404),
    "409": answered(409),
    "201": answered(201),
    "refused with 409": refused(409),
    "refused with 422": refused(422),
    "garbage": told("\x00\x01 nonsense"),
    "no object": told("[]"),
    "nothing": told(""),
    "not text": told(b"\xff\xfe"),
    "nested": told("[" * 100_000),
    "as html": as_html,
    "compressed": compressed,
    "truncated": truncated,
    "huge": told(HUGE),
    "closed": closed,
    "late": late,
    "never": never,
    "dripping body": dripping_body,
    "dripping head": dripping_head,
    "redirected": redirected,
}
