"""Reports that came before the message they are about was marked as sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from dialogs.ids import BrandId
from storage.repositories import outbox_statements
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, upsert
from storage.tables import early_report

KEPT_FOR = timedelta(days=1)
"""A report whose message is not known by then is about nothing of ours."""


@dataclass(frozen=True, slots=True)
class EarlyReportRow:
    """A report; ``state`` as the channels name it, ``message_id`` as the provider does."""

    brand_id: BrandId
    message_id: str
    state: str
    unreachable: bool
    opted_out: bool
    received_at: datetime


_ROW = Shape(early_report, EarlyReportRow, key=("message_id", "state"))
_r = early_report.c
_KEEP = upsert(early_report).on_conflict_do_nothing(index_elements=["brand_id", "message_id", "state"])
_OF_MESSAGE = (
    select(*_ROW.columns)
    .where(_r.brand_id == given("brand_id"), _r.message_id == given("message_id"))
    .order_by(_r.received_at)
)
_TAKE = delete(early_report).where(_r.brand_id == given("brand_id"), _r.message_id == given("message_id"))
_FORGET = delete(early_report).where(
    _r.brand_id == given("brand_id"), _r.received_at < like(_r.received_at, "before")
)


class EarlyReports(Repository):
    """Kept until their message is marked as sent, a day at most."""

    __slots__ = ()

    def one_at_a_time(self, message_id: str) -> None:
        """Take turns with whoever marks that message as sent, or brings a report on it, until the commit.

        On PostgreSQL the two would otherwise not see each other, and the report would be lost. SQLite has
        one writer at a time anyway.
        """
        if self._at.dialect == "postgresql":
            self._at.run(outbox_statements.LOCK, {"keys": [f"report:{message_id}"]})

    def keep(self, row: EarlyReportRow) -> None:
        """Keep a report, once; those that nobody asked for within a day are forgotten."""
        self._at.run(_FORGET, {"brand_id": row.brand_id, "before": row.received_at - KEPT_FOR})
        self._at.run(_KEEP, _ROW.values(row, self._at.vault))

    def take(self, brand_id: BrandId, message_id: str) -> list[EarlyReportRow]:
        """The reports on a message, in order of arrival; they are kept no longer."""
        values = {"brand_id": brand_id, "message_id": message_id}
        rows = [_ROW.read(found, self._at.vault) for found in self._at.run(_OF_MESSAGE, values)]
        if rows:
            self._at.run(_TAKE, values)
        return rows
