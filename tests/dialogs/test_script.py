"""Errors in scripts name file, line and column, what was expected, and the nearest valid name."""

import json

import jsonschema
import pytest
from ruamel.yaml import YAML

from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import ScriptError, json_schema, load

SERVICE = packaged_script("service")

MISTAKES = {
    "kind: menu": ("kind: munu", "kind 'munu' is unknown", "did you mean 'menu'?"),
    "text: welcome": ("txt: welcome", "unknown name", "did you mean 'text'?"),
    "chosen: offer": ("chosen: ofer", "leads to 'ofer', which is no step", "did you mean 'offer'?"),
    "kept: kept": ("kept: keptt", "leads to 'keptt', which is no step", "did you mean 'kept'?"),
    "start: welcome": ("start: welcom", "leads to 'welcom'", "did you mean 'welcome'?"),
    "- alternative: pause": ("- alternative: puase", "found 'puase'", "did you mean 'pause'?"),
    "choices: [cancel, status": ("choices: [cancle, status", "found 'cancle'", "did you mean 'cancel'?"),
    "outcomes: {undo: undone, leave: rest}": ("outcomes: {undo: undone}", "outcome 'leave'", "is missing"),
    "script: service": (
        "script: Gym Membership",
        "found the name 'Gym Membership'",
        "such as gym-membership",
    ),
    "  nothing:\n": ("  Nothing_left:\n", "found the name 'Nothing_left'", "such as nothing-left"),
    "{confirm: receipt, keep: kept}": ("{confirm: receipt, kep: kept}", "kep", "did you mean 'keep'?"),
}


@pytest.mark.parametrize("right", MISTAKES)
def test_a_mistake_is_told_with_its_place(right: str) -> None:
    wrong, *told = MISTAKES[right]
    assert right in SERVICE
    source = SERVICE.replace(right, wrong, 1)
    line = 1 + source[: source.index(wrong)].count("\n")

    with pytest.raises(ScriptError) as raised:
        load(source, "mine.yaml")

    said = str(raised.value)
    assert f"mine.yaml:{line}:" in said
    assert all(words in said for words in told), said


def test_an_unknown_guard_is_told() -> None:
    source = SERVICE.replace("chosen: offer", "chosen: [{when: has-fe, go: confirm}, {go: offer}]", 1)

    with pytest.raises(ScriptError, match=r"guard 'has-fe' is unknown.*did you mean 'has-fee'"):
        load(source, "mine.yaml")


def test_there_is_always_a_way_on() -> None:
    source = SERVICE.replace("chosen: offer", "chosen: [{when: has-fee, go: confirm}]", 1)

    with pytest.raises(ScriptError, match="the last branch must have no guard"):
        load(source, "mine.yaml")


def test_what_follows_a_branch_without_guard_is_refused() -> None:
    source = SERVICE.replace("chosen: offer", "chosen: [{go: offer}, {go: confirm}]", 1)

    with pytest.raises(ScriptError, match="never reached"):
        load(source, "mine.yaml")


def test_every_fault_has_a_line() -> None:
    source = SERVICE.replace("start: welcome", "start: nowhere").replace("chosen: offer", "chosen: nowhere")

    with pytest.raises(ScriptError) as raised:
        load(source, "mine.yaml")

    assert [line.split(": ")[1] for line in str(raised.value).splitlines()] == [
        "start",
        "steps.select.outcomes.chosen",
    ]


@pytest.mark.parametrize("source", ["", "[]", "- a", "steps: [", "a: 1\na: 2", "\x00", "just words"])
def test_what_is_no_script_is_told(source: str) -> None:
    with pytest.raises(ScriptError, match=r"mine\.yaml:\d+:\d+: "):
        load(source, "mine.yaml")


@pytest.mark.parametrize("name", packaged_scripts())
def test_shipped_scripts_fit_the_schema(name: str) -> None:
    data = json.loads(json.dumps(YAML(typ="safe").load(packaged_script(name))))

    jsonschema.Draft202012Validator(json_schema()).validate(data)


def test_the_schema_refuses_what_reading_refuses() -> None:
    data = YAML(typ="safe").load(SERVICE.replace("kind: menu", "kind: munu", 1))

    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(data)
