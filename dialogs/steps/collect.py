"""`collect`: asks who is writing, by account number, e-mail or phone."""

from typing import Literal

from dialogs.effects import LookUpAccount, SendCode
from dialogs.meaning import Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import CollectStep
from dialogs.steps import declare
from dialogs.steps.answers import STAY
from dialogs.turn import Choice

IdentifierKind = Literal["account", "email", "phone"]


def enter(scene: Scene, step: CollectStep) -> str | None:
    if scene.state.identity is not None:
        return "known"
    if declare.comes_first(scene):
        scene.put(draft=None)
        return "unable"
    scene.put(challenge=None, codes_sent=0)
    scene.ask(step.text, _choices(scene, step), brand=scene.facts.brand)
    return None


def _choices(scene: Scene, step: CollectStep) -> tuple[Choice, ...]:
    choices = []
    if scene.facts.can_share_contact:
        choices.append(Choice("share_contact", "choice-share-contact", kind="share_contact"))
    if scene.facts.sender_phone is not None:
        choices.append(choice("use_sender", "choice-use-sender"))
    return (*choices, choice("unable", "choice-unable"))


def answer(scene: Scene, step: CollectStep, meaning: Meaning) -> str | None:
    if chosen_outcome(meaning, "unable"):
        return "unable"
    if scene.facts.vouched_phone is not None:
        return _look_up_shared_phone(scene, scene.facts.vouched_phone)
    if meaning.form == "contact":
        scene.say("contact-not-yours")
        enter(scene, step)
        return STAY
    if chosen_outcome(meaning, "use_sender") and scene.facts.sender_phone is not None:
        return send_first_code(scene, scene.facts.sender_phone, "phone")
    if meaning.identifier is not None and meaning.identifier_kind is not None:
        return send_first_code(scene, meaning.identifier, meaning.identifier_kind)
    return None


def _look_up_shared_phone(scene: Scene, phone: str) -> str:
    reference = scene.facts.fresh_reference
    scene.put(looking_up=reference, identifier=phone, identifier_kind="phone")
    scene.do(LookUpAccount(reference, phone=phone, of=scene.wanted))
    return STAY


def send_first_code(scene: Scene, identifier: str, kind: IdentifierKind) -> str:
    """Start a challenge. The answer is the same whether anybody is known by that identifier or not."""
    scene.put(identifier=identifier, identifier_kind=kind)
    if not scene.facts.codes_allowed:
        scene.say("codes-limited")
        return "unable"
    challenge = scene.facts.fresh_challenge
    scene.put(challenge=challenge, codes_sent=1, extra_check=False)
    scene.do(SendCode(challenge, identifier, kind, 0, scene.state.locale))
    return "given"
