"""docs/scripts.md names all that code knows of scripts and cases, and nothing else; its examples behave."""

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from bot.scripts.casebook import play_files, settings_for
from bot.scripts.own_texts import texts_in
from bot.studio.channels import checked_channels
from dialogs.case import CaseStatus, ScriptKind
from dialogs.cases.form import (
    DEEDS,
    EFFECTS,
    HAPPENINGS,
    Change,
    ConversationCase,
    Expected,
    HasAlternative,
    HasCase,
    HasEnding,
    HasLine,
    HasOrder,
    HasService,
    Line,
    World,
)
from dialogs.cases.world import START
from dialogs.checker import Subject, check, check_texts, everything_said
from dialogs.checker import World as Brand
from dialogs.guards import GUARDS
from dialogs.meaning import Reason
from dialogs.packaged import packaged_script
from dialogs.script import Bounds, Limits, OfferPolicy, Policies, Script, Verification, Wishes, load
from dialogs.step_kinds import Step as AnyStep
from dialogs.step_kinds import outcomes_of
from dialogs.steps import KINDS
from dialogs.steps.inform import EFFECTS as SIDE_EFFECTS
from dialogs.values import AlternativeKind, LineState
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "scripts.md").read_text(encoding="utf-8")
STEPS: Mapping[str, Any] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(get_args(AnyStep)[0])
}


