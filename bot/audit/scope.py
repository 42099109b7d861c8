"""What one audit goes by: fixed at its beginning, whatever happens meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.audit.findings import Ledger
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.repositories.record_log import LogRow

SLACK = timedelta(seconds=60)
"""What is younger may still be on its way; and clocks of several machines differ by less."""
PAGE = 100

Pages = Iterator[None]
"""A check: it yields after each page, so that others can do something in between."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The brand, its log as it was at the beginning, and where findings are written down."""

    database: Database
    brand: BrandRow
    log: LogRow | None
    begun_at: datetime
    ledger: Ledger

    @property
    def before(self) -> datetime:
        """What was made before this is looked at."""
        return self.begun_at - SLACK

    @property
    def size(self) -> int:
        """How far the log reached."""
        return 0 if self.log is None else self.log.size
