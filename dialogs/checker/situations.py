"""Sample situations: for every step the states in which a conversation stands there, and what happens."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, get_args

from dialogs.checker import samples
from dialogs.checker.coming_back import continuations, silences
from dialogs.checker.ending import ending_situations
from dialogs.checker.ordering import about_an_order, own_situations
from dialogs.checker.paying import paying_situations
from dialogs.checker.prescribed import under_packs
from dialogs.checker.restarting import restarting_situations
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import Situation, heard
from dialogs.checker.standing import STATES, challenged, passing, wished
from dialogs.events import (
    AccountLookedUp,
    AgentReturned,
    AnswerDue,
    ChatOpened,
    EffectCompleted,
    QuoteChanged,
    TermsLearned,
)
from dialogs.ids import CaseId
from dialogs.meaning import GRAVEST_FIRST, Form, Label, Meaning
from dialogs.script import Script
from dialogs.turn import Facts, State
from dialogs.values import WayMeant

WAITS: tuple[Literal["minutes", "hours", "later"], ...] = ("minutes", "hours", "later")
"""How long a person takes."""


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
        for state, meanings in STATES.get(step.kind, passing)(at, world):
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
    yield from silences(script, world, facts)
    yield from continuations(script, world, facts)
    yield from under_packs(script, world, facts)


def _waits(script: Script, facts: Facts) -> Iterator[Facts]:
    """How long a person takes, where a guard leads elsewhere by that."""
    yield facts
    if "agents-are-near" in script.guards:
        others = (wait for wait in WAITS if wait != facts.agents_wait)
        yield from (replace(facts, agents_wait=wait) for wait in others)


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
        yield heard(challenged(at), given, limited)
    if kind == "verify":
        for verdict in ("right", "wrong", "locked", "expired"):
            judged = replace(facts, code=verdict, vouched=IDENTITY)
            yield heard(challenged(at), Meaning(code="482913"), judged)


def _answers_of_the_office(kind: str, at: State, world: World, facts: Facts) -> Iterator[Situation]:
    if kind not in ("collect", "choose"):
        return
    reference = facts.fresh_reference
    for identity in (IDENTITY, None) if kind == "collect" else (IDENTITY,):
        state = replace(at, identity=identity, case=wished(), looking_up=reference)
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


def _withdrawing(script: Script, situation: Situation, world: World) -> Iterator[Situation]:
    """The situation with a withdrawal in place of a termination; nothing where there is no such thing."""
    state = situation.state
    case = None if state.case is None else samples.withdrawal_of(state.case)
    if script.steps[state.step].kind in ("collect", "verify"):
        # Who it is is asked once it was declared.
        case = samples.withdrawal_of(samples.declared_case(world))
    if state.case is None or case is not None:
        yield replace(situation, state=replace(state, case=case))
