"""What the Bot API takes: each method's fields, their types and limits. No unknown field is taken.

Source: https://core.telegram.org/bots/api.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


class BotApiError(Exception):
    """An answer that is not ok; `description` is in Telegram's words."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes


Raw = str | File
Rule = Callable[[Raw], Any]


def bad(reason: str) -> BotApiError:
    return BotApiError(400, f"Bad Request: {reason}")


def read_fields(method: str, raw: Mapping[str, Raw]) -> dict[str, Any]:
    """The method's fields by name, read and checked, or the error that Telegram would give."""
    if method not in METHODS:
        raise BotApiError(404, "Not Found")
    required, optional = METHODS[method]
    if missing := required.keys() - raw.keys():
        raise bad(f"{', '.join(sorted(missing))} is missing")
    if unknown := raw.keys() - required.keys() - optional.keys():
        raise bad(f"{method} has no field {', '.join(sorted(unknown))}")
    rules = required | optional
    return {name: rules[name](value) for name, value in raw.items()}


def text_of(raw: Raw) -> str:
    if isinstance(raw, File):
        raise bad("a text was expected")
    return raw


def whole(low: int, high: int) -> Rule:
    def rule(raw: Raw) -> int:
        if not re.fullmatch(r"-?\d+", text_of(raw)) or not low <= int(text_of(raw)) <= high:
            raise bad(f"a whole number from {low} to {high} was expected")
        return int(text_of(raw))

    return rule


def text_up_to(limit: int, *, pattern: str = r"[\s\S]*") -> Rule:
    def rule(raw: Raw) -> str:
        text = text_of(raw)
        if not text.strip():
            raise bad("message text is empty")
        if len(text.encode("utf-16-le")) // 2 > limit:
            raise bad("message is too long")
        if not re.fullmatch(pattern, text):
            raise bad(f"the value does not match {pattern}")
        return text

    return rule


def flag(raw: Raw) -> bool:
    if raw not in ("true", "false"):
        raise bad("true or false was expected")
    return raw == "true"


def parsed(raw: Raw) -> Any:
    try:
        return json.loads(text_of(raw))
    except ValueError as error:
        raise bad("can't parse JSON") from error


def update_kinds(raw: Raw) -> list[str]:
    kinds: list[str] = parsed(raw)
    if not set(kinds) <= {"message", "edited_message", "callback_query"}:
        raise bad("allowed_updates names something that nobody handles")
    return kinds


def upload(raw: Raw) -> File:
    if not isinstance(raw, File):
        raise bad("wrong file identifier/HTTP URL specified")
    if not raw.content:
        raise bad("file must be non-empty")
    return raw


def markup(raw: Raw) -> dict[str, Any]:
    value: dict[str, Any] = parsed(raw)
    match value:
        case {"inline_keyboard": [_, *_] as rows, **others} if not others:
            buttons, check = rows, _check_inline
        case {"keyboard": [_, *_] as rows, **others} if others.keys() <= _KEYBOARD_OPTIONS:
            buttons, check = rows, _check_key
        case {"remove_keyboard": True, **others} if not others:
            return value
        case _:
            raise bad("can't parse reply keyboard markup JSON object")
    for row in buttons:
        for button in row:
            check(button)
    return value


_KEYBOARD_OPTIONS = {"resize_keyboard", "one_time_keyboard", "is_persistent", "input_field_placeholder"}


def _check_inline(button: dict[str, Any]) -> None:
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


def _check_key(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip() or not button.keys() <= {"text", "request_contact"}:
        raise bad("can't parse keyboard button")


_CHAT = whole(-(2**52), 2**52)
_SENT_TO_CHAT = {"reply_markup": markup, "disable_notification": flag, "protect_content": flag}
_PARSE_MODE = text_up_to(10, pattern="HTML|MarkdownV2")

METHODS: dict[str, tuple[dict[str, Rule], dict[str, Rule]]] = {
    "getMe": ({}, {}),
    "getUpdates": (
        {},
        {
            "offset": whole(-(2**31), 2**31),
            "limit": whole(1, 100),
            "timeout": whole(0, 50),
            "allowed_updates": update_kinds,
        },
    ),
    "sendMessage": (
        {"chat_id": _CHAT, "text": text_up_to(4096)},
        {"parse_mode": _PARSE_MODE, "link_preview_options": parsed, **_SENT_TO_CHAT},
    ),
    "sendDocument": (
        {"chat_id": _CHAT, "document": upload},
        {"caption": text_up_to(1024), "parse_mode": _PARSE_MODE, **_SENT_TO_CHAT},
    ),
    "answerCallbackQuery": (
        {"callback_query_id": text_up_to(64)},
        {"text": text_up_to(200), "show_alert": flag},
    ),
    "setWebhook": (
        {"url": text_up_to(2048, pattern="https?://.*")},
        {
            "secret_token": text_up_to(256, pattern="[A-Za-z0-9_-]+"),
            "allowed_updates": update_kinds,
            "max_connections": whole(1, 100),
            "drop_pending_updates": flag,
        },
    ),
    "deleteWebhook": ({}, {"drop_pending_updates": flag}),
}
