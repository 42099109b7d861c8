"""Sample situations: for every step the states in which a conversation stands there, and what happens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Literal, get_args

from dialogs.case import Case, Declaration
from dialogs.checker import samples
from dialogs.checker.ending import ending_situations
from dialogs.checker.ordering import about_an_order, own_situations
from dialogs.checker.paying import paying_situations
from dialogs.checker.restarting import restarting, restarting_situations
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import ASKED, Situation, States, heard
from dialogs.events import (
    AccountLookedUp,
    AgentReturned,
    AnswerDue,
    ChatContinued,
    ChatMoved,
    ChatOpened,
    EffectCompleted,
    QuoteChanged,
    TermsLearned,
)
from dialogs.ids import CaseId, ChallengeId, CustomerRef
from dialogs.meaning import GRAVEST_FIRST, Form, Label, Meaning
from dialogs.packs import PACKS, packaged_pack
from dialogs.script import Script
from dialogs.steps import verify
from dialogs.steps.prefer import CHOICES
from dialogs.turn import Facts, Identity, State
from dialogs.values import Quote, Way, WayMeant

WAITS: tuple[Literal["minutes", "hours", "later"], ...] = ("minutes", "hours", "later")
"""How long a person takes."""
WHY = Meaning(Label.WHY)
ASKED_OF_COST = (*ASKED, Meaning(Label.REFUND))


def situations_of(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """Situations in which, together, the engine says everything that it can say."""
    for situation in _every_situation(script, world, facts):
        yield from _of_kind(script, situation, world)
    if script.kind == "order":
        yield from own_situations(script, world, facts)


def _of_kind(script: Script, situation: Situation, world: World) -> Iterator[Situation]:
    """The situation with what this script is about in place of a service that shall end."""
    match script.kind:
        case "termination":
            yield situation
        case "withdrawal":
            yield from _withdrawing(script, situation, world)
        case "order":
            yield from about_an_order(situation, world)


def _every_situation(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    yield from _beginnings(script, facts)
    for name, step in script.steps.items():
        at = State(step=name, locale=script.locales[0], introduced=True)
        for state, meanings in STATES.get(step.kind, _passing)(at, world):
            for waiting in _waits(script, facts):
                yield from (heard(state, meaning, waiting) for meaning in meanings)
        yield from _verdicts(step.kind, at, facts)
        yield from _answers_of_the_office(step.kind, at, world, facts)
        if step.kind == "handoff":
            # It is passed through, and says how long a person takes.
            each_wait = (replace(facts, agents_wait=wait) for wait in WAITS)
            yield from (Situation(at, AgentReturned(NOW), each) for each in each_wait)
    yield from _wishes(script, world, facts)
    yield from _outcomes(script, world, facts)
    yield from paying_situations(script, world, facts)
    yield from ending_situations(script, world, facts)
    yield from restarting_situations(script, world, facts)
    yield from _silences(script, world, facts)
    yield from _continuations(script, world, facts)
    yield from _under_packs(script, world, facts)


def _waits(script: Script, facts: Facts) -> Iterator[Facts]:
    """How long a person takes, where a guard leads elsewhere by that."""
    yield facts
    if "agents-are-near" in script.guards:
        others = (wait for wait in WAITS if wait != facts.agents_wait)
        yield from (replace(facts, agents_wait=wait) for wait in others)


# --- the first message, which says who is writing


def _beginnings(script: Script, facts: Facts) -> Iterator[Situation]:
    first = State(step=script.start, locale=script.locales[0])
    yield Situation(first, ChatOpened(NOW), facts)
    for wait in WAITS:
        waiting = replace(facts, agents_wait=wait)
        yield from (heard(first, Meaning(label), waiting) for label in Label)
        for region in ("DE", "AR"):
            called = replace(waiting, region=region)
            yield from (heard(first, Meaning(urgent=kind), called) for kind in GRAVEST_FIRST)
    yield from (heard(first, Meaning(form=form), facts) for form in get_args(Form))


# --- the states in which a step asks, and its own answers


def _menu(at: State, world: World) -> States:
    yield at, ASKED


def _resting(at: State, world: World) -> States:
    for quote in samples.quotes_of(world):
        yield replace(at, identity=IDENTITY, case=samples.decided_case(world, quote)), ASKED_OF_COST


def _collect(at: State, world: World) -> States:
    given = Meaning(identifier="100234", identifier_kind="account")
    shared = Meaning(form="contact")
    yield (
        replace(at, case=_wish()),
        (*ASKED, WHY, given, shared, Meaning(choice="use_sender"), Meaning(choice="unable")),
    )


def _verify(at: State, world: World) -> States:
    state = _challenged(at)
    yield state, (*ASKED, Meaning(Label.RESEND), Meaning(choice="unable"))
    yield replace(state, prompt=verify.CHOICES), ASKED
    yield replace(state, extra_check=True), ASKED
    yield replace(state, codes_sent=99), (Meaning(Label.RESEND),)


def _declare(at: State, world: World) -> States:
    yield at, ASKED
    yield replace(at, case=_wish()), (*ASKED, Meaning(details="Kim Sommer, contract 100234"))


PREFERRED: tuple[Way, ...] = ("mail", "sms", "telegram", "letter")


def _choose(at: State, world: World) -> States:
    several = samples.services_of(world)
    known = replace(at, identity=IDENTITY, case=_wish(), account="found")
    for services in (several, several[:1], several[2:3], several[3:], ()):
        yield replace(known, services=services), ASKED
    for quote in (*samples.few_quotes(world), None):
        for kinds in ((), *((kind,) for kind in samples.KINDS)):
            yield replace(known, services=(samples.service_of(world, quote, *kinds),)), ASKED
    for wish, account in product(("status", "refund", "resend"), ("found", "unavailable")):
        wanted = replace(known, wish=wish, account=account)  # type: ignore[arg-type]
        yield replace(wanted, case=None, services=several), ASKED
    yield from ((replace(known, wish="prefer", preferring=way), ASKED) for way in PREFERRED)
    yield replace(known, account="unavailable"), ASKED
    yield replace(known, identity=Identity(IDENTITY.customer, by="token", risk="high")), ASKED
    yield replace(known, looking_up="sample-look-up"), (Meaning(Label.CANCEL),)


def _offer(at: State, world: World) -> States:
    for kind in samples.KINDS:
        quote = samples.few_quotes(world)[0]
        service = samples.service_of(world, quote, kind)
        state = replace(at, identity=IDENTITY, services=(service,), chosen=0, case=samples.open_case(quote))
        yield state, ASKED
        for taken in (samples.alternative_case(world, kind), samples.begun_change(world, kind)):
            open_again = replace(taken, decision=None, status="requested", service_name=service.name)
            yield (
                replace(state, case=open_again, offered_here=True),
                (Meaning(choice="accept"), Meaning(choice="cancel")),
            )


def _confirm(at: State, world: World) -> States:
    for quote in (*samples.quotes_of(world), None):
        yield (
            replace(at, identity=IDENTITY, case=samples.open_case(quote)),
            (*ASKED_OF_COST, Meaning(Label.CANCEL), Meaning(choice="confirm"), Meaning(choice="keep")),
        )
    again = replace(samples.open_case(), follows=CaseId("sample-earlier-case"))
    yield replace(at, identity=IDENTITY, case=again), ASKED


def _survey(at: State, world: World) -> States:
    for quote in (*samples.quotes_of(world), None):
        yield (
            replace(at, identity=IDENTITY, case=samples.decided_case(world, quote)),
            (*ASKED, WHY, Meaning(choice="skip"), Meaning(choice="other")),
        )


def _prefer(at: State, world: World) -> States:
    case = samples.decided_case(world, samples.quotes_of(world)[0])
    answers = tuple(Meaning(choice=each) for each in ("skip", *CHOICES.values()))
    yield replace(at, identity=IDENTITY, case=case, ways=tuple(CHOICES)), (*ASKED, *answers)


def _undo(at: State, world: World) -> States:
    quote = samples.few_quotes(world)[0]
    answers = (*ASKED, Meaning(choice="undo"), Meaning(choice="leave"))
    for status in ("accepted", "executed"):
        case = samples.decided_case(world, quote, status)
        yield replace(at, identity=IDENTITY, case=case), answers
    change = samples.alternative_case(world, "pause")
    made = replace(change, status="executed", executed_at=NOW)
    for case in (change, made, samples.begun_change(world, "pause")):
        yield replace(at, identity=IDENTITY, case=case), answers
    for case in (*samples.beyond_undoing(world), samples.decided_case(world, None, "executed")):
        yield replace(at, identity=IDENTITY, case=case), answers


def _fee(at: State, world: World) -> States:
    answers = (Meaning(choice="confirm"), Meaning(choice="later"), Meaning(choice="keep"))
    for case in (*samples.fee_cases(world), *samples.changed_cases(world)):
        yield replace(at, identity=IDENTITY, case=case), (*ASKED, *answers)


def _passing(at: State, world: World) -> States:
    """Such a step never waits: it is reached through the answers of the others."""
    yield from ()


STATES: Mapping[str, Callable[[State, World], States]] = {
    "menu": _menu,
    "collect": _collect,
    "verify": _verify,
    "declare": _declare,
    "choose": _choose,
    "offer": _offer,
    "confirm": _confirm,
    "undo": _undo,
    "restart": restarting,
    "fee": _fee,
    "inform": _passing,
    "survey": _survey,
    "prefer": _prefer,
    "end": _resting,
}
"""Kind of step -> the states in which it asks, with the messages that try its own answers."""


def _wish() -> Case:
    return samples.open_case(settled=False)


def _challenged(at: State) -> State:
    return replace(
        at,
        case=_wish(),
        challenge=ChallengeId("sample-challenge"),
        identifier="100234",
        identifier_kind="account",
        codes_sent=1,
    )


# --- what can be wanted or happen anywhere


def _wishes(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """Every wish with every case, where a conversation begins and where it rests."""
    for name in (script.start, script.wishes.rest):
        at = State(step=name, locale=script.locales[0], introduced=True)
        for case in samples.resting_cases(world):
            state = replace(at, case=case, identity=None if case is None else IDENTITY)
            yield from (heard(state, meaning, facts) for meaning in ANYTHING)
            yield heard(replace(state, unclear=1), Meaning(), facts)
            yield heard(state, Meaning(), replace(facts, person_comes=True))
            writing = replace(facts, letters=True)
            posted = (replace(state, postal=known) for known in (None, True, False))
            yield from (heard(each, Meaning(Label.PREFER, way="letter"), writing) for each in posted)
            number = "" if case is None else case.record_number or ""
            yield heard(state, Meaning(Label.RESEND), replace(facts, mailed_enough=((number, NOW),)))
        for wait in WAITS:
            waiting = replace(facts, agents_wait=wait)
            yield from (heard(at, Meaning(label), waiting) for label in (Label.HUMAN, Label.DISPUTE))


ANYTHING = (
    *(Meaning(label) for label in Label),
    *(Meaning(Label.PREFER, way=way) for way in get_args(WayMeant)),
    Meaning(Label.LANGUAGE, language="tlh"),
    Meaning(stale=True),
    *(Meaning(form=form) for form in get_args(Form)),
)
"""Whatever can be wanted or sent."""


def _verdicts(kind: str, at: State, facts: Facts) -> Iterator[Situation]:
    if kind in ("collect", "verify"):
        limited = replace(facts, codes_allowed=False)
        given = Meaning(identifier="100234", identifier_kind="account")
        yield heard(_challenged(at), given, limited)
    if kind == "verify":
        for verdict in ("right", "wrong", "locked", "expired"):
            judged = replace(facts, code=verdict, vouched=IDENTITY)
            yield heard(_challenged(at), Meaning(code="482913"), judged)


def _answers_of_the_office(kind: str, at: State, world: World, facts: Facts) -> Iterator[Situation]:
    if kind not in ("collect", "choose"):
        return
    reference = facts.fresh_reference
    for identity in (IDENTITY, None) if kind == "collect" else (IDENTITY,):
        state = replace(at, identity=identity, case=_wish(), looking_up=reference)
        for result in ("none", "unavailable"):
            yield Situation(state, AccountLookedUp(result, NOW, reference=reference), facts)


def _outcomes(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """What the back office did, and an agent's return."""
    resting = State(step=script.wishes.rest, locale=script.locales[0], introduced=True, identity=IDENTITY)
    for case in samples.resting_cases(world):
        state = replace(resting, case=case)
        yield from (Situation(state, AgentReturned(NOW, resolved), facts) for resolved in (True, False))
        if case is None or not case.is_decided or (case.decision, case.standing) not in ASKED_OF_THE_OFFICE:
            continue
        effect = ASKED_OF_THE_OFFICE[case.decision, case.standing]
        for result in ("done", "delayed", "refused", "withdrawn"):
            yield Situation(state, _completed(effect, result, case.id), facts)
        if case.quote is None:
            for quote in samples.few_quotes(world):
                learnt = TermsLearned(case.id, samples.service_of(world, quote), NOW)
                yield Situation(state, learnt, facts)
                yield Situation(state, learnt, replace(facts, aside=True))
    for case in samples.fee_cases(world):
        yield Situation(replace(resting, case=case), AnswerDue(case.id, NOW), facts)
    yield from _quoted_anew(resting, world, facts)


