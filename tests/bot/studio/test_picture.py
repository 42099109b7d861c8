"""The picture of a flow: always the same, nothing on top of anything, arrows around the boxes."""

import re
from itertools import combinations

import pytest

from bot.studio.picture import GROUP_WORDS, GROUPS, edges_of, picture_of, way_out_of
from bot.studio.shapes import LABEL_HEIGHT, Box, Picture
from dialogs.guards import GUARDS
from dialogs.packaged import packaged_script
from dialogs.script import Script, load
from dialogs.steps import KINDS

SHORT = """
script: short
title: Short
locales: [en]
start: welcome
wishes: {cancel: ask, kept: rest, undo: rest, rest: rest}
steps:
  welcome: {kind: menu, text: welcome}
  ask: {kind: survey, text: ask, options: [a], outcomes: {answered: ask, skip: rest}}
  rest: {kind: end, text: rest}
"""


def service() -> Script:
    return load(packaged_script("service"))


def without_offer() -> Script:
    source = packaged_script("service").replace("chosen: offer", "chosen: confirm")
    return load(source)


SCRIPTS = [service(), without_offer(), load(SHORT)]


@pytest.fixture(params=SCRIPTS, ids=["service", "no way to the offer", "short"])
def picture(request: pytest.FixtureRequest) -> Picture:
    script: Script = request.param
    return picture_of(script)


def test_a_script_always_looks_the_same() -> None:
    assert picture_of(service()) == picture_of(service())


def test_every_step_is_there_once() -> None:
    steps = [box.name for box in picture_of(service()).boxes if not box.is_wish]

    assert sorted(steps) == sorted(service().steps)


def test_every_outcome_is_there() -> None:
    drawn = {
        (arrow.source, outcome, arrow.target)
        for arrow in picture_of(service()).arrows
        for outcome in arrow.outcomes
    }

    outcomes = {
        (name, outcome, branch.go)
        for name, step in service().steps.items()
        for outcome, branch in step.branches()
    }
    assert drawn == outcomes | {("welcome", "cancel", "identify")}


def test_boxes_do_not_overlap(picture: Picture) -> None:
    for one, other in combinations(picture.boxes, 2):
        apart = (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )
        assert apart, (one.name, other.name)


def test_labels_lie_on_no_box_and_on_no_other_label(picture: Picture) -> None:
    labels = [arrow.label for arrow in picture.arrows if arrow.label is not None]
    areas = [(label.left, label.top, label.width, LABEL_HEIGHT) for label in labels]
    boxes = [(box.x, box.y, box.width, box.height) for box in picture.boxes]
    for area, other in [*combinations(areas, 2), *((area, box) for area in areas for box in boxes)]:
        apart = (
            area[0] + area[2] <= other[0]
            or other[0] + other[2] <= area[0]
            or area[1] + area[3] <= other[1]
            or other[1] + other[3] <= area[1]
        )
        assert apart, (area, other)


def test_arrows_pass_around_the_boxes(picture: Picture) -> None:
    for arrow in picture.arrows:
        if arrow.source == arrow.target:
            continue
        for x, y in points_of(arrow.path):
            inside = [box.name for box in picture.boxes if holds(box, x, y)]
            assert inside == [], (arrow.source, arrow.target)


def test_everything_is_within_the_picture(picture: Picture) -> None:
    assert all(box.x >= 0 and box.x + box.width <= picture.width for box in picture.boxes)
    assert all(box.y >= 0 and box.y + box.height <= picture.height for box in picture.boxes)
    for arrow in picture.arrows:
        assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in points_of(arrow.path))


def test_the_way_out_runs_straight_down() -> None:
    way = [box for box in picture_of(service()).boxes if box.way_out]

    assert [box.name for box in sorted(way, key=lambda box: box.y)] == [
        *("welcome", "identify", "verify", "select", "offer", "confirm", "receipt", "reason", "ways"),
        "goodbye",
    ]
    assert len({box.x for box in way}) == 1


def test_the_way_out_is_marked_from_step_to_step() -> None:
    marked = {(arrow.source, arrow.target) for arrow in picture_of(service()).arrows if arrow.way_out}

    assert marked == {pair for pair in way_out_of(service()).items() if pair[1]}


def test_arrows_that_lead_up_are_known() -> None:
    back = {(arrow.source, arrow.target) for arrow in picture_of(service()).arrows if arrow.back}

    assert back == {("select", "verify"), ("declare", "identify")}


def test_wishes_that_lead_to_a_step_from_anywhere_stand_beside() -> None:
    assert ("wish:undo", "undo") in {(edge.source, edge.target) for edge in edges_of(service())}


def test_every_kind_of_step_has_a_group() -> None:
    assert set(GROUPS) == set(KINDS)
    assert set(GROUPS.values()) | {"wish"} == set(GROUP_WORDS)


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point is inside the box, its edge not counted."""
    return box.x + 1 < x < box.x + box.width - 1 and box.y + 1 < y < box.y + box.height - 1


Point = tuple[float, float]


def points_of(path: str) -> list[Point]:
    """Points along a path of moves, lines and curves."""
    here: Point = (0.0, 0.0)
    points: list[Point] = []
    for letter, rest in re.findall(r"([MLCc])([^MLCc]*)", path):
        numbers = [float(number) for number in rest.split()]
        ends = list(zip(numbers[::2], numbers[1::2], strict=True))
        if letter == "c":
            ends = [(here[0] + x, here[1] + y) for x, y in ends]
        if letter in "Cc":
            points += [bezier((here, *ends), t / 20) for t in range(21)]
        here = ends[-1]
        points.append(here)
    return points


def bezier(corners: tuple[Point, ...], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x, y = (sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y


def test_guards_and_steps_that_call_a_person_are_drawn() -> None:
    guard = min(GUARDS)
    branches = f"[{{when: {guard}, go: call}}, {{go: receipt}}]"
    source = packaged_script("service").replace("{confirm: receipt, keep", f"{{confirm: {branches}, keep")
    source += "\n  call:\n    kind: handoff\n    text: human\n    outcomes: {next: receipt}\n"

    picture = picture_of(load(source))

    arrows = {(arrow.source, arrow.target): arrow for arrow in picture.arrows}
    assert arrows["confirm", "call"].outcomes == (f"confirm if {guard.replace('_', ' ')}",)
    assert arrows["confirm", "call"].label is not None
    assert arrows["confirm", "receipt"].way_out
    assert [box.group for box in picture.boxes if box.name == "call"] == ["tells"]
