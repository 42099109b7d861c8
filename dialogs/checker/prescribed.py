"""Situations in which a law prescribes the words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from dialogs.case import Declaration
from dialogs.checker import samples
from dialogs.checker.samples import IDENTITY, NOW, World
from dialogs.checker.situation import ASKED, Situation, States, heard
from dialogs.checker.standing import menu, wished
from dialogs.meaning import Label, Meaning
from dialogs.packs import PACKS, packaged_pack
from dialogs.script import Script
from dialogs.turn import Facts, State
from dialogs.values import Quote


def under_packs(script: Script, world: World, facts: Facts) -> Iterator[Situation]:
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
            yield from menu(at, world)
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
    wish = replace(at, case=wished())
    yield wish, ASKED
    for earliest in (True, False):
        draft = Declaration("Kim Sommer, contract 100234, kim@example.com", None, earliest)
        yield replace(wish, draft=draft), (*ASKED, Meaning(Label.CANCEL), Meaning(choice="confirm"))
