"""Somebody in the web chat, as a program that speaks the HTTP contract."""

import secrets
import uuid
from datetime import datetime
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.demo.brand import DEMO_TOKEN_KEY
from bot.identification.tokens import mint_token
from tests.bot.web.chat.house import NOW

Json = dict[str, Any]


def vouching(customer: str, now: datetime = NOW, **options: Any) -> str:
    """A token as the demo's own page makes it."""
    return mint_token(DEMO_TOKEN_KEY, "demo", customer, secrets.token_hex(8), now, **options)


class Visitor:
    """A chat with its token; `answer` is the newest answer, `replies` all that the bot ever said."""

    def __init__(self, client: FlaskClient, brand: str = "demo") -> None:
        self.client, self.brand = client, brand
        self.token = ""
        self.answer: Json = {}
        self.replies: list[Json] = []

    def begin(self, customer: str | None = None, locale: str = "en", **body: Any) -> "Visitor":
        """Open the chat, vouched for as a customer when one is given."""
        if customer is not None:
            body["identity"] = vouching(customer)
        response = self.client.post(self.path("sessions"), json={"locale": locale, **body})
        self.token = self._take(response)["token"]
        return self

    def path(self, name: str) -> str:
        return f"/chat/{self.brand}/{name}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, message_id: str | None = None, **body: Any) -> TestResponse:
        """POST a message, whatever becomes of it."""
        body = {"id": message_id or str(uuid.uuid4()), **body}
        return self.client.post(self.path("messages"), json=body, headers=self.headers)

    def send(self, message_id: str | None = None, **body: Any) -> Json:
        """POST a message that is taken; what the chat answers, without keeping it."""
        return answer_in(self.post(message_id, **body))

    def say(self, text: str) -> Json:
        """Write something; what the chat answers."""
        return self._take(self.post(text=text))

    def press(self, label: str) -> Json:
        """Press a choice of the present question, by what stands on it."""
        return self._take(self.post(choice=self.choice(label)))

    def choice(self, label: str) -> str:
        """The id of a choice of the present question."""
        found: dict[str, str] = {each["label"]: each["id"] for each in self.choices}
        assert label in found, f"{label!r} is not among {list(found)}"
        return found[label]

    @property
    def choices(self) -> list[Json]:
        """What the newest question lets choose from."""
        asked: list[list[Json]] = [message["choices"] for message in self.replies if message["choices"]]
        return asked[-1]

    @property
    def labels(self) -> list[str]:
        return [each["label"] for each in self.choices]

    @property
    def text(self) -> str:
        """All that the newest answer says."""
        return "\n".join(message["text"] for message in self.answer["messages"])

    def look(self, since: int = 0) -> Json:
        """The chat as it stands, with its messages after a number."""
        return answer_in(self.client.get(f"{self.path('messages')}?since={since}", headers=self.headers))

    def _take(self, response: TestResponse) -> Json:
        self.answer = answer_in(response)
        self.replies += [message for message in self.answer["messages"] if message["author"] != "customer"]
        return self.answer


def answer_in(response: TestResponse) -> Json:
    """What a request that was taken is answered."""
    assert response.status_code in (200, 201), response.get_data(as_text=True)
    assert isinstance(response.json, dict)
    return response.json


def error_in(response: TestResponse) -> tuple[int, str | None]:
    """The status of an answer and the code of its error, if it is one."""
    body = response.get_json(silent=True)
    error = body.get("error") if isinstance(body, dict) else None
    return response.status_code, None if error is None else error["code"]
