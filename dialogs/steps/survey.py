"""`survey`: asks something that may be skipped, after the receipt."""

from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.script import SurveyStep
from dialogs.steps.answers import STAY

SKIP = choice("skip", "choice-skip")
IN_WORDS = "other"
"""The option that no label names: it is asked for in the person's own words, once."""


def enter(scene: Scene, step: SurveyStep) -> str | None:
    if scene.case is None or scene.case.reason is not None:
        return "skip"
    choices = (
        SKIP,
        *(choice(option, f"choice-{option}") for option in step.options),
    )
    scene.ask(step.text, choices)
    return None


def answer(scene: Scene, step: SurveyStep, meaning: Meaning) -> str | None:
    picked = chosen_outcome(meaning, *step.options)
    if picked is not None:
        return _pick(scene, step, picked)
    if chosen_outcome(meaning, "skip") or meaning.label in (Label.DENY, Label.THANKS, Label.BYE):
        return "skip"
    if meaning.label is Label.NONE and meaning.details is not None:
        scene.put_case(reason=meaning.details)
        return "answered"
    return None


def _pick(scene: Scene, step: SurveyStep, picked: str) -> str:
    scene.put_case(reason=picked)
    if picked != IN_WORDS:
        return "answered"
    scene.ask(f"{step.text}-in-words", (SKIP,))
    return STAY
