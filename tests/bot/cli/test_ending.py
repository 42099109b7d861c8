"""`cancelbot ending`: declared, imported from a file, checked, withdrawn; and the brand's settings for it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.terminal import run

Environment = dict[str, str]
LAST_DAY = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()
HEADER = "customer,service,cause,last_day,reference,facts\n"
GOOD = f'BL-1001,BL-1001-1,non_payment,{LAST_DAY},E-1,"invoice 4711, 29.90 EUR"\n'
MORE = f"BL-1005,BL-1005-1,policy,{LAST_DAY},E-2,\n"


def ending(demo: Environment, *arguments: str) -> Any:
    """What a command that goes well answers."""
    ended = run(demo, "ending", *arguments, "--json")
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def written(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "endings.csv"
    file.write_text(text, encoding=encoding)
    return str(file)


def declared(demo: Environment, **changed: str) -> Any:
    options = {"customer": "BL-1001", "service": "BL-1001-1", "cause": "non_payment", "last-day": LAST_DAY}
    options |= {"reference": "E-1", **changed}
    given = [part for name, value in options.items() for part in (f"--{name}", value)]
    return run(demo, "ending", "declare", "demo", *given)


def test_one_is_declared_once_and_withdrawn(demo: Environment) -> None:
    first, again = declared(demo), declared(demo)

    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith(f"E-1: BL-1001-1 ends on {LAST_DAY}, announced (record BL-")
    assert again.stdout == first.stdout
    other = declared(demo, cause="policy")
    assert other.returncode == 1
    assert "row 1, reference: 'E-1' was used for another ending" in other.stderr
    taken_back = run(demo, "ending", "withdraw", "demo", "E-1")
    assert "E-1: Brightline Fibre 100 goes on" in taken_back.stdout
    assert ending(demo, "withdraw", "demo", "E-1")["endings"][0]["status"] == "withdrawn"
    unknown = run(demo, "ending", "withdraw", "demo", "E-9")
    assert (unknown.returncode, unknown.stderr) == (1, "Error: there is no ending 'E-9'\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_file_is_checked_then_taken(
    demo: Environment, tmp_path: Path, encoding: str, separator: str
) -> None:
    rows = HEADER + GOOD.replace('"invoice 4711, 29.90 EUR"', "invoice 4711") + "\n" + MORE
    file = written(tmp_path, rows.replace(",", separator), encoding)

    assert ending(demo, "import", "demo", file, "--check") == {"rows": 2, "new": 2, "faults": []}
    taken = ending(demo, "import", "demo", file)["endings"]
    assert [(each["reference"], each["status"]) for each in taken] == [
        ("E-1", "announced"),
        ("E-2", "announced"),
    ]
    assert ending(demo, "import", "demo", file, "--check") == {"rows": 2, "new": 0, "faults": []}
    assert ending(demo, "import", "demo", file)["endings"] == taken


def test_a_file_with_faults_is_taken_not_at_all_and_each_is_told(demo: Environment, tmp_path: Path) -> None:
    file = written(
        tmp_path, f"{HEADER}{GOOD}BL-1005,BL-1005-1,polcy,2026-13-01,,\n{MORE}".replace("E-2", "E-1")
    )

    refused = run(demo, "ending", "import", "demo", file)

    assert refused.returncode == 1
    assert refused.stderr.splitlines() == [
        "Error: nothing was taken",
        "row 3, cause: 'polcy'; did you mean policy? expected one of: non_payment, inactivity, policy",
        "row 3, last_day: '2026-13-01' is no day; expected one such as 2026-03-31",
        "row 3, reference: is missing",
        "row 4, reference: 'E-1' stands in row 2, too",
    ]
    as_json = run(demo, "ending", "import", "demo", file, "--check", "--json")
    assert [fault["row"] for fault in json.loads(as_json.stdout)["faults"]] == [3, 3, 3, 4]
    assert declared(demo).stdout.startswith("E-1: BL-1001-1"), "nothing has that reference yet"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "row 1, customer: this column is missing"),
        (HEADER, "row 1, file: expected one row or more"),
        (HEADER.replace("cause", "causes") + GOOD, "row 1, causes: is no column; did you mean cause?"),
        (HEADER.replace("facts", "cause") + GOOD, "row 1, cause: stands there twice"),
        (HEADER + GOOD.strip() + ",more\n", "row 2, file: 7 values; expected 6"),
        (HEADER + GOOD.replace("BL-1001,", "BL-9999,"), "row 2, customer: 'BL-9999' is not known"),
        (HEADER + GOOD.replace(LAST_DAY, "2020-01-01"), "row 2, last_day: 2020-01-01 is too early"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(
    demo: Environment, tmp_path: Path, text: str, told: str
) -> None:
    refused = run(demo, "ending", "import", "demo", written(tmp_path, text))

    assert refused.returncode == 1
    assert told in refused.stderr


def test_a_file_in_another_encoding_is_refused(demo: Environment, tmp_path: Path) -> None:
    file = written(tmp_path, HEADER + GOOD.replace("invoice", "für Mai"), "latin-1")

    assert "row 1, file: expected text in UTF-8" in run(demo, "ending", "import", "demo", file).stderr


def test_a_brands_settings_are_set_and_never_shorten_the_notice(demo: Environment) -> None:
    assert run(demo, "brand", "set", "demo", "notice_days_non_payment=90").returncode == 0
    assert "(90 days' notice for non_payment)" in declared(demo).stderr

    for wrong, told in (
        ("notice_days_policy=3", "notice_days_policy: '3'; expected a number of days, 7 or more"),
        ("api_key=secret", "api_key is a secret: expected env:NAME or file:PATH"),
        ("colour=red", "'colour=red' is no setting of a brand; expected NAME=VALUE of:"),
    ):
        refused = run(demo, "brand", "set", "demo", wrong)
        assert refused.returncode == 1
        assert told in refused.stderr
    assert "there is no brand 'nobody'" in run(demo, "ending", "withdraw", "nobody", "E-1").stderr
