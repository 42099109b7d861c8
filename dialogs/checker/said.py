"""What the engine can say, with which values: found by running the engine itself over sample situations.

So the checker never keeps a second list of what a text is filled with: it asks
the steps and wishes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dialogs.checker import samples
from dialogs.checker.channels import Channel
from dialogs.checker.elsewhere import FROM_THE_RECORD, said_elsewhere
from dialogs.checker.samples import World
from dialogs.checker.situation import Situation
from dialogs.checker.situations import situations_of
from dialogs.engine import advance
from dialogs.packs import packaged_pack, ruling_pack
from dialogs.script import ByIdentity, OfferPolicy, Policies, Script
from dialogs.texts import INTRODUCTION
from dialogs.turn import Say, Value

Names = frozenset[str]
Values = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One message that the engine says on a channel."""

    say: Say
    channel: str


@dataclass(frozen=True, slots=True, eq=False)
class Sayings:
    """Everything that can be said with a script's texts. Compared by identity, as a key of what is known."""

    messages: Mapping[str, tuple[Said, ...]]
    """Text id -> the messages that consist of it."""
    questions: Mapping[str, tuple[Said, ...]]
    """Text id -> the messages in which it is a label, or the introduction."""
    values: Mapping[str, tuple[Mapping[str, Value], ...]]
    """Text id -> the different values that it is filled with, over all situations."""
    filled: Mapping[str, Names]
    """Text id -> the variables that are filled in at least one situation."""
    beside: Mapping[str, tuple[str, ...]]
    """Text id -> the texts that stand beside it in the messages that consist of it."""

    def names(self) -> Names:
        """Every text that can be said, labels and the introduction among them."""
        return frozenset(self.values)

    def of(self, name: str) -> tuple[Said, ...]:
        """The messages in which a text occurs: as the message itself, as a label or as the introduction."""
        return (*self.messages.get(name, ()), *self.questions.get(name, ()))

    def available(self, name: str) -> Names:
        """The variables that a text may use: those filled in at least one situation, and in the record."""
        filled = self.filled.get(name, frozenset())
        return filled & FROM_THE_RECORD.get(name, filled)


def everything_said(script: Script, world: World, channels: Sequence[Channel]) -> Sayings:
    """Run the engine over the sample situations, as each channel would have it."""
    return _everything_said(ByIdentity(script), world, tuple(map(_trait, channels)))


def said_in_dialogs(script: Script, world: World, channels: Sequence[Channel]) -> Names:
    """The texts that a conversation on this script can come to: no mails, no alternative it never shows."""
    offered = {policy.alternative for policy in script.policies.offers}
    never = tuple(f"-{kind.replace('_', '-')}" for kind in samples.KINDS if kind not in offered)
    elsewhere = {each.say.text for each in said_elsewhere(world)}
    dialogs = [channel for channel in channels if channel.carries == "dialog"]
    names = everything_said(script, world, dialogs).names() - elsewhere
    return frozenset(name for name in names if not name.endswith(never))


def choices_in_dialogs(script: Script, world: World, channels: Sequence[Channel]) -> Names:
    """The outcomes that can be pressed anywhere in a conversation on this script."""
    dialogs = [channel for channel in channels if channel.carries == "dialog"]
    every = everything_said(script, world, dialogs).messages.values()
    return frozenset(choice.id for said in every for each in said for choice in each.say.choices)


@dataclass(frozen=True, slots=True)
class _Trait:
    """What of a channel the engine can notice."""

    name: str
    carries: str
    shares_contact: bool
    sender_is_phone: bool


def _trait(channel: Channel) -> _Trait:
    return _Trait(channel.name, channel.carries, channel.shares_contact, channel.sender_is_phone)


@lru_cache(maxsize=32)
def _everything_said(kept: ByIdentity, world: World, traits: tuple[_Trait, ...]) -> Sayings:
    script = _with_every_offer(kept.script)
    said = dict.fromkeys(
        Said(say, trait.name)
        for trait in traits
        if trait.carries == "dialog"
        for say in _says(script, world, trait)
    )
    for others in said_elsewhere(world):
        said.update(dict.fromkeys(Said(others.say, name) for name in _carriers(others.by, traits)))
    return _indexed(said, world)


def _carriers(by: str, traits: tuple[_Trait, ...]) -> list[str]:
    """What carries it; a code goes to phones by text, or by mail."""
    if by == "code":
        phones = [trait.name for trait in traits if trait.sender_is_phone]
        return [*phones, *_carriers("mail", traits)]
    return [trait.name for trait in traits if trait.carries == by]


def _with_every_offer(script: Script) -> Script:
    """So that the text of an offer which the policy leaves out is sound when it is let in."""
    offers = tuple(OfferPolicy(alternative=kind) for kind in samples.KINDS)
    return script.model_copy(update={"policies": Policies(offers=offers, packs=script.policies.packs)})


def _says(script: Script, world: World, trait: _Trait) -> Iterator[Say]:
    facts = samples.facts_of(
        world, trait.name, shares_contact=trait.shares_contact, sender_is_phone=trait.sender_is_phone
    )
    pack = ruling_pack(script.policies.packs, "none")
    facts = replace(facts, rules=packaged_pack(pack).at(samples.NOW.date()).rules)
    for situation in situations_of(script, world, facts):
        yield from _replies(script, situation)


def _replies(script: Script, situation: Situation) -> tuple[Say, ...]:
    return advance(script, situation.state, situation.event, situation.facts).replies


def _indexed(said: Iterable[Said], world: World) -> Sayings:
    messages: dict[str, list[Said]] = {}
    questions: dict[str, list[Said]] = {}
    beside: dict[str, set[str]] = {}
    values: dict[str, dict[Values, None]] = {INTRODUCTION: {(("brand", world.brand),): None}}
    for each in said:
        messages.setdefault(each.say.text, []).append(each)
        values.setdefault(each.say.text, {})[each.say.values] = None
        for choice in each.say.choices:
            values.setdefault(choice.label, {})[choice.values] = None
        for name, filled in each.say.parts:
            values.setdefault(name, {})[filled] = None
        others = _beside(each.say)
        beside.setdefault(each.say.text, set()).update(others)
        for name in others:
            questions.setdefault(name, []).append(each)
    return Sayings(
        {name: tuple(found) for name, found in messages.items()},
        {name: tuple(found) for name, found in questions.items()},
        {name: tuple(dict(one) for one in every) for name, every in values.items()},
        {name: frozenset(pair[0] for one in every for pair in one) for name, every in values.items()},
        {name: tuple(sorted(others)) for name, others in beside.items()},
    )


def _beside(say: Say) -> set[str]:
    """The texts that stand in a message beside its own."""
    introduced = {INTRODUCTION} if say.introduces else set()
    return {choice.label for choice in say.choices} | {name for name, _ in say.parts} | introduced
