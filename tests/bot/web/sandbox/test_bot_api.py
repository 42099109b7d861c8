"""The Bot API, called by aiogram as the worker calls it."""

import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from bot.sandbox.telegram.updates import Webhook, set_webhook
from bot.sandbox.wiring import sandbox_account
from channels.base import Account, Attachment, Button, Incoming, Outgoing, Refused
from channels.telegram.outbound import TelegramOutbound
from channels.telegram.polling import PolledElsewhere, TelegramPolling, next_offset
from channels.telegram.updates import parse_update
from tests.bot.web.sandbox.asking import JSON, act, ask, call, outbox, telegram
from tests.bot.web.sandbox.demo import Demo

QUESTION = (Button("c1", "Yes, cancel"), Button("c2", "Keep it"))


@pytest.fixture
def account(demo: Demo) -> Account:
    """The bot's account as the worker has it."""
    return sandbox_account(demo.account("telegram").row, demo.app.settings)


@pytest.fixture
def outbound(account: Account) -> Iterator[TelegramOutbound]:
    made = TelegramOutbound(account)
    yield made
    made.close()


@pytest.fixture
def polling(demo: Demo, account: Account) -> Iterator[TelegramPolling]:
    """Updates are fetched; those of earlier tests are forgotten."""
    made = TelegramPolling(account)
    made.delete_webhook()
    made.fetch(next_offset(made.fetch(0, 0)), 0)
    yield made
    made.close()
    with demo.app.database.write() as uow:
        set_webhook(uow, demo.account("telegram"), Webhook(f"{demo.url}/webhooks/telegram/demo", "x"))


def read(demo: Demo, update: dict[str, Any]) -> Incoming:
    """The update as the channel understands it."""
    (incoming,) = parse_update(update, demo.app.clock())
    assert isinstance(incoming, Incoming)
    return incoming


def test_who_the_bot_is(polling: TelegramPolling) -> None:
    me = polling.who_am_i()

    assert (me.id, me.username, me.name) == (7000000001, "brightline_demo_bot", "Brightline")


def test_a_message_with_buttons(demo: Demo, outbound: TelegramOutbound, chat: int) -> None:
    sent = outbound.send(Outgoing(str(chat), "Sure? <b>", QUESTION))

    (listed,) = outbox(demo, str(chat))
    assert listed["id"] == int(sent.message_id)
    assert listed["text"] == "Sure? <b>"
    assert [(each["id"], each["label"]) for each in listed["buttons"]] == [
        ("c1", "Yes, cancel"),
        ("c2", "Keep it"),
    ]
    (shown,) = telegram(demo, chat)["messages"]
    assert [row[0]["data"] for row in shown["rows"]] == ["c1", "c2"]


def test_a_press_is_fetched_and_acknowledged_once(
    demo: Demo, outbound: TelegramOutbound, polling: TelegramPolling, chat: int
) -> None:
    sent = outbound.send(Outgoing(str(chat), "Sure?", QUESTION))
    act(demo, chat, "press", message=int(sent.message_id), data="c1")

    (update,) = polling.fetch(0, 5)
    incoming = read(demo, update)
    assert update["callback_query"]["message"]["message_id"] == int(sent.message_id)
    assert (incoming.sender, incoming.choice) == (str(chat), "c1")
    assert telegram(demo, chat)["messages"][0]["waiting"] == "c1"

    outbound.send(Outgoing(str(chat), "Done", callback_id=incoming.callback_id))

    assert telegram(demo, chat)["messages"][0]["waiting"] is None
    again = call(demo, "answerCallbackQuery", json.dumps({"callback_query_id": incoming.callback_id}), JSON)
    assert (again.status, again.json["description"]) == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )


def test_a_button_that_is_not_there_cannot_be_pressed(
    demo: Demo, outbound: TelegramOutbound, chat: int
) -> None:
    sent = outbound.send(Outgoing(str(chat), "Sure?", QUESTION))

    assert act(demo, chat, "press", message=int(sent.message_id), data="c9").status == 409
    assert act(demo, chat + 500, "press", message=int(sent.message_id), data="c1").status == 409


def test_the_own_contact_and_somebody_elses(demo: Demo, polling: TelegramPolling, chat: int) -> None:
    act(demo, chat, "share_contact", own=True)
    act(demo, chat, "share_contact", own=False)

    own, other = (read(demo, update) for update in polling.fetch(0, 5))

    assert (own.form, own.contact_phone) == ("contact", f"+{chat}")
    assert (other.form, other.contact_phone) == ("contact", None)
    shown = [message["contact"] for message in telegram(demo, chat)["messages"]]
    assert [each["phone"] for each in shown] == [f"+{chat}", "+491713920098"]


