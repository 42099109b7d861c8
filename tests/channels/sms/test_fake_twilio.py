"""The fake keeps to the published contract, and what it posts passes for Twilio's."""

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode

import pytest

from channels.base import Incoming, Outgoing, Received, StatusReport, WebhookRefused, WebhookRequest
from channels.sms.inbound import SmsInbound
from channels.sms.outbound import SmsOutbound
from tests.channels.sms.fake_twilio import FakeTwilio

PUBLIC = "https://bot.example/sms"
TO = "+15550002000"


@contextmanager
def our_webhook(twilio: FakeTwilio, received: list[Received]) -> Iterator[str]:
    """A web server that hands what is posted to `SmsInbound`, as if behind a proxy that speaks TLS."""
    inbound = SmsInbound(twilio.account())

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            request = WebhookRequest("POST", PUBLIC, dict(self.headers.items()), body)
            try:
                received.extend(inbound.verify_and_parse(request, datetime.now(UTC)))
                status = 204
            except WebhookRefused as refusal:
                status = refusal.status
            self.send_response(status)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sms"
        server.shutdown()
        thread.join()


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as running:
        yield running


def asked(twilio: FakeTwilio, posted: list[tuple[str, str]], *, password: str = "", path: str = "") -> int:
    """The status that a hand-made CreateMessage gets."""
    login = base64.b64encode(f"{twilio.account_sid}:{password or twilio.auth_token}".encode()).decode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": f"Basic {login}"}
    connection = HTTPConnection(*twilio.address, timeout=10)
    try:
        path = path or f"/2010-04-01/Accounts/{twilio.account_sid}/Messages.json"
        connection.request("POST", path, urlencode(posted), headers)
        return connection.getresponse().status
    finally:
        connection.close()


def test_what_it_posts_is_genuine_behind_a_proxy(twilio: FakeTwilio) -> None:
    received: list[Received] = []
    with our_webhook(twilio, received) as url:
        outbound = SmsOutbound(twilio.account())
        sent = outbound.send(Outgoing(TO, "Hello", status_url=url))
        outbound.close()

        assert twilio.text(url, TO, "cancel", sid="SM1", signed_as=PUBLIC) == 204
        assert twilio.report(sent.message_id, "failed", 30006, signed_as=PUBLIC) == 204
        assert twilio.report(sent.message_id, "delivered", signed_as=url) == 403

    message, report = received
    assert isinstance(message, Incoming)
    assert isinstance(report, StatusReport)
    assert (message.opt_out, message.sender) == ("STOP", TO)
    assert (report.message_id, report.state, report.unreachable) == (sent.message_id, "failed", True)


def test_it_remembers_who_opted_out(twilio: FakeTwilio) -> None:
    with our_webhook(twilio, []) as url:
        said = [("To", TO), ("From", twilio.number), ("Body", "Hello")]
        twilio.text(url, TO, "Stop", sid="SM1")
        assert asked(twilio, said) == 400
        twilio.text(url, TO, "unstop", sid="SM2")
        assert asked(twilio, said) == 201


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ([], 201),
        ([("Text", "Hello")], 400),
        ([("Body", "twice")], 400),
        ([("From", "+15550001000")], 400),
        ([("ValidityPeriod", "soon")], 400),
        ([("StatusCallback", "bot.example")], 400),
        ([("MediaUrl", "https://a.example/1"), ("MediaUrl", "https://a.example/2")], 201),
    ],
)
def test_it_takes_known_parameters_only(
    twilio: FakeTwilio, changed: list[tuple[str, str]], status: int
) -> None:
    assert asked(twilio, [("To", TO), ("From", twilio.number), ("Body", "Hello"), *changed]) == status


@pytest.mark.parametrize("missing", ["To", "From", "Body"])
def test_it_asks_for_what_is_required(twilio: FakeTwilio, missing: str) -> None:
    whole = [("To", TO), ("From", twilio.number), ("Body", "Hello")]

    assert asked(twilio, [pair for pair in whole if pair[0] != missing]) == 400


def test_it_checks_who_asks_and_for_what(twilio: FakeTwilio) -> None:
    assert asked(twilio, [], password="wrong") == 401
    assert asked(twilio, [], path="/2010-04-01/Messages.json") == 404
