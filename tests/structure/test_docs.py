"""The README says what is so: commands, settings, step kinds, folders."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.backoffice.registry import OFFICES
from bot.cli import COMMANDS
from bot.deliver.patience import DEADLINES, told
from bot.demo.brand import DEMO_TOKEN_KEY
from bot.effects import IN_OFFICE
from bot.handoff.given_up import MONEY
from bot.scripts.casebook import play_files, settings_for
from bot.settings import SETTINGS
from dialogs.meaning import Question
from dialogs.packs import PACKS, packaged_pack
from dialogs.steps import KINDS
from dialogs.understanding import packaged_phrases, understand
from dialogs.wishes import WISHES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str) -> None:
    assert f"`cancelbot {command}`" in README


def test_no_other_commands_are_told() -> None:
    told = set(re.findall(r"cancelbot ([a-z]+)", README))
    assert told <= set(COMMANDS)


def test_back_offices_are_told() -> None:
    """Each with its settings."""
    table = README.split("| back office | is |", 1)[1].split("\n\n", 1)[0]
    rows = re.findall(r"^\| `([a-z]+)` \|[^|]*\|(.*)\|$", table, re.MULTILINE)

    assert {kind: re.findall(r"`(\w+)`", settings) for kind, settings in rows} == {
        kind: list(line.settings) for kind, line in OFFICES.items()
    }


def test_how_long_a_back_office_is_tried_is_told() -> None:
    """Each kind of work, with its time and why."""
    told_of = (ROOT / "docs" / "back-office.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \| (\d+ \w+) \| (.*) \|$", told_of, re.MULTILINE)

    assert rows == [(kind, told(each.within), each.why) for kind, each in DEADLINES.items()]
    assert IN_OFFICE | MONEY | {"find_terms"} <= set(DEADLINES)


def test_settings_are_told() -> None:
    assert set(re.findall(r"^\| `(CANCELBOT_[A-Z_]+)` \|", README, re.MULTILINE)) == set(SETTINGS)


def test_step_kinds_are_told() -> None:
    line = next(line for line in README.splitlines() if line.startswith("| step |"))
    assert set(re.findall(r"`([a-z]+)`", line)) == set(KINDS)


def test_the_sandbox_signing_key_is_told() -> None:
    assert f"`{DEMO_TOKEN_KEY}`" in README


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:bot|channels|dialogs|storage|tests|locales)/[\w/.]*)`", README)))
)
def test_paths_are_there(path: str) -> None:
    assert (ROOT / path).exists(), f"README names {path}, which is not there"


TESTING = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", re.findall(r"^\|[^|]*\| `(tests[\w.]*)", TESTING, re.MULTILINE))
def test_campaigns_are_commands(module: str) -> None:
    path = ROOT / module.replace(".", "/")
    source = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")

    assert '__name__ == "__main__"' in source.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(tests/[\w/.]*)`", TESTING))))
def test_short_forms_are_there(path: str) -> None:
    assert (ROOT / path).exists(), f"docs/testing.md names {path}, which is not there"


OFFERS_TOLD = {
    "free": "one",
    "with_direct_cancel": "one, the way out beside it",
    "after_permission": "one, if the customer wants to hear it",
    "none": "never",
}


@pytest.mark.parametrize("name", PACKS)
def test_packs_are_told(name: str) -> None:
    """With the last rules that are known of each."""
    pack = packaged_pack(name)
    last = max(pack.dates(), default=date.min)
    rules = pack.at(last).rules
    declared = "before identification" if rules.declaration_first else ""
    words = ", ".join(
        f"`{text}`" for _, text in (*rules.entry_label, *rules.confirm_label, *rules.order_label)
    )
    expected = any(rule.expected for rule in pack.rules if rule.effective == last)
    since = "" if last == date.min else f"{'expected ' if expected else ''}{last}"
    cells = (f"`{name}`", pack.title, OFFERS_TOLD[rules.offers], declared, words, since)

    assert f"| {' | '.join(cells)} |" in README.splitlines()


def test_no_other_packs_are_told() -> None:
    table = README.split("| pack | for |", 1)[1].split("\n\n", 1)[0]

    assert tuple(re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE)) == PACKS


def test_the_case_that_is_told_holds(tmp_path: Path) -> None:
    (case,) = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    file = tmp_path / "told.yaml"
    file.write_text(case)

    book = play_files([file], settings_for())

    assert book.unreadable == []
    assert [list(each.differences()) for each in book.cases] == [[]]


def words_for_customers() -> list[str]:
    told = re.findall(r"In every step these words work(.*?)\.\s", README, re.DOTALL)[0]
    return re.findall(r"`([^`]+)`", told)


@pytest.mark.parametrize("kind", ["menu", "collect", "choose", "offer", "confirm", "survey", "end"])
def test_the_words_that_work_in_every_step_are_understood(kind: str) -> None:
    question = Question(kind=kind, locales=("en", "de"))
    labels = [understand(words, question, packaged_phrases()).label for words in words_for_customers()]

    assert len(labels) > 15
    assert [
        words for words, label in zip(words_for_customers(), labels, strict=True) if label not in WISHES
    ] == []
    assert len(set(labels)) == len(labels), "each says something else"


def test_images_are_there() -> None:
    assert all((ROOT / image).is_file() for image in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README))
