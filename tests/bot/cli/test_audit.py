"""`cancelbot audit`: what is printed, and the exit code."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.bot.cli.terminal import chatting, run

Environment = dict[str, str]


@pytest.fixture
def number(demo: Environment) -> str:
    """Ada has cancelled; the number of her record."""
    with chatting(demo, "--customer", "BL-1001") as terminal:
        for words in ("I want to cancel", "No, cancel", "confirm"):
            terminal.say(words)
        found: str = terminal.answer["record"]["number"]
    return found


def edit(demo: Environment, statement: str, *values: object) -> None:
    """What an insider does, without the program."""
    path = demo["CANCELBOT_DATABASE_URL"].removeprefix("sqlite:///")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_an_audit_without_findings(demo: Environment, number: str) -> None:
    ended = run(demo, "audit")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[0].startswith("Audit of demo, ")
    assert lines[0].endswith(" UTC: no findings.")
    assert lines[1].startswith("Looked at: ")
    assert ", 1 entries." in lines[2]
    assert run(demo, "audit", "demo", "--kept").stdout == "No audit was made yet.\n"


def test_findings_are_told_with_what_they_mean(demo: Environment, number: str, tmp_path: Path) -> None:
    proof = tmp_path / "mailed.tlog-proof"
    assert run(demo, "record", "proof", number, "--out", str(proof)).returncode == 0
    edit(demo, "DELETE FROM record WHERE number = ?", number)
    edit(demo, "DELETE FROM record_log_entry")
    edit(demo, "UPDATE record_log SET size = 0, signed_size = 0")

    ended = run(demo, "audit", "demo")
    as_json = run(demo, "audit", "demo", "--json", "--checkpoint", str(proof))

    assert ended.returncode == 1
    assert "log_cut" in ended.stdout
    assert "The log's end is missing: it was truncated, or an older state was put back." in ended.stdout
    assert as_json.returncode == 1
    (report,) = json.loads(as_json.stdout)
    assert report["brand"] == "demo"
    assert str(proof) in json.dumps(report["findings"])
    assert report["found"]["log_cut"] >= 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("dem",), "did you mean 'demo'?"),
        (("--checkpoint", __file__), "expected a BRAND"),
        (("demo", "--checkpoint", __file__), "neither a receipt, nor a proof, nor a checkpoint"),
    ],
)
def test_what_cannot_be_done_is_told(demo: Environment, arguments: tuple[str, ...], told: str) -> None:
    ended = run(demo, "audit", *arguments)

    assert ended.returncode not in (0, 1) or told in ended.stderr
    assert told in ended.stderr
