"""The webhook: only Telegram is believed, and only an update is read."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import Account, Incoming, Received, WebhookRefused, WebhookRequest
from channels.telegram.inbound import MAX_BODY_BYTES, MAX_DEPTH, TelegramInbound
from tests.channels.telegram import fake_updates as telegram

SECRET = "s3cret-Token"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
RECEIVED_AT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
UPDATE = json.dumps(telegram.numbered(telegram.said("I want to leave"))).encode()


def inbound(**settings: str) -> TelegramInbound:
    return TelegramInbound(Account("acme-bot", "telegram", "acme_bot", settings))


def request(body: bytes = UPDATE, headers: dict[str, str] | None = None) -> WebhookRequest:
    own = {HEADER: SECRET} if headers is None else headers
    return WebhookRequest("POST", "https://bot.example.com/telegram/acme", own, body)


def status_of(webhook: WebhookRequest, channel: TelegramInbound) -> int:
    with pytest.raises(WebhookRefused) as refusal:
        channel.verify_and_parse(webhook, RECEIVED_AT)
    return refusal.value.status


def read_or_status(body: bytes) -> tuple[Received, ...] | int:
    try:
        return inbound(webhook_secret=SECRET).verify_and_parse(request(body), RECEIVED_AT)
    except WebhookRefused as refusal:
        return refusal.status


def test_a_genuine_update_is_read() -> None:
    (received,) = inbound(webhook_secret=SECRET).verify_and_parse(request(), RECEIVED_AT)

    assert isinstance(received, Incoming)
    assert received.text == "I want to leave"


def test_the_header_is_found_whatever_its_case() -> None:
    assert inbound(webhook_secret=SECRET).verify_and_parse(
        request(headers={HEADER.lower(): SECRET}), RECEIVED_AT
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {HEADER: ""},
        {HEADER: "wrong"},
        {HEADER: SECRET[:-1]},
        {HEADER: f" {SECRET}"},
        {HEADER: "\u00e9\udce9"},
    ],
)
def test_a_wrong_or_missing_secret_is_refused(headers: dict[str, str]) -> None:
    assert status_of(request(headers=headers), inbound(webhook_secret=SECRET)) == 403


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: SECRET}])
@pytest.mark.parametrize("settings", [{}, {"webhook_secret": ""}])
def test_without_a_configured_secret_all_is_refused(
    headers: dict[str, str], settings: dict[str, str]
) -> None:
    assert status_of(request(headers=headers), inbound(**settings)) == 403


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"cancel", id="no JSON"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b'{"update_id": NaN}', id="not a number"),
        pytest.param(b'{"update_id": ' + b"9" * 5000 + b"}", id="endless number"),
        pytest.param(b"[]", id="no object"),
        pytest.param(b"{}", id="no update"),
        pytest.param(b'{"update_id": true}', id="no number"),
        pytest.param(b"[" * 200_000, id="very deep"),
        pytest.param(
            b'{"update_id": 1, "x": ' + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"}", id="a little too deep"
        ),
    ],
)
def test_what_is_no_update_is_refused(body: bytes) -> None:
    assert status_of(request(body), inbound(webhook_secret=SECRET)) == 400


def test_a_body_that_is_too_long_is_refused_unread() -> None:
    assert status_of(request(b"[" * (MAX_BODY_BYTES + 1)), inbound(webhook_secret=SECRET)) == 413


def test_who_does_not_know_the_secret_learns_nothing_about_the_body() -> None:
    assert status_of(request(b"[" * (MAX_BODY_BYTES + 1), {}), inbound(webhook_secret=SECRET)) == 403


@settings(deadline=None)
@given(body=st.binary() | st.text().map(str.encode))
def test_whatever_body_comes_is_read_or_refused(body: bytes) -> None:
    assert read_or_status(body) in ((), 400)


def test_the_inbound_half_loads_no_library_of_the_provider() -> None:
    """The web process loads it: aiogram would cost seconds and 165 MiB there."""
    program = "import sys, channels.telegram.inbound; sys.exit('aiogram' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
