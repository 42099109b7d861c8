"""The kinds of steps, one module each: a closed set.

Every kind has two functions. `enter` says the step's prompt, or passes through
by returning an outcome without saying anything. `answer` reads a meaning that is
about this step and returns the outcome, STAY when it answered in place, REST when
there is nothing more to ask here, or None when the meaning is none of its
business (then the wishes are asked).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from dialogs.case import CaseKind
from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.steps import (
    choose,
    collect,
    confirm,
    declare,
    fee,
    handoff,
    inform,
    lines,
    menu,
    offer,
    order,
    prefer,
    rest,
    restart,
    survey,
    undo,
    verify,
)
from dialogs.steps.answers import REST, STAY
from dialogs.turn import Choice, State

Enter = Callable[[Scene, Any], str | None]
Answer = Callable[[Scene, Any, Meaning], str | None]

KINDS: Mapping[str, tuple[Enter, Answer]] = {
    "menu": (menu.enter, menu.answer),
    "collect": (collect.enter, collect.answer),
    "verify": (verify.enter, verify.answer),
    "declare": (declare.enter, declare.answer),
    "choose": (choose.enter, choose.answer),
    "order": (order.enter, order.answer),
    "lines": (lines.enter, lines.answer),
    "offer": (offer.enter, offer.answer),
    "confirm": (confirm.enter, confirm.answer),
    "undo": (undo.enter, undo.answer),
    "restart": (restart.enter, restart.answer),
    "fee": (fee.enter, fee.answer),
    "inform": (inform.enter, inform.answer),
    "handoff": (handoff.enter, handoff.answer),
    "survey": (survey.enter, survey.answer),
    "prefer": (prefer.enter, prefer.answer),
    "end": (rest.enter, rest.answer),
}

Expectation = Literal["identifier", "code", "details", "option"]

EXPECTS: Mapping[str, tuple[Expectation, ...]] = {
    "collect": ("identifier",),
    "verify": ("code", "identifier"),
    "declare": ("details",),
    "survey": ("details",),
    "choose": ("option",),
    "order": ("option",),
    "lines": ("option",),
    "restart": ("option",),
}
"""What a kind of step collects beside its choices; understanding looks for nothing else there."""


CHOOSING = ("choose", "order", "lines")
"""Kinds of steps that ask which of several things is meant."""


def question_kind(kind: str, prompt: Iterable[Choice] = (), about: CaseKind = "termination") -> str:
    """The kind of question that a step asks, by what it shows.

    Taking a cancellation back is accepting something offered, and so is hearing of an
    alternative, or taking up on its terms what has ended. A declaration that was repeated is
    confirmed. A withdrawal is declared by no word for ending; where it is asked which of the two
    is meant, only a choice answers.
    """
    shown = {choice.id for choice in prompt}
    if kind == "undo" or not shown.isdisjoint(("hear", "restart")):
        return "offer"
    if kind == "restart":
        return "choose"
    kind = "choose" if kind in CHOOSING else kind
    kind = "confirm" if kind == "declare" and "confirm" in shown else kind
    if kind == "confirm" and about == "withdrawal":
        return "which" if "cancel" in shown else "withdraw"
    return kind


def options_of(kind: str, state: State) -> tuple[str, ...]:
    """The names of what a step of this kind lets choose among, in the order shown."""
    if kind == "choose":
        return tuple(service.name for service in state.services if service.can_be_cancelled)
    if kind == "order":
        return tuple(order.words(each) for each in state.orders)
    if kind == "restart":
        return tuple(service.name for service in restart.possible(state))
    return lines.options(state) if kind == "lines" else ()


__all__ = ["EXPECTS", "KINDS", "REST", "STAY", "Answer", "Enter", "options_of", "question_kind"]
