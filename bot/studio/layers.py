"""Where the boxes of a layered drawing stand: rows, order within a row, columns. Pure and deterministic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SWEEPS = 12
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """From one box to another, with what leads there."""

    source: str
    target: str
    outcomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns of all boxes, and of the places through which long arrows pass."""

    rows: Mapping[str, int]
    columns: Mapping[str, float]
    passages: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(Source, target) -> the places in between, from the source on."""
    back: frozenset[tuple[str, str]] = frozenset()
    """Edges that lead up."""


def arranged(names: Sequence[str], edges: Sequence[Edge], start: str, spine: Sequence[str]) -> Grid:
    """Place the boxes.

    Args:
        spine: boxes that shall stand in one column, as far as there is room.
    """
    pairs = [(edge.source, edge.target) for edge in edges if edge.source != edge.target]
    back = _backward(names, pairs, start)
    down = [(b, a) if (a, b) in back else (a, b) for a, b in pairs]
    rows = _rows(names, down, start)
    rows, links, passages = _with_passages(rows, pairs, back)
    order = _ordered(rows, links, spine)
    return Grid(rows, _columns(order, links, spine), passages, back)


def _backward(
    names: Sequence[str], pairs: Sequence[tuple[str, str]], start: str
) -> frozenset[tuple[str, str]]:
    """The edges that close a circle, found by walking from the start."""
    ahead: dict[str, list[str]] = {name: [] for name in names}
    for source, target in pairs:
        ahead[source].append(target)
    found: set[tuple[str, str]] = set()
    done: set[str] = set()

    def walk(name: str, above: frozenset[str]) -> None:
        for target in ahead[name]:
            if target in above:
                found.add((name, target))
            elif target not in done:
                walk(target, above | {target})
        done.add(name)

    for name in [start, *names]:
        if name not in done:
            walk(name, frozenset({name}))
    return frozenset(found)


def _rows(names: Sequence[str], down: Sequence[Pair], start: str) -> dict[str, int]:
    """Each box below all that lead to it; what the start does not lead to stands close above its targets."""
    rows = dict.fromkeys(names, 0)
    for _ in names:
        for source, target in down:
            rows[target] = max(rows[target], rows[source] + 1)
    apart = set(names) - _reached(start, down)
    for _ in apart:
        for name in sorted(apart):
            below = [rows[target] for source, target in down if source == name]
            rows[name] = min(below) - 1 if below else rows[name]
    return rows


def _reached(start: str, down: Sequence[Pair]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        new = {target for source, target in down if source == here} - found
        found |= new
        waiting += sorted(new)
    return found


def _with_passages(
    rows: dict[str, int], pairs: Iterable[tuple[str, str]], back: frozenset[tuple[str, str]]
) -> tuple[dict[str, int], list[tuple[str, str]], dict[tuple[str, str], tuple[str, ...]]]:
    """A place in each row that an arrow passes, so that it stays clear of the boxes there."""
    rows = dict(rows)
    links: list[tuple[str, str]] = []
    passages: dict[tuple[str, str], tuple[str, ...]] = {}
    for pair in pairs:
        upper, lower = reversed(pair) if pair in back else pair
        between = [f"pass:{pair[0]}:{pair[1]}:{row}" for row in range(rows[upper] + 1, rows[lower])]
        rows |= {name: rows[upper] + 1 + offset for offset, name in enumerate(between)}
        chain = [upper, *between, lower]
        links += list(pairwise(chain))
        passages[pair] = tuple(reversed(between)) if pair in back else tuple(between)
    return rows, links, passages


def _ordered(
    rows: Mapping[str, int], links: Sequence[tuple[str, str]], spine: Sequence[str]
) -> list[list[str]]:
    """The order within each row with few crossings: by the middle of the neighbours, up and down by turns."""
    order: list[list[str]] = [[] for _ in range(max(rows.values()) + 1)]
    for name, row in rows.items():
        order[row].append(name)
    best, fewest = [list(row) for row in order], crossings(order, links)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        indices = range(1, len(order)) if down else range(len(order) - 2, -1, -1)
        for index in indices:
            neighbours = order[index - 1] if down else order[index + 1]
            order[index] = _by_neighbours(order[index], neighbours, links, down=down)
        found = crossings(order, links)
        if found < fewest:
            best, fewest = [list(row) for row in order], found
    return best


def _by_neighbours(
    row: list[str], neighbours: list[str], links: Sequence[tuple[str, str]], *, down: bool
) -> list[str]:
    place = {name: index for index, name in enumerate(neighbours)}
    middles: dict[str, float] = {}
    for index, name in enumerate(row):
        near = [place[a if down else b] for a, b in links if (b if down else a) == name]
        middles[name] = sum(near) / len(near) if near else index
    return sorted(row, key=lambda name: middles[name])


def crossings(order: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> int:
    """How often arrows between neighbouring rows cross."""
    place = {name: index for row in order for index, name in enumerate(row)}
    row_of = {name: index for index, row in enumerate(order) for name in row}
    count = 0
    for index in range(len(order) - 1):
        here = [(place[a], place[b]) for a, b in links if row_of[a] == index]
        count += sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(here) for c, d in here[n + 1 :])
    return count


def _columns(
    order: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], spine: Sequence[str]
) -> dict[str, float]:
    """Columns at least one apart in a row, near the neighbours'; the spine keeps to one column."""
    near: dict[str, list[str]] = {}
    for a, b in links:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    middle = max((row.index(name) for row in order for name in row if name in spine), default=0)
    columns = {
        name: float(_begin(row, spine, middle) + index) for row in order for index, name in enumerate(row)
    }
    for _ in range(SWEEPS):
        for row in order:
            wanted = {name: _wanted(name, near, columns, spine, middle) for name in row}
            columns |= _apart(row, wanted, spine)
    least = min(columns.values())
    return {name: round(column - least, 3) for name, column in columns.items()}


def _begin(row: Sequence[str], spine: Sequence[str], middle: int) -> int:
    """Where a row begins so that its part of the spine stands in the middle."""
    return next((middle - index for index, name in enumerate(row) if name in spine), 0)


def _wanted(
    name: str, near: Mapping[str, list[str]], columns: Mapping[str, float], spine: Sequence[str], middle: int
) -> float:
    if name in spine:
        return float(middle)
    neighbours = sorted(columns[other] for other in near.get(name, [name]))
    half = len(neighbours) // 2
    return neighbours[half] if len(neighbours) % 2 else (neighbours[half - 1] + neighbours[half]) / 2


def _width(name: str) -> float:
    """A passage needs less room than a box."""
    return 0.3 if name.startswith("pass:") else 1.0


def _apart(row: Sequence[str], wanted: Mapping[str, float], spine: Sequence[str]) -> dict[str, float]:
    """As near to the wanted columns as the order allows; what is on the spine does not move."""
    fixed = next((index for index, name in enumerate(row) if name in spine), None)
    placed = dict(wanted)
    if fixed is None:
        fixed = len(row) // 2
    for index in range(fixed + 1, len(row)):
        before, name = row[index - 1], row[index]
        placed[name] = max(placed[name], placed[before] + (_width(before) + _width(name)) / 2)
    for index in range(fixed - 1, -1, -1):
        after, name = row[index + 1], row[index]
        placed[name] = min(placed[name], placed[after] - (_width(after) + _width(name)) / 2)
    return placed
