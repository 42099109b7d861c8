"""`inform`: says something and goes on."""

from collections.abc import Callable, Mapping

from dialogs.case import Case
from dialogs.effects import HandOff, SendConfirmation
from dialogs.filling import quote_values
from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.step_kinds import InformStep
from dialogs.steps.offer import alternative_values


def enter(scene: Scene, step: InformStep) -> str | None:
    case = scene.case
    if case is None:
        scene.receipt(step.text, brand=scene.facts.brand)
        return _do(scene, step)
    values = quote_values(case, scene.facts)
    if case.offer is not None:
        values |= alternative_values(case.offer.alternative)
    if case.declaration is not None:
        values |= {"words": case.declaration.details, "earliest": 1 if case.declaration.earliest else 0}
    scene.receipt(_text(scene, step, case), **values)
    return _do(scene, step)


def _do(scene: Scene, step: InformStep) -> str:
    for name in step.effects:
        EFFECTS[name](scene)
    return "next"


def _hand_off(scene: Scene) -> None:
    scene.do(HandOff("asked"))


def _send_confirmation(scene: Scene) -> None:
    case = scene.case
    if case is not None and case.record_number is not None:
        scene.do(SendConfirmation(case.record_number, again=True))


EFFECTS: Mapping[str, Callable[[Scene], None]] = {
    "hand_off": _hand_off,
    "send_confirmation": _send_confirmation,
}
"""Name in scripts -> what is done: a closed table."""


def _text(scene: Scene, step: InformStep, case: Case) -> str:
    if case.declaration is not None and not case.is_decided and scene.facts.rules.declaration_first:
        return f"{step.text}-{scene.facts.rules.declaration_details}"
    if step.per_alternative and case.offer is not None:
        return f"{step.text}-{case.offer.alternative.kind.replace('_', '-')}"
    if step.without_quote is not None and case.quote is None:
        return step.without_quote
    return step.text


def answer(scene: Scene, step: InformStep, meaning: Meaning) -> str | None:
    return None
