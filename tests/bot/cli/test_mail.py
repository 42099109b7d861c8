"""`cancelbot mail receive`: as a mail server pipes it."""

from pathlib import Path

import pytest

from tests.bot.cli.terminal import alone, chatting, environment, run
from tests.channels.email.test_incoming import OURS, PAYLOADS

Environment = dict[str, str]


def piped(where: Environment, mail: str, brand: str = "demo") -> tuple[int, str]:
    ended = run(where, "mail", "receive", brand, given=mail)
    return ended.returncode, ended.stdout + ended.stderr


def test_a_bounce_is_taken_in_and_told_in_the_history(demo: Environment) -> None:
    with chatting(demo, "--customer", "BL-1001") as terminal:
        for words in ("I want to cancel", "No, cancel", "confirm"):
            terminal.say(words)
        number = terminal.answer["record"]["number"]
    bounce = (PAYLOADS / "postfix_unknown_user.eml").read_text()

    first, again = piped(demo, bounce), piped(demo, bounce)
    away = piped(demo, (PAYLOADS / "out_of_office.eml").read_text())
    answer = alone(demo, "mail", "receive", "demo", given=(PAYLOADS / "answer.eml").read_text())
    history = run(demo, "history", "demo", number).stdout

    assert OURS in bounce
    assert first == again == (0, "A bounce: the confirmation goes another way, or stands on the desk.\n")
    assert away == (0, "An automatic answer: nothing follows.\n")
    assert (answer.returncode, answer.stdout) == (0, "An answer: it is on the desk within seconds.\n")
    assert "A mail that came in" not in history  # whose it is nobody knows


@pytest.mark.parametrize(
    ("mail", "brand", "code"),
    [("", "demo", 65), (" \n", "demo", 65), ('{"a": 1}', "demo", 65), ("From: x\n\nx", "dmo", 75)],
)
def test_what_cannot_be_taken_is_brought_again_or_not(
    demo: Environment, mail: str, brand: str, code: int
) -> None:
    ended, told = piped(demo, mail, brand)

    assert (ended, told.startswith("Error: ")) == (code, True)


def test_without_a_database_the_mail_server_keeps_the_mail(tmp_path: Path) -> None:
    nowhere = environment(tmp_path, f"sqlite:///{tmp_path}/none/at/all.db")

    assert piped(nowhere, "From: ada@example.com\n\nHello")[0] == 75
