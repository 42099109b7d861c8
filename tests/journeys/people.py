"""The people of a journey: who writes by web chat, SMS and Telegram, and who answers at the desk."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.demo.brand import DEMO_TOKEN_KEY
from bot.identification.tokens import mint_token
from bot.sandbox.telegram.people import chat_of_phone
from tests.journeys.calling import Caller, Reply, done
from tests.journeys.running import Running
from tests.journeys.stream import Stream
from tests.journeys.waiting import until

Message = dict[str, Any]


@dataclass(slots=True)
class Visitor:
    """Somebody in the web chat, as a brand's own program speaks the HTTP contract."""

    running: Running
    caller: Caller
    answer: dict[str, Any] = field(default_factory=dict)
    brand: str = "demo"

    @classmethod
    def of(cls, running: Running, customer: str | None = None, locale: str = "en") -> "Visitor":
        """A new chat; `customer` is vouched for by the demo's own page."""
        body = {"locale": locale}
        if customer is not None:
            asked = running.caller().post("/start/identity", {"customer": customer})
            body["identity"] = done(asked)["identity"]
        return cls._begun(running, body)

    @classmethod
    def vouched(cls, running: Running, customer: str) -> "Visitor":
        """A new chat of anybody for whom the brand's page vouches with the demo's key."""
        identity = mint_token(DEMO_TOKEN_KEY, "demo", customer, uuid.uuid4().hex, datetime.now(UTC))
        return cls._begun(running, {"locale": "en", "identity": identity})

    @classmethod
    def _begun(cls, running: Running, body: dict[str, str]) -> "Visitor":
        caller = running.caller()
        answer = done(caller.post("/chat/demo/sessions", body), 201)
        caller.headers["Authorization"] = f"Bearer {answer['token']}"
        return cls(running, caller, answer)

    @property
    def texts(self) -> list[str]:
        """What the last answer said."""
        return [message["text"] for message in self.answer["messages"]]

    @property
    def said(self) -> str:
        return "\n".join(self.texts)

    def say(self, text: str) -> dict[str, Any]:
        return self._send({"text": text})

    def press(self, position: int = 0) -> dict[str, Any]:
        """Press a choice of the last message that has any; the first one is the way out."""
        shown = next(each["choices"] for each in reversed(self.answer["messages"]) if each["choices"])
        return self._send({"choice": shown[position]["id"]})

    def choose(self, outcome: str) -> dict[str, Any]:
        """Make a choice by the name of its outcome."""
        return self._send({"choice": outcome})

    def post(self, message: dict[str, str]) -> Reply:
        return self.caller.post(f"/chat/{self.brand}/messages", message)

    def _send(self, message: dict[str, str]) -> dict[str, Any]:
        self.answer = done(self.post({"id": str(uuid.uuid4()), **message}))
        return self.answer

    def state(self) -> dict[str, Any]:
        """Everything that the chat shows now."""
        state: dict[str, Any] = done(self.caller.get(f"/chat/{self.brand}/messages"))
        return state

    def stream(self, last_id: str = "") -> Stream:
        headers = {"Authorization": self.caller.headers["Authorization"]}
        return Stream(self.running.port, f"/chat/{self.brand}/events", headers, last_id)


@dataclass(slots=True)
class Phone:
    """The sandbox's phone: it texts in the provider's signed requests."""

    caller: Caller
    number: str

    @classmethod
    def of(cls, running: Running, number: str) -> "Phone":
        return cls(running.caller(), number)

    def text(self, words: str) -> None:
        answer = done(self.caller.post("/sandbox/phone/texts", {"number": self.number, "text": words}))
        assert answer["webhook"] == 204, answer

    def thread(self) -> list[Message]:
        """What the phone shows."""
        shown: list[Message] = done(self.caller.get("/sandbox/phone/thread", number=self.number))["messages"]
        return shown

    def received(self, words: str, count: int = 1) -> Message:
        """The last message from the brand with these words in it, once there are that many."""

        def wanted() -> Message | None:
            found = [each for each in self.thread() if each["by"] == "brand" and words in each["text"]]
            return found[-1] if len(found) >= count else None

        return until(wanted, f"{words!r} on the phone")

    def digit_for(self, message: Message, label: str) -> str:
        """The digit that stands before a choice."""
        found = re.search(rf"^(\d) {re.escape(label)}", message["text"], re.MULTILINE)
        assert found, message["text"]
        return found[1]


