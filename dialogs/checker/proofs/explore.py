"""The graph of everything that can happen: states of the conversation, and what leads from one to the next.

Breadth first, so that the way to a state is a shortest one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import cast

from dialogs.cases.deeds import event_of
from dialogs.cases.form import World
from dialogs.cases.play import Traits
from dialogs.cases.world import START, Surroundings
from dialogs.checker.proofs.essential import essential, situation
from dialogs.checker.proofs.known import LOOK_UPS, Asked, Effects, Followed, Known, Outcome, Said
from dialogs.checker.proofs.moves import ANSWERS, DIGRESSIONS, Move, heard, moves_of
from dialogs.effects import Effect
from dialogs.engine import advance, begin
from dialogs.script import Script
from dialogs.turn import Facts, State, Turn
from dialogs.values import Service

MOST_STATES = 20_000
"""A script whose conversations have more is not understood by a person either."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One turn: what happened in a state, what was said and asked for, and the state after it."""

    source: int
    move: Move
    target: int
    said: Said
    effects: Effects
    followed: Followed
    """The outcomes that led on, each with its step."""

    def asks_for(self, kind: type[Effect]) -> bool:
        return bool(self.effects) and any(isinstance(effect, kind) for effect in self.effects)


@dataclass(frozen=True, slots=True)
class Crash:
    """The engine could not go on: the script leads where there is nothing to do."""

    source: int
    move: Move
    error: str


@dataclass(slots=True)
class Graph:
    """What can happen in one world. State 0 is the beginning."""

    script: Script
    world: World
    channel: str
    traits: Traits
    states: list[State] = field(default_factory=list)
    leaving: list[list[Edge]] = field(default_factory=list)
    """By state: the turns that lead on from it."""
    reached_by: list[Edge | None] = field(default_factory=list)
    """By state: the turn by which it was first reached."""
    crashes: list[Crash] = field(default_factory=list)

    def edges(self) -> Iterator[Edge]:
        """Every turn, those near the beginning first."""
        return chain.from_iterable(self.leaving)

    @property
    def now(self) -> datetime:
        """The one moment at which everything happens."""
        return START

    def kind(self, state: State) -> str:
        """The kind of step at which the conversation stands."""
        return self.script.steps[state.step].kind

    def way_to(self, state: int) -> list[Edge]:
        """The shortest conversation that leads to a state."""
        way: list[Edge] = []
        edge = self.reached_by[state]
        while edge is not None:
            way.append(edge)
            edge = self.reached_by[edge.source]
        return way[::-1]


class Explorer:
    """Runs the engine over one world. Fresh ids are always the same, so that the states are finite."""

    def __init__(self, script: Script, world: World, channel: str, traits: Traits, known: Known) -> None:
        self._graph = Graph(script, world, channel, traits)
        self._around = Constant(world, channel, traits)
        self._known = known
        self._answers: dict[frozenset[str], int] = {}
        """By what was asked of the facts, the number of what they answer in this world."""
        self._guards = script.guards
        self._reasons = script.reasons
        self._numbers: dict[int, int] = {}
        """By number among what is known, the number in this world's graph; `_known_as` leads back."""
        self._known_as: list[int] = []
        self._digressed: set[object] = set()

    def explore(self) -> Graph:
        graph = self._graph
        first = begin(graph.script, graph.script.locales[0], self._around.identity())
        self._add(self._known.number(first), None)
        at = 0
        while at < len(graph.states) and len(graph.states) < MOST_STATES:
            self._leave(at)
            at += 1
        return graph

    def _leave(self, at: int) -> None:
        state = self._graph.states[at]
        kind = self._graph.script.steps[state.step].kind
        known = self._graph.world.known
        shares = self._graph.traits.shares_contact
        like_this = situation(state)
        seen = like_this in self._digressed
        self._digressed.add(like_this)
        world = self._graph.world
        changes = world.after_yes is not None or bool(world.orders_after_yes)
        for move in moves_of(
            state, kind, shares_contact=shares, known=known, reasons=self._reasons, changes=changes
        ):
            if not (seen and move in DIGRESSIONS):
                self._follow(at, kind, move)

    def _follow(self, at: int, kind: str, move: Move) -> None:
        graph = self._graph
        try:
            after, said, effects, followed = self._outcome(at, kind, move)
        except Exception as error:
            # Whatever stops the engine would stop a customer: it is a finding, not a failure of the checker.
            graph.crashes.append(Crash(at, move, f"{type(error).__name__}: {error}"))
            return
        target = self._numbers.get(after)
        number = len(graph.states) if target is None else target
        edge = Edge(at, move, number, said, effects, followed)
        if target is None:
            self._add(after, edge)
        graph.leaving[at].append(edge)

    def _outcome(self, at: int, kind: str, move: Move) -> Outcome:
        key = (self._known_as[at], move)
        for names, answers, outcome in self._known.outcomes.get(key, ()):
            if self._answer(names) == answers:
                return outcome
        state = self._graph.states[at]
        event, facts = event_of(move.line(), state, kind, self._around, heard)
        asked = Asked(facts)
        turn = advance(self._graph.script, state, event, cast(Facts, asked))
        outcome = self._after(turn)
        if move not in ANSWERS and not any(isinstance(effect, LOOK_UPS) for effect in turn.effects):
            names = asked.names()
            self._known.outcomes.setdefault(key, []).append((names, self._answer(names), outcome))
        return outcome

    def _answer(self, names: frozenset[str]) -> int:
        number = self._answers.get(names)
        if number is None:
            number = self._answers[names] = self._known.answers(self._around.facts(), names)
        return number

    def _after(self, turn: Turn) -> Outcome:
        """What the turn comes to with what the back office says at once."""
        said, effects, followed = turn.replies, turn.effects, turn.followed
        for answer in self._around.answers(turn.effects):
            turn = advance(self._graph.script, turn.state, answer, self._around.facts())
            said, effects, followed = said + turn.replies, effects + turn.effects, followed + turn.followed
        kind = self._graph.kind(turn.state)
        after = self._known.number(essential(turn.state, kind, self._guards))
        return after, said, effects, followed

    def _add(self, known_as: int, edge: Edge | None) -> None:
        """Take a state into the graph that was not there before."""
        self._numbers[known_as] = len(self._graph.states)
        self._known_as.append(known_as)
        self._graph.states.append(self._known.states[known_as])
        self._graph.leaving.append([])
        self._graph.reached_by.append(edge)


class Constant(Surroundings):
    """Surroundings in which time stands still and nothing fresh is new."""

    def __init__(self, world: World, channel: str, traits: Traits) -> None:
        super().__init__(world, channel, traits.shares_contact, traits.sender_is_phone)
        self._same = super().facts()
        self._services: tuple[Service, ...] | None = None

    def facts(self) -> Facts:
        return self._same

    def note(self, effects: Sequence[Effect]) -> None:
        """Nothing: what the facts tell stays as it is."""

    def services(self) -> tuple[Service, ...]:
        if self._services is None:
            self._services = super().services()
        return self._services


def explore(script: Script, world: World, channel: str, traits: Traits, known: Known | None = None) -> Graph:
    """Everything that can happen to a customer in a world.

    Args:
        known: what was found in other worlds of the same script, to be used and added to.
    """
    return Explorer(script, world, channel, traits, Known() if known is None else known).explore()
