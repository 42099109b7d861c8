"""`advance`: one event in, one turn out. Pure."""

from dataclasses import replace
from typing import assert_never

from dialogs import returning
from dialogs.continuing import take_over
from dialogs.effects import AwaitAnswer, CancelService, HandOff
from dialogs.endings import dispute_what_was_meant, learn_ending, learn_that_it_stands
from dialogs.events import (
    AccountLookedUp,
    AgentReturned,
    AnswerDue,
    CaseReconciled,
    ChargeFound,
    ChatContinued,
    ChatMoved,
    ChatOpened,
    EffectCompleted,
    EndingDeclared,
    EndingUpheld,
    Event,
    MessageReceived,
    OfCase,
    OrderQuoted,
    QuoteChanged,
    RefundMoved,
    ReturnMoved,
    TermsLearned,
)
from dialogs.filling import quote_values
from dialogs.ids import CustomerRef
from dialogs.meaning import Label, Meaning
from dialogs.outcomes import learn_outcome, learn_reconciled
from dialogs.refunds import learn_charge, learn_refund, learn_return
from dialogs.requoting import learn_quote
from dialogs.scene import Scene
from dialogs.script import Script
from dialogs.silence import await_decision, remind
from dialogs.steps import KINDS, REST, STAY
from dialogs.steps.choose import quote_for, reversing
from dialogs.steps.fee import fee_values
from dialogs.turn import Facts, Identity, State, Turn
from dialogs.urgent import call_person
from dialogs.values import Service
from dialogs.wishes import WISHES
from dialogs.wishes.leaving import names_another

MOST_MOVES = 16
"""A turn passes through a handful of steps; more is a loop, which the checker finds first."""


def begin(script: Script, locale: str, identity: Identity | None = None) -> State:
    """The state of a conversation in which nothing has happened.

    Args:
        identity: who is writing, where the brand's own page vouched for it.
    """
    return State(step=script.start, locale=locale, identity=identity)


def begin_again(script: Script, before: State) -> State:
    """The state of a conversation that goes over to another script: who is writing stays known."""
    locale = before.locale if before.locale in script.locales else script.locales[0]
    fresh = begin(script, locale, before.identity)
    return replace(fresh, introduced=before.introduced, language_chosen=before.language_chosen)


def advance(script: Script, state: State, event: Event, facts: Facts) -> Turn:
    """What follows from the event.

    Args:
        script: the dialog, as pinned by the conversation's revision.
        state: where the conversation stands; its case is the newest one stored.
        event: what happened, with the time it came in.
        facts: everything else that may matter, read beforehand.
    """
    scene = Scene(script, state, facts, event.at)
    match event:
        case ChatOpened():
            _enter(scene)
        case MessageReceived(meaning=meaning):
            _hear(scene, meaning)
        case AgentReturned():
            scene.say("agent-resolved" if event.resolved else "agent-returned")
            _enter(scene)
        case ChatContinued():
            if take_over(scene, event):
                _enter(scene)
        case ChatMoved(channel=channel):
            scene.put(moved=True)
            scene.notify("moved-elsewhere", channel=channel)
        case _:
            _learn(scene, event)
    if isinstance(event, MessageReceived | AccountLookedUp | OrderQuoted | ChatContinued):
        await_decision(scene)
    return scene.turn()


Learnt = AccountLookedUp | OrderQuoted | EndingDeclared | OfCase


def _learn(scene: Scene, event: Learnt) -> None:
    """What nobody wrote: an answer from the back office, or time that is over."""
    match event:
        case AccountLookedUp():
            _learn_account(scene, event)
        case OrderQuoted():
            _learn_order_quote(scene, event)
        case EffectCompleted():
            learn_outcome(scene, event)
        case TermsLearned() | QuoteChanged():
            _learn_what_it_means(scene, event)
        case AnswerDue():
            _learn_silence(scene, event)
        case CaseReconciled():
            learn_reconciled(scene, event)
        case ChargeFound() | RefundMoved() | ReturnMoved():
            _learn_what_comes_back(scene, event)
        case EndingDeclared():
            learn_ending(scene, event)
        case EndingUpheld():
            learn_that_it_stands(scene, event)
        case _:
            assert_never(event)


def _learn_what_it_means(scene: Scene, event: TermsLearned | QuoteChanged) -> None:
    """The terms of what was accepted: known at last, or no more those that were confirmed."""
    if isinstance(event, TermsLearned):
        _learn_terms(scene, event)
    elif learn_quote(scene, event):
        _ask_about_fee(scene)


def _learn_what_comes_back(scene: Scene, event: ChargeFound | RefundMoved | ReturnMoved) -> None:
    match event:
        case ChargeFound():
            learn_charge(scene, event)
        case RefundMoved():
            learn_refund(scene, event)
        case ReturnMoved():
            learn_return(scene, event)


