"""The flow of a script as a picture: boxes in rows, arrows between them. Pure.

A layered drawing: each step stands below those that lead to it, arrows that skip
rows pass between the boxes, and the way out runs down the middle.
"""

from collections.abc import Iterable, Iterator, Mapping

from bot.studio.layers import Edge, Grid, arranged
from bot.studio.routes import Router
from bot.studio.shapes import BOX_WIDTH, MARGIN, WISH, Arrow, Box, Label, Picture, centre_of, top_of
from dialogs.script import Script

GROUPS: Mapping[str, str] = {
    "menu": "begins",
    "collect": "identifies",
    "verify": "identifies",
    "declare": "identifies",
    "choose": "identifies",
    "order": "identifies",
    "lines": "identifies",
    "offer": "offers",
    "confirm": "decides",
    "undo": "decides",
    "restart": "decides",
    "fee": "decides",
    "inform": "tells",
    "handoff": "tells",
    "survey": "asks",
    "prefer": "asks",
    "end": "rests",
}
"""Kind of step -> what such steps have in common."""

GROUP_WORDS: Mapping[str, str] = {
    "begins": "Begins",
    "identifies": "Finds out who and what",
    "offers": "Offers one alternative",
    "decides": "Asks for the decision",
    "tells": "Tells",
    "asks": "Asks, can be skipped",
    "rests": "Rests",
    "wish": "From anywhere",
}

WAY_OUT: Mapping[str, str] = {
    "collect": "given",
    "verify": "verified",
    "choose": "chosen",
    "order": "chosen",
    "lines": "chosen",
    "offer": "cancel",
    "confirm": "confirm",
    "inform": "next",
    "handoff": "next",
    "survey": "skip",
    "prefer": "skip",
}
"""The outcomes of a customer who always takes the way out."""


def picture_of(script: Script) -> Picture:
    """Draw a script."""
    edges = edges_of(script)
    way = way_out_of(script)
    wishes = [edge.source for edge in edges if edge.source.startswith(WISH)]
    grid = arranged(list(dict.fromkeys([*script.steps, *wishes])), edges, script.start, tuple(way))
    boxes = {name: _box(script, grid, name, name in way) for name in (*script.steps, *wishes)}
    router = Router(grid, boxes, edges, way)
    arrows = tuple(map(router.arrow, edges))
    right = max(_rights(grid, boxes.values(), arrows))
    bottom = max(box.y + box.height for box in boxes.values())
    return Picture(right + MARGIN, bottom + MARGIN, tuple(boxes.values()), arrows)


def edges_of(script: Script) -> tuple[Edge, ...]:
    """Where steps lead, outcomes with the same target together; and where wishes lead."""
    wishes = {"keep": script.wishes.kept}
    if script.wishes.undo is not None:
        wishes["undo"] = script.wishes.undo
    if script.wishes.fee is not None:
        wishes["fee"] = script.wishes.fee
    found: dict[tuple[str, str], list[str]] = {(script.start, script.wishes.cancel): ["cancel"]}
    for name, step in script.steps.items():
        for outcome, branch in step.branches():
            said = outcome if branch.when is None else f"{outcome} if {branch.when.replace('_', ' ')}"
            found.setdefault((name, branch.go), []).append(said)
    reached = {target for _, target in found}
    for wish, target in wishes.items():
        if target not in reached or wish == "undo":
            found.setdefault((WISH + wish, target), []).append("")
    return tuple(Edge(source, target, tuple(filter(None, said))) for (source, target), said in found.items())


def way_out_of(script: Script) -> dict[str, str]:
    """The steps of a customer who always takes the way out, each with the one that follows."""
    way, here = {script.start: script.wishes.cancel}, script.wishes.cancel
    while here not in way:
        step = script.steps[here]
        # The last branch is the one without a guard.
        outcomes = {outcome: branch.go for outcome, branch in step.branches()}
        target = outcomes.get(WAY_OUT.get(step.kind, ""))
        way[here] = target or ""
        if target is None:
            break
        here = target
    return way


def _box(script: Script, grid: Grid, name: str, way_out: bool) -> Box:
    left, top = centre_of(grid.columns[name]) - BOX_WIDTH / 2, top_of(grid.rows[name])
    if name.startswith(WISH):
        return Box(name, "wish", "wish", left + 14, top + 12, BOX_WIDTH - 28, 34)
    kind = script.steps[name].kind
    return Box(name, kind, GROUPS.get(kind, "tells"), left, top, way_out=way_out)


def _rights(grid: Grid, boxes: Iterable[Box], arrows: Iterable[Arrow]) -> Iterator[float]:
    yield from (box.x + box.width for box in boxes)
    yield from (centre_of(column) for column in grid.columns.values())
    yield from (arrow.label.left + arrow.label.width for arrow in arrows if arrow.label is not None)


__all__ = ["GROUPS", "GROUP_WORDS", "Arrow", "Box", "Label", "Picture", "picture_of"]
