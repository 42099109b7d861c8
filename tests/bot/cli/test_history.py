"""`cancelbot history`: the time line in a terminal, and for programs."""

import json

from tests.bot.cli.terminal import run

Environment = dict[str, str]


def test_a_customers_line(demo: Environment) -> None:
    ended = run(demo, "history", "demo", "BL-1001")
    assert ended.returncode == 0, ended.stderr
    assert "contract     Began: Fibre 100, 29.90 EUR a month (Brightline Fibre 100)" in ended.stdout


def test_for_programs_and_of_some_kinds(demo: Environment) -> None:
    ended = run(demo, "history", "demo", "BL-1001", "--kind", "contract", "--json")
    told = json.loads(ended.stdout)

    assert told["customer"] == "BL-1001"
    assert {entry["kind"] for entry in told["entries"]} == {"contract"}
    later = run(demo, "history", "demo", "BL-1001", "--since", "2999-01-01", "--json")
    assert json.loads(later.stdout)["entries"] == []


def test_nobody_is_said(demo: Environment) -> None:
    ended = run(demo, "history", "demo", "BL-1OO1")
    assert ended.returncode == 1
    assert "did you mean 'BL-1001'" in ended.stderr
