"""The kinds of steps, one module each: a closed set.

Every kind has two functions. `enter` says the step's prompt, or passes through
by returning an outcome without saying anything. `answer` reads a meaning that is
about this step and returns the outcome, STAY when it answered in place, or None
when the meaning is none of its business (then the wishes are asked).
"""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.steps import choose, collect, confirm, declare, inform, menu, offer, rest, survey, undo, verify
from dialogs.steps.answers import STAY

Enter = Callable[[Scene, Any], str | None]
Answer = Callable[[Scene, Any, Meaning], str | None]

KINDS: Mapping[str, tuple[Enter, Answer]] = {
    "menu": (menu.enter, menu.answer),
    "collect": (collect.enter, collect.answer),
    "verify": (verify.enter, verify.answer),
    "declare": (declare.enter, declare.answer),
    "choose": (choose.enter, choose.answer),
    "offer": (offer.enter, offer.answer),
    "confirm": (confirm.enter, confirm.answer),
    "undo": (undo.enter, undo.answer),
    "inform": (inform.enter, inform.answer),
    "survey": (survey.enter, survey.answer),
    "end": (rest.enter, rest.answer),
}

__all__ = ["KINDS", "STAY", "Answer", "Enter"]
