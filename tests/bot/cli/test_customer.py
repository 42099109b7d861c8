"""`cancelbot customer`, `hold`, `expire`, `brand retention`: what is printed, asked and refused."""

import json
from pathlib import Path

import pytest

from bot.rights.document import Export
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


def said(demo: Environment, *arguments: str, given: str = "") -> str:
    """What a command says that goes well."""
    ended = run(demo, *arguments, given=given)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def refused(demo: Environment, *arguments: str, given: str = "") -> str:
    ended = run(demo, *arguments, given=given)
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.check(16)
def test_from_export_to_erasure(demo: Environment, number: str, tmp_path: Path) -> None:
    file = tmp_path / "ada.json"

    told = said(demo, "customer", "export", "demo", "BL-1001", "--out", str(file))

    assert told == f"{file}: 1 conversations, 1 records.\n"
    assert file.stat().st_mode & 0o077 == 0
    document = Export.model_validate_json(file.read_text())
    assert [(each.number, each.verifies) for each in document.records] == [(number, True)]
    assert json.loads(said(demo, "customer", "export", "demo", "--record", number))["customer"] == "BL-1001"

    asked = run(demo, "customer", "erase", "demo", "BL-1001", given="n\n")
    assert asked.returncode == 1
    assert f"Kept: record {number} (termination), its time is over on" in asked.stdout
    assert "Kept: the back office's entry, because a contract or an order still runs." in asked.stdout
    assert said(demo, "customer", "erasures", "demo") == ""
    assert "Erased on" in said(demo, "customer", "erase", "demo", "BL-1001", given="y\n")
    assert f"kept: {number} (retention until" in said(demo, "customer", "erasures", "demo", "BL-1001")
    assert "There is nothing to erase." in said(demo, "customer", "erase", "demo", "BL-1001", "--yes")


@pytest.mark.check(16)
def test_what_is_held_is_not_erased(demo: Environment, number: str) -> None:
    said(demo, "hold", "set", "demo", "BL-1001", "--reason", "4 O 17/26", "--who", "Kim")

    assert "under hold" in refused(demo, "customer", "erase", "demo", "BL-1001", "--yes")
    assert "is under hold already" in refused(demo, "hold", "set", "demo", "BL-1001", "--reason", "again")
    assert "customer BL-1001  Kim: 4 O 17/26" in said(demo, "hold", "list", "demo")
    said(demo, "hold", "release", "demo", "BL-1001")
    assert said(demo, "hold", "list", "demo") == ""
    assert "released" in said(demo, "hold", "list", "demo", "--all")
    said(demo, "hold", "set", "demo", "--record", number, "--reason", "4 O 17/26")
    assert f"record {number}" in said(demo, "hold", "list", "demo")
    assert "under hold" in said(demo, "customer", "erase", "demo", "BL-1001", "--yes")


def test_retention_is_shown_and_set(demo: Environment) -> None:
    assert "records of kind order: 3 years" in said(demo, "brand", "retention", "demo")

    told = said(
        demo, "brand", "retention", "demo", "--records", "6", "--records", "order=7", "--transcripts", "180"
    )

    assert "records of kind termination: 6 years" in told
    assert "records of kind order: 7 years" in told
    assert "transcripts: 180 days" in said(demo, "brand", "retention", "demo")


def test_what_is_due_is_erased_by_hand(demo: Environment) -> None:
    assert said(demo, "expire", "demo").splitlines()[0].startswith("persons: 0 erased, 0 kept")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("customer", "export", "dem", "BL-1001"), "there is no brand 'dem'; did you mean 'demo'?"),
        (("customer", "export", "demo", "BL-1OO1"), "demo has no customer 'BL-1OO1'; did you mean 'BL-10"),
        (("customer", "export", "demo"), "expected a CUSTOMER's number, or --record NUMBER"),
        (("customer", "erase", "demo", "--record", "BL-22222223"), "no record's number, or it is mistyped"),
        (("hold", "release", "demo", "BL-1001"), "no hold is on the customer 'BL-1001' of demo"),
        (("brand", "retention", "demo", "--records", "9"), "expected 1 to 7 years, found 9"),
        (("brand", "retention", "demo", "--records", "oder=6"), "did you mean 'order'?"),
        (("brand", "retention", "demo", "--transcripts", "0"), "expected 1 to 3650 days, found 0"),
        (("expire", "dem"), "did you mean 'demo'?"),
    ],
)
def test_what_cannot_be_done_is_told(demo: Environment, arguments: tuple[str, ...], told: str) -> None:
    assert told in refused(demo, *arguments)