def _quoted_anew(resting: State, world: World, facts: Facts) -> Iterator[Situation]:
    """What was confirmed does not hold any more: what holds now is worse, or better."""
    law = replace(facts.rules, declaration_first=True)
    for asked in samples.changed_cases(world):
        assert asked.quote is not None, "another quote holds"
        confirmed = samples.decided_case(world, asked.quote_before)
        service = replace(samples.service_of(world, asked.quote), free_quote=asked.free_quote)
        changed = QuoteChanged(confirmed.id, NOW, service=service)
        for told in (facts, replace(facts, aside=True), replace(facts, rules=law)):
            yield Situation(replace(resting, case=confirmed), changed, told)
    for before, quote in samples.bettered_quotes(world):
        confirmed = samples.decided_case(world, before)
        changed = QuoteChanged(confirmed.id, NOW, service=samples.service_of(world, quote))
        yield Situation(replace(resting, case=confirmed), changed, facts)


ASKED_OF_THE_OFFICE: Mapping[tuple[str | None, str], str] = {
    ("cancel", "accepted"): "cancel_service",
    ("cancel", "reversing"): "reinstate_service",
    ("alternative", "accepted"): "apply_alternative",
    ("alternative", "reversing"): "revoke_alternative",
}
"""What was decided, and how that stands -> what the back office has been asked to do."""


