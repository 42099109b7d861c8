"""A Bot API server of our own: real HTTP on loopback, strict, and with people who write to the bot."""

import json
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from tests.channels.telegram.fake_http import request_fields
from tests.channels.telegram.fake_rules import BotApiError, bad, read_fields
from tests.channels.telegram.fake_updates import DATE, Json, Person, numbered, pressed

TOKEN = "4242:TEST-token_1"


@dataclass(frozen=True, slots=True)
class Call:
    """One request that the rules let through."""

    method: str
    fields: Json


Trouble = BotApiError | Literal["hang up", "stall", "gibberish"]


@dataclass
class FakeBotApi:
    """The server, used as a context manager. One bot; chats exist once a person is `met`."""

    token: str = TOKEN
    calls: list[Call] = field(default_factory=list)
    messages: list[Json] = field(default_factory=list)
    """What the bot sent, as Telegram's messages, oldest first."""
    webhook: Json | None = None
    """The fields of the last setWebhook."""

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._updates: list[Json] = []
        self._next_update = 10_000
        self._poller = 0
        self._people: dict[int, Person] = {}
        self._blocked: set[int] = set()
        self._open_presses: set[str] = set()
        self._troubles: dict[str, deque[Trouble]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    # The people

    def meet(self, person: Person) -> None:
        """The person has pressed Start: the bot may write to them."""
        self._people[person.id] = person

    def block(self, person: Person) -> None:
        self._blocked.add(person.id)

    def happens(self, update: Json, update_id: int | None = None) -> int:
        """Something is said or done; the number of the update that tells of it (jumps are allowed)."""
        with self._changed:
            number = self._next_update if update_id is None else update_id
            self._next_update = number + 1
            self._updates.append(numbered(update, number))
            self._changed.notify_all()
        return number

    def press(self, person: Person, label: str) -> int:
        """The person presses the inline button so labelled in the newest message that has one."""
        data = next(b["callback_data"] for b in self._inline_buttons(person) if b["text"] == label)
        query_id = f"press-{self._next_update}"
        self._open_presses.add(query_id)
        return self.happens(pressed(data, person, query_id=query_id))

    def deliver(self, url: str, secret: str | None, update: Json) -> int:
        """Call a webhook as Telegram does; its HTTP status."""
        target = urlsplit(url)
        headers = {"Content-Type": "application/json"}
        if secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        connection = HTTPConnection(str(target.hostname), target.port or 80, timeout=10)
        try:
            connection.request("POST", target.path, json.dumps(update), headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def _inline_buttons(self, person: Person) -> list[Json]:
        keyboards = [
            message["reply_markup"]["inline_keyboard"]
            for message in self.messages
            if message["chat"]["id"] == person.id and "reply_markup" in message
        ]
        return [button for keyboard in reversed(keyboards) for row in keyboard for button in row]

    # The troubles

    def trouble(self, method: str, *troubles: Trouble) -> None:
        """What the next calls of the method get instead of an answer, one each; the calls are recorded."""
        self._troubles.setdefault(method, deque()).extend(troubles)

    # The API

    def called(self, method: str) -> list[Json]:
        """The fields of each call of the method, oldest first."""
        return [call.fields for call in self.calls if call.method == method]

    def answer(self, token: str, method: str, request: BaseHTTPRequestHandler) -> Any:
        """The result of one request, a `Trouble` by name, or `BotApiError`."""
        raw = request_fields(request)
        if token != self.token:
            raise BotApiError(401, "Unauthorized")
        fields = read_fields(method, raw)
        with self._changed:
            self.calls.append(Call(method, fields))
            self._changed.notify_all()
        if waiting := self._troubles.get(method):
            return self._in_trouble(waiting.popleft())
        return self._methods()[method](fields)

    def _in_trouble(self, trouble: Trouble) -> str:
        if isinstance(trouble, BotApiError):
            raise trouble
        if trouble == "stall":
            self._closing.wait()
        return trouble

    def _methods(self) -> dict[str, Callable[[Json], Any]]:
        return {
            "getMe": self._me,
            "getUpdates": self._get_updates,
            "sendMessage": self._send,
            "sendDocument": self._send,
            "answerCallbackQuery": self._answer_press,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
        }

    def _me(self, fields: Json) -> Json:
        return {"id": 4242, "is_bot": True, "first_name": "Acme", "username": "acme_bot"}

    def _send(self, fields: Json) -> Json:
        chat = fields["chat_id"]
        if chat not in self._people:
            raise bad("chat not found")
        if chat in self._blocked:
            raise BotApiError(403, "Forbidden: bot was blocked by the user")
        sent = {"message_id": len(self.messages) + 1, "date": DATE, "chat": self._people[chat].chat()}
        sent |= {name: fields[name] for name in ("text", "caption") if name in fields}
        if "inline_keyboard" in fields.get("reply_markup", {}):
            sent["reply_markup"] = fields["reply_markup"]
        self.messages.append(sent)
        return sent

    def _answer_press(self, fields: Json) -> bool:
        if fields["callback_query_id"] not in self._open_presses:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self._open_presses.remove(fields["callback_query_id"])
        return True

    def _set_webhook(self, fields: Json) -> bool:
        self.webhook = fields
        return True

    def _delete_webhook(self, fields: Json) -> bool:
        self.webhook = None
        return True

    def _get_updates(self, fields: Json) -> list[Json]:
        """Asking from an offset forgets all before it; a newer poller ends the wait of an older one."""
        if self.webhook is not None:
            reason = (
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"
            )
            raise BotApiError(409, f"Conflict: {reason}")
        offset = fields.get("offset", 0)
        with self._changed:
            self._poller += 1
            poller = self._poller
            self._changed.notify_all()
            self._updates = [update for update in self._updates if update["update_id"] >= offset]
            self._changed.wait_for(lambda: self._is_over(poller), fields.get("timeout", 0))
            if poller != self._poller:
                raise BotApiError(409, "Conflict: terminated by other getUpdates request")
            return self._updates[: fields.get("limit", 100)]

    def _is_over(self, poller: int) -> bool:
        return bool(self._updates) or poller != self._poller or self._closing.is_set()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Block until the condition holds; it is looked at again whenever something happens here."""
        with self._changed:
            assert self._changed.wait_for(condition, 30), "what was waited for did not happen"


def _handler_of(api: FakeBotApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            _, bot, method = urlsplit(self.path).path.split("/")
            try:
                self._answer(api.answer(bot.removeprefix("bot"), method, self))
            except BotApiError as error:
                self._write(error.status, _not_ok(error))

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

        def _answer(self, result: Any) -> None:
            if result == "gibberish":
                self._write(502, b"<html>Bad Gateway</html>")
            elif result not in ("hang up", "stall"):
                self._write(200, json.dumps({"ok": True, "result": result}).encode())

        def _write(self, status: int, body: bytes) -> None:
            # Whoever asked may have gone, or been killed, meanwhile.
            with suppress(BrokenPipeError, ConnectionResetError):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

    return Handler


def _not_ok(error: BotApiError) -> bytes:
    answer: Json = {"ok": False, "error_code": error.status, "description": error.description}
    if error.parameters:
        answer["parameters"] = error.parameters
    return json.dumps(answer).encode()
