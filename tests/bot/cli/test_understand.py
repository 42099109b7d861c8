"""`cancelbot understand` and `cancelbot understanding`: hearing messages, measuring, learning."""

import json
from pathlib import Path

import pytest

from bot.learning.files import write
from bot.learning.making import learning_from, shipped_model
from dialogs.meaning import Label
from dialogs.understanding.routing.training import train
from tests.bot.cli.terminal import alone, chatting, environment, run
from tests.dialogs.understanding.routing.small import UNHEARD, some_utterances

Environment = dict[str, str]


@pytest.fixture(scope="session")
def learnt() -> bytes:
    """A small model under the name of the shipped one."""
    return train(some_utterances(), learning_from(), 4, 1)


@pytest.fixture
def installed(tmp_path: Path, learnt: bytes) -> Environment:
    """An installation whose model is there already."""
    folder = tmp_path / "understanding"
    folder.mkdir()
    write(shipped_model(folder), learnt)
    return environment(tmp_path) | {"CANCELBOT_UNDERSTANDING": "examples"}


def heard(environment: Environment, *rows: object, phrases: bool = False) -> list[dict[str, object]]:
    given = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    ended = run(environment, "understand", "--jsonl", *(["--phrases"] if phrases else []), given=given)
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_messages_are_heard_line_by_line(installed: Environment) -> None:
    found = heard(
        installed,
        {"text": "yes, cancel it"},
        {"text": "no, keep everything"},
        {"text": "yes?"},
        {"text": UNHEARD[Label.HUMAN], "lang": "en"},
        {"text": "ja bitte", "lang": "de"},
        {"text": "no thanks, cancel", "step": "offer"},
        {"text": ""},
    )

    assert [each["decision"] for each in found] == ["yes", "no", "ask", "route", "yes", "no", "ask"]
    assert [each["label"] for each in found][3:5] == ["human", "affirm"]
    assert [each["lang"] for each in found][3:5] == ["en", "de"]
    assert set(found[0]) == {"label", "conf", "decision", "lang", "urgent", "entities"}
    assert all(0 <= float(str(each["conf"])) <= 1 for each in found)


def test_phrases_alone_need_no_model(tmp_path: Path) -> None:
    said = {"text": UNHEARD[Label.HUMAN]}

    assert heard(environment(tmp_path), said, phrases=True)[0]["label"] == "none"
    assert not (tmp_path / "understanding").exists()


def test_what_a_message_names_and_whom_it_calls_is_told(tmp_path: Path) -> None:
    named, grave, threat = heard(
        environment(tmp_path),
        {"text": "cancel account LU-10024, you took $29.90 on 12/31/2026"},
        {"text": "I want to end my life"},
        {"text": "you will hear from my lawyer"},
        phrases=True,
    )

    assert named["entities"] == [
        {"kind": "amount", "value": "29.90 USD", "text": "$29.90"},
        {"kind": "date", "value": "2026-12-31", "text": "12/31/2026"},
        {"kind": "account", "value": "LU-10024", "text": "LU-10024"},
    ]
    assert (grave["urgent"], grave["label"], grave["decision"]) == ("danger", "human", "route")
    assert (threat["urgent"], threat["decision"]) == ("legal", "route")


def test_it_starts_by_itself(installed: Environment) -> None:
    ended = alone(installed, "understand", "--jsonl", given='{"text": "cancel my plan"}\n')

    assert json.loads(ended.stdout)["label"] == "cancel", ended.stderr


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("no json\n", "line 1: expected a JSON object"),
        ('{"text": "a"}\n{"text": 5}\n', "line 2: expected a text in quotes as 'text', found 5"),
        (
            '{"text": "a", "lang": "xx"}\n',
            "line 1: expected one of en, de, fr, es, pt, ru as 'lang', found 'xx'",
        ),
        ('{"text": "a", "step": "x"}\n', "line 1: expected one of confirm, offer, menu as 'step', found 'x'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, given: str, expected: str) -> None:
    ended = run(environment(tmp_path), "understand", "--jsonl", "--phrases", given=given)

    assert ended.returncode == 1
    assert expected in ended.stderr


def test_a_score(installed: Environment, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        '{"text": "please cancel my plan", "label": "cancel", "lang": "en"}\n'
        '{"text": "keep it", "label": "keep", "lang": "en"}\n'
        '{"text": "yes", "label": "deny", "lang": "en"}\n',
        encoding="utf-8",
    )

    ended = run(installed, "understand", "--score", str(rows))

    assert ended.returncode == 0, ended.stderr
    assert "accuracy 0.6667 of 3 messages" in ended.stdout
    assert "executed, though keep or deny: 1\n    deny: 'yes'" in ended.stdout


def test_what_is_there_is_not_made_twice(installed: Environment) -> None:
    ended = run(installed, "understanding", "train")

    assert (ended.returncode, ended.stderr) == (0, f"shipped-{learning_from()}.model: there already\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("understand",), "expected either --jsonl or --score FILE"),
        (
            ("understanding", "train", "--brand", "demo"),
            "expected nothing at all, or FILE --brand BRAND [--use]",
        ),
        (("understanding", "train"), "CANCELBOT_UNDERSTANDING is 'phrases': expected 'examples'"),
        (("understand", "--jsonl"), "CANCELBOT_UNDERSTANDING is 'phrases': expected 'examples'"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, arguments: tuple[str, ...], expected: str) -> None:
    ended = run(environment(tmp_path), *arguments)

    assert ended.returncode != 0
    assert expected in ended.stderr


def test_a_brand_that_nobody_knows(demo: Environment, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "x", "label": "cancel"}\n', encoding="utf-8")
    wanted = demo | {"CANCELBOT_UNDERSTANDING": "examples"}

    unknown = run(wanted, "understanding", "train", str(rows), "--brand", "dema")
    few = run(wanted, "understanding", "train", str(rows), "--brand", "demo")

    assert "there is no brand 'dema'; did you mean 'demo'?" in unknown.stderr
    assert "expected 20 messages or more to judge them by, found 1" in few.stderr


def test_a_guess_leads_a_chat_and_settles_nothing(demo: Environment, tmp_path: Path, learnt: bytes) -> None:
    folder = tmp_path / "understanding"
    folder.mkdir()
    write(shipped_model(folder), learnt)

    with chatting(demo | {"CANCELBOT_UNDERSTANDING": "examples"}) as terminal:
        begun = terminal.say(UNHEARD[Label.CANCEL])
        assert begun["case"]["status"] == "requested"
        assert terminal.choices == ["cancel", "accept"]

        asked = terminal.say(UNHEARD[Label.CANCEL])
        assert terminal.choices == ["cancel", "accept"], "the offer is not declined by a guess"

        terminal.press("cancel")
        asked = terminal.say(UNHEARD[Label.CANCEL])
        assert terminal.choices == ["confirm", "keep"]
        assert asked["record"] is None

        handed_over = terminal.say(UNHEARD[Label.HUMAN])
        assert handed_over["record"] is None
        assert "person" in terminal.text or "colleague" in terminal.text


def test_without_guessing_the_same_words_are_asked_again(demo: Environment) -> None:
    with chatting(demo) as terminal:
        terminal.say(UNHEARD[Label.CANCEL])

        assert terminal.answer["case"] is None
