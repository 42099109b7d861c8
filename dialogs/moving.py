"""Whether a conversation under way could go on with another revision of its script. Pure.

A conversation stays on the revision it began with. It may be moved only where
nothing that its customer was asked would mean anything else afterwards.
"""

from collections.abc import Set
from typing import Literal

from dialogs.script import Script
from dialogs.step_kinds import BaseStep, Step
from dialogs.turn import State

Hindrance = Literal["no_such_step", "other_kind", "other_choices", "other_language", "question_changed"]

DECIDING = frozenset({"offer", "confirm", "declare", "undo", "fee"})
"""Kinds of steps whose answer decides something: there the words that were read must still be the words."""


def hindrance(state: State, before: Script, after: Script, changed: Set[str]) -> Hindrance | None:
    """Why the conversation cannot go on with `after`, or None when it could.

    Args:
        before: the script that the conversation follows.
        changed: ids of the texts that read otherwise in the conversation's language.
    """
    if state.locale not in after.locales:
        return "other_language"
    if any(name not in after.steps for name in _places(state)):
        return "no_such_step"
    old, new = before.steps[state.step], after.steps[state.step]
    if old.kind != new.kind:
        return "other_kind"
    if _ways_on(old) != _ways_on(new):
        return "other_choices"
    if old.kind in DECIDING and _reads_otherwise(state, old, new, changed):
        return "question_changed"
    return None


def could_move(state: State, before: Script, after: Script, changed: Set[str]) -> bool:
    """Whether nothing is in the way."""
    return hindrance(state, before, after, changed) is None


def _places(state: State) -> tuple[str, ...]:
    """Where it stands, and where `back` leads."""
    return (state.step,) if state.previous is None else (state.step, state.previous)


def _ways_on(step: BaseStep) -> tuple[object, ...]:
    """What decides which choices a step shows, beside its kind, the law and the customer's services."""
    return getattr(step, "choices", ()), getattr(step, "options", ()), frozenset(step.targets())


def _reads_otherwise(state: State, old: Step, new: Step, changed: Set[str]) -> bool:
    if _texts_of(old) != _texts_of(new):
        return True
    asked = {*_texts_of(old), *(choice.label for choice in state.prompt)}
    # A kind of step has questions of its own too, such as `confirm-again`.
    variants = tuple(f"{text}-" for text in (*_texts_of(old), old.kind))
    return any(name in asked or name.startswith(variants) for name in changed)


def _texts_of(step: BaseStep) -> tuple[str, ...]:
    return tuple(filter(None, (step.text, getattr(step, "without_quote", None))))
