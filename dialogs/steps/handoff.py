"""`handoff`: calls a person and says how long that takes; waiting holds nobody up."""

from dialogs.effects import HandOff
from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.step_kinds import HandoffStep


def enter(scene: Scene, step: HandoffStep) -> str | None:
    scene.say(f"{step.text}-{scene.facts.agents_wait}", brand=scene.facts.brand)
    scene.do(HandOff(step.reason))
    return "next"


def answer(scene: Scene, step: HandoffStep, meaning: Meaning) -> str | None:
    return None
