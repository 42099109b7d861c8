"""`cancelbot letters`: a confirmation by post, from the queue to the customer's letter box or back."""

import io
import os
import signal
import subprocess
import time
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.bot.cli.terminal import ROOT, Ended, alone, cancelbot, chatting, run

Environment = dict[str, str]

KILLS = 6

SENDER = "Brightline GmbH, Hauptstraße 1, 10115 Berlin"
CUSTOMERS = """customer,name,email,phone,address,country
BL-1001,Ada Sommer,,,Kastanienallee 12 | 10435 Berlin,DE
BL-1006,Frida Lang,,,Rue Haute 7 | 1000 Bruxelles,BE
BL-1002,Ben Okafor,,,,
"""


@pytest.fixture
def post(demo: Environment, tmp_path: Path) -> Environment:
    """The demo writes letters, and knows some customers by their postal address only."""
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS)
    read = run(demo, "office", "import", "demo", str(file))
    assert read.returncode == 0, read.stdout + read.stderr
    return demo


def cancelled(demo: Environment, customer: str) -> str:
    """Somebody cancels; the record's number."""
    with chatting(demo, "--customer", customer) as terminal:
        for words in ("I want to cancel", "No, cancel", "confirm"):
            terminal.say(words)
        return str(terminal.answer["record"]["number"])


def letters(demo: Environment, *arguments: str) -> Ended:
    name, *others = arguments
    return run(demo, "letters", name, "demo", *others)


def texts_of(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file.read_bytes())).pages]


def test_who_has_no_mailbox_gets_a_letter_which_is_printed_once(post: Environment, tmp_path: Path) -> None:
    ada, frida = cancelled(post, "BL-1001"), cancelled(post, "BL-1006")
    waiting = letters(post, "list").stdout
    files = [tmp_path / name for name in ("first.pdf", "again.pdf", "another.pdf", "later.pdf")]

    first = letters(post, "run", "--out", str(files[0]))
    again = letters(post, "run", "--out", str(files[1]))
    none = letters(post, "run", "--another", "--out", str(files[2]))
    ordered = letters(post, "send", ada)
    day = first.stdout.split()[2].rstrip(",")
    later = letters(post, "run", "--run", day, "--out", str(files[3]))

    assert f"{ada}  queued" in waiting
    assert "Ada Sommer, Kastanienallee 12, 10435 Berlin" in waiting
    assert "Rue Haute 7, 1000 Bruxelles, BELGIUM" in waiting
    assert first.returncode == 0, first.stderr
    assert "made: 2 letters" in first.stdout
    assert "printed again, as it was: 2 letters" in again.stdout
    assert (none.returncode, "no letter is waiting" in none.stderr, files[2].exists()) == (1, True, False)
    assert (ordered.returncode, "sent by post before" in ordered.stderr) == (1, True)
    assert later.returncode == 0, later.stderr
    assert files[0].read_bytes() == files[1].read_bytes() == files[3].read_bytes()
    assert files[0].stat().st_mode & 0o077 == 0
    index, *pages = texts_of(files[0])
    assert [word in index for word in (ada, frida, "Ada Sommer", "Frida Lang", day)] == [True] * 5
    assert ["Kastanienallee 12" in page for page in pages].count(True) == 1
    assert sum(SENDER in page for page in pages) == 2


