"""What a sample situation is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.checker.samples import NOW
from dialogs.events import Event, MessageReceived
from dialogs.meaning import Label, Meaning
from dialogs.turn import Facts, State


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a conversation stands, and what happens."""

    state: State
    event: Event
    facts: Facts


States = Iterator[tuple[State, tuple[Meaning, ...]]]

ASKED = (Meaning(Label.HELP),)
"""Help is answered, and then the step's question is asked again."""


def heard(state: State, meaning: Meaning, facts: Facts) -> Situation:
    return Situation(state, MessageReceived(meaning, NOW), facts)
