"""Somebody on Telegram who chats with the demo's bot, as Telegram tells it."""

from itertools import count
from typing import Any

from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_ACCOUNTS
from storage.repositories.runtime import SandboxMessageRow
from tests.bot.web.chat.house import House
from tests.channels.telegram.fake_updates import Person, numbered, pressed, said, shared_contact

PATH = "/webhooks/telegram/demo"
SECRET = next(each for each in DEMO_ACCOUNTS if each.kind == "telegram").settings["webhook_secret"]
ADA_PHONE = "491713920001"

_updates = count(1_000)


class TelegramUser:
    """A person in their private chat with the bot."""

    def __init__(self, house: House, person: Person | None = None) -> None:
        self.house, self.person = house, person or Person()

    def post(self, update: dict[str, Any], secret: str | None = SECRET) -> TestResponse:
        """Post an update as Telegram does."""
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        return self.house.client().post(PATH, json=update, headers=headers)

    def happen(self, update: dict[str, Any]) -> list[SandboxMessageRow]:
        """Let something happen; what the bot sends upon it."""
        before = len(self.received)
        assert self.post(numbered(update, next(_updates))).status_code == 204
        self.house.run_due()
        return self.received[before:]

    def say(self, text: str) -> str:
        """Write; all that the bot answers."""
        return texts(self.happen(said(text, self.person)))

    def share(self, **card: Any) -> str:
        """Share a contact card, the own one unless its fields are given."""
        return texts(self.happen(shared_contact(self.person, **{"phone_number": ADA_PHONE, **card})))

    def press(self, label: str) -> str:
        """Press a button of the newest question."""
        return texts(self.happen(pressed(self.button(label), self.person)))

    def button(self, label: str) -> str:
        """What the newest question's button carries."""
        asked = [row.buttons for row in self.received if row.buttons]
        return next(str(each["id"]) for each in asked[-1] if each["label"] == label)

    @property
    def received(self) -> list[SandboxMessageRow]:
        """All that the bot sent."""
        return [row for row in self.house.sent(str(self.person.id)) if row.channel == "telegram"]


def texts(rows: list[SandboxMessageRow]) -> str:
    return "\n".join(row.body for row in rows)