def _completed(effect: str, result: str, case: CaseId) -> EffectCompleted:
    return EffectCompleted(effect, case, result, NOW, end_date=samples.LAST_DAY)  # type: ignore[arg-type]


# --- coming back later, or on another channel


def _silences(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """The customer said nothing for hours, and later comes back to other terms."""
    began = NOW - timedelta(days=7)
    for name, step in script.steps.items():
        at = State(step=name, locale=script.locales[0], introduced=True, heard_at=began)
        if step.kind in ("collect", "verify"):
            yield Situation(replace(at, case=_wish()), AnswerDue(_wish().id, NOW, "decision"), facts)
        if step.kind == "choose":
            yield from _changed_terms(at, world, facts)


def _changed_terms(at: State, world: World, facts: Facts) -> Iterator[Situation]:
    quotes = samples.quotes_of(world)
    for before, quote in zip(quotes, (*quotes[1:], quotes[0]), strict=True):
        service = samples.service_of(world, quote)
        back = replace(
            at,
            identity=IDENTITY,
            case=samples.open_case(before),
            returning_to=CaseId("sample-case"),
            account="found",
        )
        yield heard(replace(back, services=(service,)), Meaning(Label.HELP), facts)
    shown = samples.alternative_case(world, "pause")
    assert shown.offer is not None
    case = replace(samples.open_case(quotes[0]), offer=replace(shown.offer, answer="open"))
    service = samples.service_of(world, quotes[0])
    back = replace(
        at,
        identity=IDENTITY,
        case=case,
        returning_to=CaseId("sample-case"),
        account="found",
        services=(service,),
    )
    yield heard(back, Meaning(Label.HELP), facts)


def _continuations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """Somebody comes with a code, or has left with one."""
    first = State(step=script.start, locale=script.locales[0], introduced=True)
    for result in ("expired", "used", "unknown", "limited"):
        yield Situation(first, ChatContinued(result, NOW), facts)
    for case in samples.resting_cases(world):
        yield Situation(first, ChatContinued("found", NOW, case, IDENTITY), facts)
    another = replace(first, identity=Identity(CustomerRef("100235"), by="code"))
    yield Situation(another, ChatContinued("found", NOW, None, IDENTITY), facts)
    for channel in ("telegram", "sms", "webchat", "other"):
        yield Situation(first, ChatMoved(channel, NOW), facts)
    yield heard(first, Meaning(Label.ELSEWHERE), replace(facts, elsewhere=()))
    for way in facts.elsewhere:
        yield heard(first, Meaning(Label.ELSEWHERE), replace(facts, elsewhere=(way,)))


# --- what a law prescribes


def _under_packs(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """The steps whose words depend on a pack, under each of them.

    A law's words are of a language, what is quoted beside them is not: it is told in full in the first.
    """
    for pack, locale in product(script.policies.packs or PACKS, script.locales):
        law = replace(facts, rules=packaged_pack(pack).at(NOW.date()).rules)
        quotes = samples.quotes_of(world) if locale == script.locales[0] else samples.few_quotes(world)
        for name, step in script.steps.items():
            at = State(step=name, locale=locale, introduced=True)
            for state, meanings in _under_pack(step.kind, at, world, quotes):
                yield from (heard(state, meaning, law) for meaning in meanings)


def _under_pack(kind: str, at: State, world: World, quotes: Sequence[Quote]) -> States:
    match kind:
        case "menu":
            yield from _menu(at, world)
        case "confirm":
            yield from _describing(at, world, quotes)
        case "declare":
            yield from _declaring(at, world)


def _describing(at: State, world: World, quotes: Sequence[Quote]) -> States:
    """A quote beside which the law has the customer asked whether to hear of an alternative."""
    for quote in quotes:
        service = samples.service_of(world, quote, "pause")
        known = replace(at, identity=IDENTITY, services=(service,), chosen=0)
        yield replace(known, case=samples.open_case(quote)), ASKED


def _declaring(at: State, world: World) -> States:
    """What is stated before anybody is identified, and repeated."""
    wish = replace(at, case=_wish())
    yield wish, ASKED
    for earliest in (True, False):
        draft = Declaration("Kim Sommer, contract 100234, kim@example.com", None, earliest)
        yield replace(wish, draft=draft), (*ASKED, Meaning(Label.CANCEL), Meaning(choice="confirm"))


# --- the same where somebody withdraws


def _withdrawing(script: Script, situation: Situation, world: World) -> Iterator[Situation]:
    """The situation with a withdrawal in place of a termination; nothing where there is no such thing."""
    state = situation.state
    case = None if state.case is None else samples.withdrawal_of(state.case)
    if script.steps[state.step].kind in ("collect", "verify"):
        # Who it is is asked once it was declared.
        case = samples.withdrawal_of(samples.declared_case(world))
    if state.case is None or case is not None:
        yield replace(situation, state=replace(state, case=case))
