"""What a person may want in any step: cancel, keep, a human, dispute, status, refund, ...

Each wish has one function; `WISHES` is the closed table. They return True when
the present question shall be asked again after the answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from dialogs.case import Case
from dialogs.confirmations import prefer_way, send_again
from dialogs.continuing import show_ways
from dialogs.effects import HandOff, OptOut
from dialogs.endings import dispute_endings, tell_endings
from dialogs.filling import quote_values
from dialogs.meaning import Label, Meaning, Named
from dialogs.questions import answers_itself, tell_charges, tell_end, tell_remains
from dialogs.refunds import tell_refunds
from dialogs.returning import forget
from dialogs.scene import Scene, choice, confirm_choice, entry_choice
from dialogs.steps.restart import can_be_taken_back, take_back
from dialogs.steps.undo import can_be_undone, say_too_late
from dialogs.texts import own_names
from dialogs.understanding.named import named_among
from dialogs.understanding.positions import shown_words
from dialogs.values import Service

Wish = Callable[[Scene, Meaning], bool]

ASK_AGAIN = True
SAID_ALL = False


def cancel(scene: Scene, meaning: Meaning) -> bool:
    """The wish to end something: it opens the case, whose time nothing moves later."""
    if _is_under_way(scene):
        return _say_which(scene, meaning)
    if can_be_taken_back(scene.case, meaning):
        take_back(scene)
        return _still_asking(scene)
    open_case(scene)
    if meaning.reason is not None and scene.case is not None and scene.case.reason is None:
        # It can choose the alternative, and is not asked for again.
        scene.put_case(reason=meaning.reason)
    scene.forget_account()
    scene.put(wish=None, named=meaning.named)
    forget(scene)
    scene.jump(scene.script.wishes.cancel)
    _forget_the_way_of_before(scene)
    return ASK_AGAIN


def _forget_the_way_of_before(scene: Scene) -> None:
    """Back leads to where this cancellation began, and not into an earlier one."""
    previous = scene.state.previous
    if previous is not None and scene.script.steps[previous].kind != "menu":
        scene.put(previous=None)


def _say_which(scene: Scene, meaning: Meaning) -> bool:
    """Said again, the wish may name what is meant, and that may be another service than the one at hand."""
    scene.put(named=meaning.named or scene.state.named)
    if names_another(scene, meaning):
        scene.put(chosen=None)
        scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN


def names_another(scene: Scene, meaning: Meaning) -> bool:
    """Whether the message names another of the customer's services than the one that is being asked about."""
    state = scene.state
    if meaning.named is None or state.chosen is None or scene.step.kind not in ("offer", "confirm"):
        return False
    position = named_among(meaning.named, [service.name for service in state.services])
    return position is not None and position != state.chosen


def _is_under_way(scene: Scene) -> bool:
    case = scene.case
    resting = scene.step.kind in ("menu", "end")
    return case is not None and case.is_undecided and not resting


def open_case(scene: Scene) -> None:
    """Open a case at the time the message came in, unless one is open and undecided."""
    case = scene.case
    kind = scene.script.kind
    if case is not None and case.is_undecided:
        if case.kind == kind:
            return
        if case.declaration is None:
            # A wish that was never confirmed becomes the other one. To cancel was declared then,
            # whatever it was; to withdraw is another thing to declare, which counts from now.
            declared = scene.at if "withdrawal" in (kind, case.kind) else case.declared_at
            fresh = Case(case.id, declared, kind, reason=case.reason, source_channel=case.source_channel)
            scene.put(case=replace(fresh, customer=case.customer, identified_by=case.identified_by))
            return
    fresh = Case(scene.facts.fresh_case, scene.at, kind, source_channel=scene.facts.channel)
    if case is not None and case.decision == "alternative" and case.offer is not None:
        # The alternative was this customer's one offer; leaving after all brings no second one.
        fresh = replace(fresh, offer=replace(case.offer, answer="declined"))
    scene.put(case=fresh)


