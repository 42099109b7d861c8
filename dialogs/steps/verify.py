"""`verify`: asks for the one-time code, which receives its verdict before it gets here."""

from dialogs.effects import SendCode
from dialogs.meaning import Label, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import VerifyStep
from dialogs.steps import declare
from dialogs.steps.answers import STAY
from dialogs.steps.collect import send_first_code

MOST_CODES = 3
"""Codes sent for one challenge; a cap against being used to pester somebody."""


CHOICES = (choice("resend", "choice-resend-code"), choice("unable", "choice-unable"))


def enter(scene: Scene, step: VerifyStep) -> str | None:
    if declare.comes_first(scene):
        return "unable"
    scene.ask(f"{step.text}{_situation(scene)}", CHOICES, brand=scene.facts.brand)
    return None


def _situation(scene: Scene) -> str:
    """Which words fit: they tell what the customer did, never whether anybody is known by it."""
    state = scene.state
    if state.prompt:
        return "-again"
    if state.extra_check:
        return "-vouched"
    return "-sender" if state.identifier == scene.facts.sender_phone else ""


def answer(scene: Scene, step: VerifyStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "unable"):
        return "unable"
    if meaning.code is not None:
        return _judge(scene)
    if meaning.choice == "resend" or meaning.label is Label.RESEND:
        return _send_again(scene)
    if meaning.identifier is not None and meaning.identifier_kind is not None:
        return _correct(scene, step, meaning)
    return None


def _judge(scene: Scene) -> str:
    verdict = scene.facts.code
    if verdict == "right" and scene.facts.vouched is not None:
        scene.put(identity=scene.facts.vouched, challenge=None)
        return "verified"
    if verdict == "locked":
        scene.say("code-locked")
        return "failed"
    scene.ask("code-expired" if verdict == "expired" else "code-wrong", CHOICES)
    return STAY


def _send_again(scene: Scene) -> str:
    state = scene.state
    may = state.codes_sent < MOST_CODES and scene.facts.codes_allowed
    if not may or state.challenge is None or state.identifier is None or state.identifier_kind is None:
        scene.say("codes-limited")
        return "unable"
    scene.do(
        SendCode(state.challenge, state.identifier, state.identifier_kind, state.codes_sent, state.locale)
    )
    scene.put(codes_sent=state.codes_sent + 1)
    scene.ask("code-sent-again", CHOICES, brand=scene.facts.brand)
    return STAY


def _correct(scene: Scene, step: VerifyStep, meaning: Meaning) -> str:
    """A customer who mistyped the identifier just writes the right one."""
    assert meaning.identifier is not None
    assert meaning.identifier_kind is not None
    outcome = send_first_code(scene, meaning.identifier, meaning.identifier_kind)
    if outcome != "given":
        return outcome
    scene.put(prompt=())  # another code is another question
    enter(scene, step)
    return STAY
