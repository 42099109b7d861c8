"""What the steps that choose among a customer's things begin with: who it is, and what they have."""

from collections.abc import Callable

from dialogs.case import Case
from dialogs.confirmations import prefer_way, send_again
from dialogs.effects import LookUpAccount, SendCode
from dialogs.endings import tell_endings
from dialogs.filling import quote_values
from dialogs.identification import TRUSTED
from dialogs.meaning import Meaning
from dialogs.scene import Scene
from dialogs.steps import declare
from dialogs.steps.undo import can_be_undone, say_too_late
from dialogs.understanding.named import named_among

READY = "(ready)"
"""It is known what the customer has, and nothing else was asked for than to choose among it."""


def find_account(scene: Scene, say_what_there_is: Callable[[Scene], bool]) -> str | None:
    """Look it up, have doubts cleared, answer what was asked before; then READY.

    Args:
        say_what_there_is: tells somebody who asks for the status how everything stands; whether there is any.

    Returns:
        The step's outcome, None while an answer is awaited, or READY.
    """
    if scene.state.looking_up is not None:
        return None
    if scene.state.account == "unknown":
        _look_up(scene)
        return None
    if _is_doubtful(scene):
        return _ask_for_code(scene)
    if scene.state.wish is not None:
        return _answer_wish(scene, say_what_there_is)
    return "unavailable" if scene.state.account == "unavailable" else READY


def _look_up(scene: Scene) -> None:
    assert scene.state.identity is not None, "nobody to look up"
    reference = scene.facts.fresh_reference
    scene.put(looking_up=reference)
    scene.do(LookUpAccount(reference, customer=scene.state.identity.customer, of=scene.wanted))


def _is_doubtful(scene: Scene) -> bool:
    identity = scene.state.identity
    if identity is None or identity.by in TRUSTED:
        return False
    wanted = scene.script.policies.verification
    return (wanted.high if identity.risk == "high" else wanted.normal) == "code"


def _ask_for_code(scene: Scene) -> str:
    """Being vouched for is not enough here: a code goes to the address that the back office holds."""
    assert scene.state.identity is not None
    if declare.comes_first(scene):
        scene.forget_account()
        scene.put(identity=None, draft=None)
        return "doubt"
    customer = scene.state.identity.customer
    challenge = scene.facts.fresh_challenge
    scene.say("extra-check")
    scene.forget_account()
    scene.put(
        identity=None,
        challenge=challenge,
        identifier=customer,
        identifier_kind="account",
        codes_sent=1,
        extra_check=True,
    )
    scene.do(SendCode(challenge, customer, "account", 0, scene.state.locale))
    return "doubt"


def _answer_wish(scene: Scene, say_what_there_is: Callable[[Scene], bool]) -> str:
    """The customer wanted to know something and is identified now."""
    wish = scene.state.wish
    scene.put(wish=None)
    if wish == "prefer":
        _prefer(scene)
        return "answered"
    past = _past(scene, wish)
    told = wish == "status" and tell_endings(scene)
    if scene.state.account == "unavailable":
        scene.say("office-unavailable", brand=scene.facts.brand)
    elif wish == "restart" and _wants_back_what_ended(scene, past):
        return "ended"
    elif past is not None:
        _tell_of(scene, past, wish)
    elif wish == "status" and (say_what_there_is(scene) or told):
        pass
    elif wish in ("undo", "restart"):
        scene.say("nothing-to-keep")
    else:
        scene.say("nothing-on-record", brand=scene.facts.brand)
        if wish == "refund" and scene.state.has_something_to_cancel:
            scene.say("refund-comes-with-quote")
    return "answered"


def _prefer(scene: Scene) -> None:
    identity, way = scene.state.identity, scene.state.preferring
    scene.put(preferring=None)
    if identity is not None and way is not None:
        prefer_way(scene, identity.customer, way)


def _past(scene: Scene, wish: str | None) -> Case | None:
    """The newest confirmed case; where it shall go on, the newest that can be undone; of money, one that
    brings some."""
    decided = [case for case in scene.facts.cases if case.is_decided]
    if wish == "refund":
        return next((case for case in decided if case.kind != "restart"), None)
    goes_on = wish in ("undo", "restart")
    undoable = [case for case in decided if goes_on and can_be_undone(scene, case)]
    return next(iter([*undoable, *decided]), None)


def _wants_back_what_ended(scene: Scene, past: Case | None) -> bool:
    """Whether something has ended that may be meant, and nothing answers the wish before it."""
    state, here = scene.state, scene.case
    named = None if state.named is None else named_among(state.named, [each.name for each in state.services])
    if named is not None:
        return state.services[named].status == "ended"
    if here is not None and here.kind == "termination" and here.decision == "cancel":
        # What was talked about here is meant.
        past = here
    if past is not None and (can_be_undone(scene, past) or past.standing == "reversing"):
        return False
    if past is not None and past.kind == "restart" and past.status in ("accepted", "failed"):
        return False
    ended = [service for service in state.services if service.status == "ended"]
    own = next((service for service in ended if past is not None and service.ref == past.service), None)
    # That what was cancelled here is over says when that was, and that a person can tell more.
    return bool(ended) if own is None else own.restart is not None


def _tell_of(scene: Scene, past: Case, wish: str | None) -> None:
    """Answer about a cancellation of before, or of another channel; this chat is about it from now on."""
    if scene.case is None or scene.case.came_to_nothing:
        scene.put(case=past)
    values = quote_values(past, scene.facts)
    if wish == "resend" and past.record_number is not None:
        send_again(scene, past)
    elif wish == "refund" and past.is_quoted:
        scene.say("refund-of-quote", **values)
    elif wish == "restart" and scene.case == past and _is_too_late(scene, past):
        say_too_late(scene)
    else:
        scene.tell_standing(past)


def _is_too_late(scene: Scene, past: Case) -> bool:
    """Whether nothing is left to be undone, though it was cancelled here."""
    done = past.kind == "termination" and past.decision == "cancel" and past.standing in DONE
    return done and not can_be_undone(scene, past)


DONE = ("executed", "reconciled")


def close_what_is_about_nothing(scene: Scene) -> None:
    """Nothing is left to end. From what is not found here one can still withdraw: in words."""
    case = scene.case
    if case is None or case.is_decided or case.declaration is not None or case.kind == "withdrawal":
        return
    scene.put_case(status="kept")


def option_of(meaning: Meaning) -> int | None:
    """Which of the things shown is meant, from 0: named, numbered or pressed."""
    if meaning.option is None and meaning.choice is not None and meaning.choice.startswith("option-"):
        return int(meaning.choice.removeprefix("option-")) - 1
    return meaning.option
