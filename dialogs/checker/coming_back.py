"""Situations of those who come back later, or on another channel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import Situation, heard
from dialogs.checker.standing import wished
from dialogs.events import (
    AnswerDue,
    ChatContinued,
    ChatMoved,
)
from dialogs.ids import CaseId, CustomerRef
from dialogs.meaning import Label, Meaning
from dialogs.script import Script
from dialogs.turn import Facts, Identity, State


def silences(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """The customer said nothing for hours, and later comes back to other terms."""
    began = NOW - timedelta(days=7)
    for name, step in script.steps.items():
        at = State(step=name, locale=script.locales[0], introduced=True, heard_at=began)
        if step.kind in ("collect", "verify"):
            yield Situation(replace(at, case=wished()), AnswerDue(wished().id, NOW, "decision"), facts)
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


def continuations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
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
