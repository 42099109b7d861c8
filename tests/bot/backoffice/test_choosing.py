"""Which back office a brand has chosen: opened once, opened anew when the choice changes."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.backoffice.base import BackOffice, Unavailable
from bot.backoffice.breaker import GuardedOffice
from bot.backoffice.choosing import SETTING, Offices, chosen_by, require_office
from bot.backoffice.http.client import HttpBackOffice
from bot.backoffice.local import LocalBackOffice
from bot.backoffice.registry import OFFICES
from bot.settings import SettingsError
from channels.base import made
from storage.database import Database
from storage.repositories.brands import BrandRow
from tests.bot.backoffice.local_laboratory import LocalLaboratory

NOW = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def brand(sqlite_database: Database) -> BrandRow:
    return LocalLaboratory(sqlite_database).brand


@pytest.fixture
def offices(sqlite_database: Database) -> Offices:
    return Offices(sqlite_database, lambda: NOW)


@pytest.fixture
def http(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "key").write_text("the key that brand and Cancelbot share\n", encoding="utf-8")
    return {"kind": "http", "url": "https://shop.example", "key": f"file:{tmp_path}/key"}


def choosing(brand: BrandRow, choice: Mapping[str, Any] | str) -> BrandRow:
    return replace(brand, settings={**brand.settings, SETTING: choice})


def closed(office: BackOffice) -> None:
    inner(office).close()


def inner(office: BackOffice) -> HttpBackOffice:
    """What stands behind the breaker."""
    assert isinstance(office, GuardedOffice)
    assert isinstance(office.guards, HttpBackOffice)
    return office.guards


@pytest.mark.parametrize("kind", OFFICES)
def test_each_kind_says_what_it_is_and_what_it_needs(kind: str) -> None:
    line = OFFICES[kind]

    assert line.kind == kind
    assert line.meaning
    assert set(line.secrets | line.optional) <= set(line.settings)
    assert all(line.settings.values())
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        made(line.opens)


def test_the_built_in_one_is_who_never_chose_s(offices: Offices, brand: BrandRow) -> None:
    assert isinstance(offices.of(brand), LocalBackOffice)
    assert isinstance(offices.of(choosing(brand, {"kind": "local"})), LocalBackOffice)


def test_it_is_opened_once_and_anew_when_the_choice_changes(
    offices: Offices, brand: BrandRow, http: dict[str, str]
) -> None:
    local = offices.of(brand)
    first = offices.of(choosing(brand, http))
    same = offices.of(choosing(brand, dict(http)))
    other = offices.of(choosing(brand, {**http, "url": "https://other.example"}))

    assert inner(first) is not inner(other)
    assert same is first
    assert len({id(each) for each in (local, first, other)}) == 3
    closed(first)
    closed(other)


def test_what_cannot_be_opened_is_not_available_until_it_can(
    offices: Offices, brand: BrandRow, http: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    chosen = choosing(brand, http)
    key = Path(http["key"].removeprefix("file:"))
    secret = key.read_text(encoding="utf-8")
    key.unlink()

    with pytest.raises(Unavailable, match="cannot be read"):
        offices.of(chosen)
    assert f"the back office of {brand.slug}: " in caplog.text

    key.write_text(secret, encoding="utf-8")
    closed(offices.of(chosen))


def test_one_that_does_not_answer_is_not_asked_for_a_while(
    offices: Offices, brand: BrandRow, http: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    office = offices.of(choosing(brand, {**http, "url": "http://127.0.0.1:9", "network": "private"}))
    for _ in range(5):
        with pytest.raises(Unavailable):
            office.find_customer("A-1", "account")

    with pytest.raises(Unavailable, match="not asked"):
        office.find_customer("A-1", "account")
    assert "does not answer" in caplog.text
    closed(office)


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        ("local", "expected a kind of local, http"),
        ({"kind": "paper"}, "expected a kind of local, http"),
        ({"kind": "http"}, "url is missing"),
        ({"kind": "http", "url": "https://a.example", "key": "secret"}, "key is a secret"),
        ({"kind": "http", "url": "http://a.example", "key": "env:KEY"}, "expected https"),
        ({"kind": "http", "url": "https://a.example", "key": "env:NOT_THERE"}, "NOT_THERE is not set"),
    ],
    ids=str,
)
def test_a_wrong_choice_is_told_with_the_brand(
    brand: BrandRow, choice: Mapping[str, Any] | str, reason: str
) -> None:
    with pytest.raises(SettingsError, match=f"^the back office of {brand.slug}: .*{reason}"):
        require_office(choosing(brand, choice))


def test_the_choice_is_read_as_it_is_stored(brand: BrandRow, http: dict[str, str]) -> None:
    assert chosen_by(choosing(brand, http)).stored() == http


def test_a_kind_that_no_brand_has_chosen_is_not_loaded() -> None:
    program = (
        "import sys, bot.processes.open, bot.processes.prepare, bot.web.app; "
        "sys.exit(bool({'urllib3', 'bot.lines.line', 'bot.backoffice.http'} & set(sys.modules)))"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
