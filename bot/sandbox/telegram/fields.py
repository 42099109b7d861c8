"""What the Bot API takes: each method's fields, their types and limits.

Values come as JSON or, from forms, as text. Telegram passes over fields that it
does not know; a simulator that does hides a mistake.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from channels.base import Attachment

Rule = Callable[[Any], Any]

MAX_TEXT = 4096
MAX_CAPTION = 1024


class BotApiError(Exception):
    """An answer that is not ok; the text is Telegram's."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status = status

    def body(self) -> dict[str, Any]:
        """The answer as Telegram writes it."""
        return {"ok": False, "error_code": self.status, "description": str(self)}


def bad(reason: str) -> BotApiError:
    """Refused as "Bad Request"."""
    return BotApiError(400, f"Bad Request: {reason}")


def read_fields(method: str, raw: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The method's own spelling and its fields, checked. Raises `BotApiError`."""
    name = _NAMES.get(method.lower())
    if name is None:
        raise BotApiError(404, "Not Found: method not found")
    required, optional = METHODS[name]
    if missing := required.keys() - raw.keys():
        raise bad(f"{', '.join(sorted(missing))} is missing")
    if unknown := raw.keys() - required.keys() - optional.keys():
        raise bad(f"{name} has no field {', '.join(sorted(unknown))}")
    rules = {**required, **optional}
    return name, {field: rules[field](value) for field, value in raw.items()}


def _whole(low: int, high: int) -> Rule:
    def rule(raw: Any) -> int:
        if isinstance(raw, bool) or not re.fullmatch(r"-?\d{1,19}", str(raw)) or not low <= int(raw) <= high:
            raise bad(f"a whole number from {low} to {high} was expected")
        return int(raw)

    return rule


def _text(limit: int, pattern: str = r"(?s).*") -> Rule:
    def rule(raw: Any) -> str:
        if not isinstance(raw, str):
            raise bad("a text was expected")
        if not raw.strip():
            raise bad("message text is empty")
        if len(raw.encode("utf-16-le", "surrogatepass")) // 2 > limit:
            raise bad("message is too long")
        if not re.fullmatch(pattern, raw):
            raise bad(f"the value does not match {pattern}")
        return raw

    return rule


def _flag(raw: Any) -> bool:
    if raw not in (True, False, "true", "false", "True", "False"):
        raise bad("true or false was expected")
    return raw in (True, "true", "True")


def _parsed(raw: Any) -> Any:
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise bad("can't parse JSON") from error


def _kinds(raw: Any) -> list[str]:
    kinds = _parsed(raw)
    if not isinstance(kinds, list) or not all(isinstance(each, str) for each in kinds):
        raise bad("allowed_updates is a list of texts")
    return kinds


def _upload(raw: Any) -> Attachment:
    if not isinstance(raw, Attachment):
        raise bad("wrong file identifier/HTTP URL specified")
    if not raw.content:
        raise bad("file must be non-empty")
    return raw


def _markup(raw: Any) -> dict[str, Any]:
    value = _parsed(raw)
    match value:
        case {"inline_keyboard": list(rows), **others} if not others:
            check = _check_inline
        case {"keyboard": [_, *_] as rows, **others} if others.keys() <= _KEYBOARD_OPTIONS:
            check = _check_key
        case {"remove_keyboard": True, **others} if others.keys() <= {"selective"}:
            return dict(value)
        case _:
            raise bad("can't parse reply keyboard markup JSON object")
    for row in rows:
        for button in row if isinstance(row, list) else [row]:
            check(button)
    return dict(value)


_KEYBOARD_OPTIONS = {
    *("resize_keyboard", "one_time_keyboard", "is_persistent", "input_field_placeholder", "selective"),
}


def _check_inline(button: Any) -> None:
    match button:
        case {"text": str(text), "callback_data": str(data), **others} if not others:
            if not 1 <= len(data.encode()) <= 64:
                raise bad("BUTTON_DATA_INVALID")
        case {"text": str(text), "url": str(url), **others} if not others:
            if "." not in (urlsplit(url).hostname or ""):
                raise bad("BUTTON_URL_INVALID")
        case _:
            raise bad("can't parse inline keyboard button: text and one action expected")
    if not text.strip():
        raise bad("text buttons are unallowed in the inline keyboard")


def _check_key(button: Any) -> None:
    match button:
        case {"text": str(text), **others} if text.strip() and others.keys() <= {"request_contact"}:
            return
        case _:
            raise bad("can't parse keyboard button")


_CHAT = _whole(1, 2**52)
_TO_CHAT: dict[str, Rule] = {
    "reply_markup": _markup,
    "parse_mode": _text(10, "HTML|MarkdownV2|Markdown"),
    "disable_notification": _flag,
    "protect_content": _flag,
}

METHODS: Mapping[str, tuple[dict[str, Rule], dict[str, Rule]]] = {
    "getMe": ({}, {}),
    "getUpdates": (
        {},
        {
            "offset": _whole(-(2**31), 2**52),
            "limit": _whole(1, 100),
            "timeout": _whole(0, 86_400),
            "allowed_updates": _kinds,
        },
    ),
    "sendMessage": (
        {"chat_id": _CHAT, "text": _text(MAX_TEXT)},
        {"link_preview_options": _parsed, **_TO_CHAT},
    ),
    "sendDocument": ({"chat_id": _CHAT, "document": _upload}, {"caption": _text(MAX_CAPTION), **_TO_CHAT}),
    "answerCallbackQuery": (
        {"callback_query_id": _text(64)},
        {
            "text": _text(200),
            "show_alert": _flag,
            "url": _text(2048),
            "cache_time": _whole(0, 2**31),
        },
    ),
    "editMessageReplyMarkup": ({"chat_id": _CHAT, "message_id": _whole(1, 2**52)}, {"reply_markup": _markup}),
    "setWebhook": (
        {"url": _text(2048, "https?://.*")},
        {
            "secret_token": _text(256, "[A-Za-z0-9_-]+"),
            "allowed_updates": _kinds,
            "max_connections": _whole(1, 100),
            "drop_pending_updates": _flag,
        },
    ),
    "deleteWebhook": ({}, {"drop_pending_updates": _flag}),
    "getWebhookInfo": ({}, {}),
}
"""Method -> the fields it needs, the fields it may have."""

_NAMES = {name.lower(): name for name in METHODS}