def keep(scene: Scene, meaning: Meaning) -> bool:
    """Change of mind: before the confirmation it ends the case, after it leads to the undo."""
    scene.put(agreement=None)
    case = scene.case
    if case is not None and case.declaration is not None and not case.is_decided:
        # Only the person who matches it can take it out of the pile.
        return human(scene, meaning)
    if (case is None or case.came_to_nothing) and scene.state.identity is not None:
        return _look_it_up(scene, "undo")
    if case is not None and (case.standing == "reversing" or case.kind == "restart"):
        scene.tell_standing(case)
        return _still_asking(scene)
    if case is None or not _can_be_kept(case):
        scene.say("nothing-to-keep")
        return ASK_AGAIN
    if not case.is_decided:
        if meaning.choice is None and not meaning.keeps:
            return _ask_whether_to_keep(scene)
        scene.put_case(decision="keep", decided_at=scene.at, status="kept")
        forget(scene)
        scene.jump(scene.script.wishes.kept)
        return ASK_AGAIN
    if case.fee_open and scene.script.wishes.fee is not None:
        # Keeping it is among the answers to the question that stands there.
        scene.jump(scene.script.wishes.fee)
        return ASK_AGAIN
    if _has_ended(scene, case):
        return _look_it_up(scene, "restart")
    undo = scene.script.wishes.undo
    if undo is None or not can_be_undone(scene, case):
        say_too_late(scene)
        scene.jump(scene.script.wishes.rest)
        return ASK_AGAIN
    scene.jump(undo)
    return ASK_AGAIN


def _can_be_kept(case: Case) -> bool:
    """Whether there is a cancellation, wished for or confirmed, or a change that may be wanted undone."""
    return case.status in ("requested", "accepted", "executed", "reconciled", "failed")


def restart(scene: Scene, meaning: Meaning) -> bool:
    """To go on with what was ended: undone as long as that is possible, afterwards taken up anew."""
    case = scene.case
    if not _restarts(scene) or (case is not None and _may_still_go_on(scene, case)):
        return keep(scene, meaning)
    scene.put(named=meaning.named, agreement=None)
    return _look_it_up(scene, "restart")


def _may_still_go_on(scene: Scene, case: Case) -> bool:
    """Whether what is talked about is not over: then it is undone, or how it stands says all."""
    if case.decision == "alternative":
        return can_be_undone(scene, case)
    return not case.came_to_nothing and not _has_ended(scene, case)


def _restarts(scene: Scene) -> bool:
    """Whether the script leads anywhere from what has ended."""
    return any(step.kind == "choose" and "ended" in step.outcomes for step in scene.script.steps.values())


def _has_ended(scene: Scene, case: Case) -> bool:
    """Whether the cancellation is done, and the service's last day over: nothing is left to be undone."""
    over = case.end_date is not None and case.end_date < scene.facts.today
    done = case.kind == "termination" and case.decision == "cancel" and case.reversing_since is None
    return _restarts(scene) and done and over and case.status in ("executed", "reconciled")


def _ask_whether_to_keep(scene: Scene) -> bool:
    """Keeping is a decision as much as cancelling: what was only guessed is asked."""
    go_on = confirm_choice(scene) if scene.step.kind == "confirm" else entry_choice(scene)
    choices = (go_on, choice("keep", "choice-keep"))
    scene.ask("keep-or-cancel", choices, brand=scene.facts.brand)
    return SAID_ALL


def human(scene: Scene, meaning: Meaning) -> bool:
    scene.say(f"handed-over-{scene.facts.agents_wait}", brand=scene.facts.brand)
    _hand_off(scene, "asked")
    return _still_asking(scene)


def dispute(scene: Scene, meaning: Meaning) -> bool:
    dispute_endings(scene)
    scene.say(f"dispute-handed-over-{scene.facts.agents_wait}", brand=scene.facts.brand)
    _hand_off(scene, "dispute")
    return _still_asking(scene)


def _hand_off(scene: Scene, reason: str) -> None:
    """Escalation never suspends what was declared: the case and its effects stay as they are."""
    scene.do(HandOff(reason))  # type: ignore[arg-type]


