"""`inform`: says something and goes on."""

from dialogs.case import Case
from dialogs.meaning import Meaning
from dialogs.scene import Scene, quote_values
from dialogs.script import InformStep
from dialogs.steps.offer import alternative_values


def enter(scene: Scene, step: InformStep) -> str | None:
    case = scene.case
    if case is None:
        scene.receipt(step.text, brand=scene.facts.brand)
        return "next"
    values = quote_values(case, scene.facts)
    if case.offer is not None:
        values |= alternative_values(case.offer.alternative)
    scene.receipt(_text(step, case), **values)
    return "next"


def _text(step: InformStep, case: Case) -> str:
    if step.per_alternative and case.offer is not None:
        return f"{step.text}-{case.offer.alternative.kind.replace('_', '-')}"
    if step.without_quote is not None and case.quote is None:
        return step.without_quote
    return step.text


def answer(scene: Scene, step: InformStep, meaning: Meaning) -> str | None:
    return None
