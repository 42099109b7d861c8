"""How long what is kept: settings are checked, and times are counted in calendar years."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.records.contents import KINDS
from bot.rights.retention import (
    Retention,
    RetentionRefused,
    retention_of,
    settings_with,
    with_days,
    with_years,
)
from dialogs.ids import BrandId
from storage.repositories.brands import BrandRow

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def brand(pack: str = "none", **settings: Any) -> BrandRow:
    return BrandRow(
        id=BrandId("b"),
        slug="acme",
        name="Acme",
        zone="Europe/Berlin",
        currency="EUR",
        locale="de",
        locales=["de"],
        pack=pack,
        record_prefix="AC",
        settings=settings,
        demo=False,
        created_at=NOW,
        signing_public=b"",
    )


def test_without_settings_it_is_three_years_and_365_days() -> None:
    assert retention_of(brand()) == Retention(dict.fromkeys(KINDS, 3), 365)


def test_what_is_set_is_read_again() -> None:
    row = brand(accent="#123456")
    kept = with_days(with_years(retention_of(row), row, "order", 7), 30)

    saved = replace(row, settings=settings_with(row, kept))

    assert retention_of(saved) == kept
    assert saved.settings["accent"] == "#123456"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"records": {"order": 8}}, "records: expected 1 to 7 years, found 8"),
        ({"records": {"order": 0}}, "found 0"),
        ({"records": {"order": "6"}}, "found '6'"),
        ({"records": {"order": True}}, "found True"),
        ({"records": {"ordre": 3}}, "'ordre' is no kind; .*did you mean 'order'"),
        ({"records": 6}, "expected years by kind, found 6"),
        ({"transcripts": 0}, "transcripts: expected 1 to 3650 days, found 0"),
        ({"transcript": 30}, "expected records and transcripts"),
        (30, "expected records and transcripts, found 30"),
    ],
)
def test_what_cannot_be_is_told(settings: object, told: str) -> None:
    with pytest.raises(RetentionRefused, match=told):
        retention_of(brand(retention=settings))


def test_california_keeps_three_years() -> None:
    with pytest.raises(RetentionRefused, match="expected 3 to 7 years under the pack us-ca, found 2"):
        retention_of(brand("us-ca", retention={"records": {"termination": 2}}))


@pytest.mark.parametrize(
    ("sealed", "end", "until"),
    [
        (date(2026, 3, 10), None, date(2029, 3, 10)),
        (date(2026, 3, 10), date(2026, 3, 27), date(2029, 3, 10)),
        (date(2026, 3, 10), date(2028, 12, 31), date(2029, 12, 31)),
        (date(2028, 2, 29), None, date(2031, 3, 1)),
    ],
)
def test_a_records_time(sealed: date, end: date | None, until: date) -> None:
    assert retention_of(brand()).until("termination", sealed, end) == until