def test_a_letter_is_followed_until_it_is_posted_or_comes_back(post: Environment, tmp_path: Path) -> None:
    number, file, out = cancelled(post, "BL-1001"), tmp_path / "post.csv", tmp_path / "run.pdf"
    early = letters(post, "posted", number)
    printed = letters(post, "run", "--out", str(out)).stdout
    day = printed.split()[2].rstrip(",")

    posted = letters(post, "posted", "--run", day)
    twice = letters(post, "posted", number)
    file.write_text(f"letter;state;day;note\n{number};returned;;moved away\n")
    back = letters(post, "update", str(file))
    told = letters(post, "list", "--state", "returned").stdout
    with chatting(post, "--customer", "BL-1006"):
        pass  # what is due is carried out
    history = run(post, "history", "demo", number).stdout

    assert (early.returncode, "is not printed yet, but queued" in early.stderr) == (1, True)
    assert posted.stdout == "1 letters are posted; of 0 that was known.\n"
    assert twice.stdout == "0 letters are posted; of 1 that was known.\n"
    assert back.stdout == "1 lines read, 1 letters changed.\n", back.stderr
    assert f"{number}  returned in {day} (moved away)" in told
    for entry in ("Confirmation by letter made", "printed", "posted", "came back: moved away"):
        assert entry in history


def test_a_killed_run_prints_each_letter_once(post: Environment, tmp_path: Path) -> None:
    numbers = {cancelled(post, "BL-1001"), cancelled(post, "BL-1006")}
    out = tmp_path / "run.pdf"
    seen = set()
    for nth in range(KILLS):
        process = subprocess.Popen(
            cancelbot("letters", "run", "demo", "--out", str(out)),
            env=post,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.4 * (nth + 1))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        if out.exists():
            seen.add(sha256(out.read_bytes()).hexdigest())

    last = alone(post, "letters", "run", "demo", "--out", str(out))
    listed = run(post, "letters", "list", "demo").stdout

    assert last.returncode == 0, last.stderr
    assert ": 2 letters" in last.stdout
    assert seen <= {sha256(out.read_bytes()).hexdigest()}
    assert {line.split()[0] for line in listed.splitlines()} == numbers
    assert all(line.split()[1] == "printed" for line in listed.splitlines())
    assert len({line.split()[3] for line in listed.splitlines()}) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BL-0,posted,,", "line 2: there is no letter 'BL-0'"),
        ("{number},lost,,", "line 2: state: expected posted or returned"),
        ("{number},posted,yesterday,", "line 2: day: expected a day as YYYY-MM-DD"),
        (",posted,,", "line 2: letter: expected its number"),
    ],
)
def test_a_list_with_a_fault_changes_nothing(
    post: Environment, tmp_path: Path, line: str, expected: str
) -> None:
    number, file = cancelled(post, "BL-1001"), tmp_path / "post.csv"
    letters(post, "run", "--out", str(tmp_path / "run.pdf"))
    file.write_text(f"letter,state,day,note\n{line.format(number=number)}\n{number},posted,,\n")

    read = letters(post, "update", str(file))

    assert read.returncode == 1
    assert expected in read.stderr
    assert f"{number}  printed" in letters(post, "list").stdout


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a | b | c | d | e", "not 5 lines"),
        ("Hauptstraße 1 | " + "W" * 40, "line 2 is 116 mm wide: expected at most 75 mm"),
        ("長安街 1 | Peking", "line 1 has a character that cannot be printed (U+9577)"),
    ],
)
def test_an_address_that_does_not_fit_is_not_imported(
    demo: Environment, tmp_path: Path, cell: str, expected: str
) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(f"customer,name,address,country\nBL-1001,Ada Sommer,{cell},DE\n")

    read = run(demo, "office", "import", "demo", str(file))

    assert read.returncode == 1
    assert expected in read.stdout + read.stderr


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (("country=Germany",), "country: expected two capital letters"),
        ((), "country: expected two capital letters"),
        (("country=DE", "window=c4"), "window: expected one of din, us"),
        (("country=DE", "sides=both"), "sides: expected one of one, two"),
        (("country=DE", "contact=" + "x" * 41), "contact: expected at most 6 lines"),
    ],
)
def test_an_account_is_checked_when_it_is_added(
    demo: Environment, settings: tuple[str, ...], expected: str
) -> None:
    given = [part for each in settings for part in ("--set", each)]

    added = run(demo, "brand", "account", "demo", "--kind", "letter", "--address", SENDER, *given)

    assert added.returncode == 1
    assert expected in added.stderr
