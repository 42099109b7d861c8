"""The brands that the tests are about, and when they take place."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dialogs.ids import BrandId
from storage.database import Database
from storage.encryption import MasterKeys
from storage.repositories.brands import AccountRow, BrandRow

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KEYS = MasterKeys.from_bytes(b"m" * 32, "2026-01")
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Brand:
    """A brand with one account."""

    row: BrandRow
    account: AccountRow

    @property
    def id(self) -> BrandId:
        return self.row.id


def add_brand(database: Database, slug: str) -> Brand:
    with database.write() as work:
        row = work.brands.add(
            slug=slug,
            name=slug.title(),
            zone="Europe/Berlin",
            currency="EUR",
            locale="de",
            locales=["de", "en"],
            pack="de",
            record_prefix=slug[:2].upper(),
            settings={"tone": "friendly"},
            now=NOW,
        )
        account = work.accounts.add(
            row.id, kind="sms", name="Main number", address=f"+49{slug}", settings={}, now=NOW
        )
    return Brand(row, account)
