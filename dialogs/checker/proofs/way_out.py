"""Whoever always takes the way out has the receipt within the budget, from wherever they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.case import ScriptKind
from dialogs.checker.issues import Kind
from dialogs.checker.proofs.explore import Edge, Graph
from dialogs.checker.proofs.faults import Fault
from dialogs.checker.proofs.moves import ANSWERED, CANCEL, CODES, GIVEN, WRITTEN, Move
from dialogs.effects import SealRecord
from dialogs.steps import CHOOSING
from dialogs.turn import State

WAYS_OUT = ("confirm", "cancel")
"""Outcomes that lead out, by their names; the first that is shown is taken."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Messages of the customer, counted as the budget counts them."""

    plain: int = 0
    identifying: int = 0
    choosing: int = 0

    def plus(self, other: "Spent") -> "Spent":
        return Spent(
            self.plain + other.plain, self.identifying + other.identifying, self.choosing + other.choosing
        )

    def worst(self, other: "Spent") -> "Spent":
        return Spent(
            max(self.plain, other.plain),
            max(self.identifying, other.identifying),
            max(self.choosing, other.choosing),
        )

    def fits(self, budget: "Spent") -> bool:
        return self == self.worst(self) and budget == budget.worst(self)


BUDGET: Mapping[ScriptKind, Spent] = {
    "termination": Spent(plain=3, identifying=2, choosing=1),
    "withdrawal": Spent(plain=3, identifying=2, choosing=1),
    "order": Spent(plain=2, identifying=2, choosing=3),
}
"""The receipt comes in the third message; a code adds two, choosing among several adds one.

Of orders three things can be several: orders, lines, and how many of a line; no alternative is declined.
"""

IDENTIFYING = ("collect", "verify")


def ways_out(graph: Graph, at: int) -> list[Edge]:
    """What follows when the customer takes the way out; several where it depends on others as well."""
    state = graph.states[at]
    wanted = _moves_out(graph.kind(state), state)
    leaving = {edge.move: edge for edge in graph.leaving[at]}
    return [leaving[move] for move in wanted if move in leaving]


def _moves_out(kind: str, state: State) -> tuple[Move, ...]:
    shown = [choice.id for choice in state.prompt]
    out = [Move("press", name) for name in WAYS_OUT if name in shown]
    if state.looking_up is not None:
        return (ANSWERED,)
    if state.case is None or not state.case.is_open:
        # Who has not said so yet says so first.
        return (CANCEL,)
    if out:
        return (out[0],)
    if kind == "collect":
        return (GIVEN, Move("press", "unable"))
    if kind == "verify":
        return (CODES[0], CODES[2], Move("press", "unable"))
    if kind == "declare":
        return (WRITTEN,)
    if kind in CHOOSING:
        return tuple(Move("press", name) for name in shown if name.startswith(("option-", "quantity-")))
    return (CANCEL,)


def is_out(state: State) -> bool:
    """Whether the declaration stands and has been receipted."""
    case = state.case
    if case is None:
        return False
    return case.decision == "cancel" or (case.declaration is not None and case.record_number is not None)


