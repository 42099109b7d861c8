"""`end`: the conversation rests here; the wishes still work."""

from dialogs.meaning import Label, Meaning
from dialogs.scene import Filling, Scene, choice, quote_values
from dialogs.script import EndStep
from dialogs.steps.answers import STAY
from dialogs.turn import Choice


def enter(scene: Scene, step: EndStep) -> str | None:
    case = scene.case
    values: dict[str, Filling] = (
        {"brand": scene.facts.brand} if case is None else quote_values(case, scene.facts)
    )
    scene.ask(step.text, _choices(scene), **values)
    return None


def _choices(scene: Scene) -> tuple[Choice, ...]:
    case = scene.case
    if (
        case is not None
        and case.decision == "cancel"
        and case.status in ("accepted", "executed", "reconciled")
    ):
        return (
            choice("status", "choice-status"),
            choice("keep", "choice-undo"),
            choice("human", "choice-human"),
        )
    return (choice("cancel", "choice-cancel"), choice("human", "choice-human"))


def answer(scene: Scene, step: EndStep, meaning: Meaning) -> str | None:
    if meaning.label is Label.DENY and meaning.choice is None:
        scene.say("bye")
        return STAY
    return None
