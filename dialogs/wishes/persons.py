"""To reach a person. Waiting for one suspends nothing."""

from dialogs.effects import HandOff
from dialogs.endings import dispute_endings
from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.wishes.answers import still_asking


def human(scene: Scene, meaning: Meaning) -> bool:
    scene.say(f"handed-over-{scene.facts.agents_wait}", brand=scene.facts.brand)
    hand_off(scene, "asked")
    return still_asking(scene)


def dispute(scene: Scene, meaning: Meaning) -> bool:
    dispute_endings(scene)
    scene.say(f"dispute-handed-over-{scene.facts.agents_wait}", brand=scene.facts.brand)
    hand_off(scene, "dispute")
    return still_asking(scene)


def hand_off(scene: Scene, reason: str) -> None:
    """Escalation never suspends what was declared: the case and its effects stay as they are."""
    scene.do(HandOff(reason))  # type: ignore[arg-type]