def section(title: str, page: str = PAGE) -> str:
    """What stands under a heading, without the headings of its own level and above."""
    marks, rest = re.findall(rf"^(#+) {re.escape(title)}\n(.*)", page, re.MULTILINE | re.DOTALL)[0]
    return re.split(rf"^#{{1,{len(marks)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def names(words: str) -> set[str]:
    return set(re.findall(r"`([\w.-]+)`", words))


def told_in_table(title: str) -> set[str]:
    """The names in the first column of the first table under a heading."""
    table = re.split(r"\n(?!\|)", section(title)[section(title).index("| ---") :], maxsplit=1)[0]
    cells = (line.split("|")[1] for line in table.splitlines()[1:])
    return {name for cell in cells for name in names(cell)}


def fields(*models: Any) -> set[str]:
    return {name for model in models for name in model.model_fields}


def file(name: str) -> str:
    """An example of the page that has a name."""
    told = re.compile(rf"^`{re.escape(name)}`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL).search(PAGE)
    assert told is not None
    return told[1]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that somebody has who wrote the examples down."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "messages").mkdir()
    for name in ("membership.yaml", "messages/en.ftl", "messages/de.ftl", "cases.yaml"):
        (folder / name).write_text(file(name), encoding="utf-8")
    return folder


def subject(folder: Path, **changed: Any) -> Subject:
    script = load((folder / "membership.yaml").read_text(encoding="utf-8"))
    return Subject(
        script.model_copy(update=changed), texts_in(folder / "messages"), Brand(), checked_channels()
    )


# --- the file


def test_all_of_a_file_is_told() -> None:
    assert set(re.findall(r"^- `(\w+)`:", section("The file"), re.MULTILINE)) == fields(Script)
    (kinds,) = (line for line in section("The file").splitlines() if line.startswith("- `kind`"))
    assert names(kinds) == {"kind", *get_args(ScriptKind)}


# --- steps


def test_all_kinds_of_steps_are_told_and_no_others() -> None:
    assert set(re.findall(r"^### `(\w+)`$", section("Steps"), re.MULTILINE)) == set(KINDS) == set(STEPS)


@pytest.mark.parametrize("kind", STEPS)
def test_outcomes_and_fields_of_a_kind_are_told(kind: str) -> None:
    told = section(f"`{kind}`")
    (outcomes,) = re.findall(r"^- outcomes: (.*?)(?=^- |\Z)", told, re.MULTILINE | re.DOTALL)
    wanted = set() if kind == "menu" or kind == "end" else outcomes_of(_any(STEPS[kind]))
    assert names(re.sub(r"as of `choose`", "", outcomes)) == wanted
    own = fields(STEPS[kind]) - {"kind", "text", "outcomes"}
    assert set(re.findall(r"^- field `(\w+)`:", told, re.MULTILINE)) == own


def _any(model: type[Any]) -> Any:
    """A step of that kind, whatever is in it."""
    return model.model_construct()


def test_texts_of_a_kind_are_told() -> None:
    """As the engine says them, with each step's text called otherwise than any other."""
    said: dict[str, set[str]] = {}
    for script in _with_texts_of_their_own():
        every = everything_said(script, Brand(), checked_channels()).names()
        for name, step in script.steps.items():
            own = {
                text.removeprefix(f"own.{name}")
                for text in every
                if re.fullmatch(rf"own\.{name}(-.*)?", text)
            }
            said.setdefault(step.kind, set()).update(own)

    assert said.keys() == set(STEPS)
    assert {kind: _texts_told(kind) for kind in said} == said


def _texts_told(kind: str) -> set[str]:
    told = set(re.findall(r"`<text>([a-z-]*)`", section(f"`{kind}`")))
    return told or {""}


def _with_texts_of_their_own() -> Iterator[Script]:
    for name in ("service", "withdrawal", "order"):
        data = YAML(typ="safe").load(packaged_script(name))
        data["steps"]["call"] = {"kind": "handoff", "text": "call", "outcomes": {"next": "rest"}}
        data["steps"]["declared"]["outcomes"] = {"next": "call"}
        for step, each in data["steps"].items():
            each["text"] = f"own.{step}"
        yield Script.model_validate(data)


def test_effects_of_inform_are_told() -> None:
    assert told_in_table("Effects") == set(SIDE_EFFECTS)


# --- wishes, guards, policies


def test_wishes_are_told() -> None:
    assert told_in_table("Wishes") == fields(Wishes)


def test_guards_are_told_in_their_own_words() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.*) \|$", section("Guards"), re.MULTILINE)
    assert dict(rows) == {name: inspect.getdoc(guard) for name, guard in GUARDS.items()}


def test_policies_are_told() -> None:
    bounds = {f"offers.{name}.{each}" for name in ("tenure_months", "price") for each in fields(Bounds)}
    parts = {"offers": OfferPolicy, "verification": Verification, "limits": Limits}
    inner = {f"{name}.{each}" for name, model in parts.items() for each in fields(model)}
    assert told_in_table("Policies") == fields(Policies) | inner | bounds
    assert {*get_args(AlternativeKind), *get_args(Reason)} <= names(section("Policies"))


def test_the_policies_that_are_told_are_valid(written: Path) -> None:
    (told,) = re.findall(r"```yaml\n(.*?)```", section("Policies"), re.DOTALL)
    policies = Policies.model_validate(YAML(typ="safe").load(told)["policies"])

    assert [
        issue for issue in check_texts(subject(written, policies=policies)) if issue.severity == "error"
    ] == []


def test_the_branches_that_are_told_stand_in_the_example() -> None:
    (told,) = re.findall(r"```yaml\noutcomes:\n(.*?)```", section("Guards"), re.DOTALL)
    assert told.strip() in re.sub(r"^    ", "", file("membership.yaml"), flags=re.MULTILINE)


# --- the examples


def test_the_script_that_is_told_may_be_published(written: Path) -> None:
    report = check(subject(written))

    assert [(issue.step, issue.text, issue.message) for issue in report.issues] == []
    assert report.is_publishable


def test_the_cases_that_are_told_behave(written: Path) -> None:
    settings = settings_for(written / "membership.yaml", texts_in(written / "messages"))

    book = play_files([written / "cases.yaml"], settings)

    assert book.unreadable == []
    assert [str(each) for case in book.cases for each in case.differences()] == []
    assert len(book.cases) == 2


# --- cases


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Cases", fields(ConversationCase)),
        ("World", fields(World)),
        ("Services", fields(HasService)),
        ("Orders", fields(HasOrder)),
        ("Cases left elsewhere", fields(HasCase)),
        ("Endings", fields(HasEnding)),
        ("Expect", fields(Expected)),
    ],
)
def test_fields_of_cases_are_told(title: str, known: set[str]) -> None:
    assert told_in_table(title) == known


def test_parts_of_what_a_customer_has_are_told() -> None:
    assert names(section("Alternatives")) == fields(HasAlternative)
    assert names(section("Orders")) == {*fields(HasOrder, HasLine), *get_args(LineState)}


def test_what_a_line_can_do_is_told() -> None:
    first, second = section("Talk").split("| happens |")
    assert set(re.findall(r"^\| `(\w+)` \|", first, re.MULTILINE)) == set(DEEDS)
    between = first[first.index("and may have") :]
    assert names(between) == (fields(Line) - set(DEEDS)) | fields(Change)
    cells = [line.split("|")[1] for line in second.splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in names(cell)} == set(HAPPENINGS)


def test_what_can_be_expected_is_told() -> None:
    last = section("Expect").split("The status of a case is ")[1]
    assert names(last) == {*get_args(CaseStatus), *EFFECTS}


def test_when_a_case_begins_is_told() -> None:
    assert f"begins on {START:%B %d, %Y}, in the morning" in section("Cases")


def test_the_readme_leads_here() -> None:
    assert "](docs/scripts.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
