"""`cancelbot brand office`: a brand's back office is shown, chosen and asked."""

import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.backoffice.http.openapi import document
from bot.backoffice.local import LocalBackOffice
from bot.processes.open import open_application
from bot.settings import read_settings
from bot.wiring import Application
from tests.bot.backoffice.http_reference import Reference, ReferenceServer
from tests.bot.cli.terminal import Ended, alone, environment, run

KEY = "the key that brand and Cancelbot share"
CHOSEN = ("--kind", "http", "--set", "url=https://shop.example/cancelbot", "--set", "key=env:SHOP_KEY")


def office(demo: dict[str, str], *arguments: str) -> Ended:
    return run(demo, "brand", "office", *arguments)


@pytest.fixture
def application(demo: dict[str, str]) -> Iterator[Application]:
    app = open_application(read_settings(demo), demo=True)
    yield app
    app.database.close()


@pytest.fixture
def server(application: Application) -> Iterator[ReferenceServer]:
    """The demo's customers, on the brand's side."""
    with application.database.read() as uow:
        brand = uow.brands.by_slug("demo")
    assert brand is not None
    with ReferenceServer().running() as server:
        local = LocalBackOffice(application.database, brand, lambda: datetime.now(UTC))
        server.brands["demo"] = Reference(local, KEY)
        yield server


def test_who_never_chose_has_the_built_in_one(demo: dict[str, str]) -> None:
    assert office(demo, "demo").stdout.startswith("Back office: local (")


def test_it_is_chosen_changed_and_chosen_back(demo: dict[str, str]) -> None:
    chosen = office(demo, "demo", *CHOSEN)
    assert chosen.returncode == 0, chosen.stderr
    changed = office(demo, "demo", "--set", "network=private")
    assert changed.returncode == 0, changed.stderr

    assert office(demo, "demo").stdout.splitlines()[1:] == [
        "  url = https://shop.example/cancelbot",
        "  key = env:SHOP_KEY",
        "  network = private",
    ]
    assert office(demo, "demo", "--kind", "local").returncode == 0
    assert office(demo, "demo").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody",), "there is no brand 'nobody'"),
        (("demo", "--kind", "paper"), "'paper' is not one of 'local', 'http'"),
        (("demo", "--kind", "http"), "url is missing: expected where the brand's side answers"),
        (("demo", "--kind", "http", "--set", "url=https://a.example"), "key is missing: expected the key"),
        (("demo", "--kind", "http", "--set", "url"), "'url': expected NAME=VALUE"),
        (("demo", *CHOSEN[:-1], "key=secret"), "key is a secret: expected env:NAME or file:PATH"),
        (("demo", *CHOSEN, "--set", "url=http://a.example"), "url: expected https"),
        (("demo", *CHOSEN, "--set", "url=https://me:pw@a.example"), "without a user name and password"),
        (("demo", *CHOSEN, "--set", "colour=red"), "colour is no setting of http; expected \n  url: where"),
        (("demo", *CHOSEN, "--set", "network=home"), "network is 'home': expected public or private"),
        (("demo", "--kind", "local", "--set", "url=https://a.example"), "url is no setting of local"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_stored(
    demo: dict[str, str], arguments: tuple[str, ...], said: str
) -> None:
    ended = office(demo, *arguments)

    assert ended.returncode != 0
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert office(demo, "demo").stdout.startswith("Back office: local (")


@pytest.mark.parametrize(
    ("identifier", "answer"),
    [
        ("BL-1001", "'BL-1001' is customer BL-1001."),
        ("ada.sommer@example.com", "'ada.sommer@example.com' is customer BL-1001."),
        ("+491713920001", "'+491713920001' is customer BL-1001."),
        ("BL-9999", "it has no customer 'BL-9999'."),
    ],
)
def test_it_is_asked(demo: dict[str, str], server: ReferenceServer, identifier: str, answer: str) -> None:
    shared = {**demo, "SHOP_KEY": KEY}
    here = ("--kind", "http", "--set", f"url={server.url}/demo", "--set", "key=env:SHOP_KEY")

    ended = office(shared, "demo", *here, "--check", identifier)

    assert ended.returncode == 0, ended.stderr
    assert "It answered within 0." in ended.stdout
    assert answer in ended.stdout


def test_why_it_gives_no_answer_is_told(demo: dict[str, str], server: ReferenceServer) -> None:
    here = ("--kind", "http", "--set", f"url={server.url}/demo", "--set", "key=env:SHOP_KEY")

    missing = office(demo, "demo", *here, "--check", "BL-1001")
    short = office({**demo, "SHOP_KEY": "short"}, "demo", "--check", "BL-1001")
    other = office({**demo, "SHOP_KEY": KEY[::-1]}, "demo", "--check", "BL-1001")

    assert "the back office of demo: SHOP_KEY is not set: expected a secret" in missing.stderr
    assert "the back office of demo: key is too short: expected 32 bytes" in short.stderr
    assert "gives no answer: find-customer: answered 401, Cancelbot-Signature" in other.stderr
    assert [each.returncode for each in (missing, short, other)] == [1, 1, 1]


def test_a_missing_secret_stops_the_start_with_its_name(demo: dict[str, str]) -> None:
    assert office(demo, "demo", *CHOSEN).returncode == 0
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

    ended = run(demo, "run", "--port", port)

    assert ended.returncode == 1
    assert "the back office of demo: SHOP_KEY is not set: expected a secret" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_contract_is_printed(tmp_path: Path) -> None:
    ended = alone(environment(tmp_path), "openapi", "--back-office")

    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == json.loads(json.dumps(document()))
    assert list(tmp_path.iterdir()) == []
