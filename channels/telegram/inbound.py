"""The webhook: is it Telegram that calls, and what does it say?"""

import hmac
import json
from datetime import datetime
from typing import Any

from channels.base import Account, Received, WebhookRefused, WebhookRequest
from channels.telegram.updates import parse_update, whole_number

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not its value
MAX_BODY_BYTES = 1024 * 1024
MAX_DEPTH = 64


class TelegramInbound:
    """Verifies and parses webhook requests of one bot."""

    def __init__(self, account: Account) -> None:
        self._secret = account.settings.get("webhook_secret", "")

    def verify_and_parse(self, request: WebhookRequest, received_at: datetime) -> tuple[Received, ...]:
        """What the update says, or `WebhookRefused`: 403 not genuine, 413 too long, 400 no update."""
        self._verify(request)
        return parse_update(_update(request.body), received_at)

    def _verify(self, request: WebhookRequest) -> None:
        given = request.header(SECRET_HEADER) or ""
        # Compared even when none is configured, so that the time taken tells nothing.
        same = hmac.compare_digest(_bytes(given), _bytes(self._secret))
        if not (same and self._secret):
            raise WebhookRefused(403, "the secret token is missing, wrong or not configured")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _update(body: bytes) -> dict[str, Any]:
    if len(body) > MAX_BODY_BYTES:
        raise WebhookRefused(413, f"the body is longer than {MAX_BODY_BYTES} bytes")
    update = _parsed(body)
    if not isinstance(update, dict) or whole_number(update.get("update_id")) is None:
        raise WebhookRefused(400, "the body is not an update")
    if not _is_shallow(update):
        raise WebhookRefused(400, "the body is nested too deeply")
    return update


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body, parse_constant=_no_json)
    except (ValueError, RecursionError) as error:
        raise WebhookRefused(400, "the body is not readable as JSON") from error


def _no_json(constant: str) -> object:
    """NaN and Infinity: Python reads them, JSON does not know them."""
    raise ValueError(f"{constant} is not JSON")


def _is_shallow(update: object) -> bool:
    """Whether no value lies deeper than `MAX_DEPTH`, told without recursion."""
    level = [update]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return True
    return False


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
