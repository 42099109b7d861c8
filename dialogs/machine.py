"""The state machine under a script: which step an outcome leads to.

The only importer of `transitions`. One machine is shared by all conversations
of a revision; each trigger runs on a small slotted model that lives for that
call. No callback is ever named by a string: the library would fall back to
importing it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transitions import Machine

from dialogs.guards import GUARDS
from dialogs.script import ByIdentity, Script
from dialogs.step_kinds import Branch
from dialogs.turn import Facts, State


class Position:
    """The model that the machine moves: just the name of a step."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


class NoSuchOutcome(Exception):
    """A step has no such outcome; the kinds of steps make this impossible in a loaded script."""


@lru_cache(maxsize=256)
def _compiled(script: ByIdentity) -> Machine:
    machine = Machine(
        model=None,
        states=list(script.script.steps),
        initial=script.script.start,
        auto_transitions=False,
        send_event=False,
    )
    for name, step in script.script.steps.items():
        for outcome, branch in step.branches():
            conditions = None if branch.when is None else GUARDS[branch.when]
            machine.add_transition(trigger=outcome, source=name, dest=branch.go, conditions=conditions)
    return machine


def machine_of(script: Script) -> Machine:
    """The one machine of this script object, compiled at its first use."""
    return _compiled(ByIdentity(script))


def step_after(script: Script, state: State, facts: Facts, outcome: str) -> str:
    """The name of the step to which the outcome leads; guards are asked with the state and the facts."""
    machine = machine_of(script)
    step = state.step
    position = Position(step)
    event = machine.events.get(outcome)
    if event is None or step not in event.transitions or not event.trigger(position, state, facts):
        raise NoSuchOutcome(f"step {step!r} has no outcome {outcome!r}")
    return position.state


def guards_asked(branches: Sequence[Branch], state: State, facts: Facts) -> Iterator[tuple[str, bool]]:
    """The guards that choose among branches, each with its answer, as far as they are asked."""
    for branch in branches:
        if branch.when is None:
            return
        applies = GUARDS[branch.when](state, facts)
        yield branch.when, applies
        if applies:
            return