class Walk:
    """Finds the most that a way out can cost, from every state."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._cost: dict[int, Spent | None] = {}
        self._under_way: set[int] = set()

    def cost(self, at: int) -> Spent | None:
        """None where the way out leads nowhere."""
        if at in self._under_way:
            return None
        if at not in self._cost:
            self._under_way.add(at)
            self._cost[at] = self._worst(at)
            self._under_way.remove(at)
        return self._cost[at]

    def _worst(self, at: int) -> Spent | None:
        edges = ways_out(self._graph, at)
        worst: Spent | None = Spent() if edges else None
        for edge in edges:
            rest = Spent() if _leads_out(self._graph, edge) else self.cost(edge.target)
            if worst is None or rest is None:
                return None
            worst = worst.worst(_price(self._graph, edge).plus(rest))
        return worst


def _leads_out(graph: Graph, edge: Edge) -> bool:
    """A receipt was handed over, or there is nothing to cancel for somebody who has nothing."""
    sealed = any(isinstance(effect, SealRecord) for effect in edge.effects)
    return sealed or is_out(graph.states[edge.target]) or _has_nothing(graph, edge)


def _has_nothing(graph: Graph, edge: Edge) -> bool:
    steps, world = graph.script.steps, graph.world
    told = {(steps[step].kind, outcome) for step, outcome in edge.followed}
    if ("choose", "none") in told:
        return not any(service.status in ("active", "paused") for service in world.services)
    if ("order", "none") in told:
        return not world.orders
    return ("confirm", "refused") in told and _is_refused(graph.states[edge.target])


def _is_refused(state: State) -> bool:
    """Whether a rule keeps all that was chosen as it is; a person is shown then."""
    case = state.case
    quote = None if case is None else case.order_quote
    return quote is not None and not quote.is_possible and any(each.id == "human" for each in state.prompt)


def _price(graph: Graph, edge: Edge) -> Spent:
    if not edge.move.is_message:
        return Spent()
    if (edge.move.deed == "press" and edge.move.value in WAYS_OUT) or edge.move == CANCEL:
        return Spent(plain=1)
    kind = graph.kind(graph.states[edge.source])
    if kind in IDENTIFYING:
        return Spent(identifying=1)
    return Spent(choosing=1) if kind in CHOOSING else Spent(plain=1)


def prove_way_out(graph: Graph) -> Iterator[Fault]:
    """A receipt is reachable from every state within the budget, and the way to it never goes in circles."""
    walk = Walk(graph)
    for at, state in enumerate(graph.states):
        if is_out(state):
            continue
        cost = walk.cost(at)
        if cost is None:
            yield _trap(graph, at)
        elif not cost.fits(BUDGET[graph.script.kind]):
            yield _expensive(graph, at, cost)


def _trap(graph: Graph, at: int) -> Fault:
    way = [*graph.way_to(at), *_followed_out(graph, at)]
    step = graph.states[way[-1].target].step if way else graph.states[at].step
    said = "whoever always takes the way out must get a receipt, and does not here"
    return _shown("trap", step, said, graph, way)


def _expensive(graph: Graph, at: int, cost: Spent) -> Fault:
    said = f"expected the receipt after at most {_compared(cost, BUDGET[graph.script.kind])}"
    way = [*graph.way_to(at), *_followed_out(graph, at)]
    return _shown("over_budget", graph.states[at].step, said, graph, way)


def _compared(cost: Spent, most: Spent) -> str:
    """The limits, the figures in the same order, and which of them are too many."""
    names = {"plain": "to cancel", "identifying": "to be identified", "choosing": "to choose"}
    limits = ", ".join(f"{getattr(most, name)} {what}" for name, what in names.items())
    figures = ", ".join(f"{getattr(cost, name)} {what}" for name, what in names.items())
    over = (what for name, what in names.items() if getattr(cost, name) > getattr(most, name))
    return f"these messages of the customer: {limits}; here it takes {figures}: too many {' and '.join(over)}"


def _shown(kind: Kind, step: str, said: str, graph: Graph, way: list[Edge]) -> Fault:
    last = way[-1].move if way else CANCEL
    return Fault(kind, step, said, graph, tuple(way[:-1]), last, {"receipt": True})


def _followed_out(graph: Graph, at: int) -> list[Edge]:
    """The way out from a state until it goes in a circle or ends: what the customer sees of the trap."""
    way: list[Edge] = []
    walk, seen = Walk(graph), {at}
    while True:
        edges = ways_out(graph, at)
        stuck = [edge for edge in edges if not _leads_out(graph, edge) and walk.cost(edge.target) is None]
        edge = next(iter(stuck or edges), None)
        if edge is None:
            return way
        way.append(edge)
        if edge.target in seen or _leads_out(graph, edge):
            return way
        at = edge.target
        seen.add(at)
