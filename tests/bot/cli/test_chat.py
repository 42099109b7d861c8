"""`cancelbot chat`: the contract of `--jsonl`, and the chat for a person."""

import json
import re
from pathlib import Path

import pytest

from tests.bot.cli.terminal import Terminal, alone, chatting, chatting_alone, environment, run

FIELDS = {"messages", "step", "case", "record", "pending"}


def test_an_empty_database_is_migrated_and_seeded(database_url: str, tmp_path: Path) -> None:
    with chatting_alone(environment(tmp_path, database_url)) as terminal:
        confirm(terminal)
        number = terminal.answer["record"]["number"]
        assert terminal.end() == (0, b"", b"")

    with chatting(environment(tmp_path, database_url)) as terminal:
        terminal.press("status")

        assert number in terminal.text


def test_the_whole_way(demo: dict[str, str]) -> None:
    with chatting(demo) as terminal:
        first = terminal.say("I want to cancel")
        assert set(first) >= FIELDS
        assert "automated assistant" in terminal.text, "the first answer introduces; nothing came before it"
        assert terminal.choices == ["cancel", "accept"]
        assert first["case"]["status"] == "requested"
        assert first["record"] is None
        assert first["pending"] is False

        terminal.press("cancel")
        assert terminal.choices == ["confirm", "keep"]

        done = terminal.press("confirm")
        assert re.fullmatch(r"[A-Z]{2,}-[0-9A-Z]{6,}", done["record"]["number"])
        assert done["case"]["status"] == "reconciled", "what is due is done before the answer"
        assert done["case"]["declared_at"] == first["case"]["declared_at"]
        assert "Done:" in terminal.text
        assert [each["to"] for each in terminal.sent] == ["ada.sommer@example.com"]
        for message in done["messages"]:
            assert set(message) >= {"id", "text", "choices"}
        assert terminal.end() == (0, b"", b"")


BAD_LINES = (
    b"",
    b"   ",
    b"bad",
    b"{",
    b"[]",
    b"null",
    b'"cancel"',
    b"7",
    b"{}",
    b'{"text": "a", "choice": "b"}',
    b'{"text": null}',
    b'{"text": 7}',
    b'{"text": ["a"]}',
    b'{"choice": null}',
    b'{"text": ""}',
    b'{"text": " \\n "}',
    b'{"choice": ""}',
    b'{"text": "\\u0000"}',
    b"\xff\xfe",
    b'{"text": "\xff"}',
    b"[" * 100_000,
    b"9" * 10_000,
    b'{"word": "a"}',
)


def test_each_bad_line_gets_one_error_and_changes_nothing(demo: dict[str, str]) -> None:
    with chatting(demo) as terminal:
        before = terminal.say("I want to cancel")

        answers = [terminal.line(line) for line in BAD_LINES]

        assert [list(answer) for answer in answers] == [["error"]] * len(BAD_LINES)
        assert all(isinstance(answer["error"], str) and answer["error"] for answer in answers)
        after = terminal.press("cancel")
        assert after["case"]["id"] == before["case"]["id"]
        assert after["step"] == "confirm"
        assert terminal.end() == (0, b"", b"")


def test_odd_texts_are_answered(demo: dict[str, str]) -> None:
    with chatting(demo) as terminal:
        terminal.say("I want to cancel")
        terminal.press("cancel")

        for text in ("🙃", "\ud800", "a\x00b", "yes, confirm. " * 750, "x" * 200_000, "ü" * 50, '"\\'):
            terminal.say(text)
            assert terminal.answer["record"] is None
            assert terminal.choices == ["confirm", "keep"]


def test_an_unknown_choice_is_answered_with_the_question(demo: dict[str, str]) -> None:
    with chatting(demo) as terminal:
        terminal.say("I want to cancel")

        terminal.press("no-such-choice")

        assert "earlier question" in terminal.text
        assert terminal.choices == ["cancel", "accept"]


