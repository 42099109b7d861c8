"""What an Update of the Bot API says, as pure functions over parsed JSON.

Source: https://core.telegram.org/bots/api#update. Everything here is total: a
field of a wrong type counts as absent, an unknown one is passed over, and an
update that says nothing to us gives ``()``.

Only private chats are heard. In a group others read along, so neither question
nor answer may appear there: such updates give ``()``, as do channel posts and
whatever other bots write. That a person blocked the bot gives nothing either:
the next send fails with 403, which is the same news at a time when it matters,
and unblocking must not find the person silenced.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from channels.base import Incoming, Received
from channels.telegram.characters import readable

ALLOWED_UPDATES = ("message", "edited_message", "callback_query")
"""The kinds of update we ask Telegram for, by webhook and by polling alike."""

MEDIA = (
    *("animation", "audio", "checklist", "dice", "document", "game", "gift", "giveaway", "invoice"),
    *("live_photo", "location", "paid_media", "photo", "poll", "rich_message", "sticker", "story"),
    *("unique_gift", "venue", "video", "video_note", "voice"),
)
"""Content that a person sends and we cannot read. Other fields without text are service messages."""

_FORWARDED = ("forward_origin", "forward_date", "forward_from", "forward_sender_name")
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]{1,64})?(?:\s+|$)")
_DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_PHONE = re.compile(r"[1-9][0-9]{6,14}")
_MAX_NAME = 128
_MAX_CALLBACK_DATA = 64

Json = Mapping[str, Any]


def parse_update(update: Json, received_at: datetime) -> tuple[Received, ...]:
    """What one update says; `received_at` is the time where Telegram gives none. Never raises."""
    update_id = whole_number(update.get("update_id"))
    if update_id is None:
        return ()
    key = f"update:{update_id}"
    incoming = (
        _message(_object(update, "message"), key, received_at)
        or _edited(_object(update, "edited_message"), key, received_at)
        or _pressed(_object(update, "callback_query"), key, received_at)
    )
    return (incoming,) if incoming else ()


def whole_number(value: object) -> int | None:
    """The value if JSON wrote it as a whole number that fits 64 bits, or None (`true` is no number)."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63:
        return value
    return None


def _message(message: Json, key: str, received_at: datetime) -> Incoming | None:
    sender = _private_sender(message, _object(message, "from"))
    if sender is None:
        return None
    at = _time(message.get("date"), received_at)
    if _object(message, "contact"):
        return _incoming(key, sender, at, message, form="contact", contact_phone=_own_phone(message))
    if _string(message, "text"):
        return _said(key, sender, at, message)
    if _string(message, "caption") or any(kind in message for kind in MEDIA):
        return _incoming(key, sender, at, message, form="media", text=_string(message, "caption"))
    return None


def _said(key: str, sender: str, at: datetime, message: Json) -> Incoming:
    text = _string(message, "text")
    if _is_forwarded(message):
        # Somebody else's words, or words from another day: they may be read, but decide nothing.
        return _incoming(key, sender, at, message, form="media", text=text)
    words, deep_link = _without_command(text)
    return _incoming(key, sender, at, message, text=words, deep_link=deep_link)


def _edited(message: Json, key: str, received_at: datetime) -> Incoming | None:
    """An edit of something said. A live location edits itself every few seconds: without words, nothing."""
    sender = _private_sender(message, _object(message, "from"))
    text = _string(message, "text") or _string(message, "caption")
    if sender is None or not text:
        return None
    at = _time(message.get("edit_date"), received_at)
    return _incoming(key, sender, at, message, form="edited", text=text)


def _pressed(query: Json, key: str, received_at: datetime) -> Incoming | None:
    """A pressed button counts only in the private chat of the person who pressed it."""
    sender = _private_sender(_object(query, "message"), _object(query, "from"))
    data = _string(query, "data")[:_MAX_CALLBACK_DATA]
    if sender is None or not data:
        return None
    # The message's date is when the question was asked; the press itself carries no time.
    return _incoming(key, sender, received_at, query, choice=data, callback_id=_string(query, "id") or None)


def _incoming(key: str, sender: str, at: datetime, holder: Json, **said: Any) -> Incoming:
    person = _object(holder, "from")
    return Incoming(
        provider_key=key,
        sender=sender,
        at=at,
        display_name=_name(person),
        language=_language(person),
        **said,
    )


def _private_sender(message: Json, person: Json) -> str | None:
    """The chat's id, if it is the private chat of this person with the bot."""
    chat = _object(message, "chat")
    chat_id = whole_number(chat.get("id"))
    if chat.get("type") != "private" or chat_id is None or chat_id <= 0:
        return None
    if whole_number(person.get("id")) != chat_id or person.get("is_bot") is True:
        return None
    return str(chat_id)


def _without_command(text: str) -> tuple[str, str | None]:
    """What is said, and a deep link's token: ``/cancel`` says "cancel", ``/start TOKEN`` says nothing."""
    command = _COMMAND.match(text)
    if command is None:
        return text, None
    rest = text[command.end() :].strip()
    if command[1].lower() != "start":
        return f"{command[1].replace('_', ' ')} {rest}".strip(), None
    return ("", rest) if _DEEP_LINK.fullmatch(rest) else (rest, None)


def _own_phone(message: Json) -> str | None:
    """The shared number in E.164, only if the contact card is the sender's own and not passed on.

    The caller has seen that the chat is private. A card without `user_id`, or
    with another's, proves nothing about who writes; one forwarded may be old.
    """
    contact = _object(message, "contact")
    owner = whole_number(contact.get("user_id"))
    if owner is None or owner != whole_number(_object(message, "from").get("id")) or _is_forwarded(message):
        return None
    digits = re.sub(r"[^0-9]", "", _string(contact, "phone_number"))
    return f"+{digits}" if _PHONE.fullmatch(digits) else None


def _is_forwarded(message: Json) -> bool:
    return any(message.get(field) is not None for field in _FORWARDED)


def _time(seconds: object, received_at: datetime) -> datetime:
    """Telegram's time (seconds, UTC), never later than our receipt of it."""
    number = whole_number(seconds)
    if number is None or not 0 < number < received_at.timestamp():
        return received_at
    return datetime.fromtimestamp(number, UTC)


def _name(person: Json) -> str | None:
    parts = f"{_string(person, 'first_name')} {_string(person, 'last_name')}".split()
    return " ".join(parts)[:_MAX_NAME] or None


def _language(person: Json) -> str | None:
    code = _string(person, "language_code")
    return code if _LANGUAGE.fullmatch(code) else None


def _object(holder: Json, field: str) -> Json:
    value = holder.get(field)
    return value if isinstance(value, Mapping) else {}


def _string(holder: Json, field: str) -> str:
    value = holder.get(field)
    return readable(value) if isinstance(value, str) else ""
