"""`cancelbot test`: plays cases, and tells people and programs what differs."""

import json
from pathlib import Path

import pytest

from dialogs.packaged import packaged_script
from tests.bot.cli.terminal import Ended, alone, environment, run
from tests.bot.scripts.test_casebook import GOOD


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return tmp_path / "cases.yaml"


def played(path: Path, *options: str) -> Ended:
    return run(environment(path), "test", str(path), *options)


def test_a_folder_is_searched_for_cases(cases: Path) -> None:
    deeper = cases.parent / "a" / "b"
    deeper.mkdir(parents=True)
    cases.write_text(GOOD)
    (deeper / "more.yaml").write_text(GOOD)

    ended = alone(environment(cases.parent), "test", str(cases.parent))

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "2 cases, all as expected" in ended.stdout
    assert "outcomes that no case reaches: " in ended.stdout


def test_a_difference_is_told_with_its_line_and_the_conversation(cases: Path) -> None:
    cases.write_text(GOOD.replace("step: confirm}", "step: offer}"))

    ended = played(cases)

    assert ended.returncode == 1
    assert f"{cases}:2:1: leaves: The shortest way out." in ended.stdout
    assert "  > I want to cancel" in ended.stdout
    assert "Cancelling TV" in ended.stdout
    assert f"  ! {cases}:6:7: step: expected offer, found confirm" in ended.stdout
    assert "1 cases, 1 differ" in ended.stdout


def test_an_update_is_told_to_programs(cases: Path) -> None:
    cases.write_text(GOOD.replace("[confirm], step", "[offer-pause], step"))

    ended = played(cases, "--update", "--json")

    assert ended.returncode == 1, "what differed did differ: it is to be reviewed"
    data = json.loads(ended.stdout)
    (difference,) = data["differing"][0]["differences"]
    assert (difference["place"], difference["part"]) == (f"{cases}:6:7", "texts")
    assert (difference["expected"], difference["found"]) == (["offer-pause"], ["confirm"])
    assert data["rewritten"] == [f"{cases}:6:7: leaves: texts: expected [offer-pause], found [confirm]"]
    assert cases.read_text() == GOOD


def test_what_cannot_be_read_fails(cases: Path) -> None:
    cases.write_text(GOOD.replace("press:", "pres:"))

    ended = played(cases)

    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith(f"{cases}:8:7: leaves.talk.1.pres: unknown name")
    assert "no case was played; 1 file cannot be read, and nothing is known of its cases" in ended.stdout


def test_a_script_of_ones_own(cases: Path) -> None:
    script = cases.parent / "script" / "mine.yaml"
    script.parent.mkdir()
    cases.write_text(GOOD.replace("leaves:", "leaves:\n  script: mine"))
    script.write_text(packaged_script("service").replace("start: welcome", "start: welcom"))

    wrong = run(environment(cases), "test", str(cases), "--script", str(script))
    script.write_text(packaged_script("service").replace("script: service", "script: mine"))
    right = run(environment(cases), "test", str(cases), "--script", str(script))

    assert wrong.returncode == 1
    assert f"{script}:" in wrong.stderr
    assert "did you mean 'welcome'?" in wrong.stderr
    assert right.returncode == 0, right.stdout
    assert "mine: steps " in right.stdout


def test_a_script_of_ones_own_with_texts_of_its_own(cases: Path) -> None:
    script, messages = cases.parent / "script" / "mine.yaml", cases.parent / "script"
    messages.mkdir()
    script.write_text(packaged_script("service"))
    (messages / "en.ftl").write_text("receipt = Done. Keep { $number }.\n")
    cases.write_text(GOOD.replace("Number: NL-", "Done. Keep NL-"))

    shipped = run(environment(cases), "test", str(cases), "--script", str(script))
    own = run(environment(cases), "test", str(cases), "--script", str(script), "--messages", str(messages))
    alone = run(environment(cases), "test", str(cases), "--messages", str(messages))

    assert (shipped.returncode, own.returncode) == (1, 0), own.stdout
    assert alone.returncode == 2
    assert "--messages goes with --script FILE" in alone.stderr
