"""Whoever asks for somebody else's account learns nothing, not even whether there is one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import Phone
from tests.bot.web.webhooks.telegram_user import TelegramUser
from tests.channels.telegram.fake_updates import Person

PAIRS = {
    "account": ("BL-1001", "BL-7777"),
    "email": ("ada.sommer@example.com", "nobody.atall@example.com"),
    "phone": ("+491713920001", "+491713920099"),
}

WAYS = {
    "wrong codes": ["000000", "111111", "222222", "333333", "444444", "555555", "Ada, BL-1001, a@b.example"],
    "new codes": ["{Send a new code}", "{Send a new code}", "{Send a new code}"],
    "another entry": ["BL-1002", "000000", "BL-8888", "000000"],
    "going on without": ["{Go on without}", "Ada Sommer, contract 1001, ada@example.com", "status"],
    "talking": ["what?", "human", "back", "help", "Deutsch"],
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.check(39)
def test_an_unknown_customer_is_answered_like_a_known_one(house: House, way: str) -> None:
    known = [through(house, identifier, WAYS[way]) for identifier, _ in PAIRS.values()]
    unknown = [through(house, identifier, WAYS[way]) for _, identifier in PAIRS.values()]

    assert known == unknown


@pytest.mark.check(39)
def test_the_same_work_is_done_for_known_and_unknown(house: House) -> None:
    """So that the time tells nothing either: the look-up comes after the answer, in an effect."""
    known, unknown = (work_for(house, pair) for pair in zip(*PAIRS.values(), strict=True))

    assert known == unknown
    assert house.offices.calls.count("find_customer") > 0


def work_for(house: House, identifiers: tuple[str, ...]) -> list[Any]:
    """For each request of three chats: its statements to the database, its new rows, its calls outside."""
    done = []
    for identifier in identifiers:
        visitor = Visitor(house.client()).begin()
        visitor.say("I want to cancel")
        for step in (identifier, "000000", "111111", "{Send a new code}", "222222", "{Go on without}"):
            with statements_of(house) as statements:
                rows, calls = house.rows(), len(house.offices.calls)
                visitor.press(step.strip("{}")) if step.startswith("{") else visitor.say(step)
                after = house.rows()
                written = {table: after[table] - rows[table] for table in rows}
            done.append((list(statements), written, len(house.offices.calls) - calls))
            assert len(house.offices.calls) == calls, "nobody is looked up before the answer"
            house.run_due()
    return done


@contextmanager
def statements_of(house: House) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile, without their values."""
    seen: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        seen.append(statement)

    event.listen(house.app.database.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(house.app.database.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("channel", ["sms", "telegram"])
@pytest.mark.check(39)
def test_on_no_channel_an_unknown_customer_reads_anything_else(house: House, channel: str) -> None:
    def read(identifier: str, sender: int) -> list[Any]:
        if channel == "sms":
            phone = Phone(house, f"+4917139200{sender}")
            return [phone.text(text) for text in ("I want to cancel", identifier, "000000", "111111")]
        user = TelegramUser(house, Person(id=sender))
        return [user.say(text) for text in ("I want to cancel", identifier, "000000", "111111")]

    known = [read(identifier, 60 + n) for n, (identifier, _) in enumerate(PAIRS.values())]
    unknown = [read(identifier, 70 + n) for n, (_, identifier) in enumerate(PAIRS.values())]

    assert known == unknown
    assert len(house.sent("+491713920001")) == len(PAIRS)


def through(house: House, identifier: str, steps: list[str]) -> list[Any]:
    visitor = Visitor(house.client()).begin()
    seen = [visitor.say("I want to cancel")]
    for step in [identifier, *steps]:
        seen.append(visitor.press(step.strip("{}")) if step.startswith("{") else visitor.say(step))
        house.run_due()
        seen.append(visitor.look(since=int(seen[-1]["messages"][-1]["id"])))
    return [bare(answer) for answer in seen]


def bare(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what differs between any two chats: ids and record numbers."""
    number = (answer["record"] or {}).get("number", "?")
    return {
        "messages": [
            [
                message["number"],
                message["text"].replace(number, "?"),
                [c["label"] for c in message["choices"]],
            ]
            for message in answer["messages"]
        ],
        "step": answer["step"],
        "status": answer["status"],
        "pending": answer["pending"],
        "case": answer["case"] and answer["case"]["status"],
        "record": answer["record"] and answer["record"]["kind"],
    }