def _still_asking(scene: Scene) -> bool:
    """A question under way is asked again, so that waiting for a person holds nobody up."""
    return scene.step.kind not in ("menu", "end")


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
        return _still_asking(scene)
    if case is not None and case.declaration is not None:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return SAID_ALL
    if case is not None and case.is_open:
        scene.say("status-not-confirmed", **quote_values(case, scene.facts))
        return ASK_AGAIN
    return _look_it_up(scene, "status")


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
        return _look_it_up(scene, "refund")
    if case is not None and case.is_quoted:
        # Who has the receipt and pays nothing asks for the refund; before that the whole cost is what counts.
        if tell_refunds(scene, case):
            return _still_asking(scene)
        settled = case.is_decided and (case.quote is None or case.quote.fee.is_zero)
        scene.say("refund-of-quote" if settled else "cost-of-quote", **quote_values(case, scene.facts))
        return _still_asking(scene)
    if case is not None and case.is_open:
        scene.say("refund-comes-with-quote")
        return ASK_AGAIN
    return _look_it_up(scene, "refund")


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
        return _still_asking(scene)
    if case is not None and case.declaration is not None and not case.is_decided:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return _still_asking(scene)
    if case is not None and case.is_open:
        scene.say("terms-come-with-quote")
        return ASK_AGAIN
    return _look_it_up(scene, "status")


def resend(scene: Scene, meaning: Meaning) -> bool:
    case = scene.case
    if case is not None and case.declaration is not None and not case.is_decided:
        scene.say("status-declared", **quote_values(case, scene.facts))
        return _still_asking(scene)
    if case is not None and case.record_number is not None and case.record_kind is not None:
        if not send_again(scene, case) and not _still_asking(scene):
            scene.ask("confirmation-by-person", (choice("human", "choice-human"),))
        return _still_asking(scene)
    if case is not None and case.is_open:
        scene.say("status-not-confirmed", **quote_values(case, scene.facts))
        return ASK_AGAIN
    return _look_it_up(scene, "resend")


def prefer(scene: Scene, meaning: Meaning) -> bool:
    """By which way confirmations shall go from now on. The mail always goes; letters are a person's work."""
    if meaning.way is None:
        scene.say("prefer-how")
        return _still_asking(scene)
    if meaning.way == "letter":
        scene.say("prefer-letter")
        _hand_off(scene, "asked")
        return _still_asking(scene)
    identity = scene.state.identity
    if identity is None:
        scene.put(preferring=meaning.way)
        return _look_it_up(scene, "prefer")
    prefer_way(scene, identity.customer, meaning.way)
    return _still_asking(scene)


def _look_it_up(
    scene: Scene, wish: Literal["status", "refund", "resend", "prefer", "undo", "restart"]
) -> bool:
    """Answer after finding out who asks."""
    scene.put(wish=wish, account="unknown", chosen=None)
    scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN


def change(scene: Scene, meaning: Meaning) -> bool:
    """Something other than cancelling: where an offer is open it is shown, otherwise a person helps."""
    if scene.step.kind == "offer":
        return ASK_AGAIN
    scene.say("change-by-person")
    if scene.step.kind in ("menu", "end"):
        scene.ask("anything-else", (entry_choice(scene), choice("human", "choice-human")))
        return SAID_ALL
    return ASK_AGAIN


def help_(scene: Scene, meaning: Meaning) -> bool:
    scene.say("help", brand=scene.facts.brand)
    return ASK_AGAIN


def back(scene: Scene, meaning: Meaning) -> bool:
    previous = scene.state.previous
    case = scene.case
    if previous is None or _is_closed(case) or _is_answered_for_good(scene, previous):
        scene.say("cannot-go-back")
        return ASK_AGAIN
    forget(scene)
    if scene.script.steps[previous].kind in ("choose", "order"):
        scene.put(chosen=None, picked=None, adding=False)
    if case is not None and scene.script.steps[previous].kind in ("order", "lines"):
        scene.put(picked=None, adding=False)
        scene.put_case(selection=(), order_quote=None)
    if scene.script.steps[previous].kind == "offer" and case is not None and case.offer is not None:
        # The same single offer, because the customer asks to see it again.
        scene.put_case(offer=replace(case.offer, answer="open"))
    scene.put(step=previous, previous=None, prompt=())
    return ASK_AGAIN


def _is_closed(case: Case | None) -> bool:
    """Whether nothing leads back into the case: it is decided, or was kept, and a new wish opens one anew."""
    return case is not None and (case.is_decided or case.came_to_nothing)


def _is_answered_for_good(scene: Scene, previous: str) -> bool:
    """Whoever has proved who they are is not asked it again."""
    identified = scene.state.identity is not None
    return identified and scene.script.steps[previous].kind in ("collect", "verify")


