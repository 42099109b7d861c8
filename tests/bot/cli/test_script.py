"""`cancelbot script`: revisions listed, shown, compared, published and gone back to."""

from pathlib import Path

import pytest

from dialogs.packaged import packaged_script
from tests.bot.cli.terminal import alone, run
from tests.bot.web.studio.admin import OTHER, TRAP

Environment = dict[str, str]


def script(demo: Environment, *arguments: str) -> str:
    """What a command says that goes well."""
    ended = run(demo, "script", *arguments)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def written(folder: Path, source: str) -> str:
    file = folder / "mine.yaml"
    file.write_text(source, encoding="utf-8")
    return str(file)


def test_a_script_is_published_from_a_file_compared_and_taken_back(demo: Environment, tmp_path: Path) -> None:
    file = written(tmp_path, OTHER)

    said = script(demo, "publish", "demo", file, "--message", "Whoever stays rests", "--author", "Kim")
    back = script(demo, "back", "demo", "1", "--author", "Alex")

    assert said == "Revision 2 is published.\n"
    assert back == "Revision 3 is published: Back to revision 1.\n"
    assert script(demo, "show", "demo", "2") == OTHER
    assert script(demo, "show", "demo") == packaged_script("service")
    lines = script(demo, "diff", "demo", "1", "2").splitlines()
    assert [line.strip("+- ") for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "outcomes: {confirm: receipt, keep: kept}",
        "outcomes: {confirm: receipt, keep: rest}",
    ]
    third, second, first = script(demo, "list", "demo").splitlines()
    assert third.endswith("Alex: Back to revision 1")
    assert second.endswith("Kim: Whoever stays rests")
    assert "now" in third
    assert "now" not in second
    assert first.split()[0] == "1"


def test_a_script_that_traps_is_refused_with_the_conversation(demo: Environment, tmp_path: Path) -> None:
    ended = run(demo, "script", "publish", "demo", written(tmp_path, TRAP), "--message", "A trap")

    assert ended.returncode == 1
    assert "Nothing was published" in ended.stderr
    assert "must get a receipt" in ended.stderr
    assert "talk:" in ended.stderr
    assert script(demo, "show", "demo") == packaged_script("service")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "nobody"), "there is no brand 'nobody'"),
        (("show", "demo", "7"), "there is no revision 7"),
        (("show", "demo", "--script", "nothing"), "no published script 'nothing'"),
        (("back", "demo", "1"), "there is no difference"),
        (("publish", "demo", "--message", "Nothing"), "there is no difference"),
    ],
)
def test_what_cannot_be_done_is_told(demo: Environment, arguments: tuple[str, ...], told: str) -> None:
    ended = run(demo, "script", *arguments)

    assert ended.returncode == 1
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_faults_of_a_file_are_told_with_their_place(demo: Environment, tmp_path: Path) -> None:
    broken = written(tmp_path, OTHER.replace("kind: menu", "kind: munu"))

    ended = alone(demo, "script", "publish", "demo", broken, "--message", "Broken")

    line = OTHER[: OTHER.index("kind: menu")].count("\n") + 1
    assert ended.returncode == 1
    assert f"{line}:5: steps.welcome.kind: kind 'munu' is unknown" in ended.stderr
