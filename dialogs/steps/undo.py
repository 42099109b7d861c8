"""`undo`: takes a confirmed cancellation, or an alternative that was taken, back while that is possible."""

from dialogs.case import FOR_GOOD, Case
from dialogs.effects import (
    EndHandOff,
    HandOff,
    ReinstateService,
    RevokeAlternative,
    SealRecord,
    SendConfirmation,
    WithdrawCancellation,
)
from dialogs.filling import quote_values
from dialogs.ids import CustomerRef
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import UndoStep
from dialogs.steps.answers import REST


def enter(scene: Scene, step: UndoStep) -> str | None:
    assert scene.case is not None
    choices = (choice("undo", "choice-undo"), choice("leave", "choice-leave-cancelled"))
    scene.ask(step.text, choices, **quote_values(scene.case, scene.facts))
    return None


def answer(scene: Scene, step: UndoStep, meaning: Meaning) -> str | None:
    assert scene.case is not None
    if scene.case.decision == "alternative" and meaning.label is Label.CANCEL:
        # To leave a cancellation as it is wants no more than "cancel"; of a change it is the way out.
        return None
    if chosen_outcome(meaning, "undo") or meaning.decision == "yes":
        return _undo(scene)
    if chosen_outcome(meaning, "leave") or meaning.decision == "no":
        return "leave"
    return None


def _undo(scene: Scene) -> str:
    case = scene.case
    assert case is not None
    if not can_be_undone(scene, case):
        # The question stood here while time ran out, or it was answered on another channel.
        say_too_late(scene)
        return REST
    if case.executed_at is None and not scene.facts.attempted:
        withdraw(scene)
        return REST
    assert case.customer is not None
    assert case.service is not None, "the back office was asked to cancel nothing but a service"
    scene.put_case(reversing_since=scene.at)
    customer = CustomerRef(case.customer)
    if case.decision == "alternative":
        assert case.offer is not None, "what was taken was offered"
        alternative = case.offer.alternative
        scene.do(RevokeAlternative(case.id, customer, case.service, alternative, case.follows))
    else:
        scene.do(ReinstateService(case.id, customer, case.service, case.follows))
    return "undo"


def can_be_undone(scene: Scene, case: Case) -> bool:
    """Whether the cancellation, or the alternative that was taken instead, can still be taken back."""
    return case.may_go_on(scene.facts.now) or case.change_may_be_undone(scene.facts.today)


def withdraw(scene: Scene) -> None:
    """Take back what the back office has heard nothing of: that is done at once."""
    assert scene.case is not None
    if scene.case.fee_open:
        scene.do(EndHandOff("fee"))
    number = scene.facts.fresh_number
    case = scene.put_case(
        status="reversed", fee_open=False, quote_before=None, record_number=number, record_kind="reversal"
    )
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
    if case.decision == "alternative":
        scene.say("undo-too-late", **values)
    elif case.kind in FOR_GOOD:
        scene.say("undo-too-late", had_undo=0, **values)
    elif case.executed_at is None or case.status not in ("executed", "reconciled"):
        scene.tell_standing(case)
    elif case.quote is None:
        scene.say("undo-unclear", **values)
        scene.do(HandOff("asked"))
    else:
        had_undo = 0 if case.quote.undo_until is None else 1
        scene.say("undo-too-late", had_undo=had_undo, **values)
