"""The sandbox and the start page are not there: off the loopback, without a demo, for another site."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from bot.backoffice.local import LocalBackOffice
from bot.brands import NewBrand, create_brand
from bot.demo.brand import DEMO_ACCOUNTS
from bot.web.streams import Streams
from bot.wiring import Application, utc_now
from storage.database import Database
from storage.encryption import MasterKeys
from storage.migrate import upgrade
from tests.bot.web.sandbox.demo import assembled, made_demo, settings_of

HERE = "http://127.0.0.1:8700"


@pytest.fixture(scope="module")
def demo_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    app = made_demo(settings_of(tmp_path_factory.mktemp("guard")))
    yield app
    app.database.close()


@pytest.fixture(scope="module")
def real_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A brand that is no demo, though it has the demo's name and accounts."""
    settings = settings_of(tmp_path_factory.mktemp("real"))
    database = Database.open(settings.database_url, MasterKeys.from_bytes(bytes(32), "test"))
    upgrade(database)
    with database.write() as uow:
        new = NewBrand("demo", "Real", "Europe/Berlin", "EUR", ("en",), "RE")
        brand = create_brand(uow, new, utc_now())
        for each in DEMO_ACCOUNTS:
            uow.accounts.add(
                brand.id,
                kind=each.kind,
                name=each.name,
                address=each.address,
                now=utc_now(),
                settings=each.settings,
            )
    yield Application(settings, database, lambda brand: LocalBackOffice(database, brand, utc_now))
    database.close()


def client(app: Application) -> FlaskClient:
    return assembled(app, Streams()).test_client()


def guarded(app: Application) -> list[tuple[str, str]]:
    """Every address of the two areas with a method that it takes."""
    rules: list[Rule] = list(assembled(app, Streams()).url_map.iter_rules())
    found = [rule for rule in rules if rule.endpoint.partition(".")[0] in ("sandbox", "start")]
    assert len(found) > 15
    return [(_filled(rule), _method(rule)) for rule in found]


def _filled(rule: Rule) -> str:
    values = {"sid": "AC1", "token": "1:a", "method": "getMe", "number": "1", "index": "0"}
    address = rule.rule
    for name, value in values.items():
        address = address.replace(f"<int:{name}>", value).replace(f"<{name}>", value)
    return address


def _method(rule: Rule) -> str:
    return "POST" if "POST" in (rule.methods or ()) else "GET"


@pytest.mark.parametrize("host", ["bot.example", "127.0.0.1.bot.example", "192.168.0.7:8700", "[::"])
def test_nothing_off_the_loopback(demo_app: Application, host: str) -> None:
    for address, method in guarded(demo_app):
        answer = client(demo_app).open(address, method=method, headers={"Host": host})
        assert answer.status_code == 404, address


def test_nothing_when_the_server_listens_to_everybody(demo_app: Application) -> None:
    app = replace(demo_app, settings=replace(demo_app.settings, host="0.0.0.0"))  # noqa: S104 - the case
    for address, method in guarded(app):
        assert client(app).open(address, method=method, base_url=HERE).status_code == 404, address


def test_nothing_for_a_brand_that_is_no_demo(real_app: Application) -> None:
    for address, method in guarded(real_app):
        assert client(real_app).open(address, method=method, base_url=HERE).status_code == 404, address


@pytest.mark.parametrize("host", ["localhost:8700", "127.0.0.1:8700", "[::1]:8700"])
def test_there_on_every_name_of_the_loopback(demo_app: Application, host: str) -> None:
    assert client(demo_app).get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
def test_another_sites_page_changes_nothing(demo_app: Application, headers: dict[str, str]) -> None:
    for address, method in guarded(demo_app):
        if method == "POST":
            answer = client(demo_app).post(address, base_url=HERE, headers=headers)
            assert answer.status_code == 403, address


def test_a_brand_that_is_no_demo_beside_the_demo(tmp_path: Path) -> None:
    app = made_demo(settings_of(tmp_path))
    with app.database.write() as uow:
        create_brand(uow, NewBrand("real", "Real", "Europe/Berlin", "EUR", ("en",), "RE"), utc_now())

    for address in ("/sandbox/phone", "/sandbox/telegram"):
        assert client(app).get(f"{address}?brand=real", base_url=HERE).status_code == 404
    app.database.close()
