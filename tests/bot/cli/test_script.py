"""`cancelbot script`: revisions listed, shown, compared, published and gone back to."""

from pathlib import Path

import pytest

from dialogs.packaged import packaged_script
from tests.bot.cli.terminal import alone, chatting, run
from tests.bot.web.studio.admin import OTHER, SERVICE, TRAP

Environment = dict[str, str]
OWN = SERVICE.replace("script: service", "script: membership").replace("text: welcome", "text: hello-member")
"""A script that the brand does not have, with a text that does not ship, in six languages."""
ENGLISH = SERVICE.replace("locales: [en, de, fr, es, pt, ru]", "locales: [en]")


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


@pytest.fixture
def messages(tmp_path: Path) -> Path:
    """A folder with the text that `OWN` needs, and with another goodbye."""
    folder = tmp_path / "messages"
    folder.mkdir()
    for locale in ("en", "de", "fr", "es", "pt", "ru"):
        words = "# Ours.\nhello-member = Hello, member!\n"
        (folder / f"{locale}.ftl").write_text(words, encoding="utf-8")
    with (folder / "en.ftl").open("a") as file:
        file.write("\nbye = So long!\n")
    return folder


def test_a_script_that_the_brand_does_not_have_is_added(
    demo: Environment, tmp_path: Path, messages: Path
) -> None:
    file = written(tmp_path, OWN)

    said = script(demo, "publish", "demo", file, "--message", "Members", "--messages", str(messages))

    assert said.startswith("Revision 1 is published.\nThe brand did not have the script 'membership' yet")
    assert "every chat begins with 'service' as before" in said
    assert script(demo, "show", "demo", "--script", "membership") == OWN
    assert script(demo, "show", "demo") == SERVICE
    with chatting(demo, "--script", "membership") as terminal:
        terminal.say("hello")
        assert "Hello, member!" in terminal.text
        terminal.say("bye")
        assert "So long!" in terminal.text
    with chatting(demo) as terminal:
        terminal.say("hello")
        assert "Hello, member!" not in terminal.text


def test_published_again_it_has_the_texts_of_the_folder_alone(
    demo: Environment, tmp_path: Path, messages: Path
) -> None:
    file = written(tmp_path, OWN)
    script(demo, "publish", "demo", file, "--message", "Members", "--messages", str(messages))
    (messages / "en.ftl").write_text("hello-member = Good to see you.\n")

    same = run(demo, "script", "publish", "demo", file, "--message", "Again")
    said = script(demo, "publish", "demo", file, "--message", "Words", "--messages", str(messages))

    assert "there is no difference" in same.stderr
    assert said == "Revision 2 is published.\n"
    lines = script(demo, "diff", "demo", "1", "2", "--script", "membership").splitlines()
    assert "+hello-member = Good to see you." in lines
    assert "-bye = So long!" in lines


def test_a_new_script_is_proved_and_checked_like_any(demo: Environment, tmp_path: Path) -> None:
    trap = run(
        demo, "script", "publish", "demo",
        written(tmp_path, TRAP.replace("script: service", "script: mine")), "--message", "A trap",
    )  # fmt: skip
    mute = run(demo, "script", "publish", "demo", written(tmp_path, OWN), "--message", "No texts")
    other = run(
        demo, "script", "publish", "demo",
        written(tmp_path, OWN), "--message", "Other name", "--script", "members",
    )  # fmt: skip

    assert [ended.returncode for ended in (trap, mute, other)] == [1, 1, 1]
    assert "must get a receipt" in trap.stderr
    assert "hello-member (en): expected this text" in mute.stderr
    assert "--messages" in mute.stderr
    assert "script: found 'membership'; expected 'members'" in other.stderr
    assert "no published script 'mine'; expected one of" in run(
        demo, "script", "show", "demo", "--script", "mine"
    ).stderr  # fmt: skip


def test_languages_that_are_not_spoken_are_warned_of(demo: Environment, tmp_path: Path) -> None:
    ended = run(demo, "script", "publish", "demo", written(tmp_path, ENGLISH), "--message", "English")

    assert (ended.returncode, ended.stdout) == (0, "Revision 2 is published.\n"), ended.stderr
    assert "offers German, French, Spanish, Portuguese and Russian" in ended.stderr
    assert "is not understood and is answered in English" in ended.stderr


def test_broken_texts_are_told_with_file_and_line(demo: Environment, tmp_path: Path, messages: Path) -> None:
    (messages / "de.ftl").write_text("hello-member = Hallo\n\nbye = Bis { $bald\n\nbye = Bald\nbye = Und\n")
    (messages / "tlh.ftl").write_text("bye = Qapla\n")
    file = written(tmp_path, OWN)

    for command in (
        ("script", "publish", "demo", file, "--message", "Broken"),
        ("check", file),
        ("test", file, "--script", file),
    ):
        ended = run(demo, *command, "--messages", str(messages))

        assert ended.returncode == 1
        assert f"{messages}/de.ftl:3:18: expected a closing brace }}" in ended.stderr
        assert f"{messages}/de.ftl:6:1: expected 'bye' once" in ended.stderr
        assert f"{messages}/tlh.ftl:1:1: found the language 'tlh'; expected one of: de" in ended.stderr
        assert "Traceback" not in ended.stderr
