"""The way of an arrow: straight past the boxes of a row, in a curve between rows, its label in the open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.studio.layers import Edge, Grid
from bot.studio.shapes import BOX_HEIGHT, LABEL_HEIGHT, Arrow, Box, Label, centre_of, top_of

SPREAD = 0.72
"""How much of a box's side is used for arrows."""
HEAD = 7
"""Length of an arrow's head, which ends at the box."""
ALONG = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8, 0.14, 0.86)
"""Where along a curve a label may stand, best first."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """From one point to another, leaving and arriving vertically."""

    start: Point
    end: Point

    @property
    def controls(self) -> tuple[Point, Point]:
        (x0, y0), (x1, y1) = self.start, self.end
        bend = (y1 - y0) * 0.55
        return (x0, y0 + bend), (x1, y1 - bend)

    def at(self, t: float) -> Point:
        """The point at a share of the way."""
        near, far = self.controls
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        points = (self.start, near, far, self.end)
        x, y = (sum(w * point[i] for w, point in zip(weights, points, strict=True)) for i in (0, 1))
        return x, y

    def path(self) -> str:
        near, far = self.controls
        return f"C {_pair(near)} {_pair(far)} {_pair(self.end)}"


class Router:
    """Draws the arrows of one picture; labels make room for each other in the order of the arrows."""

    def __init__(
        self, grid: Grid, boxes: Mapping[str, Box], edges: Sequence[Edge], way: Mapping[str, str]
    ) -> None:
        self._grid, self._boxes, self._way = grid, boxes, way
        self._labels: list[Label] = []
        self._ports = dict(self._all_ports(edges))

    def arrow(self, edge: Edge) -> Arrow:
        """The arrow of an edge."""
        if edge.source == edge.target:
            return self._loop(edge)
        back = (edge.source, edge.target) in self._grid.back
        curves = self.curves(edge)
        path = " ".join(_drawn(curves))
        label = self._label(" / ".join(edge.outcomes), curves) if edge.outcomes else None
        return Arrow(edge.source, edge.target, edge.outcomes, path, label, self._is_way_out(edge), back)

    def curves(self, edge: Edge) -> tuple[Curve, ...]:
        """The curves between the rows; between them the arrow runs straight past a row."""
        back = (edge.source, edge.target) in self._grid.back
        start, end = self._ports[edge, "source"], self._ports[edge, "target"]
        curves, here = [], start
        for passage in self._grid.passages[edge.source, edge.target]:
            x, top = centre_of(self._grid.columns[passage]), top_of(self._grid.rows[passage])
            into, out = (top + BOX_HEIGHT, top) if back else (top, top + BOX_HEIGHT)
            curves.append(Curve(here, (x, into)))
            here = (x, out)
        return (*curves, Curve(here, end))

    def _all_ports(self, edges: Sequence[Edge]) -> Iterator[tuple[tuple[Edge, str], Point]]:
        """Where arrows leave and arrive: side by side along the box, in the order in which they come."""
        sides: dict[tuple[str, bool], list[tuple[float, str, Edge]]] = {}
        for edge in edges:
            if edge.source == edge.target:
                continue
            back = (edge.source, edge.target) in self._grid.back
            passages = self._grid.passages[edge.source, edge.target]
            after, before = (*passages, edge.target)[0], (edge.source, *passages)[-1]
            sides.setdefault((edge.source, not back), []).append((self._column(after), "source", edge))
            sides.setdefault((edge.target, back), []).append((self._column(before), "target", edge))
        for (name, below), ends in sides.items():
            box = self._boxes[name]
            ordered = sorted(ends, key=lambda end: (end[0], end[2].source, end[2].target))
            shares = _shares([self._is_way_out(edge) for _, _, edge in ordered])
            for (_, role, edge), share in zip(ordered, shares, strict=True):
                yield (edge, role), (box.x + box.width * share, box.y + box.height if below else box.y)

    def _is_way_out(self, edge: Edge) -> bool:
        return self._way.get(edge.source) == edge.target

    def _column(self, name: str) -> float:
        return self._grid.columns[name]

    def _label(self, text: str, curves: Sequence[Curve]) -> Label:
        places = [curve.at(t) for curve in (curves[0], *curves[1:]) for t in ALONG]
        labels = [Label(text, round(x, 1), round(y, 1)) for x, y in places]
        chosen = next((label for label in labels if self._is_free(label)), labels[0])
        self._labels.append(chosen)
        return chosen

    def _is_free(self, label: Label) -> bool:
        taken: list[Area] = [(each.left, each.top, each.width, LABEL_HEIGHT) for each in self._labels]
        taken += [(box.x, box.y, box.width, box.height) for box in self._boxes.values()]
        area = (label.left, label.top, label.width, LABEL_HEIGHT)
        return not any(_overlap(area, each) for each in taken)

    def _loop(self, edge: Edge) -> Arrow:
        box = self._boxes[edge.source]
        right, middle = box.x + box.width, box.y + box.height / 2
        path = f"M {right:g} {middle - 10:g} c 18 -4 18 24 {HEAD:g} 20"
        return Arrow(edge.source, edge.target, edge.outcomes, path, None)


def _shares(is_way_out: Sequence[bool]) -> list[float]:
    """Where along a side the arrows touch it: the way out in the middle, the others beside it."""
    count = len(is_way_out)
    if not any(is_way_out):
        return [0.5 + SPREAD * ((index + 0.5) / count - 0.5) for index in range(count)]
    middle = is_way_out.index(True)
    left = [0.5 - SPREAD / 2 * (middle - index) / middle for index in range(middle)]
    after = count - middle - 1
    return [*left, 0.5, *(0.5 + SPREAD / 2 * (index + 1) / after for index in range(after))]


def _drawn(curves: Sequence[Curve]) -> Iterator[str]:
    yield f"M {_pair(curves[0].start)}"
    for index, curve in enumerate(curves):
        if index:
            yield f"L {_pair(curve.start)}"
        yield curve.path()


def _pair(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


Area = tuple[float, float, float, float]


def _overlap(one: Area, other: Area) -> bool:
    x, y, width, height = one
    left, top, wide, high = other
    return x < left + wide and left < x + width and y < top + high and top < y + height
