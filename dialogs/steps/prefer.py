"""`prefer`: asks, once and after the receipt, by which way confirmations shall go in future."""

from dialogs.effects import PreferWay
from dialogs.ids import CustomerRef
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import PreferStep
from dialogs.steps.survey import SKIP
from dialogs.values import Way

CHOICES: dict[Way, str] = {"mail": "way-mail", "sms": "way-sms", "telegram": "way-telegram"}
"""The ways that are asked about, each with its outcome. The chat has the receipt already."""


def enter(scene: Scene, step: PreferStep) -> str | None:
    ways = [way for way in CHOICES if way in scene.state.ways]
    case = scene.case
    if len(ways) < 2 or case is None or case.customer is None or case.record_number is None:
        return "skip"
    scene.ask(step.text, (SKIP, *(choice(CHOICES[way], f"choice-{CHOICES[way]}") for way in ways)))
    # Whether they answer or not: nobody is asked twice.
    scene.do(PreferWay(CustomerRef(case.customer), None, case.record_number))
    return None


def answer(scene: Scene, step: PreferStep, meaning: Meaning) -> str | None:
    case = scene.case
    assert case is not None, "only after a receipt anybody is asked"
    picked = chosen_outcome(meaning, *CHOICES.values())
    if picked is not None:
        way = next(each for each, outcome in CHOICES.items() if outcome == picked)
        assert case.customer is not None, "only whom we know is asked"
        assert case.record_number is not None, "only after a receipt anybody is asked"
        scene.do(PreferWay(CustomerRef(case.customer), way, case.record_number))
        scene.say(f"{step.text}-{way}")
        scene.put(ways=())
        return "chosen"
    if chosen_outcome(meaning, "skip") or meaning.label in (Label.DENY, Label.THANKS, Label.BYE):
        scene.put(ways=())
        return "skip"
    return None
