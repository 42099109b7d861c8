"""The Bot API of the tests refuses what the real one refuses: that is what tests against it are worth."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode, urlsplit

import pytest

from channels.base import Account, WebhookRefused, WebhookRequest
from channels.telegram.inbound import TelegramInbound
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.channels.telegram.fake_updates import ADA, Json, numbered, said

HI = {"chat_id": ADA.id, "text": "Hi"}


def call(api: FakeBotApi, method: str, fields: Json, token: str = TOKEN) -> tuple[int, Json]:
    target = urlsplit(api.url)
    connection = HTTPConnection(str(target.hostname), target.port, timeout=10)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"/bot{token}/{method}", urlencode(fields), headers)
    response = connection.getresponse()
    answer: Json = json.loads(response.read())
    connection.close()
    return response.status, answer


def with_markup(**markup: object) -> Json:
    return {**HI, "reply_markup": json.dumps(markup)}


def with_button(**button: object) -> Json:
    return with_markup(inline_keyboard=[[button]])


def test_a_correct_call_is_answered(api: FakeBotApi) -> None:
    status, answer = call(api, "sendMessage", HI)

    assert (status, answer["ok"], answer["result"]["text"]) == (200, True, "Hi")


@pytest.mark.parametrize(
    ("method", "fields", "status"),
    [
        pytest.param("sendTelepathy", {}, 404, id="no such method"),
        pytest.param("sendMessage", {"text": "Hi"}, 400, id="no chat"),
        pytest.param("sendMessage", HI | {"txet": "Hi"}, 400, id="unknown field"),
        pytest.param("sendMessage", HI | {"chat_id": "Ada"}, 400, id="no number"),
        pytest.param("sendMessage", HI | {"chat_id": 1}, 400, id="stranger"),
        pytest.param("sendMessage", HI | {"text": " "}, 400, id="blank text"),
        pytest.param("sendMessage", HI | {"text": "x" * 4097}, 400, id="long text"),
        pytest.param("sendMessage", HI | {"text": "\U0001f600" * 2049}, 400, id="long text of emoji"),
        pytest.param("sendMessage", HI | {"reply_markup": "{"}, 400, id="no JSON"),
        pytest.param("sendMessage", with_markup(), 400, id="no keyboard"),
        pytest.param("sendMessage", with_markup(inline_keyboard=[]), 400, id="empty keyboard"),
        pytest.param("sendMessage", with_button(text="", callback_data="a"), 400, id="no label"),
        pytest.param("sendMessage", with_button(text="A"), 400, id="no action"),
        pytest.param("sendMessage", with_button(text="A", callback_data=""), 400, id="no data"),
        pytest.param("sendMessage", with_button(text="A", callback_data="\u00e9" * 33), 400, id="much data"),
        pytest.param("sendMessage", with_button(text="A", url="http://localhost/"), 400, id="local link"),
        pytest.param("sendMessage", with_button(text="A", request_contact=True), 400, id="contact inline"),
        pytest.param("sendDocument", {"chat_id": ADA.id, "document": "x"}, 400, id="no file"),
        pytest.param("answerCallbackQuery", {"callback_query_id": "never"}, 400, id="no such press"),
        pytest.param("setWebhook", {"url": "ftp://x"}, 400, id="no web address"),
        pytest.param(
            "setWebhook", {"url": "https://x.example/", "secret_token": "a b"}, 400, id="bad secret"
        ),
    ],
)
def test_a_wrong_call_is_refused(api: FakeBotApi, method: str, fields: Json, status: int) -> None:
    found, answer = call(api, method, fields)

    assert (found, answer["ok"], answer["error_code"]) == (status, False, status)
    assert api.messages == []


def test_a_wrong_token_is_refused(api: FakeBotApi) -> None:
    assert call(api, "getMe", {}, token="1:wrong")[0] == 401


class Webhook(BaseHTTPRequestHandler):
    """A webhook of a bot whose secret is ``s3cret``."""

    def do_POST(self) -> None:
        account = Account("acme-bot", "telegram", "acme_bot", {"webhook_secret": "s3cret"})
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = WebhookRequest("POST", self.path, dict(self.headers), body)
        try:
            TelegramInbound(account).verify_and_parse(request, datetime.now(UTC))
            self.send_response(200)
        except WebhookRefused as refusal:
            self.send_response(refusal.status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def webhook() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Webhook) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/telegram/acme"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("secret", "status"), [("s3cret", 200), ("wrong", 403), (None, 403)])
def test_an_update_is_delivered_with_the_secret(
    api: FakeBotApi, webhook: str, secret: str | None, status: int
) -> None:
    assert api.deliver(webhook, secret, numbered(said("I want to leave"))) == status
