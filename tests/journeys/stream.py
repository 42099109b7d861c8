"""An event stream, read as it comes."""

import json
import queue
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, Self

from tests.journeys.waiting import PATIENCE, NeverHappened


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `id` is empty for one that carries none."""

    name: str
    id: str
    data: Any


class Stream:
    """Reads a stream in a thread until it ends or is closed; a context manager."""

    def __init__(self, port: int, path: str, headers: Mapping[str, str], last_id: str = "") -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=2 * PATIENCE)
        sent = dict(headers) | ({"Last-Event-ID": last_id} if last_id else {})
        self._connection.request("GET", path, headers=sent)
        self._socket = self._connection.sock
        self._response = self._connection.getresponse()
        self.status = self._response.status
        self.type = self._response.headers.get_content_type()
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._read, name="stream", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):  # the other side may have been first
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)
        self._response.close()
        self._connection.close()
        self._socket.close()

    def next(self, name: str, patience: float = PATIENCE) -> Event:
        """The next event of that name; others are passed over. Raises NeverHappened, also at the end."""
        deadline = time.monotonic() + patience
        while (event := self._take(deadline)) is not None:
            if event.name == name:
                return event
        raise NeverHappened(f"the stream ended without the event {name!r}")

    def rest(self, patience: float = PATIENCE) -> list[Event]:
        """What still comes until the stream ends by itself."""
        deadline = time.monotonic() + patience
        events = []
        while (event := self._take(deadline)) is not None:
            events.append(event)
        return events

    def _take(self, deadline: float) -> Event | None:
        try:
            return self._events.get(timeout=max(deadline - time.monotonic(), 0.01))
        except queue.Empty as error:
            raise NeverHappened("the stream went on, but what was waited for did not come") from error

    def _read(self) -> None:
        # Cut off, by them or by `close`: the end, like any other.
        with suppress(OSError, HTTPException, ValueError, AttributeError):
            _events_of(self._response, self._events)
        self._events.put(None)


def _events_of(response: HTTPResponse, events: queue.SimpleQueue[Event | None]) -> None:
    fields: dict[str, str] = {}
    while line := response.readline().decode():
        name, _, value = line.rstrip("\n").partition(":")
        if line != "\n":
            fields[name] = value.removeprefix(" ")
            continue
        if "data" in fields:
            events.put(
                Event(fields.get("event", "message"), fields.get("id", ""), json.loads(fields["data"]))
            )
        fields = {}
