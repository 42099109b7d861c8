"""`survey`: asks something that may be skipped, after the receipt."""

from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.script import SurveyStep


def enter(scene: Scene, step: SurveyStep) -> str | None:
    if scene.case is None or scene.case.reason is not None:
        return "skip"
    choices = (
        choice("skip", "choice-skip"),
        *(choice(option, f"choice-{option}") for option in step.options),
    )
    scene.ask(step.text, choices)
    return None


def answer(scene: Scene, step: SurveyStep, meaning: Meaning) -> str | None:
    picked = chosen_outcome(meaning, *step.options)
    if picked is not None:
        scene.put_case(reason=picked)
        return "answered"
    if chosen_outcome(meaning, "skip") or meaning.label in (Label.DENY, Label.THANKS, Label.BYE):
        return "skip"
    if meaning.label is Label.NONE and meaning.details is not None:
        scene.put_case(reason=meaning.details)
        return "answered"
    return None