@dataclass(slots=True)
class Telegram:
    """A Telegram user in the sandbox's chat with the bot."""

    caller: Caller
    chat: int

    @classmethod
    def of(cls, running: Running, phone: str) -> "Telegram":
        return cls(running.caller(), chat_of_phone(phone))

    def say(self, words: str) -> None:
        self._do({"do": "say", "text": words})

    def share_contact(self, *, own: bool = True) -> None:
        self._do({"do": "share_contact", "own": own})

    def press(self, message: Message, label: str) -> None:
        """Press the button with that label under a message."""
        buttons = [button for row in message["rows"] for button in row]
        data = next(button["data"] for button in buttons if button["label"] == label)
        self._do({"do": "press", "message": message["id"], "data": data})

    def thread(self) -> dict[str, Any]:
        shown: dict[str, Any] = done(self.caller.get("/sandbox/telegram/thread", chat=str(self.chat)))
        return shown

    def received(self, words: str) -> Message:
        """The last message from the bot with these words in it, once there is one."""

        def wanted() -> Message | None:
            found = [m for m in self.thread().get("messages", []) if m["by"] == "bot" and words in m["text"]]
            return found[-1] if found else None

        return until(wanted, f"{words!r} in Telegram")

    def _do(self, action: dict[str, Any]) -> None:
        answer = done(self.caller.post(f"/sandbox/telegram/actions?chat={self.chat}", action))
        assert answer["webhook"] in (200, 204), answer


@dataclass(slots=True)
class Colleague:
    """Somebody of the staff, logged in through the page for it."""

    caller: Caller

    @classmethod
    def logged_in(cls, running: Running, login: str, password: str) -> "Colleague":
        caller = running.caller()
        reply = caller.submit("/login", email=login, password=password)
        assert reply.status == 303, reply.text
        page = caller.call("GET", reply.headers["Location"], headers={"Accept": "text/html"})
        token = re.search(r'name="csrf-token" content="([^"]+)"', page.text)
        assert token, page.text[:1000]
        caller.headers["X-CSRF-Token"] = token[1]
        return cls(caller)

    def queue(self, which: str = "waiting") -> list[Message]:
        items: list[Message] = done(self.caller.get("/desk/api/queue", filter=which))["items"]
        return items

    def chat(self, conversation: str) -> dict[str, Any]:
        shown: dict[str, Any] = done(self.caller.get(f"/desk/api/conversations/{conversation}"))
        return shown

    def act(self, conversation: str, action: str, **body: str) -> None:
        done(self.caller.post(f"/desk/api/conversations/{conversation}/{action}", body))

    def write(self, conversation: str, text: str) -> None:
        self.act(conversation, "messages", text=text, id=str(uuid.uuid4()))


def mail_about(running: Running, address: str, number: str) -> Message:
    """The mail with a record's number, once it is there. An earlier one may still come after a reset."""
    found = until(
        lambda: [each for each in mails_to(running, address) if number in each["text"]],
        f"a mail about {number}",
    )
    return found[0]


def mails_to(running: Running, address: str) -> list[Message]:
    """The mails that would have been sent there."""
    sent: list[Message] = done(running.caller().get("/sandbox/outbox", to=address))
    return [each for each in sent if each["channel"] == "email"]


def code_to(running: Running, address: str, since: int = 0) -> str:
    """The last code that was sent to an address, once there is one after a message's id."""

    def wanted() -> str | None:
        sent = done(running.caller().get("/sandbox/outbox", to=address, since=str(since)))
        codes = [found[0] for each in sent if (found := re.findall(r"\b\d{6}\b", each["text"]))]
        return codes[-1] if codes else None

    return until(wanted, f"a code to {address}")


def record_number(text: str) -> str:
    """The record's number in a receipt."""
    found = re.search(r"\bBL-[0-9A-Z]{6,}", text)
    assert found, text
    return found[0]
