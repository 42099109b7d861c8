"""The library's requests over a line of ours: each keeps to a total time, whatever the other side does."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import stripe

from bot.lines.line import Line, LineError


class NoAnswer(stripe.APIConnectionError):
    """There is no answer. `sent`: whether Stripe may have got the request."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)  # type: ignore[no-untyped-call]
        self.reason, self.sent = reason, sent


class OverLine(stripe.HTTPClient):
    """What the library sends its requests with. It repeats none: whoever asked does, later."""

    name = "cancelbot"

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self._here = threading.local()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """All requests of this thread in the block, together, end within that many seconds."""
        self._here.until = time.monotonic() + seconds
        yield

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        *,
        _usage: list[str] | None = None,
    ) -> tuple[str, int, Mapping[str, str]]:
        left = self._here.until - time.monotonic()
        if left <= 0:
            raise NoAnswer("time is up", sent=False)
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        plain = {**(headers or {}), "Accept": "application/json", "Accept-Encoding": "identity"}
        try:
            answer = self._line.send(method.upper(), target, plain, (post_data or "").encode(), left)
            return answer.body.decode(), answer.status, {"request-id": answer.request_id or "none"}
        except LineError as error:
            raise NoAnswer(error.reason, sent=error.sent) from error
        except UnicodeDecodeError:
            raise NoAnswer("the answer is no text", sent=True) from None

    def close(self) -> None:
        self._line.close()
