"""What a turn costs the database, and understanding the processor."""

import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import event

from bot.bench.figures import median
from bot.bench.script import SAYS
from bot.bench.world import World, new_world
from bot.chats import Visitor, new_token, open_chat, say, sender_of
from bot.demo.load import load_ref
from bot.identification.tokens import Vouched
from bot.wiring import Directory
from channels.base import Incoming
from dialogs.meaning import Question
from dialogs.understanding import Phrases, packaged_phrases, understand

MOST_STATEMENTS = {"open": 15, SAYS[0]: 34, SAYS[1]: 9, SAYS[2]: 15, SAYS[3]: 8}
"""As it is now, BEGIN included; fewer are welcome."""
RUNS = 9
QUESTION = Question(step="menu", kind="menu", locales=("en", "de"))


@pytest.fixture
def world() -> Iterator[World]:
    with new_world(customers=2) as made:
        # On a busy machine a turn may come after brands are looked up anew, which would count.
        yield replace(made, app=replace(made.app, directory=Directory(seconds=600)))


def test_no_turn_asks_the_database_more_than_it_did(world: World) -> None:
    _counted(world)  # fills the caches that live longer than a turn
    counts = _counted(world)

    print("\nstatements:", ", ".join(f"{text!r} {count}" for text, count in counts.items()))  # noqa: T201
    assert {text: count for text, count in counts.items() if count > MOST_STATEMENTS[text]} == {}


def _counted(world: World) -> dict[str, int]:
    """The statements of each turn of a conversation."""
    statements: list[str] = []
    counts: dict[str, int] = {}

    def heard(connection: object, cursor: object, statement: str, *rest: object) -> None:
        statements.append(statement)

    def count(name: str, turn: Callable[[], object]) -> None:
        before = len(statements)
        turn()
        counts[name] = len(statements) - before

    event.listen(world.app.database.engine, "before_cursor_execute", heard)
    visitor = Visitor(world.account, sender_of(new_token()))
    vouched = Vouched(load_ref(world.customers.take()), secrets.token_hex(8))
    count("open", lambda: open_chat(world.app, visitor, "en", vouched))
    for text in SAYS:
        incoming = Incoming(f"web:{secrets.token_hex(8)}", visitor.sender, world.app.clock(), text=text)
        count(text, lambda said=incoming: say(world.app, visitor, said))  # type: ignore[misc]
    event.remove(world.app.database.engine, "before_cursor_execute", heard)
    return counts


def test_the_time_to_understand() -> None:
    begin = time.process_time()
    phrases = packaged_phrases.__wrapped__()  # anew, though another test may have loaded them
    loading = time.process_time() - begin
    first, later = _understood(phrases), median([_understood(phrases) for _ in range(RUNS)])

    print(f"\nphrases: loaded in {loading * 1000:.0f} ms of CPU; ", end="")  # noqa: T201
    print(f"a conversation understood in {first * 1000:.1f}, later {later * 1000:.1f} ms")  # noqa: T201


def _understood(phrases: Phrases) -> float:
    begin = time.process_time()
    for text in SAYS:
        understand(text, QUESTION, phrases)
    return time.process_time() - begin
