"""`python -m bot.bench.load`: the load generator, in a process of its own so that it spoils no figure.

Standard library only. A line of JSON on standard input begins a round; two lines come back: when its
conversations are open, upon which it waits for an empty line, and when their turns are done.
"""

import http.client
import json
import sys
import threading
import time
import uuid
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from bot.bench.script import SAYS

TIMEOUT = 30.0
SENT_AGAIN, WAIT = 5, 0.2
"""Times and seconds before a request counts as failed that a busy server turned away."""
_own = threading.local()


class Failed(Exception):
    """The server did not answer as expected."""


class Busy(Failed):
    """The server asked for it to be sent again."""


class Client:
    """One thread's connection, kept alive."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def post(self, path: str, body: dict[str, Any], token: str | None = None) -> dict[str, Any]:
        """The answer's JSON, sent again while the server is busy, as it asks. Raises Failed."""
        headers = {"Content-Type": "application/json"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        data = json.dumps(body).encode()
        for _ in range(SENT_AGAIN):
            try:
                return self._reached(path, data, headers)
            except Busy:
                time.sleep(WAIT)
        return self._reached(path, data, headers)

    def _reached(self, path: str, data: bytes, headers: dict[str, str]) -> dict[str, Any]:
        """A connection that was closed meanwhile is opened again."""
        try:
            return self._post(path, data, headers)
        except (http.client.HTTPException, ConnectionError):
            self._connection.close()
            return self._post(path, data, headers)

    def _post(self, path: str, data: bytes, headers: dict[str, str]) -> dict[str, Any]:
        self._connection.request("POST", path, data, headers)
        response = self._connection.getresponse()
        answer = response.read()
        if response.status == http.client.SERVICE_UNAVAILABLE:
            raise Busy(f"{path}: {answer[:200]!r}")
        if response.status not in (200, 201):
            raise Failed(f"{path}: {response.status} {answer[:200]!r}")
        return cast(dict[str, Any], json.loads(answer))


def client(port: int) -> Client:
    """This thread's own."""
    if getattr(_own, "port", None) != port:
        _own.client, _own.port = Client(port), port
    return cast(Client, _own.client)


def open_session(port: int, brand: str, identity: str) -> str:
    """Begin a chat as a vouched customer; its token."""
    answer = client(port).post(f"/chat/{brand}/sessions", {"locale": "en", "identity": identity})
    return cast(str, answer["token"])


def cancel(port: int, brand: str, token: str, times: list[float]) -> None:
    """Take the turns of one conversation, noting the seconds of each. Raises Failed."""
    answer: dict[str, Any] = {}
    for text in SAYS:
        begin = time.perf_counter()
        answer = client(port).post(f"/chat/{brand}/messages", {"id": str(uuid.uuid4()), "text": text}, token)
        times.append(time.perf_counter() - begin)
    if answer["record"] is None:
        raise Failed("there is no record at the end")


class Load:
    """Runs rounds of conversations on so many threads."""

    def __init__(self, port: int, brand: str, conversations: int) -> None:
        self._port, self._brand = port, brand
        self._pool = ThreadPoolExecutor(conversations)

    def open(self, identities: Iterable[str]) -> list[str]:
        """Begin the chats."""
        return list(self._pool.map(lambda each: open_session(self._port, self._brand, each), identities))

    def run(self, tokens: Sequence[str]) -> dict[str, Any]:
        """Take all turns of the chats."""
        times: list[float] = []
        cpu, begin = time.process_time(), time.perf_counter()
        failures = [each for each in self._pool.map(lambda token: self._one(token, times), tokens) if each]
        seconds = time.perf_counter() - begin
        return {
            "times": times,
            "seconds": seconds,
            "cpu": time.process_time() - cpu,
            "failed": len(failures),
            "failure": failures[0] if failures else None,
        }

    def _one(self, token: str, times: list[float]) -> str | None:
        try:
            cancel(self._port, self._brand, token, times)
        except (Failed, http.client.HTTPException, OSError) as error:
            return f"{type(error).__name__}: {error}"
        return None


def main() -> None:
    """Serve rounds until standard input ends."""
    loads: dict[int, Load] = {}
    for line in sys.stdin:
        wanted = json.loads(line)
        number = wanted["conversations"]
        if number not in loads:
            loads[number] = Load(wanted["port"], wanted["brand"], number)
        tokens = loads[number].open(wanted["identities"])
        _tell({"opened": len(tokens)})
        sys.stdin.readline()
        _tell(loads[number].run(tokens))


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
