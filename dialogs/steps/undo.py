"""`undo`: takes a confirmed cancellation back while that is possible."""

from dialogs.effects import ReinstateService
from dialogs.ids import CustomerRef
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, chosen_outcome, quote_values
from dialogs.script import UndoStep


def enter(scene: Scene, step: UndoStep) -> str | None:
    assert scene.case is not None
    choices = (choice("undo", "choice-undo"), choice("leave", "choice-leave-cancelled"))
    scene.ask(step.text, choices, **quote_values(scene.case, scene.facts))
    return None


def answer(scene: Scene, step: UndoStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "undo") or meaning.decision == "yes":
        return _undo(scene)
    if chosen_outcome(meaning, "leave") or meaning.decision == "no":
        return "leave"
    return None


def _undo(scene: Scene) -> str:
    case = scene.case
    assert case is not None
    assert case.customer is not None
    assert case.service is not None
    scene.do(ReinstateService(case.id, CustomerRef(case.customer), case.service))
    return "undo"
