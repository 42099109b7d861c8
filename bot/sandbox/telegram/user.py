"""What a person does in the chat with the bot, as the Update that tells of it."""

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.accounts import DemoAccount
from bot.sandbox.kept import UPDATE, keep, row_numbered, rows_of
from bot.sandbox.telegram.people import Person
from bot.sandbox.telegram.updates import post_waiting
from bot.wiring import Application
from storage.repositories.runtime import SandboxMessageRow
from storage.unit_of_work import UnitOfWork

SOMEBODY_ELSE = {"phone_number": "491713920098", "first_name": "Somebody", "last_name": "Else", "user_id": 98}
"""A contact that is not the sender's own."""


class NotPossible(Exception):
    """Nobody can do this in a real chat either; the message says why."""


class TelegramUser:
    """One person's Telegram. What they do is kept first; then, where a webhook is set, it is posted."""

    def __init__(self, app: Application, ours: DemoAccount, person: Person) -> None:
        self._app, self._ours, self._person = app, ours, person

    def say(self, text: str) -> int | None:
        """Send a text. Each method gives how the bot's webhook answered (`post_waiting`)."""
        return self._do(text, {"message": self._message(text=text)})

    def send_picture(self, caption: str = "") -> int | None:
        """Send a photo."""
        photo = [{"file_id": "AgAD", "file_unique_id": "AQAD", "width": 320, "height": 240, "file_size": 999}]
        return self._do(caption, {"message": self._message(photo=photo, **_only(caption=caption))})

    def share_contact(self, own: bool) -> int | None:
        """Share the own phone number, or somebody else's card."""
        user = self._person.user()
        card = {
            "phone_number": self._person.phone.removeprefix("+"),
            "first_name": user["first_name"],
            "user_id": self._person.id,
            **_only(last_name=user.get("last_name")),
        }
        return self._do("", {"message": self._message(contact=card if own else SOMEBODY_ELSE)})

    def edit(self, text: str) -> int | None:
        """Change the last text. Raises `NotPossible` when there is none."""
        with self._app.database.read() as uow:
            said = self._last_said(uow)
        if said is None:
            raise NotPossible("You have not written anything yet that could be edited.")
        date = int(self._app.clock().timestamp())
        edited = {**self._message(text=text), "message_id": said.seq, "edit_date": date}
        return self._do(text, {"edited_message": edited})

    def press(self, message: int, data: str) -> int | None:
        """Press a button under the bot's message. Raises `NotPossible` when it has no such button."""
        with self._app.database.read() as uow:
            shown = row_numbered(uow, self._ours.brand.id, "telegram", message)
        if shown is None or shown.recipient != str(self._person.id) or not _has_button(shown, data):
            raise NotPossible("There is no such button in this chat.")
        query = {
            "from": self._person.user(),
            "chat_instance": str(-self._person.id * 31),
            "message": {
                "message_id": shown.seq,
                "from": bot_user(self._ours),
                "chat": self._person.chat(),
                "date": int(shown.created_at.timestamp()),
                "text": shown.body,
            },
            "data": data,
        }
        return self._do(data, {"callback_query": query})

    def _last_said(self, uow: UnitOfWork) -> SandboxMessageRow | None:
        rows = rows_of(uow, self._ours.brand.id, UPDATE, str(self._person.id))
        ours = [row for row in rows if row.account_id == self._ours.row.id]
        return next((row for row in reversed(ours) if "text" in (row.meta or {}).get("message", {})), None)

    def _message(self, **content: Any) -> dict[str, Any]:
        date = int(self._app.clock().timestamp())
        return {"from": self._person.user(), "chat": self._person.chat(), "date": date, **content}

    def _do(self, body: str, update: Mapping[str, Any]) -> int | None:
        brand, account = self._ours.brand.id, self._ours.row.id
        with self._app.database.write() as uow:
            now = self._app.clock()
            keep(uow, brand, UPDATE, str(self._person.id), body, now, account=account, meta=update)
        return post_waiting(self._app, self._ours)


def bot_user(ours: DemoAccount) -> dict[str, Any]:
    """The bot as Telegram describes a sender."""
    return {
        "id": int(ours.setting("token").partition(":")[0]),
        "is_bot": True,
        "first_name": ours.brand.name,
        "username": ours.row.address.removeprefix("@"),
    }


def _has_button(row: SandboxMessageRow, data: str) -> bool:
    """Whether the message ever had the button: whose keyboard was taken away may have been pressed before."""
    return any(button["id"] == data for button in json.loads(json.dumps(row.buttons or [])))


def _only(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