def language(scene: Scene, meaning: Meaning) -> bool:
    if meaning.language in scene.script.locales:
        scene.put(locale=meaning.language, language_chosen=True)
        return ASK_AGAIN
    scene.say("language-unknown", languages=own_names(scene.script.locales))
    return ASK_AGAIN


def other(scene: Scene, meaning: Meaning) -> bool:
    """Not this service but another one: the one that is named, the only other, or the question which."""
    state = scene.state
    if meaning.named is not None and not names_another(scene, meaning):
        scene.say("unclear")
        return ASK_AGAIN
    available = [service for service in state.services if service.can_be_cancelled]
    if state.chosen is None or scene.step.kind not in ("offer", "confirm") or len(available) < 2:
        return back(scene, meaning)
    others = [service for service in available if service != state.service]
    named = meaning.named or (_by_name(others[0]) if len(others) == 1 else None)
    scene.put(chosen=None, named=named)
    scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN


def _by_name(service: Service) -> Named:
    return Named(shown_words(service.name))


def elsewhere(scene: Scene, meaning: Meaning) -> bool:
    """On with it on another channel."""
    show_ways(scene)
    return SAID_ALL


def why(scene: Scene, meaning: Meaning) -> bool:
    """Why the present question is asked, or why it costs what it costs."""
    case = scene.case
    if scene.step.kind in ("collect", "verify"):
        scene.say("why-identify")
        return ASK_AGAIN
    if scene.step.kind == "survey":
        scene.say("why-reason", brand=scene.facts.brand)
        return ASK_AGAIN
    return refund(scene, meaning) if case is not None and case.is_quoted else help_(scene, meaning)


def greet(scene: Scene, meaning: Meaning) -> bool:
    return ASK_AGAIN


def thanks(scene: Scene, meaning: Meaning) -> bool:
    scene.say("thanks")
    return _still_asking(scene)


def bye(scene: Scene, meaning: Meaning) -> bool:
    case = scene.case
    undecided = case is not None and case.is_undecided and case.declaration is None
    scene.say("bye-not-confirmed" if undecided else "bye")
    return SAID_ALL


def withdraw(scene: Scene, meaning: Meaning) -> bool:
    """Withdrawing from a contract is not ending it: it has a script of its own, or a person takes it up."""
    if scene.script.kind == "withdrawal":
        return cancel(scene, meaning)
    scene.say("withdraw-by-person", brand=scene.facts.brand, declared=scene.at)
    _hand_off(scene, "asked")
    return _still_asking(scene)


def stop_texts(scene: Scene, meaning: Meaning) -> bool:
    if meaning.one_word and scene.facts.sender_phone is None and _may_mean_the_cancellation(scene):
        return keep(scene, meaning)
    scene.do(OptOut())
    text = "messages-stopped" if scene.facts.sender_phone is None else "texts-stopped"
    scene.confirm_opt_out(text, brand=scene.facts.brand)
    return SAID_ALL


def _may_mean_the_cancellation(scene: Scene) -> bool:
    """Whether "stop" may answer the question that stands. On a phone it stops the texts by custom and law."""
    case = scene.case
    if case is None or case.declaration is not None or not _is_under_way(scene):
        return False
    return bool(scene.state.prompt) and _can_be_kept(case)


WISHES: Mapping[Label, Wish] = {
    Label.CANCEL: cancel,
    Label.KEEP: keep,
    Label.RESTART: restart,
    Label.HUMAN: human,
    Label.DISPUTE: dispute,
    Label.STATUS: status,
    Label.REFUND: refund,
    Label.ENDS: ends,
    Label.CHARGES: charges,
    Label.REMAINS: remains,
    Label.RESEND: resend,
    Label.PREFER: prefer,
    Label.CHANGE: change,
    Label.WHY: why,
    Label.HELP: help_,
    Label.BACK: back,
    Label.LANGUAGE: language,
    Label.OTHER: other,
    Label.ELSEWHERE: elsewhere,
    Label.GREET: greet,
    Label.THANKS: thanks,
    Label.BYE: bye,
    Label.STOP_TEXTS: stop_texts,
    Label.WITHDRAW: withdraw,
}
