"""Making a brand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.brands import BrandRefused, NewBrand, brand_packs, create_brand, packaged_locales, problems_of
from storage.database import Database
from tests.bot.databases import migrated

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEW = NewBrand("acme-tv", "Acme TV", "Europe/Vienna", "EUR", ("de", "en"), "ACME")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with migrated(f"sqlite:///{tmp_path}/test.db") as opened:
        yield opened


def test_a_brand_is_made_with_keys_of_its_own(database: Database) -> None:
    with database.write() as work:
        made = create_brand(work, NEW, NOW)
        other = create_brand(work, replace(NEW, slug="other"), NOW)

    with database.read() as work:
        found = work.brands.by_slug("acme-tv")
        keys = {work.brands.signing_key(brand.id) for brand in (made, other)}
    assert found == made
    assert (made.locale, list(made.locales), made.record_prefix, made.demo) == (
        "de",
        ["de", "en"],
        "ACME",
        False,
    )
    assert len(keys) == 2
    assert made.signing_public != other.signing_public


def test_a_taken_slug_is_refused(database: Database) -> None:
    with database.write() as work:
        create_brand(work, NEW, NOW)

    with database.write() as work, pytest.raises(BrandRefused, match="there is a brand 'acme-tv' already"):
        create_brand(work, NEW, NOW)


WRONG: dict[str, tuple[str, list[Any]]] = {
    "slug": ("expected lower-case", ["", "Acme", "a b", "1a", "a--b", "a/b", "é", "a" * 41]),
    "name": ("expected what customers call", ["", "  ", "a\nb", "x" * 61]),
    "record_prefix": ("such as BL", ["", "A", "ac", "A1"]),
    "zone": ("such as Europe/Berlin", ["", "Berlin", "../etc/passwd", "CEST"]),
    "currency": ("such as EUR", ["", "eur", "EURO", "XQQ"]),
    "locales": ("one or more of: de, en, es, fr, pt, ru", [(), ("xx",), ("en", "en")]),
    "pack": ("expected one of: none, us, us-ca, us-ny, us-co, us-mn, de, fr, uk", ["moon", "eu-withdrawal"]),
}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [(field, value, expected) for field, (expected, values) in WRONG.items() for value in values],
)
def test_what_is_wrong_is_said(field: str, value: Any, expected: str) -> None:
    (problem,) = problems_of(replace(NEW, **{field: value}))

    assert problem.startswith(f"{field.replace('_', ' ')}: ")
    assert expected in problem


@pytest.mark.parametrize(
    ("written", "near"), [("us-cali", "us-ca"), ("usca", "us-ca"), ("US-NY", "us-ny"), ("ger-de", "de")]
)
def test_an_unknown_pack_is_answered_with_the_nearest(written: str, near: str) -> None:
    (problem,) = problems_of(replace(NEW, pack=written))

    assert problem.startswith(f"pack: {written!r} is unknown; did you mean {near}")


@pytest.mark.parametrize("pack", brand_packs())
def test_a_brand_is_put_under_a_pack(pack: str, database: Database) -> None:
    with database.write() as work:
        made = create_brand(work, replace(NEW, pack=pack), NOW)

    assert made.pack == pack


def test_everything_wrong_is_said_at_once(database: Database) -> None:
    wrong = NewBrand("", "", "", "", (), "")

    with database.write() as work, pytest.raises(BrandRefused) as refused:
        create_brand(work, wrong, NOW)

    assert len(refused.value.problems) == 6


def test_the_languages_are_those_with_texts() -> None:
    assert packaged_locales() == ("de", "en", "es", "fr", "pt", "ru")
