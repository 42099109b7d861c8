"""Sample situations of taking up again what has ended: asked for, ordered, done, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import get_args

from dialogs.case import CaseStatus
from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import ASKED, Situation, States, heard
from dialogs.events import EffectCompleted
from dialogs.meaning import Label, Meaning
from dialogs.packs import PACKS, packaged_pack
from dialogs.script import Script
from dialogs.turn import Facts, State
from dialogs.values import Service

ANSWERS = (Meaning(choice="restart"), Meaning(choice="leave"))


def restarting_situations(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    """The wish, the question under each law, the order, and what becomes of it."""
    asking = [name for name, step in script.steps.items() if step.kind == "restart"]
    if not asking:
        return
    for name in asking:
        yield from _asked_under_packs(script, name, world, facts)
    for name in (name for name, step in script.steps.items() if step.kind == "choose"):
        yield from _found(State(step=name, locale=script.locales[0], introduced=True), world, facts)
    yield from _ordered(script, world, facts)


def restarting(at: State, world: World) -> States:
    """What it asks: which one is meant, and whether its terms are agreed to."""
    several = (_service(world), replace(_service(world), name="Mobile M"))
    known = replace(at, identity=IDENTITY, account="found")
    yield replace(known, services=several), (*ASKED, Meaning(choice="option-1"), Meaning(choice="leave"))
    for terms in samples.restarts_of(world):
        service = samples.ended_service(world, terms)
        for before in (service, replace(service, interval="year", price=world.money("399.00"))):
            yield replace(known, services=(before,), chosen=0), (*ASKED, *ANSWERS)


def _service(world: World) -> Service:
    return samples.ended_service(world, samples.restarts_of(world)[0])


def _asked_under_packs(script: Script, name: str, world: World, facts: Facts) -> Iterator[Situation]:
    """The law's words on the order, and the right to withdraw beside it."""
    for pack, locale in product(script.policies.packs or PACKS, script.locales):
        law = replace(facts, rules=packaged_pack(pack).at(NOW.date()).rules)
        for state, meanings in restarting(State(step=name, locale=locale, introduced=True), world):
            yield from (heard(state, meaning, law) for meaning in meanings)


def _found(at: State, world: World, facts: Facts) -> Iterator[Situation]:
    """Back from the look-up: it can be taken up again, it cannot, there is nothing."""
    for services in ((_service(world),), (samples.ended_service(world),), ()):
        found = replace(at, identity=IDENTITY, account="found", wish="restart", services=services)
        yield heard(found, Meaning(Label.HELP), facts)


def _ordered(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
    resting = State(step=script.wishes.rest, locale=script.locales[0], introduced=True, identity=IDENTITY)
    wishes = [Meaning(label) for label in Label]
    for terms, status in product(samples.restarts_of(world), get_args(CaseStatus)):
        if status in ("requested", "kept", "merged"):
            continue
        case = samples.restart_case(world, terms, status)
        at = replace(resting, case=case)
        yield from (heard(at, wish, facts) for wish in wishes)
        yield heard(at, Meaning(Label.CANCEL), replace(facts, attempted=True))
        for result in ("done", "delayed", "refused", "withdrawn"):
            learnt = EffectCompleted("restart_service", case.id, result, NOW, service=case.service)
            yield Situation(at, learnt, facts)
