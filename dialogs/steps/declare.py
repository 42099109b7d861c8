"""`declare`: whoever cannot be identified can still leave their declaration."""

from dialogs.case import Declaration
from dialogs.effects import HandOff, SealRecord, SendConfirmation
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, chosen_outcome, quote_values
from dialogs.script import DeclareStep


def enter(scene: Scene, step: DeclareStep) -> str | None:
    if scene.case is None:
        # Somebody who only asked for a status has nothing to declare.
        scene.say("identity-needed")
        return "nothing"
    if scene.case.declaration is not None and not scene.case.is_decided:
        # It is recorded already; a person matches it, and reads what is written here meanwhile.
        scene.say("status-declared", **quote_values(scene.case, scene.facts))
        return "nothing"
    choices = (choice("back", "choice-back"),) if "back" in step.outcomes else ()
    scene.ask(step.text, choices, brand=scene.facts.brand)
    return None


def answer(scene: Scene, step: DeclareStep, meaning: Meaning) -> str | None:
    if "back" in step.outcomes and chosen_outcome(meaning, "back"):
        return "back"
    if meaning.details is None or not _names_somebody(meaning.details):
        return None
    number = scene.facts.fresh_number
    scene.put_case(
        declaration=Declaration(meaning.details, scene.state.identifier),
        record_number=number,
        record_kind="declaration",
    )
    scene.do(SealRecord("declaration", number))
    scene.do(SendConfirmation(number))
    scene.do(HandOff("unmatched"))
    return "given"


def _names_somebody(details: str) -> bool:
    """Digits alone are a code that came too late, no name and no address."""
    return any(character.isalpha() for character in details)