def _hear(scene: Scene, meaning: Meaning) -> None:
    scene.put(heard_at=scene.at, moved=False)
    _answer_in_their_language(scene, meaning)
    if meaning.urgent is None:
        _answer(scene, meaning)
        return
    scene.heard = meaning.urgent
    left = call_person(scene, meaning)
    if left is not None:
        _answer(scene, left)
    elif meaning.urgent != "danger" and scene.step.kind not in ("menu", "end"):
        _enter(scene)


def _answer(scene: Scene, meaning: Meaning) -> None:
    if _is_settled_elsewhere(scene):
        scene.jump(scene.script.wishes.rest)
        answers = meaning.choice is not None or meaning.decision is not None
        meaning = Meaning(stale=True) if answers else meaning
    if meaning.form in ("media", "edited", "long"):
        scene.say(f"cannot-use-{meaning.form}")
        _enter(scene)
    elif meaning.stale:
        _answer_stale(scene, meaning)
    elif scene.state.looking_up is not None and _wish_of(meaning) not in ALWAYS_HEARD:
        scene.say("one-moment", brand=scene.facts.brand)
    else:
        _understand(scene, meaning)


def _answer_in_their_language(scene: Scene, meaning: Meaning) -> None:
    """Whoever writes in another language of the script is answered in it, unless they chose one by name."""
    if meaning.written in scene.script.locales and not scene.state.language_chosen:
        scene.put(locale=meaning.written)


ALWAYS_HEARD = (Label.HUMAN, Label.DISPUTE, Label.STOP_TEXTS)
"""Wishes that no look-up holds up."""


def _is_settled_elsewhere(scene: Scene) -> bool:
    """Whether the case was confirmed, or came to nothing, elsewhere while its question still stands here."""
    case = scene.case
    if scene.step.kind == "fee":
        return case is None or not case.fee_open
    if scene.step.kind not in ("offer", "confirm") or case is None:
        return False
    return case.decision == "cancel" or case.came_to_nothing


def _understand(scene: Scene, meaning: Meaning) -> None:
    """The step at hand reads first, then the wishes that work everywhere, then we ask again."""
    before = scene.state.step
    if meaning.named is not None and scene.step.kind in ("collect", "verify"):
        scene.put(named=meaning.named)
        returning.forget(scene)
    another = names_another(scene, meaning)  # "cancel my mobile" is no yes to cancelling the fibre
    if not another and returning.are_out_of_date(scene) and returning.agrees(scene, meaning):
        returning.look_up_anew(scene, meaning)
        _enter(scene)
        return
    outcome = None if another else KINDS[scene.step.kind][1](scene, scene.step, meaning)
    if outcome is not None:
        scene.put(unclear=0)
        if outcome == REST:
            scene.jump(scene.script.wishes.rest)
            _enter(scene)
        elif outcome != STAY:
            _follow(scene, outcome)
        return
    wish = WISHES.get(_wish_of(meaning))
    if wish is None:
        _ask_again(scene)
        return
    scene.put(unclear=0)
    asks = wish(scene, meaning)
    for label in meaning.also:
        asks |= WISHES[label](scene, replace(meaning, label=label, also=()))
    if asks or scene.state.step != before:
        _enter(scene)


def _wish_of(meaning: Meaning) -> Label:
    """A pressed choice that the step did not take is a wish by its name."""
    if meaning.choice is not None:
        names = {label.value for label in WISHES}
        return Label(meaning.choice) if meaning.choice in names else Label.NONE
    return meaning.label


def _follow(scene: Scene, outcome: str) -> None:
    scene.move(outcome)
    _enter(scene)


def _enter(scene: Scene) -> None:
    """Say the present step's prompt, passing through steps that have nothing to ask."""
    for _ in range(MOST_MOVES):
        if returning.are_out_of_date(scene):
            returning.look_up_anew(scene)
        outcome = KINDS[scene.step.kind][0](scene, scene.step)
        if outcome is None:
            return
        scene.move(outcome)
    raise RuntimeError(f"script {scene.script.script!r} loops at step {scene.state.step!r}")


def _ask_again(scene: Scene) -> None:
    if scene.facts.person_comes:
        # What the bot cannot read, a person will.
        scene.say("unclear-person-comes", brand=scene.facts.brand)
        if scene.step.kind not in ("menu", "end"):
            _enter(scene)
        return
    unclear = scene.state.unclear + 1
    scene.put(unclear=unclear)
    scene.say("unclear" if unclear == 1 else "unclear-again")
    _enter(scene)


def _answer_stale(scene: Scene, meaning: Meaning) -> None:
    case = scene.case
    if case is not None and case.is_decided:
        scene.tell_standing(case)
        return
    scene.say("button-stale")
    _enter(scene)


