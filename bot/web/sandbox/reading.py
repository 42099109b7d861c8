"""What the sandbox's own pages send."""

import re
from typing import Any

from flask import request

from bot.web.errors import ApiError

LONGEST_TEXT = 10_000
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


def json_body() -> dict[str, Any]:
    """The body as a JSON object. Raises `ApiError` 400, 415."""
    if not request.is_json:
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise ApiError(400, "bad_json", "Expected a JSON object.")
    return body


def text_of(body: dict[str, Any], name: str, *, empty: bool = False) -> str:
    """The text under that name, without halves of characters. Raises `ApiError` 400, 413."""
    value = body.get(name, "" if empty else None)
    if not isinstance(value, str) or not (value.strip() or empty):
        raise ApiError(400, f"bad_{name}", f'"{name}" must be a text that is not empty.')
    if len(value) > LONGEST_TEXT:
        raise ApiError(413, "too_long", f'"{name}" has at most {LONGEST_TEXT} characters.')
    return value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def number_argument(default: str) -> str:
    """The phone number in `number`, in E.164. Raises `ApiError` 400."""
    return phone_number(request.args.get("number") or default)


def phone_number(value: object) -> str:
    """A phone number in E.164, however it was typed and with or without its plus. Raises `ApiError` 400."""
    compact = re.sub(r"[^\d+]", "", value) if isinstance(value, str) else ""
    number = compact if compact.startswith("+") else f"+{compact}"
    if not _NUMBER.fullmatch(number):
        raise ApiError(
            400, "bad_number", "Expected a phone number with its country code, such as +491713920001."
        )
    return number


def whole_argument(name: str, default: int = 0) -> int:
    """A whole number from 0 on. Raises `ApiError` 400."""
    value = request.args.get(name, str(default))
    if not re.fullmatch(r"[0-9]{1,15}", value):
        raise ApiError(400, f"bad_{name}", f"{name} must be a whole number from 0 on.")
    return int(value)