def test_an_edit_and_a_picture(demo: Demo, polling: TelegramPolling, chat: int) -> None:
    act(demo, chat, "say", text="I want to stay")
    act(demo, chat, "edit", text="I want to leave")
    act(demo, chat, "send_picture", caption="Look")

    said, edited, picture = (read(demo, update) for update in polling.fetch(0, 5))

    assert [(each.form, each.text) for each in (said, edited, picture)] == [
        ("text", "I want to stay"),
        ("edited", "I want to leave"),
        ("media", "Look"),
    ]
    first, second = telegram(demo, chat)["messages"]
    assert (first["text"], first["edited"]) == ("I want to leave", True)
    assert second["picture"] is True


def test_there_must_be_something_to_edit(demo: Demo, chat: int) -> None:
    assert act(demo, chat, "edit", text="What?").status == 409


def test_updates_come_until_they_are_confirmed(demo: Demo, polling: TelegramPolling, chat: int) -> None:
    act(demo, chat, "say", text="one")
    act(demo, chat, "say", text="two")
    first = polling.fetch(0, 5)
    assert polling.fetch(0, 0) == first

    again = polling.fetch(first[0]["update_id"] + 1, 5)

    assert [update["message"]["text"] for update in again] == ["two"]
    assert polling.fetch(next_offset(again), 0) == []
    assert polling.fetch(0, 0) == []


def test_a_waiting_poll_is_woken(demo: Demo, polling: TelegramPolling, chat: int) -> None:
    threading.Timer(0.3, act, (demo, chat, "say"), {"text": "late"}).start()
    begun = time.monotonic()

    (update,) = polling.fetch(0, 9)

    assert update["message"]["text"] == "late"
    assert time.monotonic() - begun < 3


def test_a_second_poller_ends_the_first(polling: TelegramPolling, account: Account) -> None:
    second = TelegramPolling(account)
    threading.Timer(0.5, second.fetch, (0, 0)).start()

    with pytest.raises(PolledElsewhere):
        polling.fetch(0, 9)
    second.close()


def test_no_polling_beside_a_webhook(demo: Demo, polling: TelegramPolling) -> None:
    polling.register_webhook(f"{demo.url}/webhooks/telegram/demo", "a-secret")

    with pytest.raises(PolledElsewhere):
        polling.fetch(0, 0)
    info = call(demo, "getWebhookInfo").json["result"]
    assert info == {
        "url": f"{demo.url}/webhooks/telegram/demo",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }


def test_a_webhook_elsewhere_is_refused(polling: TelegramPolling) -> None:
    with pytest.raises(Refused):
        polling.register_webhook("https://elsewhere.example/", "a-secret")


def test_updates_wait_for_a_webhook_that_refuses_them(
    demo: Demo, polling: TelegramPolling, chat: int
) -> None:
    polling.register_webhook(f"{demo.url}/webhooks/telegram/demo", "not-the-secret")
    assert act(demo, chat, "say", text="Hello").json == {"webhook": 403}
    secret = demo.account("telegram").setting("webhook_secret")
    polling.register_webhook(f"{demo.url}/webhooks/telegram/demo", secret)

    assert act(demo, chat, "say", text="Hello again").json == {"webhook": 204}

    assert call(demo, "getWebhookInfo").json["result"]["pending_update_count"] == 0


def test_a_document_with_a_caption(demo: Demo, outbound: TelegramOutbound, chat: int) -> None:
    file = Attachment("receipt.json", "application/json", b'{"number": 1}')
    outbound.send(Outgoing(str(chat), "Your receipt", attachments=(file,)))

    (shown,) = telegram(demo, chat)["messages"]
    saved = ask(demo, "GET", shown["file"]["url"])
    assert (shown["text"], shown["file"]["name"]) == ("Your receipt", "receipt.json")
    assert saved.body == b'{"number": 1}'


def test_a_keyboard_that_asks_for_the_contact(demo: Demo, outbound: TelegramOutbound, chat: int) -> None:
    ways = (Button("c1", "Share my number", "share_contact"), Button("c2", "Go on without"))
    outbound.send(Outgoing(str(chat), "Who are you?", ways))
    assert telegram(demo, chat)["keyboard"] == [
        [{"text": "Share my number", "request_contact": True}],
        [{"text": "Go on without"}],
    ]

    act(demo, chat, "share_contact", own=True)

    assert telegram(demo, chat)["keyboard"] is None


def test_the_buttons_under_a_message_can_be_changed(
    demo: Demo, outbound: TelegramOutbound, chat: int
) -> None:
    sent = outbound.send(Outgoing(str(chat), "Sure?", QUESTION))

    answer = call(
        demo,
        "editMessageReplyMarkup",
        json.dumps({"chat_id": chat, "message_id": int(sent.message_id)}),
        JSON,
    )

    assert answer.status == 200
    assert telegram(demo, chat)["messages"][0]["rows"] == []
