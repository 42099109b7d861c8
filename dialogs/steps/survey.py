"""`survey`: asks something that may be skipped, after the receipt."""

from dialogs.effects import SealRecord
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import SurveyStep
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
        if scene.case is not None and scene.case.reason == IN_WORDS:
            _keep(scene, IN_WORDS)
        return "skip"
    if meaning.label is Label.NONE and meaning.details is not None:
        _keep(scene, meaning.details)
        return "answered"
    return None


def _pick(scene: Scene, step: SurveyStep, picked: str) -> str:
    if picked != IN_WORDS:
        _keep(scene, picked)
        return "answered"
    if scene.case is not None and scene.case.reason_number is None:
        scene.put_case(reason=picked)
    scene.ask(f"{step.text}-in-words", (SKIP,))
    return STAY


def _keep(scene: Scene, reason: str) -> None:
    """What was sealed says what was known then: a reason that comes later has a record of its own, once."""
    case = scene.case
    if case is None or case.reason_number is not None:
        return
    if not case.is_decided or case.record_number is None:
        scene.put_case(reason=reason)
        return
    number = scene.facts.fresh_number
    scene.put_case(reason=reason, reason_number=number)
    scene.do(SealRecord("reason", number))
