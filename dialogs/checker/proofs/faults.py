"""What a proof that fails comes with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.checker.issues import Kind
from dialogs.checker.proofs.explore import Edge, Graph
from dialogs.checker.proofs.moves import Move


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be, with the way to it and what should have been."""

    kind: Kind
    step: str
    message: str
    graph: Graph
    way: tuple[Edge, ...] = ()
    last: Move | None = None
    """What is done at the end of the way and shows the fault."""
    expected: Mapping[str, Any] = field(default_factory=dict)
    """What a case expects of the last turn."""


def after(graph: Graph, edge: Edge) -> tuple[Edge, ...]:
    """The shortest conversation that ends before the edge."""
    return tuple(graph.way_to(edge.source))
