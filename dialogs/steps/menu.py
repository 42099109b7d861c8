"""`menu`: says what can be done here. Its choices are wishes, so it answers nothing itself."""

from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, entry_choice
from dialogs.step_kinds import MenuStep


def enter(scene: Scene, step: MenuStep) -> str | None:
    choices = tuple(
        entry_choice(scene) if name == "cancel" else choice(name, f"choice-{name}") for name in step.choices
    )
    scene.ask(step.text, choices, brand=scene.facts.brand)
    return None


def answer(scene: Scene, step: MenuStep, meaning: Meaning) -> str | None:
    return None
