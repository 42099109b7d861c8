"""`declare`: whoever cannot be identified can still leave their declaration."""

from typing import Literal

from dialogs.case import Declaration
from dialogs.effects import EndHandOff, HandOff, SealRecord, SendConfirmation
from dialogs.filling import quote_values
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome, confirm_choice
from dialogs.step_kinds import DeclareStep
from dialogs.steps.answers import STAY
from dialogs.steps.which import ask_which, has_two_meanings


def enter(scene: Scene, step: DeclareStep) -> str | None:
    if scene.case is None:
        # Somebody who only asked for a status has nothing to declare.
        scene.say("identity-needed")
        return "nothing"
    if scene.case.declaration is not None and not scene.case.is_decided:
        # It is recorded already; a person matches it, and reads what is written here meanwhile.
        scene.say("status-declared", **quote_values(scene.case, scene.facts))
        return "nothing"
    if scene.facts.rules.declaration_first:
        _ask_before_all_else(scene, step)
        return None
    choices = (choice("back", "choice-back"),) if "back" in step.outcomes else ()
    scene.ask(step.text, choices, brand=scene.facts.brand)
    return None


def comes_first(scene: Scene) -> bool:
    """Whether the law has this declaration taken before anybody is asked to prove who they are."""
    case = scene.case
    if not scene.facts.rules.declaration_first or scene.state.wish is not None or case is None:
        return False
    return case.is_undecided and case.declaration is None


def _ask_before_all_else(scene: Scene, step: DeclareStep) -> None:
    """Ask for what the law has stated; then repeat it, with the choice that declares it."""
    draft = scene.state.draft
    if draft is None:
        scene.ask(f"{step.text}-{scene.facts.rules.declaration_details}", (), brand=scene.facts.brand)
        return
    choices = (confirm_choice(scene), choice("correct", "choice-correct"))
    scene.ask(f"{step.text}-repeated", choices, brand=scene.facts.brand, words=draft.details)


def answer(scene: Scene, step: DeclareStep, meaning: Meaning) -> str | None:
    if scene.facts.rules.declaration_first:
        return _answer_before_all_else(scene, step, meaning)
    if "back" in step.outcomes and chosen_outcome(meaning, "back"):
        return "back"
    stated = _stated(scene, meaning)
    return None if stated is None else _take(scene, stated)


def _answer_before_all_else(scene: Scene, step: DeclareStep, meaning: Meaning) -> str | None:
    draft = scene.state.draft
    if draft is not None and (chosen_outcome(meaning, "confirm") or meaning.decision == "yes"):
        return _take(scene, draft)
    if draft is not None and (chosen_outcome(meaning, "correct") or meaning.label is Label.DENY):
        return _ask_anew(scene, step, None)
    if draft is not None and has_two_meanings(scene, meaning):
        ask_which(scene, choice("correct", "choice-correct"))
        return STAY
    stated = _stated(scene, meaning)
    return None if stated is None else _ask_anew(scene, step, stated)


def _ask_anew(scene: Scene, step: DeclareStep, draft: Declaration | None) -> str:
    scene.put(draft=draft)
    enter(scene, step)
    return STAY


def _stated(scene: Scene, meaning: Meaning) -> Declaration | None:
    if meaning.details is None or not _names_somebody(meaning.details):
        return None
    return Declaration(meaning.details, scene.state.identifier, meaning.earliest)


def _take(scene: Scene, declaration: Declaration) -> str:
    number = scene.facts.fresh_number
    # A withdrawal is complete with these words; a termination is declared by them, and has terms later.
    kind: Literal["withdrawal", "declaration"] = "withdrawal" if scene.kind == "withdrawal" else "declaration"
    scene.put(draft=None)
    scene.put_case(
        declaration=declaration,
        record_number=number,
        record_kind=kind,
    )
    scene.do(SealRecord(kind, number))
    scene.do(SendConfirmation(number))
    scene.do(HandOff("unmatched"))
    return "given"


def end_matching(scene: Scene) -> None:
    """It was decided by somebody identified: nobody needs to match the declaration any more."""
    if scene.case is not None and scene.case.declaration is not None:
        scene.do(EndHandOff("unmatched"))


def _names_somebody(details: str) -> bool:
    """Digits alone are a code that came too late, no name and no address."""
    return any(character.isalpha() for character in details)
