"""Updates as Telegram writes them: https://core.telegram.org/bots/api#update."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

DATE = 1_780_000_000
"""2026-05-28 20:26:40 UTC."""


@dataclass(frozen=True, slots=True)
class Person:
    id: int = 4711
    first_name: str = "Ada"
    last_name: str | None = "Lovelace"
    language_code: str | None = "en"

    def user(self) -> Json:
        fields = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "language_code": self.language_code,
        }
        return {name: value for name, value in fields.items() if value is not None}

    def chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.first_name}


ADA = Person()
BOB = Person(id=815, first_name="Bob", last_name=None)
GROUP = {"id": -1001234, "type": "supergroup", "title": "Everybody"}
PHOTO = [{"file_id": "AgAD", "file_unique_id": "AQAD", "width": 90, "height": 67}]


def message(person: Person = ADA, *, date: int = DATE, **fields: Any) -> Json:
    """A message from the person in their private chat; `fields` add to it or replace."""
    return {"message_id": 1, "from": person.user(), "chat": person.chat(), "date": date, **fields}


def said(text: str, person: Person = ADA, **fields: Any) -> Json:
    return {"message": message(person, text=text, **fields)}


def edited(text: str, person: Person = ADA, **fields: Any) -> Json:
    return {"edited_message": message(person, text=text, edit_date=DATE + 60, **fields)}


def pressed(data: str, person: Person = ADA, *, chat: Json | None = None, query_id: str = "99") -> Json:
    """A press on an inline button; `chat` is where the button stands, the person's own unless given."""
    shown = {"message_id": 7, "chat": chat or person.chat(), "date": DATE, "text": "Sure?"}
    return {
        "callback_query": {
            "id": query_id,
            "from": person.user(),
            "chat_instance": "-42",
            "message": shown,
            "data": data,
        }
    }


def shared_contact(person: Person = ADA, **card: Any) -> Json:
    """The person's own contact card; `card` replaces its fields, None leaves one out."""
    own = {"phone_number": "4915112345678", "first_name": person.first_name, "user_id": person.id, **card}
    return {"message": message(person, contact={k: v for k, v in own.items() if v is not None})}


def numbered(update: Json, update_id: int = 10_000) -> Json:
    return {"update_id": update_id, **update}
