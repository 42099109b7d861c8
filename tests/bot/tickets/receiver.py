"""A brand's own system that takes tickets, over HTTP, and answers as it is told."""

import json
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "whsec_" + b64encode(b"shared with the brand's system!!").decode()


class Receiver(ThreadingHTTPServer):
    """`answers` are given once each, in order, and 204 afterwards."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.taken: list[tuple[dict[str, str], bytes]] = []
        """Headers and body of every request, whatever it was answered."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/tickets"

    @property
    def tickets(self) -> list[Any]:
        return [json.loads(body) for _, body in self.taken]

    @property
    def types(self) -> list[str]:
        return [ticket["type"] for ticket in self.tickets]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((dict(self.headers), body))
        status, headers = self.server.answers.pop(0) if self.server.answers else (204, {})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """The test sees what was taken."""


@contextmanager
def receiving() -> Iterator[Receiver]:
    with Receiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            receiver.shutdown()
            thread.join()
