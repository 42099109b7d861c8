"""The Telegram users of the demo: each customer with the chat id that their phone number gives."""

import re
from dataclasses import dataclass
from typing import Any

from bot.demo.customers import DEMO_CUSTOMERS

_LARGEST = 2**52


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user. `id` is theirs and that of their private chat with any bot; `phone` is in E.164."""

    id: int
    name: str
    phone: str
    language: str = "en"

    def user(self) -> dict[str, Any]:
        """As Telegram describes a sender."""
        first, _, last = self.name.partition(" ")
        described = {"id": self.id, "is_bot": False, "first_name": first, "language_code": self.language}
        return described | ({"last_name": last} if last else {})

    def chat(self) -> dict[str, Any]:
        """Their private chat with the bot."""
        return {"id": self.id, "type": "private", "first_name": self.name.partition(" ")[0]}


def chat_of_phone(phone: str) -> int:
    """The chat id of whoever has that number."""
    return int(re.sub(r"\D", "", phone))


def person_of(chat: int) -> Person | None:
    """Who has that chat id: a customer of the demo, else a stranger; None for what is no user's id."""
    known = next((each for each in DEMO_CUSTOMERS if chat_of_phone(each.phone) == chat), None)
    if known is not None:
        return Person(chat, known.name, known.phone)
    return Person(chat, "Sam Stranger", f"+{chat}") if 0 < chat < _LARGEST else None
