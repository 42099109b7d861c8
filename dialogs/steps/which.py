"""Asks whether withdrawing or ending is meant, where a word for ending answers a withdrawal's question."""

from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, confirm_choice
from dialogs.turn import Choice


def has_two_meanings(scene: Scene, meaning: Meaning) -> bool:
    """Whether "cancel" was said where a withdrawal is to be declared: that is no yes to it."""
    case = scene.case
    asked = scene.script.kind == "withdrawal" and case is not None and case.is_open
    plain = meaning.choice is None and meaning.decision is None
    return asked and plain and meaning.label is Label.CANCEL


def ask_which(scene: Scene, otherwise: Choice) -> None:
    """Ask it with explicit choices; ending goes on in the script for that."""
    choices = (confirm_choice(scene), choice("cancel", "choice-end-instead"), otherwise)
    scene.ask("withdraw-or-end", choices)
