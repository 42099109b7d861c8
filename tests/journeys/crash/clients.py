"""Customers who cancel by web chat and SMS while processes die, and who try again until they are answered."""

import random
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

from bot.demo.brand import DEMO_ACCOUNTS, DEMO_TOKEN_KEY
from bot.demo.load import load_ref
from bot.identification.tokens import mint_token
from bot.sandbox.posting import twilio_signature
from bot.wiring import Clock
from tests.journeys.calling import Caller, Reply
from tests.journeys.crash.history import History, Told

DUPLICATED = 0.2
BY_SMS = 0.25
MOST_STEPS = 12
SMS = next(account for account in DEMO_ACCOUNTS if account.kind == "sms")


class GaveUp(Exception):
    """The time was over, or what came back was no answer to be tried again."""


@dataclass(slots=True)
class Clients:
    """Whoever cancels: `play` returns when all are finished or the deadline is over."""

    port: int
    clock: Clock
    history: History
    deadline: float
    over: threading.Event = field(default_factory=threading.Event)

    def play(self, cancellations: int, seed: int, at_once: int) -> None:
        with ThreadPoolExecutor(at_once, "client") as pool:
            for number in range(1, cancellations + 1):
                pool.submit(self._one, number, random.Random(seed * 1_000_003 + number))

    def _one(self, number: int, chances: random.Random) -> None:
        by_sms = chances.random() < BY_SMS
        told = self.history.begin(load_ref(number), "sms" if by_sms else "web")
        try:
            if by_sms:
                Texter(self, told, number, chances).declare()
            else:
                Chatter(self, told, number, chances).cancel()
            told.finished = True
        except Exception as error:
            told.trouble = f"{type(error).__name__}: {error}"

    def again_until(self, attempt: Callable[[], Reply], *wanted: int) -> Reply:
        """Try until the answer has one of these statuses; 5xx and silence are tried again."""
        while time.monotonic() < self.deadline:
            try:
                reply = attempt()
            except (OSError, HTTPException):
                self.history.tried(failed=True)
            else:
                self.history.tried(failed=reply.status >= 500)
                if reply.status in wanted:
                    return reply
                if reply.status < 500:
                    raise GaveUp(f"{reply.status}: {reply.text[:200]}")
            time.sleep(0.1)
        raise GaveUp("the time was over")


@dataclass(slots=True)
class Chatter:
    """Somebody in the web chat, vouched for by the brand's page."""

    clients: Clients
    told: Told
    number: int
    chances: random.Random
    caller: Caller = field(init=False)

    def __post_init__(self) -> None:
        self.caller = Caller(self.clients.port)

    def cancel(self) -> None:
        """Until there is a receipt: the way out is always the first choice."""
        session = self.clients.again_until(self._begin, 201).json()
        self.caller.headers["Authorization"] = f"Bearer {session['token']}"
        self._send({"text": "I want to cancel"})
        for _ in range(MOST_STEPS):
            state = self._settled()
            if state["record"] is not None:
                self.told.record = state["record"]["number"]
                return
            self._send({"choice": _way_out(state)})
        raise GaveUp(f"no receipt after {MOST_STEPS} messages")

    def _begin(self) -> Reply:
        # A token is good for one session: who was not answered brings a fresh one.
        token = mint_token(
            DEMO_TOKEN_KEY, "demo", load_ref(self.number), uuid.uuid4().hex, self.clients.clock()
        )
        return self.caller.post("/chat/demo/sessions", {"locale": "en", "identity": token})

    def _send(self, message: dict[str, str]) -> None:
        body = {"id": str(uuid.UUID(int=self.chances.getrandbits(128), version=4)), **message}
        replies = [self._post(body)]
        if self.chances.random() < DUPLICATED:
            replies.append(self._post(body))
        self.told.acknowledged.append(body["id"])
        self.told.replies[body["id"]] = [reply.json() for reply in replies]

    def _post(self, body: dict[str, str]) -> Reply:
        return self.clients.again_until(lambda: self.caller.post("/chat/demo/messages", body), 200)

    def _settled(self) -> dict[str, Any]:
        """The chat once it asks for something: a look-up may be under way."""
        while True:
            state: dict[str, Any] = self.clients.again_until(
                lambda: self.caller.get("/chat/demo/messages"), 200
            ).json()
            if not state["pending"]:
                return state
            time.sleep(0.1)


def _way_out(state: dict[str, Any]) -> str:
    shown = next(each["choices"] for each in reversed(state["messages"]) if each["choices"])
    return str(shown[0]["id"])


@dataclass(slots=True)
class Texter:
    """Somebody whom nobody knows, who leaves their declaration by SMS."""

    clients: Clients
    told: Told
    number: int
    chances: random.Random

    def declare(self) -> None:
        """Three texts; the provider delivers each again until it is taken, and some of them twice."""
        details = f"Customer {self.number}, contract {load_ref(self.number)}, c{self.number}@example.com"
        for text in ("I want to cancel", "Go on without", details):
            sid = f"SM{self.chances.getrandbits(128):032x}"
            self._deliver(sid, text)
            self.told.acknowledged.append(sid)
            if self.chances.random() < DUPLICATED:
                self._deliver(sid, text)

    def _deliver(self, sid: str, text: str) -> None:
        form = {
            "MessageSid": sid,
            "AccountSid": SMS.settings["account_sid"],
            "From": phone_of(self.number),
            "To": SMS.address,
            "Body": text,
            "NumMedia": "0",
        }
        url = f"http://127.0.0.1:{self.clients.port}/webhooks/sms/demo"
        signature = twilio_signature(SMS.settings["auth_token"], url, form)
        caller = Caller(self.clients.port, {"X-Twilio-Signature": signature})
        self.clients.again_until(lambda: caller.submit("/webhooks/sms/demo", **form), 200, 204)


def phone_of(number: int) -> str:
    return f"+4917139{number:06}"
