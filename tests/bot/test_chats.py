"""What a customer is answered right after the commit is what the database holds."""

import secrets
from collections.abc import Iterator

import pytest

from bot.bench.script import SAYS
from bot.bench.world import World, new_world
from bot.chats import (
    Answer,
    Visitor,
    answer_since,
    new_token,
    open_chat,
    public_message,
    public_state,
    say,
    sender_of,
)
from bot.demo.load import load_ref
from bot.identification.tokens import Vouched
from channels.base import Incoming


@pytest.fixture
def world() -> Iterator[World]:
    with new_world(customers=1) as made:
        yield made


def test_an_answer_is_what_is_stored(world: World) -> None:
    visitor = Visitor(world.account, sender_of(new_token()))
    open_chat(world.app, visitor, "en", Vouched(load_ref(1), secrets.token_hex(8)))

    for text in (*SAYS, "what now?", "I want to talk to a person", "thanks"):
        incoming = Incoming(f"web:{secrets.token_hex(8)}", visitor.sender, world.app.clock(), text=text)
        taken, answer = say(world.app, visitor, incoming)
        with world.app.database.read() as uow:
            stored = answer_since(uow, taken.brand, taken.conversation, taken.number)

        assert public(answer) == public(stored)
        assert answer.conversation.version == stored.conversation.version


def public(answer: Answer) -> tuple[list[object], object]:
    return [public_message(message) for message in answer.messages], public_state(answer)
