"""The Bot API as the demo's bots call it."""

import hmac
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from bot.sandbox.accounts import DemoAccount, demo_accounts
from bot.sandbox.files import stored_file
from bot.sandbox.kept import NOTE, UPDATE, keep, row_numbered, rows_of
from bot.sandbox.telegram.fields import BotApiError, bad, read_fields
from bot.sandbox.telegram.people import person_of
from bot.sandbox.telegram.updates import Webhook, confirm, set_webhook, waiting_updates, webhook_of
from bot.sandbox.telegram.user import bot_user
from bot.wiring import Application
from channels.base import Attachment
from storage.unit_of_work import UnitOfWork

LONGEST_POLL_S = 10.0
"""A thread of the web process waits no longer for updates, whatever the bot asks for."""

_LOOK_S = 1.0
"""Seconds until the database is looked at without having been woken."""


class Waiter(Protocol):
    """Waits for news."""

    def wait(self, seconds: float) -> bool: ...


class Waits(Protocol):
    """Who is woken by commits (`bot.web.streams.Streams`)."""

    def waiting(self, *topics: str) -> AbstractContextManager[Waiter]: ...


class BotApi:
    """Answers the calls of all demo brands' bots."""

    def __init__(self, app: Application, waits: Waits) -> None:
        self._app, self._waits = app, waits
        self._lock = threading.Lock()
        self._polls: Counter[str] = Counter()
        self._methods: Mapping[str, Callable[[DemoAccount, dict[str, Any]], Any]] = {
            "getMe": lambda ours, fields: {
                **bot_user(ours),
                "can_join_groups": False,
                "can_read_all_group_messages": False,
                "supports_inline_queries": False,
            },
            "getUpdates": self._get_updates,
            "sendMessage": self._send_message,
            "sendDocument": self._send_document,
            "answerCallbackQuery": self._answer_press,
            "editMessageReplyMarkup": self._edit_markup,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
        }

    def call(self, token: str, method: str, raw: Mapping[str, Any]) -> Any:
        """What the method gives. Raises `BotApiError`."""
        ours = self._bot(token)
        name, fields = read_fields(method, raw)
        return self._methods[name](ours, fields)

    def _bot(self, token: str) -> DemoAccount:
        for ours in demo_accounts(self._app, "telegram"):
            known = ours.setting("token")
            if known and hmac.compare_digest(token.encode(), known.encode()):
                return ours
        raise BotApiError(401, "Unauthorized")

    def _send_message(self, ours: DemoAccount, fields: dict[str, Any]) -> dict[str, Any]:
        return self._sent(ours, fields, fields["text"], {"text": fields["text"]})

    def _send_document(self, ours: DemoAccount, fields: dict[str, Any]) -> dict[str, Any]:
        file: Attachment = fields["document"]
        described = {
            "file_name": file.name,
            "mime_type": file.media_type,
            "file_id": "BQAD",
            "file_unique_id": "AgAD",
            "file_size": len(file.content),
        }
        caption = fields.get("caption", "")
        content = {"document": described, **({"caption": caption} if caption else {})}
        return self._sent(ours, fields, caption, content, attachments=[stored_file(file)])

    def _sent(
        self, ours: DemoAccount, fields: dict[str, Any], body: str, content: dict[str, Any], **kept: Any
    ) -> dict[str, Any]:
        """Keep the message and describe it."""
        person = person_of(fields["chat_id"])
        if person is None:
            raise bad("chat not found")
        markup = fields.get("reply_markup")
        now = self._app.clock()
        with self._app.database.write() as uow:
            row = keep(
                uow,
                ours.brand.id,
                "telegram",
                str(person.id),
                body,
                now,
                account=ours.row.id,
                buttons=_buttons(markup),
                meta={"markup": markup, **kept},
            )
        inline = {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
        described = {"from": bot_user(ours), "chat": person.chat(), "date": int(now.timestamp())}
        return {"message_id": row.seq, **described, **content, **inline}

    def _answer_press(self, ours: DemoAccount, fields: dict[str, Any]) -> bool:
        number = fields["callback_query_id"]
        with self._app.database.write() as uow:
            pressed = self._press(uow, ours, number)
            if pressed is None or self._is_answered(uow, ours, number):
                raise bad("query is too old and response timeout expired or query ID is invalid")
            meta = {"answers": number, "alert": fields.get("show_alert", False)}
            self._note(uow, ours, pressed, fields.get("text", ""), meta)
        return True

    def _press(self, uow: UnitOfWork, ours: DemoAccount, number: str) -> str | None:
        """The chat in which the button was pressed."""
        row = row_numbered(uow, ours.brand.id, UPDATE, int(number)) if number.isdecimal() else None
        is_ours = row is not None and row.account_id == ours.row.id and "callback_query" in (row.meta or {})
        return row.recipient if row is not None and is_ours else None

    def _is_answered(self, uow: UnitOfWork, ours: DemoAccount, number: str) -> bool:
        notes = rows_of(uow, ours.brand.id, NOTE)
        return any((note.meta or {}).get("answers") == number for note in notes)

    def _edit_markup(self, ours: DemoAccount, fields: dict[str, Any]) -> dict[str, Any]:
        number, markup = fields["message_id"], fields.get("reply_markup", {"inline_keyboard": []})
        if "inline_keyboard" not in markup:
            raise bad("inline keyboard expected")
        with self._app.database.write() as uow:
            row = row_numbered(uow, ours.brand.id, "telegram", number)
            if row is None or row.recipient != str(fields["chat_id"]) or row.account_id != ours.row.id:
                raise bad("message to edit not found")
            self._note(uow, ours, row.recipient, "", {"edits": number, "markup": markup})
        person = person_of(fields["chat_id"])
        chat = {} if person is None else {"chat": person.chat()}
        date = int(row.created_at.timestamp())
        return {"message_id": number, "date": date, **chat, "text": row.body, "reply_markup": markup}

    def _note(self, uow: UnitOfWork, ours: DemoAccount, chat: str, body: str, meta: dict[str, Any]) -> None:
        keep(uow, ours.brand.id, NOTE, chat, body, self._app.clock(), account=ours.row.id, meta=meta)

    def _get_updates(self, ours: DemoAccount, fields: dict[str, Any]) -> list[dict[str, Any]]:
        """Asking from an offset forgets all before it; a newer poll ends the wait of an older one."""
        self._begin_poll(ours, fields.get("offset", 0))
        with self._lock:
            self._polls[ours.row.id] += 1
            poll = self._polls[ours.row.id]
        deadline = time.monotonic() + min(fields.get("timeout", 0), LONGEST_POLL_S)
        with self._waits.waiting("sandbox") as waiter:
            while True:
                with self._app.database.read() as uow:
                    updates = waiting_updates(uow, ours)
                if self._polls[ours.row.id] != poll:
                    raise BotApiError(409, "Conflict: terminated by other getUpdates request")
                left = deadline - time.monotonic()
                if updates or left <= 0:
                    return updates[: fields.get("limit", 100)]
                waiter.wait(min(left, _LOOK_S))

    def _begin_poll(self, ours: DemoAccount, offset: int) -> None:
        with self._app.database.read() as uow:
            webhook = webhook_of(uow, ours, self._app.settings)
        if webhook.url:
            reason = "can't use getUpdates method while webhook is active; use deleteWebhook first"
            raise BotApiError(409, f"Conflict: {reason}")
        if offset > 0:
            with self._app.database.write() as uow:
                confirm(uow, ours, offset - 1)

    def _set_webhook(self, ours: DemoAccount, fields: dict[str, Any]) -> bool:
        if not fields["url"].startswith(f"{self._app.settings.base_url}/"):
            raise bad("bad webhook: the sandbox posts to this installation only")
        self._change_webhook(ours, Webhook(fields["url"], fields.get("secret_token", "")), fields)
        return True

    def _delete_webhook(self, ours: DemoAccount, fields: dict[str, Any]) -> bool:
        self._change_webhook(ours, Webhook(), fields)
        return True

    def _change_webhook(self, ours: DemoAccount, webhook: Webhook, fields: dict[str, Any]) -> None:
        with self._app.database.write() as uow:
            set_webhook(uow, ours, webhook)
            waiting = waiting_updates(uow, ours)
            if waiting and fields.get("drop_pending_updates"):
                confirm(uow, ours, waiting[-1]["update_id"])

    def _webhook_info(self, ours: DemoAccount, fields: dict[str, Any]) -> dict[str, Any]:
        with self._app.database.read() as uow:
            url = webhook_of(uow, ours, self._app.settings).url
            waiting = len(waiting_updates(uow, ours))
        return {"url": url, "has_custom_certificate": False, "pending_update_count": waiting}


def _buttons(markup: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """The keyboard's buttons as the outbox lists them."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [_button(button) for row in rows for button in row]


def _button(button: Mapping[str, Any]) -> dict[str, Any]:
    kind = "link" if "url" in button else "share_contact" if button.get("request_contact") else "reply"
    return {
        "id": button.get("callback_data", ""),
        "label": button["text"],
        "kind": kind,
        "url": button.get("url"),
    }
