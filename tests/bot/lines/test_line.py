"""The line itself: connections are kept while they are fresh, and where they lead is looked at each time."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.lines.address import Address, address_of
from bot.lines.line import Line, LineError


class Keeping(BaseHTTPRequestHandler):
    """Keeps its connections."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        assert isinstance(self.server, KeepingServer)
        self.server.peers.append(self.client_address)
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """The test sees what was answered."""


class KeepingServer(ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("::1", 0), Keeping)
        self.peers: list[object] = []

    @property
    def address(self) -> Address:
        return address_of(f"http://[::1]:{self.server_port}")


@pytest.fixture
def server() -> Iterator[KeepingServer]:
    with KeepingServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_connections_are_kept(server: KeepingServer) -> None:
    line = Line(server.address)

    assert [line.post("/x", {}, b"{}", 2).body for _ in range(5)] == [b"{}"] * 5

    line.close()
    assert len(set(server.peers)) == 1


def test_a_connection_that_was_idle_for_long_is_not_used_again(server: KeepingServer) -> None:
    line = Line(server.address, idle_seconds=0.1)

    line.post("/x", {}, b"{}", 2)
    time.sleep(0.2)
    line.post("/x", {}, b"{}", 2)

    line.close()
    assert len(set(server.peers)) == 2


@pytest.mark.parametrize("name", ["127.1", "2130706433"])
def test_where_a_name_leads_is_looked_at_before_connecting(server: KeepingServer, name: str) -> None:
    """As when a name leads here that led elsewhere when it was chosen: rebinding."""
    line = Line(Address("http", name, server.server_port, "", "private"))

    with pytest.raises(LineError, match="is at no address that may be connected to") as caught:
        line.post("/x", {}, b"{}", 2)

    line.close()
    assert not caught.value.sent
    assert server.peers == []
