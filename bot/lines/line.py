"""The line to a brand's system: kept connections, and a time limit that holds for all of a call.

urllib3 limits each wait for a byte, not their sum, and nothing limits asking for a host's
address. So a call runs on a thread of its own, and who waits for it leaves when the time is
up: the connection is cut, and nothing is sent afterwards that was not sent before.
"""

import os
import socket
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as TimeoutOfOneWait
from urllib3.response import BaseHTTPResponse

from bot.lines.address import Address
from bot.lines.answer import Answer

LARGEST_ANSWER = 1024 * 1024
"""Bytes of an answer; a longer one is not read."""
AT_A_TIME = 32
"""Calls under way at a time; further ones wait, within their time limit."""
IDLE_SECONDS = 30.0
"""A connection that was idle for longer is not used again: who stands between may have forgotten it."""
_CHUNK = 64 * 1024


class LineError(Exception):
    """There is no answer. `sent`: whether the other side may have got the request."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason, self.sent = reason, sent


class Line:
    """Requests to one address. Blocking, safe to call from several threads."""

    def __init__(self, address: Address, idle_seconds: float = IDLE_SECONDS) -> None:
        self._address, self._idle_seconds = address, idle_seconds
        self._pool = _pool_to(address)
        self._threads = ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="office")

    def post(self, target: str, headers: Mapping[str, str], body: bytes, seconds: float) -> Answer:
        """The answer, within that many seconds. Raises `LineError`."""
        return self.send("POST", target, headers, body, seconds)

    def send(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes, seconds: float
    ) -> Answer:
        """The same for any method."""
        attempt = _Attempt(self._address, seconds, self._idle_seconds)
        running = self._threads.submit(self._send, attempt, method, target, headers, body)
        try:
            return running.result(attempt.seconds_left())
        except (TimeoutError, TimeoutOfOneWait):
            # Ours or the thread's, whichever came first.
            running.cancel()
            attempt.give_up()
            raise LineError(f"no answer within {seconds:g} s", sent=attempt.sent) from None
        except _Unusable as error:
            raise LineError(str(error), sent=attempt.sent) from error
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise LineError(f"no answer ({_said(error)})", sent=attempt.sent) from error

    def close(self) -> None:
        """Close what is idle; calls under way come to their end."""
        self._threads.shutdown(wait=True)
        self._pool.close()

    def _send(
        self, attempt: "_Attempt", method: str, target: str, headers: Mapping[str, str], body: bytes
    ) -> Answer:
        _thread.attempt = attempt
        left = attempt.seconds_left()
        try:
            response = self._pool.urlopen(
                method,
                target,
                body,
                headers,
                retries=False,
                redirect=False,
                timeout=Timeout(connect=left, read=left),
                preload_content=False,
                decode_content=False,
            )
            return _read(response)
        finally:
            attempt.end()
            del _thread.attempt


class _Unusable(Exception):
    """An answer that is not read to its end, or an address that is not connected to."""


class _Attempt:
    """One call, as the thread that makes it and the one that waits for it see it."""

    def __init__(self, address: Address, seconds: float, idle_seconds: float) -> None:
        self.address, self.idle_seconds = address, idle_seconds
        self.sent = False
        self._until = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._over = False
        self._end: socket.socket | None = None

    def seconds_left(self) -> float:
        return max(self._until - time.monotonic(), 0.001)

    def hold(self, connected: socket.socket) -> None:
        """Keep an end of our own to the connection, by which it can be cut whatever became of the first.

        Raises `TimeoutError` when nobody waits any more.
        """
        with self._lock:
            self._let_go()
            if self._over:
                raise TimeoutError("time is up")
            self._end = socket.socket(fileno=os.dup(connected.fileno()))

    def send(self, connected: socket.socket) -> None:
        """The next thing is to send; raises `TimeoutError` when nobody waits any more."""
        self.hold(connected)
        with self._lock:
            if self._over:
                raise TimeoutError("time is up")
            self.sent = True

    def give_up(self) -> None:
        """Nobody waits any more: cut the connection, send nothing."""
        with self._lock:
            self._over = True
            if self._end is not None:
                with suppress(OSError):
                    self._end.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._end is not None:
            self._end.close()
            self._end = None


class _Thread(threading.local):
    """The call that this thread makes."""

    attempt: _Attempt


_thread = _Thread()


class _Connection(HTTPConnection):
    """A connection that tells the call of what it does."""

    used_at = 0.0

    @property
    def is_connected(self) -> bool:
        idle = time.monotonic() - self.used_at
        return super().is_connected and idle < _thread.attempt.idle_seconds

    def _new_conn(self) -> socket.socket:
        return _connected(_thread.attempt, self.host, self.port)

    def request(self, *args: Any, **named: Any) -> None:
        if self.sock is None:
            self.connect()
        _thread.attempt.send(self.sock)
        self.used_at = time.monotonic()
        super().request(*args, **named)


class _SecureConnection(_Connection, HTTPSConnection):
    """The same with TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _pool_to(address: Address) -> HTTPConnectionPool:
    if address.scheme == "http":
        return _Pool(address.host, address.port, maxsize=AT_A_TIME)
    return _SecurePool(address.host, address.port, maxsize=AT_A_TIME, cert_reqs="CERT_REQUIRED")


def _connected(attempt: _Attempt, host: str, port: int) -> socket.socket:
    """Connect to the first address of the host that answers; none is tried that is not permitted."""
    found = [each[4] for each in socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)]
    permitted = [place for place in found if attempt.address.permits(str(place[0]))]
    if not permitted:
        raise _Unusable(f"{host} is at no address that may be connected to; see the setting network")
    for place in permitted[:-1]:
        with suppress(OSError):
            return _connected_to(str(place[0]), port, attempt)
    return _connected_to(str(permitted[-1][0]), port, attempt)


def _connected_to(ip: str, port: int, attempt: _Attempt) -> socket.socket:
    connected = socket.create_connection((ip, port), attempt.seconds_left())
    try:
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        attempt.hold(connected)
    except BaseException:
        connected.close()
        raise
    return connected


def _read(response: BaseHTTPResponse) -> Answer:
    """The answer; a connection whose answer was not read to its end is not used again."""
    try:
        body = _body_of(response)
    except BaseException:
        response.close()
        raise
    response.release_conn()
    media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    headers = response.headers
    return Answer(response.status, media, body, headers.get("Retry-After"), headers.get("Request-Id"))


def _body_of(response: BaseHTTPResponse) -> bytes:
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise _Unusable("Content-Encoding: expected none")
    body = b""
    while chunk := response.read1(_CHUNK, decode_content=False):
        body += chunk
        if len(body) > LARGEST_ANSWER:
            raise _Unusable(f"the answer is longer than {LARGEST_ANSWER} bytes")
    return body


def _said(error: Exception) -> str:
    """The kind of fault; what urllib3 says beside it repeats our own address."""
    cause = error.__cause__ or error.__context__
    return type(error).__name__ if cause is None else f"{type(error).__name__}, {type(cause).__name__}"
