"""Requests over real HTTP, without any of the libraries under test."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from tests.bot.web.sandbox.demo import Demo

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    demo: Demo, method: str, target: str, body: str = "", headers: Mapping[str, str] | None = None
) -> Answer:
    parts = urlsplit(demo.url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request(method, target, body.encode(), dict(headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.headers.items()), answer.read())
    finally:
        connection.close()


def post_json(demo: Demo, target: str, **body: Any) -> Answer:
    return ask(demo, "POST", target, json.dumps(body), JSON)


def post_form(demo: Demo, target: str, form: Mapping[str, str], **headers: str) -> Answer:
    return ask(demo, "POST", target, urlencode(form), {**FORM, **headers})


def outbox(demo: Demo, to: str) -> list[dict[str, Any]]:
    """What would have been sent to somebody."""
    listed: list[dict[str, Any]] = ask(demo, "GET", f"/sandbox/outbox?to={quote(to)}").json
    return listed


def text(demo: Demo, number: str, words: str, **more: Any) -> int:
    """Text the brand from the phone; what its webhook answered."""
    answer = post_json(demo, "/sandbox/phone/texts", number=number, text=words, **more)
    assert answer.status == 200, answer.text
    status: int = answer.json["webhook"]
    return status


def phone(demo: Demo, number: str) -> list[dict[str, Any]]:
    """What the phone shows."""
    shown: list[dict[str, Any]] = ask(demo, "GET", f"/sandbox/phone/thread?number={quote(number)}").json[
        "messages"
    ]
    return shown


def act(demo: Demo, chat: int, do: str, **values: Any) -> Answer:
    """Do something in the Telegram chat."""
    return post_json(demo, f"/sandbox/telegram/actions?chat={chat}", do=do, **values)


def telegram(demo: Demo, chat: int) -> Any:
    """What Telegram shows."""
    return ask(demo, "GET", f"/sandbox/telegram/thread?chat={chat}").json


def call(demo: Demo, method: str, body: str = "", headers: dict[str, str] | None = None) -> Answer:
    """Call a method of the Bot API as the demo's bot."""
    token = demo.account("telegram").setting("token")
    return ask(demo, "POST", f"/sandbox/telegram/bot{token}/{method}", body, headers)
