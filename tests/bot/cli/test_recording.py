"""`cancelbot chat --save`: a conversation is written down as a case, which then passes `cancelbot test`."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dialogs.cases.form import ConversationCase, load_cases
from tests.bot.cli.terminal import chatting, run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "recorded.yaml"


def cases_in(file: Path) -> list[ConversationCase]:
    return list(load_cases(file.read_text(encoding="utf-8"), file.name).values())


def deeds(case: ConversationCase) -> list[dict[str, Any]]:
    return [
        line.model_dump(mode="json", exclude_defaults=True, exclude={"expect", "world"}) for line in case.talk
    ]


def test_what_three_customers_said_passes_as_cases(demo: dict[str, str], file: Path) -> None:
    ada = ["I want to cancel", "1", "1", "undo", "1", "cancel again", "human"]
    ben = ["cancel my mobile", "yes", "1", "cancel the tv", "pls", "1", "1", "bye"]
    carla = ["cancel!!!", "why so expensive", "i dispute the fee", "keep it"]
    for customer, lines in (("BL-1001", ada), ("BL-1002", ben), ("BL-1003", carla)):
        said = "\n".join(lines)
        ended = run(demo, "chat", "--customer", customer, "--save", str(file), "--name", customer, given=said)
        assert ended.returncode == 0, ended.stderr
        assert f"Written down as {customer!r}" in ended.stderr

    played = run(demo, "test", str(file))

    assert played.returncode == 0, played.stdout
    assert "3 cases, all as expected" in played.stdout
    first, second, third = cases_in(file)
    assert deeds(first)[:6] == [
        {"say": "I want to cancel"},
        {"press": "cancel"},
        {"press": "confirm"},
        {"happens": "executed"},
        {"happens": "reconciled"},
        {"say": "undo"},
    ]
    assert first.talk[2].expect.texts == ("receipt", "reason")
    assert first.talk[2].expect.step == "reason"
    assert [service.name for service in second.world.services] == [
        "Brightline Fibre 250",
        "Brightline TV",
        "Brightline Mobile",
    ]
    assert [service.refund for service in second.world.services][2] > 0
    assert third.world.services[0].fee == Decimal(60)
    assert third.world.brand == "Brightline"


def test_codes_are_not_written_down(demo: dict[str, str], file: Path) -> None:
    with chatting(demo, "--anonymous", "--channel", "sms", "--locale", "de", "--save", str(file)) as terminal:
        terminal.say("kündigen")
        terminal.say("BL-1001")
        code = terminal.sent[-1]["text"][:6]
        terminal.say("000000" if code != "000000" else "000001")
        terminal.say(code)
        terminal.say("1")
        terminal.press("confirm")
        terminal.press("no-such-choice")
        assert terminal.end()[0] == 0

    assert code not in file.read_text()
    (case,) = cases_in(file)
    assert (case.channel, case.locale, case.world.vouched) == ("sms", "de", False)
    assert [each for each in deeds(case) if "happens" not in each] == [
        {"say": "kündigen"},
        {"say": "BL-1001"},
        {"code": "wrong"},
        {"code": "right"},
        {"say": "1"},
        {"press": "confirm"},
        {"press_stale": "no-such-choice"},
    ]
    assert run(demo, "test", str(file)).returncode == 0


def test_what_stands_in_the_file_stays(demo: dict[str, str], file: Path) -> None:
    mine = "# Mine.\nmine:\n  about:   Odd layout.\n  talk: [{say: hi}]\n"
    file.write_text(mine)

    run(demo, "chat", "--save", str(file), given="hello")
    again = run(demo, "chat", "--save", str(file), given="hello")
    refused = run(demo, "chat", "--save", str(file), "--name", "mine", given="hello")

    assert file.read_text().startswith(
        "# Mine.\nmine:\n  about:   Odd layout.\n  talk: [{say: hi}]\n\nrecorded:\n"
    )
    assert "'recorded_2'" in again.stderr
    assert list(load_cases(file.read_text(), "")) == ["mine", "recorded", "recorded_2"]
    assert refused.returncode == 1
    assert "has a case 'mine' already" in refused.stderr


def test_a_file_that_cannot_be_added_to_is_told_before_anything_is_said(
    demo: dict[str, str], file: Path
) -> None:
    file.write_text("mine: {about: x, talk: [{sya: hi}]}\n")

    ended = run(demo, "chat", "--save", str(file), given="hello")

    assert ended.returncode == 1
    assert f"{file}:1:26: mine.talk.0.sya: unknown name" in ended.stderr
    assert ended.stdout == ""
