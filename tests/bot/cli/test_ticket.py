"""`cancelbot ticket`: trying the way to a brand's own system, and showing what it is told."""

import json
from datetime import UTC, datetime, timedelta

from tests.bot.cli.terminal import run
from tests.bot.tickets.receiver import SECRET, receiving

Environment = dict[str, str]
LAST_DAY = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()


def wanted(demo: Environment, url: str) -> Environment:
    environment = demo | {"DEMO_TICKETS": SECRET}
    ended = run(environment, "brand", "set", "demo", f"ticket_url={url}", "ticket_secret=env:DEMO_TICKETS")
    assert ended.returncode == 0, ended.stderr
    return environment


def test_a_ticket_is_pushed_to_try(demo: Environment) -> None:
    with receiving() as receiver:
        environment = wanted(demo, receiver.url)
        ended = run(environment, "ticket", "test", "demo")
        receiver.answers = [(401, {})]
        refused = run(environment, "ticket", "test", "demo")

    assert (ended.returncode, ended.stdout) == (0, "127.0.0.1 answered 204.\n")
    assert (refused.returncode, refused.stdout) == (1, "127.0.0.1 answered 401.\n")
    assert receiver.tickets[0]["type"] == "test"
    assert receiver.tickets[0]["case"] is None


def test_what_stands_in_the_way_is_said(demo: Environment) -> None:
    none = run(demo, "ticket", "test", "demo")
    assert "'demo' has no ticket_url; set it with: cancelbot brand set demo" in none.stderr

    environment = wanted(demo, "http://127.0.0.1:9/tickets")
    away = run(environment, "ticket", "test", "demo")
    assert "127.0.0.1: no answer" in away.stderr
    without = run(demo, "ticket", "test", "demo")
    assert "DEMO_TICKETS is not set" in without.stderr
    assert run(demo, "ticket", "show", "demo", "BL-NONE00").stderr.endswith("has no record 'BL-NONE00'\n")


def test_settings_are_looked_at(demo: Environment) -> None:
    for given, expected in (
        ("ticket_url=http://crm.example/x", "expected https"),
        ("ticket_secret=whsec_abc", "never the secret itself"),
        ("ticket_network=home", "expected public or private"),
    ):
        ended = run(demo, "brand", "set", "demo", given)
        assert ended.returncode == 1
        assert expected in ended.stderr


def test_a_case_is_shown_as_a_ticket(demo: Environment) -> None:
    ended = run(
        demo, "ending", "declare", "demo", "--customer", "BL-1001", "--service", "BL-1001-1", "--cause",
        "policy", "--last-day", LAST_DAY, "--reference", "T-1", "--json",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    (declared,) = json.loads(ended.stdout)["endings"]

    shown = run(demo, "ticket", "show", "demo", declared["record"])

    ticket = json.loads(shown.stdout)
    assert (ticket["type"], ticket["case"]["end_date"]) == ("case.announced", LAST_DAY)
