"""`undo`: takes a confirmed cancellation back while that is possible."""

from dialogs.case import FOR_GOOD
from dialogs.effects import (
    EndHandOff,
    HandOff,
    ReinstateService,
    SealRecord,
    SendConfirmation,
    WithdrawCancellation,
)
from dialogs.ids import CustomerRef
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, chosen_outcome, quote_values
from dialogs.script import UndoStep
from dialogs.steps.answers import REST


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
    if not case.may_go_on(scene.facts.now):
        # The question stood here while time ran out, or it was answered on another channel.
        say_too_late(scene)
        return REST
    if case.executed_at is None and not scene.facts.attempted:
        withdraw(scene)
        return REST
    assert case.customer is not None
    assert case.service is not None, "the back office was asked to cancel nothing but a service"
    scene.put_case(reversing_since=scene.at)
    scene.do(ReinstateService(case.id, CustomerRef(case.customer), case.service, case.follows))
    return "undo"


def withdraw(scene: Scene) -> None:
    """Take back what the back office has heard nothing of: that is done at once."""
    assert scene.case is not None
    if scene.case.fee_open:
        scene.do(EndHandOff("fee"))
    number = scene.facts.fresh_number
    case = scene.put_case(status="reversed", fee_open=False, record_number=number, record_kind="reversal")
    # What the back office said of the services before is out of date.
    scene.forget_account()
    scene.do(WithdrawCancellation(case.id))
    scene.do(SealRecord("reversal", number))
    scene.do(SendConfirmation(number))
    scene.notify("executed-undo", **quote_values(case, scene.facts))


def say_too_late(scene: Scene) -> None:
    """Say since when it cannot be undone; a person only sees to it where no terms tell."""
    case = scene.case
    assert case is not None
    values = quote_values(case, scene.facts)
    if case.kind in FOR_GOOD:
        scene.say("undo-too-late", had_undo=0, **values)
    elif case.executed_at is None or case.status not in ("executed", "reconciled"):
        scene.tell_standing(case)
    elif case.quote is None:
        scene.say("undo-unclear", **values)
        scene.do(HandOff("asked"))
    else:
        had_undo = 0 if case.quote.undo_until is None else 1
        scene.say("undo-too-late", had_undo=had_undo, **values)
