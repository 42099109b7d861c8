"""Who is woken when the database says only that something changed."""

from collections.abc import Iterator

import pytest

from bot.bench.world import World, new_world
from bot.chats import Visitor, new_token, open_chat, sender_of
from bot.processes.serving import Waking
from bot.web.streams import Streams
from storage.repositories.conversations import ConversationRow

SOMETHING: frozenset[str] = frozenset()


@pytest.fixture
def world() -> Iterator[World]:
    with new_world(customers=0) as made:
        yield made


@pytest.fixture
def conversation(world: World) -> ConversationRow:
    taken = open_chat(world.app, Visitor(world.account, sender_of(new_token())), "en")
    with world.app.database.read() as uow:
        found = uow.conversations.get(taken.brand, taken.conversation)
    assert found is not None
    return found


def test_a_change_wakes_its_conversation_once(world: World, conversation: ConversationRow) -> None:
    streams = Streams()
    waking = Waking(world.app, streams)
    with streams.waiting(f"conversation:{conversation.id}") as waiter:
        waking.wake(SOMETHING)
        first = waiter.wait(0)
        waking.wake(SOMETHING)
        second = waiter.wait(0)
        with world.app.database.write() as uow:
            uow.conversations.save(conversation, conversation.version, world.app.clock())
        waking.wake(SOMETHING)
        third = waiter.wait(0)

    assert (first, second, third) == (True, False, True)


def test_what_is_known_is_passed_on(world: World, conversation: ConversationRow) -> None:
    streams = Streams()
    waking = Waking(world.app, streams)
    with streams.waiting(f"conversation:{conversation.id}") as waiter, streams.waiting("else") as other:
        waking.wake(frozenset({f"conversation:{conversation.id}"}))

        assert waiter.wait(0)
        assert not other.wait(0)


def test_nobody_is_asked_for_when_nobody_waits(world: World) -> None:
    waking = Waking(world.app, Streams())
    world.app.database.close()

    waking.wake(SOMETHING)
