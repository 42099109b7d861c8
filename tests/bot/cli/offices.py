"""The demo's back office, from the command line and from behind."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from click.testing import CliRunner
from sqlalchemy import Table, update

from bot.backoffice.local import LocalBackOffice
from bot.cli import main
from dialogs.ids import CustomerRef, OrderLineRef, OrderRef, ServiceRef
from storage.encryption import MasterKeys
from storage.repositories.brands import BrandRow
from tests.engines import opened_database

KEY = b"h" * 32
TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ADA, GWEN = CustomerRef("BL-1001"), CustomerRef("BL-1007")
FIBRE, BOXES = ServiceRef("BL-1001-1"), OrderRef("BL-50231")
BEN, MOBILE = CustomerRef("BL-1002"), ServiceRef("BL-1002-3")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command came to."""

    code: int
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def findings(self) -> list[dict[str, Any]]:
        return [said for line in self.lines if (said := json.loads(line))["kind"] == "finding"]


class Office:
    """The demo's back office, from the command line and from behind."""

    def __init__(self, url: str, folder: Path, now: datetime = NOW) -> None:
        self.folder, self.now = folder, now
        self._environment = {
            "CANCELBOT_DATABASE_URL": url,
            "CANCELBOT_DATA": str(folder),
            "CANCELBOT_MASTER_KEYS": f"1:{b64encode(KEY).decode()}",
        }
        self.database = opened_database(url, MasterKeys.from_bytes(KEY))
        with self.database.read() as work:
            self.brand: BrandRow = work.brands.by_slug("demo")  # type: ignore[assignment]
        self.bot = LocalBackOffice(self.database, self.brand, lambda: now)

    @property
    def day(self) -> date:
        """The brand's today."""
        return self.now.astimezone(ZoneInfo(self.brand.zone)).date()

    def run(self, *arguments: str | Path) -> Said:
        ended = CliRunner().invoke(
            main, ["office", *map(str, arguments)], env=self._environment, catch_exceptions=False
        )
        return Said(ended.exit_code, ended.output)

    def written(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def take(self, *files: tuple[str, str | bytes], options: Sequence[str] = ()) -> Said:
        return self.run("import", "demo", *(self.written(*file) for file in files), *options)

    def exported(self, name: str = "out") -> dict[str, str]:
        folder = self.folder / name
        said = self.run("export", "demo", folder, "--force")
        assert said.code == 0, said.text
        return {path.name: path.read_text(encoding="utf-8-sig") for path in folder.iterdir()}

    def cancel_fibre(self) -> date:
        (service,) = self.bot.services(ADA, TODAY)
        assert service.quote is not None
        return self.bot.cancel(ADA, FIBRE, service.quote, "key-1").end_date

    def cancel_order(self, line: str = "BL-50231-1") -> None:
        """One of the things in that line."""
        wanted = ((OrderLineRef(line), 1),)
        self.bot.cancel_order(GWEN, BOXES, self.bot.quote_order(GWEN, BOXES, wanted, self.day), f"key-{line}")

    def cancel_mobile(self) -> str:
        """Ben's year that is paid for ends at once; the number of the refund."""
        at_once = LocalBackOffice(self.database, self.brand, lambda: NOW)
        service = next(each for each in at_once.services(BEN, TODAY) if each.ref == MOBILE)
        assert service.quote is not None
        at_once.cancel(BEN, MOBILE, service.quote, "key-mobile")
        (refund,) = at_once.refunds(BEN, MOBILE)
        return refund.ref

    def mobile_refunds(self) -> list[str]:
        """What became of the money for Ben's year."""
        return [each.status for each in self.bot.refunds(BEN, MOBILE)]

    def long_ago(self, table: Table, column: str) -> None:
        """Set a day of all rows far back."""
        with self.database.engine.begin() as connection:
            connection.execute(update(table).values({column: date(2020, 1, 1)}))
