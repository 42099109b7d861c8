"""To know how it stands and what it means, and to have its confirmation."""

from collections.abc import Callable

from dialogs.case import Case
from dialogs.confirmations import prefer_way, send_again
from dialogs.endings import tell_endings
from dialogs.filling import quote_values
from dialogs.meaning import Meaning
from dialogs.questions import answers_itself, tell_charges, tell_end, tell_remains
from dialogs.refunds import tell_refunds
from dialogs.scene import Scene, choice
from dialogs.wishes.answers import ASK_AGAIN, SAID_ALL, look_it_up, still_asking


def status(scene: Scene, meaning: Meaning) -> bool:
    case, waiting = scene.case, _waiting_elsewhere(scene)
    if waiting is not None or (case is not None and (case.is_open or case.is_decided)):
        # Otherwise they are told once it is looked up what there is.
        tell_endings(scene)
    if waiting is not None:
        scene.tell_standing(waiting)
    if case is not None and case.is_decided:
        scene.tell_standing(case)
    if waiting is not None and (case is None or not case.is_open or case.is_decided):
        scene.put(case=waiting)
        case = waiting
    if case is not None and case.is_decided:
        if case.fee_open and scene.script.wishes.fee is not None:
            scene.jump(scene.script.wishes.fee)
        return still_asking(scene)
    if case is not None and case.declaration is not None:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return SAID_ALL
    if case is not None and case.is_open:
        scene.say("status-not-confirmed", **quote_values(case, scene.facts))
        return ASK_AGAIN
    return look_it_up(scene, "status")


def _waiting_elsewhere(scene: Scene) -> Case | None:
    """Another of the customer's cases that waits for a yes to a fee, the earliest one.

    None where this very message changed the case at hand, which must not be left before that is stored.
    """
    case = scene.case
    if scene.script.wishes.fee is None or case != scene.began_with or (case is not None and case.fee_open):
        return None
    waiting = [each for each in scene.facts.cases if each.fee_open and each.is_open]
    return min(waiting, key=lambda each: each.declared_at, default=None)


def refund(scene: Scene, meaning: Meaning) -> bool:
    case = scene.case
    if case is not None and case.kind == "restart":
        # What comes back, comes from what was ended before.
        return look_it_up(scene, "refund")
    if case is not None and case.is_quoted:
        # Who has the receipt and pays nothing asks for the refund; before that the whole cost is what counts.
        if tell_refunds(scene, case):
            return still_asking(scene)
        settled = case.is_decided and (case.quote is None or case.quote.fee.is_zero)
        scene.say("refund-of-quote" if settled else "cost-of-quote", **quote_values(case, scene.facts))
        return still_asking(scene)
    if case is not None and case.is_open:
        scene.say("refund-comes-with-quote")
        return ASK_AGAIN
    return look_it_up(scene, "refund")


def ends(scene: Scene, meaning: Meaning) -> bool:
    return _ask_record(scene, tell_end)


def charges(scene: Scene, meaning: Meaning) -> bool:
    return _ask_record(scene, tell_charges)


def remains(scene: Scene, meaning: Meaning) -> bool:
    return _ask_record(scene, tell_remains)


def _ask_record(scene: Scene, tell: Callable[[Scene], None]) -> bool:
    """A question that the cancellation at hand answers; one that is only begun answers it in its quote."""
    case = scene.case
    if answers_itself(scene):
        tell(scene)
        return still_asking(scene)
    if case is not None and case.declaration is not None and not case.is_decided:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return still_asking(scene)
    if case is not None and case.is_open:
        scene.say("terms-come-with-quote")
        return ASK_AGAIN
    return look_it_up(scene, "status")


def resend(scene: Scene, meaning: Meaning) -> bool:
    case = scene.case
    if case is not None and case.declaration is not None and not case.is_decided:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return still_asking(scene)
    if case is not None and case.record_number is not None and case.record_kind is not None:
        if not send_again(scene, case) and not still_asking(scene):
            scene.ask("confirmation-by-person", (choice("human", "choice-human"),))
        return still_asking(scene)
    if case is not None and case.is_open:
        scene.say("status-not-confirmed", **quote_values(case, scene.facts))
        return ASK_AGAIN
    return look_it_up(scene, "resend")


def prefer(scene: Scene, meaning: Meaning) -> bool:
    """By which way confirmations shall go from now on. The mail always goes."""
    if meaning.way is None:
        scene.say("prefer-how")
        return still_asking(scene)
    by_post = meaning.way == "letter"
    if by_post and not scene.facts.letters:
        scene.say("prefer-no-letters")
        return still_asking(scene)
    identity = scene.state.identity
    if identity is None or (by_post and scene.state.postal is None):
        scene.put(preferring=meaning.way)
        return look_it_up(scene, "prefer")
    prefer_way(scene, identity.customer, meaning.way)
    return still_asking(scene)
