"""A cancellation by text message and on Telegram: web process and worker, each with its real protocol."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.web.sandbox.asking import act, outbox, telegram, text
from tests.bot.web.sandbox.demo import ADA, ADAS_CHAT, Demo, running_demo, working

LONGEST_S = 30.0


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo with its worker."""
    folder: Path = tmp_path_factory.mktemp("whole")
    with running_demo(folder) as running, working(running):
        yield running


def eventually(look: Callable[[], Any]) -> Any:
    """What `look` gives as soon as it is something."""
    deadline = time.monotonic() + LONGEST_S
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError("what was waited for did not happen")


def heard(demo: Demo, to: str, words: str) -> Callable[[], Any]:
    return lambda: next((each for each in outbox(demo, to) if re.search(words, each["text"])), None)


@pytest.mark.slow
def test_by_text_message(demo: Demo) -> None:
    text(demo, ADA, "I want to cancel my contract")
    first = eventually(heard(demo, ADA, r"(?m)^1 "))
    assert first["channel"] == "sms"
    text(demo, ADA, "BL-1001")
    code = eventually(heard(demo, ADA, r"\b\d{6}\b"))["text"]
    found = re.search(r"\b\d{6}\b", code)
    assert found is not None
    text(demo, ADA, found[0])
    offer = eventually(heard(demo, ADA, r"(?i)pause"))
    text(demo, ADA, digit_of(offer["text"], r"(?i)no, cancel"))
    quote = eventually(heard(demo, ADA, r"(?i)confirm"))
    text(demo, ADA, digit_of(quote["text"], r"(?i)confirm"))

    mail = eventually(lambda: outbox(demo, "ada.sommer@example.com"))[0]

    assert re.search(r"BL-[0-9A-Z]{6,}", mail["subject"])
    assert mail["attachments"][0]["name"].endswith(".json")
    eventually(lambda: "delivered" in deliveries(demo))


@pytest.mark.slow
def test_on_telegram_with_a_shared_contact(demo: Demo) -> None:
    chat = ADAS_CHAT + 1
    act(demo, chat, "say", text="/cancel")
    eventually(lambda: telegram(demo, chat)["keyboard"])
    act(demo, chat, "share_contact", own=True)
    question = eventually(lambda: asked(demo, chat))

    act(demo, chat, "press", message=question["id"], data=question["rows"][0][0]["data"])

    eventually(lambda: telegram(demo, chat)["messages"][-1]["id"] > question["id"])


def asked(demo: Demo, chat: int) -> Any:
    """The last message with buttons that came after the contact was shared."""
    messages = telegram(demo, chat)["messages"]
    shared = [each["id"] for each in messages if each["contact"]]
    return next((each for each in messages if each["rows"] and each["id"] > shared[0]), None)


def digit_of(question: str, label: str) -> str:
    """The digit that answers with a label like this."""
    found = re.search(rf"(?m)^(\d) .*{label.removeprefix('(?i)')}", question, re.IGNORECASE)
    assert found is not None, question
    return found[1]


def deliveries(demo: Demo) -> set[str]:
    """What became of the messages to the phone."""
    ours = demo.account("sms")
    with demo.app.database.read() as uow:
        address = uow.contacts.by_sender(ours.brand.id, ours.row.id, ADA)
        assert address is not None
        conversation = uow.conversations.open_of(ours.brand.id, address.id)
        assert conversation is not None
        rows = uow.messages.since(ours.brand.id, conversation.id, 0)
    return {str(row.delivery) for row in rows}
