"""The graph of everything that can happen: states of the conversation, and what leads from one to the next.

Breadth first, so that the way to a state is a shortest one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from dialogs.altered import altered
from dialogs.case import Case
from dialogs.cases.deeds import event_of
from dialogs.cases.form import World
from dialogs.cases.play import Traits
from dialogs.cases.world import START, Surroundings
from dialogs.checker.proofs.moves import ANSWERS, DIGRESSIONS, Move, heard, moves_of
from dialogs.effects import Effect
from dialogs.engine import advance, begin
from dialogs.events import Event
from dialogs.meaning import BEREAVEMENT
from dialogs.script import Script
from dialogs.turn import Facts, Identity, Say, State, Turn
from dialogs.values import Service

MOST_STATES = 20_000
"""A script whose conversations have more is not understood by a person either."""


Said = tuple[Say, ...]
Effects = tuple[Effect, ...]
Followed = tuple[tuple[str, str], ...]


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


Outcome = tuple[int, Said, Effects, Followed]
"""The state after it, as `Known` counts it, and what was said, asked for and followed."""


class Known:
    """What follows in a state: the same in every world with the same facts, unless the back office is asked.

    Its states are counted, since to compare whole ones again and again is most of the work.
    """

    __slots__ = ("_numbers", "outcomes", "states")

    def __init__(self) -> None:
        self.states: list[State] = []
        self._numbers: dict[State, int] = {}
        self.outcomes: dict[tuple[int, Move], Outcome] = {}

    def number(self, state: State) -> int:
        """The state's number; a new one where it was never met."""
        number = self._numbers.setdefault(state, len(self.states))
        if number == len(self.states):
            self.states.append(state)
        return number


class Explorer:
    """Runs the engine over one world. Fresh ids are always the same, so that the states are finite."""

    def __init__(
        self, script: Script, world: World, channel: str, traits: Traits, known: dict[Facts, Known]
    ) -> None:
        self._graph = Graph(script, world, channel, traits)
        self._around = Constant(world, channel, traits)
        self._known = known.setdefault(self._around.facts(), Known())
        self._guards = script.guards
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
        reasons = self._graph.script.reasons
        world = self._graph.world
        changes = world.after_yes is not None or bool(world.orders_after_yes)
        for move in moves_of(
            state, kind, shares_contact=shares, known=known, reasons=reasons, changes=changes
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
        known = self._known.outcomes.get(key)
        if known is not None:
            return known
        state = self._graph.states[at]
        event, facts = event_of(move.line(), state, kind, self._around, heard)
        turn = advance(self._graph.script, state, event, facts)
        answers = self._around.answers(turn.effects)
        outcome = self._after(turn, answers)
        if not answers and move not in ANSWERS:
            self._known.outcomes[key] = outcome
        return outcome

    def _after(self, turn: Turn, answers: Sequence[Event]) -> Outcome:
        """What the turn comes to with what the back office says at once."""
        said, effects, followed = turn.replies, turn.effects, turn.followed
        for answer in answers:
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

    def services(self) -> tuple[Service, ...]:
        if self._services is None:
            self._services = super().services()
        return self._services


def situation(state: State) -> object:
    """What a digression can depend on: the question, and how the case stands."""
    case = state.case
    about = None if case is None else (case.standing, case.decision, case.record_kind, case.is_quoted)
    shown = tuple(choice.id for choice in state.prompt)
    return state.step, shown, about, state.looking_up is None, state.identity is None, state.wish


def essential(state: State, kind: str, guards: frozenset[str]) -> State:
    """The state without what nothing that follows depends on: states that differ only in it are one.

    Args:
        guards: those that the script asks; what they ask about is kept.
    """
    case = None if state.case is None else _essential_case(state.case, kind, guards)
    settled = case is not None and not case.is_undecided
    rests = kind in ("end", "menu") and (settled or state.previous is None)
    asks_code = kind == "verify"
    changes = {
        "unclear": 0,
        "identity": None if state.identity is None else _essential_identity(state.identity, guards),
        "previous": None if settled else state.previous,
        "offered_here": state.offered_here and _offers(case),
        "challenge": state.challenge if asks_code else None,
        "codes_sent": 1 if asks_code else 0,
        "extra_check": state.extra_check and asks_code,
        "draft": state.draft if kind == "declare" else None,
        "language_chosen": False,
        "heard_at": None,
        "awaited": None if settled else state.awaited,
        "wish": "status" if state.wish in LIKE_STATUS else state.wish,
        "identifier": state.identifier if asks_code or kind in ("collect", "declare") else None,
        "identifier_kind": state.identifier_kind if asks_code else None,
        "services": () if rests else state.services,
        "orders": () if rests else state.orders,
        "account": "unknown" if rests else state.account,
        "chosen": None if rests else state.chosen,
        "case": case,
    }
    return altered(state, changes)


LIKE_STATUS = ("status", "refund", "resend", "prefer")
"""Wishes that lead the same way and differ only in the answer."""


def _essential_identity(identity: Identity, guards: frozenset[str]) -> Identity:
    """Where nothing is suspicious and no guard asks, it makes no difference how somebody was identified."""
    by = identity.by if identity.risk == "high" or "vouched" in guards else "code"
    return altered(identity, {"name": None, "by": by})


def _offers(case: Case | None) -> bool:
    return case is not None and case.offer is not None and case.offer.answer == "open"


def _essential_case(case: Case, kind: str, guards: frozenset[str]) -> Case:
    """How a case came to be decided matters to nobody afterwards, but for an alternative that was taken."""
    if case.is_undecided:
        # Whoever lost somebody goes the way of a world without alternatives, which is explored as such.
        told = None if case.reason == BEREAVEMENT else case.reason
        return altered(case, {"identified_by": None, "reason": told})
    reason = case.reason and "reason" if kind == "survey" or "reason-given" in guards else None
    changes = {
        "reason": reason,
        "declaration": case.declaration if "declared" in guards else None,
        "identified_by": None,
        "permission": None,
        "offer": case.offer if case.decision == "alternative" else None,
    }
    return altered(case, changes)


def explore(
    script: Script, world: World, channel: str, traits: Traits, known: dict[Facts, Known] | None = None
) -> Graph:
    """Everything that can happen to a customer in a world.

    Args:
        known: what was found in other worlds of the same script, to be used and added to.
    """
    return Explorer(script, world, channel, traits, {} if known is None else known).explore()