def test_the_alternative_and_keeping(demo: dict[str, str]) -> None:
    with chatting(demo, "--customer", "BL-1001") as terminal:
        terminal.say("I want to cancel")
        assert terminal.press("accept")["record"]["kind"] == "alternative"
    with chatting(demo, "--customer", "BL-1003") as terminal:
        terminal.say("I want to cancel")
        assert terminal.press("keep")["case"]["status"] == "kept"
        assert terminal.press("human")["status"] == "waiting"


def test_anonymous_identifies_with_the_code_that_is_shown_beside(demo: dict[str, str]) -> None:
    with chatting(demo, "--anonymous") as terminal:
        terminal.say("I want to cancel")
        assert terminal.answer["step"] == "identify"
        terminal.say("BL-1001")
        (code,) = terminal.sent
        assert code["to"] == "+491713920001"

        terminal.say(code["text"][:6])

        assert terminal.choices == ["cancel", "accept"]


@pytest.mark.parametrize("channel", ["sms", "telegram"])
def test_other_channels(demo: dict[str, str], channel: str) -> None:
    with chatting(demo, "--channel", channel, "--anonymous") as terminal:
        terminal.say("I want to cancel")
        first = terminal.choices
        terminal.say("ada.sommer@example.com")
        terminal.say(terminal.sent[-1]["text"][:6])
        terminal.say("1" if channel == "sms" else "no")
        terminal.press("confirm")

        assert first[-1] == "unable"
        assert ("use_sender" in first) == (channel == "sms")
        assert ("share_contact" in first) == (channel == "telegram")
        assert terminal.answer["record"]["kind"] == "termination"


def test_a_language_and_a_load_customer(demo: dict[str, str]) -> None:
    with chatting(demo, "--locale", "de", "--customer", "L-000002") as terminal:
        terminal.say("kündigen")
        terminal.press("cancel")
        terminal.press("confirm")

        assert "Ihre Kündigung ist angenommen" in terminal.text
        assert terminal.answer["locale"] == "de"


def test_output_is_utf_8_whatever_the_terminal_speaks(demo: dict[str, str]) -> None:
    with chatting_alone({**demo, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}) as terminal:
        terminal.say("I want to cancel")

        assert "€" in terminal.text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--brand", "nobody"], "there is no brand 'nobody'"),
        (["--channel", "fax"], "fax"),
        (["--channel", "email"], "email"),
    ],
    ids=str,
)
def test_what_cannot_be_chatted_with_is_said_plainly(
    demo: dict[str, str], arguments: list[str], told: str
) -> None:
    ended = run(demo, "chat", "--jsonl", *arguments)

    assert ended.returncode in (1, 2)
    assert ended.stdout == ""
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_wrong_database_address_is_said_plainly(tmp_path: Path) -> None:
    ended = run(environment(tmp_path, "mysql://localhost/x"), "chat", "--jsonl")

    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    assert "SQLite or PostgreSQL" in ended.stderr


def test_a_person_sees_numbered_choices_and_what_goes_out(demo: dict[str, str]) -> None:
    ended = alone(demo, "chat", given="I want to cancel\n1\n1\n/quit\n")

    assert ended.returncode == 0, ended.stderr
    assert "1  No, cancel" in ended.stdout
    assert "Your cancellation is accepted." in ended.stdout
    assert "[email to ada.sommer@example.com]" in ended.stdout


def confirm(terminal: Terminal) -> None:
    for line in ({"text": "I want to cancel"}, {"choice": "cancel"}, {"choice": "confirm"}):
        terminal.line(json.dumps(line).encode())


def test_a_script_that_is_not_there_is_told(demo: dict[str, str]) -> None:
    ended = run(demo, "chat", "--script", "withdrawl")

    assert ended.returncode == 1
    assert "no published script 'withdrawl'" in ended.stderr
    assert "did you mean 'withdrawal'?" in ended.stderr
