"""What a person sees of the chat with the bot."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.accounts import DemoAccount
from bot.sandbox.kept import NOTE, UPDATE, iso, rows_of
from storage.repositories.runtime import SandboxMessageRow
from storage.unit_of_work import UnitOfWork

Json = dict[str, Any]


class Thread:
    """The chat as it builds up, row by row."""

    def __init__(self) -> None:
        self.messages: dict[int, Json] = {}
        self.keyboard: list[list[Json]] | None = None
        """The reply keyboard below the chat."""
        self._one_time = False
        self._presses: dict[str, Json] = {}

    def shown(self) -> Json:
        """As the page reads it."""
        return {"messages": list(self.messages.values()), "keyboard": self.keyboard}

    def add(self, row: SandboxMessageRow) -> None:
        """What the row changes."""
        meta = row.meta or {}
        if row.channel == "telegram":
            self._add_sent(row, meta)
        elif "message" in meta:
            self._add_said(row, meta["message"])
        elif "edited_message" in meta:
            self._edit(meta["edited_message"])
        elif "callback_query" in meta:
            self._press(row, meta["callback_query"])
        elif "edits" in meta and meta["edits"] in self.messages:
            self.messages[meta["edits"]]["rows"] = _rows(meta["markup"].get("inline_keyboard"))
        elif "answers" in meta and meta["answers"] in self._presses:
            self._presses[meta["answers"]]["waiting"] = None

    def _add_sent(self, row: SandboxMessageRow, meta: Mapping[str, Any]) -> None:
        markup = meta.get("markup") or {}
        files = meta.get("attachments") or []
        message = _message(row, "bot", row.body)
        message["rows"] = _rows(markup.get("inline_keyboard"))
        if files:
            message["file"] = {"name": files[0]["name"], "url": f"/sandbox/files/{row.seq}/0"}
        self.messages[row.seq] = message
        if "keyboard" in markup:
            self.keyboard = markup["keyboard"]
            self._one_time = bool(markup.get("one_time_keyboard"))
        elif "remove_keyboard" in markup:
            self.keyboard = None

    def _add_said(self, row: SandboxMessageRow, said: Mapping[str, Any]) -> None:
        message = _message(row, "user", said.get("text", said.get("caption", "")))
        message["picture"] = "photo" in said
        if contact := said.get("contact"):
            name = " ".join(filter(None, (contact["first_name"], contact.get("last_name"))))
            message["contact"] = {"name": name, "phone": f"+{contact['phone_number']}"}
        self.messages[row.seq] = message
        if self._one_time:
            self.keyboard = None

    def _edit(self, edited: Mapping[str, Any]) -> None:
        if message := self.messages.get(edited["message_id"]):
            message.update(text=edited["text"], edited=True)

    def _press(self, row: SandboxMessageRow, query: Mapping[str, Any]) -> None:
        if message := self.messages.get(query["message"]["message_id"]):
            message["waiting"] = query["data"]
            self._presses[str(row.seq)] = message


def thread_of(uow: UnitOfWork, ours: DemoAccount, chat: str) -> Json:
    """The chat's messages, oldest first, and its keyboard."""
    thread = Thread()
    rows = [
        row for kind in ("telegram", UPDATE, NOTE) for row in rows_of(uow, ours.brand.id, kind, chat)
    ]  # fmt: skip
    for row in sorted(rows, key=lambda row: row.seq):
        if row.account_id == ours.row.id:
            thread.add(row)
    return thread.shown()


def _message(row: SandboxMessageRow, by: str, text: str) -> Json:
    return {
        "id": row.seq,
        "by": by,
        "text": text,
        "at": iso(row.created_at),
        "rows": [],
        "file": None,
        "contact": None,
        "picture": False,
        "edited": False,
        "waiting": None,
    }


def _rows(keyboard: list[list[Json]] | None) -> list[list[Json]]:
    return [
        [{"label": each["text"], "data": each.get("callback_data"), "url": each.get("url")} for each in row]
        for row in keyboard or []
    ]
