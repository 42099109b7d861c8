"""The Bot API called by hand: every way to ask, and what it refuses."""

import json
from urllib.parse import quote

import pytest

from bot.sandbox.wiring import sandbox_account
from channels.base import Account, Outgoing, Refused, Unreachable
from channels.telegram.outbound import TelegramOutbound
from tests.bot.web.sandbox.asking import FORM, JSON, ask, call, post_json
from tests.bot.web.sandbox.demo import Demo


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ('{"chat_id": 491713920099, "text": "Hello"}', JSON),
        ("chat_id=491713920099&text=Hello", FORM),
    ],
)
def test_every_way_to_ask(demo: Demo, body: str, headers: dict[str, str]) -> None:
    assert call(demo, "sendmessage", body, headers).json["ok"] is True


def test_asking_with_get(demo: Demo) -> None:
    token = demo.account("telegram").setting("token")
    query = "chat_id=491713920099&text=Hello%20there"

    answer = ask(demo, "GET", f"/sandbox/telegram/bot{token}/sendMessage?{query}")

    assert answer.json["result"]["text"] == "Hello there"


@pytest.mark.parametrize(
    ("method", "body", "status", "description"),
    [
        ("dance", {}, 404, "Not Found: method not found"),
        ("sendMessage", {"chat_id": 1}, 400, "Bad Request: text is missing"),
        ("sendMessage", {"chat_id": 1, "text": " "}, 400, "Bad Request: message text is empty"),
        ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, 400, "Bad Request: message is too long"),
        ("sendMessage", {"chat_id": 1, "text": 7}, 400, "Bad Request: a text was expected"),
        (
            "sendMessage",
            {"chat_id": True, "text": "x"},
            400,
            f"Bad Request: a whole number from 1 to {2**52} was expected",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "colour": 1},
            400,
            "Bad Request: sendMessage has no field colour",
        ),
        (
            "sendMessage",
            {
                "chat_id": 1,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]},
            },
            400,
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": "{"},
            400,
            "Bad Request: can't parse JSON",
        ),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "editMessageReplyMarkup",
            {"chat_id": 1, "message_id": 1},
            400,
            "Bad Request: message to edit not found",
        ),
        (
            "sendDocument",
            {"chat_id": 1, "document": "x"},
            400,
            "Bad Request: wrong file identifier/HTTP URL specified",
        ),
    ],
)
def test_what_telegram_refuses(
    demo: Demo, method: str, body: dict[str, object], status: int, description: str
) -> None:
    answer = call(demo, method, json.dumps(body), JSON)

    assert answer.status == status
    assert answer.json == {"ok": False, "error_code": status, "description": description}


def test_json_that_is_none(demo: Demo) -> None:
    assert call(demo, "getMe", "[", JSON).status == 400


@pytest.mark.parametrize("token", ["1:wrong", "x"])
def test_an_unknown_token(demo: Demo, token: str) -> None:
    answer = ask(demo, "POST", f"/sandbox/telegram/bot{quote(token)}/getMe")

    assert (answer.status, answer.json["description"]) == (401, "Unauthorized")


def test_a_wrong_token_is_told_to_the_worker(demo: Demo, chat: int) -> None:
    account = sandbox_account(demo.account("telegram").row, demo.app.settings)
    wrong = TelegramOutbound(
        Account("t", "telegram", "bot", {**account.settings, "token": "7000000001:wrong"})
    )

    with pytest.raises(Refused, match="check the setting token") as refused:
        wrong.send(Outgoing(str(chat), "Hello"))
    wrong.close()
    assert not isinstance(refused.value, Unreachable)


@pytest.mark.parametrize(
    "body",
    [
        {"do": "dance"},
        {"do": "press", "message": "1", "data": "c1"},
        {"do": "share_contact"},
        {"do": "say", "text": ""},
    ],
)
def test_what_nobody_does(demo: Demo, chat: int, body: dict[str, object]) -> None:
    assert post_json(demo, f"/sandbox/telegram/actions?chat={chat}", **body).status == 400


@pytest.mark.parametrize("chat", ["0", "-5", "x", "99999999999999999"])
def test_a_chat_that_nobody_has(demo: Demo, chat: str) -> None:
    assert ask(demo, "GET", f"/sandbox/telegram/thread?chat={chat}").status == 400
