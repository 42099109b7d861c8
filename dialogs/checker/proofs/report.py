"""Runs every proof over every world, and says what was explored, proved and contradicted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.cases.form import World
from dialogs.cases.play import Traits
from dialogs.cases.world import START
from dialogs.checker.proofs.explore import Graph, explore
from dialogs.checker.proofs.faults import Fault
from dialogs.checker.proofs.known import Known
from dialogs.checker.proofs.properties import PROPERTIES, Property
from dialogs.checker.proofs.worlds import WHERE_CHANNELS_DIFFER, WHERE_LAW_DIFFERS, WORLDS, worlds_of
from dialogs.packs.packaged import packaged_packs
from dialogs.script import Script

PASSED_THROUGH = ("inform", "handoff")
"""Kinds of steps that say something and go on."""

REACHED = "every step is reached"


@dataclass(frozen=True, slots=True)
class Proof:
    """How one property fared."""

    name: str
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class Proofs:
    """Everything about a script's conversations."""

    worlds: int
    states: int
    turns: int
    proofs: tuple[Proof, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(fault for proof in self.proofs for fault in proof.faults)


def prove(script: Script, channels: Mapping[str, Traits]) -> Proofs:
    """Everything that must hold, over every world and every channel that behaves differently."""
    graphs = list(graphs_of(script, channels))
    found = [Proof(name, _shortest(proof, graphs)) for name, proof in PROPERTIES.items()]
    found.append(Proof(REACHED, tuple(_unreached(script, graphs))))
    return Proofs(
        len(graphs),
        sum(len(graph.states) for graph in graphs),
        sum(len(edges) for graph in graphs for edges in graph.leaving),
        tuple(found),
    )


def faults_in(script: Script, channels: Mapping[str, Traits], worlds: Sequence[str]) -> tuple[Fault, ...]:
    """The faults in some worlds only, on the plainest channel: the short form of a campaign."""
    channel, traits = next(iter(_distinct(channels).items()))
    pack = distinct_packs(script)[0]
    every = worlds_of(script)
    graphs = [explore(script, under(every[name], pack), channel, traits) for name in worlds]
    return tuple(fault for proof in PROPERTIES.values() for fault in _shortest(proof, graphs))


def first_faults(script: Script, channels: Mapping[str, Traits]) -> tuple[Fault, ...]:
    """The faults of the first world that has any: enough to refuse a script, and soon."""
    nowhere = tuple(_led_to_from_nowhere(script, channels))
    if nowhere:
        return nowhere
    graphs = []
    for graph in graphs_of(script, channels):
        found = tuple(fault for proof in PROPERTIES.values() for fault in _shortest(proof, [graph]))
        if found:
            return found
        graphs.append(graph)
    return tuple(_unreached(script, graphs))


def graphs_of(script: Script, channels: Mapping[str, Traits]) -> Iterator[Graph]:
    """What can happen, world by world."""
    known = Known()
    for channel, traits, world in surroundings(script, channels):
        yield explore(script, world, channel, traits, known)


def surroundings(script: Script, channels: Mapping[str, Traits]) -> Iterator[tuple[str, Traits, World]]:
    """Every world on the plainest channel under the plainest law.

    Beside, those in which another channel, or another law, makes a difference.
    """
    packs = distinct_packs(script)
    worlds = worlds_of(script)
    for position, (channel, traits) in enumerate(_distinct(channels).items()):
        for name, world in worlds.items():
            if position == 0 or name in WHERE_CHANNELS_DIFFER:
                yield channel, traits, under(world, packs[0])
    channel, traits = next(iter(_distinct(channels).items()))
    for pack in packs[1:]:
        yield from ((channel, traits, under(worlds[name], pack)) for name in WHERE_LAW_DIFFERS)


def under(world: World, pack: str) -> World:
    """The same world in another jurisdiction."""
    return world.model_copy(update={"pack": pack})


def distinct_packs(script: Script) -> list[str]:
    """One pack for each behaviour among those that the script is for, the plainest first."""
    every = packaged_packs()
    wanted = script.policies.packs or [name for name, pack in every.items() if pack.covers == "termination"]
    seen: dict[object, str] = {}
    for name in sorted(wanted, key=lambda name: name != "none"):
        rules = every[name].at(START.date()).rules
        seen.setdefault(
            (
                rules.offers,
                rules.offer_kinds,
                rules.declaration_first,
                rules.entry_label,
                rules.confirm_label,
            ),
            name,
        )
    return list(seen.values())


def _distinct(channels: Mapping[str, Traits]) -> Mapping[str, Traits]:
    """One channel for each behaviour that the engine can notice, the plainest first."""
    plain = sorted(channels.items(), key=lambda item: (item[1].shares_contact, item[1].sender_is_phone))
    seen: dict[Traits, str] = {}
    for name, traits in plain:
        seen.setdefault(traits, name)
    return {name: traits for traits, name in seen.items()}


def _shortest(proof: Property, graphs: Sequence[Graph]) -> tuple[Fault, ...]:
    """One fault for each step and message, shown by the shortest conversation of all worlds."""
    best: dict[tuple[str, str, str], Fault] = {}
    for graph in graphs:
        for fault in proof(graph):
            key = (fault.kind, fault.step, fault.message)
            if key not in best or len(fault.way) < len(best[key].way):
                best[key] = fault
    return tuple(best.values())


def _led_to_from_nowhere(script: Script, channels: Mapping[str, Traits]) -> Iterator[Fault]:
    """Steps to which no outcome and no wish leads: seen without running anything."""
    wishes = script.wishes.model_dump(exclude_none=True).values()
    led_to = {script.start, *wishes}
    led_to |= {branch.go for step in script.steps.values() for _, branch in step.branches()}
    channel, traits = next(iter(channels.items()))
    for name in script.steps.keys() - led_to:
        yield _never_reached(name, Graph(script, next(iter(WORLDS.values())), channel, traits))


def _never_reached(step: str, graph: Graph) -> Fault:
    said = f"expected that somebody comes to the step {step!r}; nobody ever does"
    return Fault("never_reached", step, said, graph)


def _unreached(script: Script, graphs: Sequence[Graph]) -> Iterator[Fault]:
    """A step at which nobody ever arrives, or that never has anything to say, is a mistake of its author."""
    reached = {state.step for graph in graphs for state in graph.states if state.prompt}
    passed = {step for graph in graphs for edge in graph.edges() for step, _ in edge.followed}
    for name, step in script.steps.items():
        there = name in (reached | passed if step.kind in PASSED_THROUGH else reached)
        if not there:
            yield _never_reached(name, graphs[0])
