"""Whoever asks for somebody else's account learns nothing, not even whether there is one."""

from typing import Any

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

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
def test_an_unknown_customer_is_answered_like_a_known_one(house: House, way: str) -> None:
    known = [through(house, identifier, WAYS[way]) for identifier, _ in PAIRS.values()]
    unknown = [through(house, identifier, WAYS[way]) for _, identifier in PAIRS.values()]

    assert known == unknown


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