def _learn_account(scene: Scene, event: AccountLookedUp) -> None:
    if event.reference != scene.state.looking_up:
        return
    scene.put(looking_up=None)
    if event.result == "found" and event.customer is not None:
        _know_customer(scene, event)
    elif event.result == "unavailable":
        scene.put(account="unavailable")
        returning.forget_terms(scene)
        if scene.state.identity is None:
            scene.say("office-unavailable-for-contact", brand=scene.facts.brand)
    else:
        scene.say("no-such-customer", brand=scene.facts.brand)
        scene.put(identity=None, account="unknown")
        returning.forget(scene)
        if scene.step.kind != "collect":
            scene.jump(scene.script.wishes.cancel)
    _enter(scene)


def _know_customer(scene: Scene, event: AccountLookedUp) -> None:
    assert event.customer is not None
    identity = scene.state.identity or Identity(event.customer, by="contact")
    identity = replace(identity, name=event.name, risk=event.risk)
    services = tuple(_as_it_will_be(scene, service) for service in event.services)
    scene.put(
        identity=identity, services=services, orders=event.orders, account="found", looked_up_at=event.at
    )
    scene.put(ways=scene.facts.ways, postal=event.postal)
    dispute_what_was_meant(scene)


def _learn_order_quote(scene: Scene, event: OrderQuoted) -> None:
    if event.reference != scene.state.looking_up or scene.case is None:
        return
    scene.put(looking_up=None)
    match event.result:
        case "found":
            agreement = scene.state.agreement
            scene.put(looked_up_at=event.at)
            case = scene.put_case(order_quote=event.quote)
            if agreement is not None and agreement.quote != event.quote:
                scene.put(agreement=None)
                scene.say("terms-changed", **quote_values(case, scene.facts))
        case "unavailable":
            if not returning.go_on_as_told(scene):
                scene.put(account="unavailable")
                returning.forget(scene)
        case "none":
            scene.put(agreement=None)
            scene.say("order-changed", order=scene.case.service_name)
            scene.put_case(selection=(), order_quote=None)
            scene.forget_account()
            scene.jump(scene.script.wishes.cancel)
        case _:
            assert_never(event.result)
    _enter(scene)


def _as_it_will_be(scene: Scene, service: Service) -> Service:
    """A service whose cancellation is being taken back goes on, on terms that only then can be asked for."""
    if service.status != "ending" or not reversing(scene.facts.cases, service):
        return service
    return replace(service, status="active", ends_on=None)


def _learn_terms(scene: Scene, event: TermsLearned) -> None:
    """An unquoted cancellation becomes a quoted one; a fee needs a yes that nobody has given."""
    case = scene.case
    quote = None if case is None else quote_for(case.kind, event.service)
    if case is None or case.id != event.case or case.standing not in _WAITING_FOR_TERMS or quote is None:
        return
    assert case.customer is not None, "only somebody identified was accepted"
    case = scene.put_case(
        status="accepted", service=event.service.ref, service_name=event.service.name, quote=quote
    )
    if not quote.fee.is_zero:
        scene.put_case(fee_open=True, free_quote=event.service.free_quote)
        _ask_about_fee(scene)
        return
    scene.do(CancelService(case.id, CustomerRef(case.customer or ""), event.service.ref, quote, case.follows))


_WAITING_FOR_TERMS = ("accepted", "failed")
"""Standings in which terms are wanted: also after a person had the search for them tried again."""


HOURS_TO_ANSWER = 24
"""After so long the customer is asked about a fee once more."""
HOURS_ASIDE = 1
"""After so long what could not be asked, because something else was being talked about, is asked."""


def _ask_about_fee(scene: Scene) -> None:
    """The case stays on the desk until it is answered, and is never carried out unasked."""
    case = scene.case
    assert case is not None
    scene.do(HandOff("fee"))
    if scene.script.wishes.fee is None or scene.facts.aside:
        text = "terms-learnt" if case.standing == "terms_open" else "fee-learnt"
        scene.notify(text, **fee_values(case, scene.facts))
    else:
        scene.jump(scene.script.wishes.fee)
        _enter(scene)
    scene.do(AwaitAnswer(case.id, HOURS_ASIDE if scene.facts.aside else HOURS_TO_ANSWER))


def _learn_silence(scene: Scene, event: AnswerDue) -> None:
    if event.about == "fee":
        _learn_unanswered(scene, event)
    elif remind(scene, event):
        _enter(scene)


def _learn_unanswered(scene: Scene, event: AnswerDue) -> None:
    """Ask once more, and have it on the desk, whatever became of it there.

    While something else is being talked about that is put off, each time for longer.
    """
    case = scene.case
    if case is None or case.id != event.case or not case.fee_open:
        return
    if scene.facts.aside:
        hours = min(HOURS_ASIDE * 2 ** min(event.put_off + 1, 5), HOURS_TO_ANSWER)
        scene.do(AwaitAnswer(case.id, hours, put_off=event.put_off + 1))
        if event.put_off == 0:
            scene.do(HandOff("fee"))
        return
    scene.do(HandOff("fee"))
    if scene.script.wishes.fee is None:
        return
    scene.notify("fee-reminder", **quote_values(case, scene.facts))
    scene.jump(scene.script.wishes.fee)
    _enter(scene)
