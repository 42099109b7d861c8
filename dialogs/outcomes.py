"""What the back office did to a case, or would not do: carried out, put off, refused, taken back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from dialogs.case import Case
from dialogs.effects import HandOff, MergeCase, SealRecord, SendConfirmation
from dialogs.endings import learn_outcome_of_ending
from dialogs.events import CaseReconciled, EffectCompleted
from dialogs.filling import quote_values
from dialogs.scene import Scene


def learn_outcome(scene: Scene, event: EffectCompleted) -> None:
    """What the back office did, or refused, becomes true for the case, and its customer is told."""
    if event.by_hand is not None and scene.case is not None and scene.case.id == event.case:
        scene.put_case(by_hand=event.by_hand)
    if event.effect == "terminate_service":
        learn_outcome_of_ending(scene, event)
        return
    case = scene.case
    if case is None or case.id != event.case or event.effect not in _CONCERNS.get(_decided(case), ()):
        return
    if event.effect in ("reinstate_service", "revoke_alternative"):
        _learn_reinstatement(scene, case, event)
    elif event.effect == "restart_service" and event.result == "done":
        _learn_restarted(scene, case, event)
    elif case.standing == "reversing":
        _learn_in_silence(scene, case, event)
    elif case.status in ("accepted", "failed"):
        _learn_execution(scene, case, event)
    elif not case.is_decided and event.result == "done":
        scene.put_case(decision="cancel", decided_at=event.at)
        _learn_done(scene, event)


def _decided(case: Case) -> str:
    """The case's decision; one that took over what failed before has that one's, until it has its own."""
    taken_over = case.record_kind == case.kind and not case.is_decided and case.declaration is None
    return "cancel" if taken_over else case.decision or ""


def _learn_in_silence(scene: Scene, case: Case, event: EffectCompleted) -> None:
    """What was carried out after all while it is being taken back is a fact, and no news."""
    if event.result == "done" and case.status in ("accepted", "failed"):
        scene.put_case(status="executed", executed_at=event.at, end_date=event.end_date)


def _learn_execution(scene: Scene, case: Case, event: EffectCompleted) -> None:
    match event.result:
        case "done":
            _learn_done(scene, event)
        case "delayed":
            scene.notify("execution-delayed", **quote_values(case, scene.facts))
        case "refused" | "given_up":
            scene.put_case(status="failed")
            scene.reach("execution-by-person", **quote_values(case, scene.facts))
            scene.do(HandOff("failed"))
        case "withdrawn":
            scene.put_case(status="withdrawn")
            text = "not-applied" if case.decision == "alternative" else "not-carried-out"
            scene.reach(text, **quote_values(case, scene.facts))
        case "overtaken":
            raise AssertionError("only an ending is overtaken")
        case _:
            assert_never(event.result)


_CONCERNS: Mapping[str, tuple[str, ...]] = {
    "cancel": ("cancel_service", "find_terms", "reinstate_service", "cancel_order"),
    "alternative": ("apply_alternative", "revoke_alternative"),
    "restart": ("restart_service",),
}
"""Which effects tell of a case, by its decision: a customer may have cancelled after all meanwhile."""


def _learn_reinstatement(scene: Scene, case: Case, event: EffectCompleted) -> None:
    """While it is not done what was decided still stands, and taking it back is what is waited for."""
    match event.result:
        case "done":
            _learn_reversed(scene)
        case "delayed":
            scene.notify("undo-delayed", **quote_values(case, scene.facts))
        case "refused" | "given_up":
            _learn_not_reversed(scene, case)
        case "withdrawn":
            _learn_it_stands(scene, case)
        case "overtaken":
            raise AssertionError("only an ending is overtaken")
        case _:
            assert_never(event.result)


def _learn_reversed(scene: Scene) -> None:
    number = scene.facts.fresh_number
    case = scene.put_case(
        status="reversed", reversing_since=None, record_number=number, record_kind="reversal"
    )
    if scene.step.kind == "end":
        # What the back office said of the services before is out of date.
        scene.forget_account()
    scene.do(SealRecord("reversal", number))
    scene.do(SendConfirmation(number))
    scene.notify("executed-undo", **quote_values(case, scene.facts))


def _learn_not_reversed(scene: Scene, case: Case) -> None:
    newer = next((each for each in scene.facts.cases if _is_cancelled_again(each, case)), None)
    if newer is not None:
        # The customer wants it to end by now: nobody needs to settle what nobody wants any more.
        scene.do(MergeCase(case.id, newer.id))
        return
    scene.notify("undo-by-person", **quote_values(case, scene.facts))
    scene.do(HandOff("failed"))


def _learn_it_stands(scene: Scene, case: Case) -> None:
    """A person said that it is not taken back: a newer wish to cancel is this cancellation again."""
    for newer in scene.facts.cases if case.decision == "cancel" else ():
        if newer.id != case.id and newer.is_open and newer.service == case.service:
            scene.do(MergeCase(newer.id, case.id))
    case = scene.put_case(reversing_since=None)
    scene.notify("undo-not-done", **quote_values(case, scene.facts))


def _is_cancelled_again(newer: Case, case: Case) -> bool:
    follows = newer.follows is not None and newer.follows in (case.id, case.follows)
    return follows and newer.id != case.id and newer.is_open and newer.decision == "cancel"


def _learn_done(scene: Scene, event: EffectCompleted) -> None:
    case = scene.put_case(
        status="executed",
        executed_at=event.at,
        service=event.service or (scene.case.service if scene.case else None),
        end_date=event.end_date,
    )
    text = "executed-alternative" if event.effect == "apply_alternative" else "executed"
    scene.reach_later(text, **quote_values(case, scene.facts))


def _learn_restarted(scene: Scene, case: Case, event: EffectCompleted) -> None:
    """It runs again, from the day that the back office says; what was agreed stands in the record."""
    terms = case.restart
    assert terms is not None, "a restart has its terms"
    if case.status not in ("accepted", "failed"):
        return
    case = scene.put_case(
        status="executed",
        executed_at=event.at,
        restarted_as=event.service or case.service,
        restart=replace(terms, starts_on=event.starts_on or terms.starts_on),
    )
    if scene.step.kind == "end":
        # What the back office said of the services before is out of date.
        scene.forget_account()
    scene.reach_later("executed", **quote_values(case, scene.facts))


def learn_reconciled(scene: Scene, event: CaseReconciled) -> None:
    """The back office's books show what it said."""
    if scene.case is not None and scene.case.id == event.case and scene.case.status == "executed":
        scene.put_case(status="reconciled")
