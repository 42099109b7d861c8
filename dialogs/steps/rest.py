"""`end`: the conversation rests here; the wishes still work."""

from dialogs.filling import Filling, quote_values
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, entry_choice
from dialogs.step_kinds import EndStep
from dialogs.steps.answers import STAY
from dialogs.turn import Choice


def enter(scene: Scene, step: EndStep) -> str | None:
    case = scene.case
    values: dict[str, Filling] = (
        {"brand": scene.facts.brand} if case is None else quote_values(case, scene.facts)
    )
    at_rest = scene.state.step == scene.script.wishes.rest
    scene.ask("rest-over" if at_rest and _is_over(scene) else step.text, _choices(scene), **values)
    return None


def _is_over(scene: Scene) -> bool:
    """Whether there was a cancellation and nothing about it can be changed here any more."""
    case = scene.case
    carried_out = (
        case is not None and case.decision == "cancel" and case.standing in ("executed", "reconciled")
    )
    return carried_out and case is not None and not case.may_be_undone(scene.facts.now)


def _choices(scene: Scene) -> tuple[Choice, ...]:
    case = scene.case
    human = choice("human", "choice-human")
    if _waits_for_a_match(scene):
        return (choice("cancel", "choice-carry-out"), choice("status", "choice-status"), human)
    if case is not None and case.may_be_undone(scene.facts.now):
        return (choice("status", "choice-status"), choice("keep", "choice-undo"), human)
    if _nothing_is_left(scene):
        return (choice("status", "choice-status"), human)
    if case is None or case.decision != "cancel" or case.standing not in UNFINISHED:
        return (entry_choice(scene), human)
    return (choice("status", "choice-status"), entry_choice(scene), human)


def _nothing_is_left(scene: Scene) -> bool:
    """Whether the back office has just said that there is nothing that could be cancelled."""
    state = scene.state
    return state.account == "found" and not state.has_something_to_cancel


def _waits_for_a_match(scene: Scene) -> bool:
    """Whether a declaration was taken before identification: a code has it carried out at once."""
    case = scene.case
    declared = case is not None and case.is_undecided and case.declaration is not None
    return declared and scene.state.identity is None and scene.facts.rules.declaration_first


UNFINISHED = ("accepted", "executed", "reconciled", "failed", "reversing", "fee_open", "terms_open")
"""Standings of a confirmed cancellation about which there is something to ask."""


def answer(scene: Scene, step: EndStep, meaning: Meaning) -> str | None:
    if meaning.label is Label.DENY and meaning.choice is None:
        scene.say("bye")
        return STAY
    return None
