"""What an audit reads, page by page, and what it came to.

Nothing is taken for granted here: a row that cannot be opened is told as such, and keeps no other from being
looked at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, insert, select

from dialogs.ids import BrandId, CaseId
from storage.errors import Erased, Unreadable
from storage.repositories.cases import CASE_SHAPE, RECORD_SHAPE, CaseRow, RecordRow
from storage.repositories.record_log import ENTRY_COLUMNS, EntryRow
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like
from storage.tables import cancellation_case, record, record_audit, record_checkpoint, record_log_entry


@dataclass(frozen=True, slots=True)
class RecordHead:
    """What of a record can be read without a key, and which place it is said to have in the log."""

    number: str
    digest: bytes
    created_at: datetime
    position: int | None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What an audit came to. ``report`` is JSON."""

    id: str
    brand_id: BrandId
    begun_at: datetime
    ended_at: datetime
    report: Mapping[str, Any]


_r, _e, _c = record.c, record_log_entry.c, cancellation_case.c
_PLACED = (
    select(*ENTRY_COLUMNS, _r.number, _r.digest, _r.created_at, _r.position)
    .outerjoin_from(record_log_entry, record, and_(_r.id == _e.record_id, _r.brand_id == _e.brand_id))
    .where(_e.brand_id == given("brand_id"), _e.position >= given("first"))
    .order_by(_e.position)
    .limit(given("limit"))
)
_RECORDS = (
    select(*RECORD_SHAPE.columns)
    .where(
        _r.brand_id == given("brand_id"),
        _r.id > given("after"),
        _r.created_at < like(_r.created_at, "before"),
    )
    .order_by(_r.id)
    .limit(given("limit"))
)
_LOGGED = select(_e.record_id).where(
    _e.brand_id == given("brand_id"), _e.record_id.in_(given("records", expanding=True))
)
_AT = select(_r.number).where(_r.brand_id == given("brand_id"), _r.position == given("position"))
_CASES = (
    select(*CASE_SHAPE.columns)
    .where(
        _c.brand_id == given("brand_id"),
        _c.id > given("after"),
        _c.created_at < like(_c.created_at, "before"),
    )
    .order_by(_c.id)
    .limit(given("limit"))
)
_CASES_THERE = select(_c.id).where(
    _c.brand_id == given("brand_id"), _c.id.in_(given("cases", expanding=True))
)
_NUMBERS = select(_r.case_id, _r.number).where(
    _r.brand_id == given("brand_id"), _r.case_id.in_(given("cases", expanding=True))
)
_CHECKPOINT = select(record_checkpoint.c.size).where(
    record_checkpoint.c.brand_id == given("brand_id"),
    record_checkpoint.c.size == given("size"),
    record_checkpoint.c.note == given("note"),
)
_AUDIT = Shape(record_audit, AuditRow)
_ADD = insert(record_audit)
_ONE = select(*_AUDIT.columns).where(
    record_audit.c.brand_id == given("brand_id"), record_audit.c.id == given("id")
)
_LATEST = (
    select(*_AUDIT.columns)
    .where(record_audit.c.brand_id == given("brand_id"))
    .order_by(record_audit.c.begun_at.desc(), record_audit.c.id.desc())
    .limit(given("limit"))
)


class Auditing(Repository):
    """Records, entries, cases and checkpoints as they are, whatever they are."""

    __slots__ = ()

    def placed(self, brand_id: BrandId, first: int, limit: int) -> list[tuple[EntryRow, RecordHead | None]]:
        """Entries from a position on, each with its record; None where there is none any more."""
        values = {"brand_id": brand_id, "first": first, "limit": limit}
        width = len(ENTRY_COLUMNS)
        return [
            (EntryRow(*found[:width]), None if found[width] is None else RecordHead(*found[width:]))
            for found in (tuple(row) for row in self._at.run(_PLACED, values))
        ]

    def records(
        self, brand_id: BrandId, after: str, before: datetime, limit: int
    ) -> list[tuple[RecordRow, bool]]:
        """Records made before a moment, by id, each with whether it can be opened, or was erased properly.

        A body is None where the person's key was destroyed, and where it cannot be opened.
        """
        values = {"brand_id": brand_id, "after": after, "before": before, "limit": limit}
        return [self._record(tuple(found)) for found in self._at.run(_RECORDS, values).all()]

    def logged(self, brand_id: BrandId, records: Sequence[str]) -> set[str]:
        """Which of these records are in the log."""
        values = {"brand_id": brand_id, "records": list(records)}
        return {row[0] for row in self._at.run(_LOGGED, values)}

    def number_at(self, brand_id: BrandId, position: int) -> str | None:
        """The number of the record that is said to be at a position."""
        number: str | None = self._at.run(_AT, {"brand_id": brand_id, "position": position}).scalar()
        return number

    def cases(self, brand_id: BrandId, after: str, before: datetime, limit: int) -> list[CaseRow]:
        """Cases begun before a moment, by id; what is said of one is empty where it cannot be opened."""
        values = {"brand_id": brand_id, "after": after, "before": before, "limit": limit}
        return [self._case(tuple(found)) for found in self._at.run(_CASES, values).all()]

    def cases_there(self, brand_id: BrandId, cases: Sequence[CaseId]) -> set[CaseId]:
        """Which of these cases there are."""
        values = {"brand_id": brand_id, "cases": list(cases)}
        return {row[0] for row in self._at.run(_CASES_THERE, values)}

    def numbers_of(self, brand_id: BrandId, cases: Sequence[CaseId]) -> dict[CaseId, set[str]]:
        """The numbers of these cases' records."""
        found: dict[CaseId, set[str]] = {}
        for case, number in self._at.run(_NUMBERS, {"brand_id": brand_id, "cases": list(cases)}):
            found.setdefault(case, set()).add(number)
        return found

    def has_checkpoint(self, brand_id: BrandId, size: int, note: bytes) -> bool:
        """Whether the database has this very checkpoint."""
        values = {"brand_id": brand_id, "size": size, "note": note}
        return self._at.run(_CHECKPOINT, values).first() is not None

    def keep(self, row: AuditRow) -> None:
        """Keep what an audit came to."""
        self._at.run(_ADD, _AUDIT.values(row, self._at.vault))

    def latest(self, brand_id: BrandId, limit: int = 1) -> list[AuditRow]:
        """The last audits of a brand, newest first."""
        return [AuditRow(*found) for found in self._at.run(_LATEST, {"brand_id": brand_id, "limit": limit})]

    def get(self, brand_id: BrandId, audit_id: str) -> AuditRow | None:
        """One audit of a brand, or None."""
        found = self._at.run(_ONE, {"brand_id": brand_id, "id": audit_id}).first()
        return None if found is None else AuditRow(*found)

    def _record(self, found: tuple[Any, ...]) -> tuple[RecordRow, bool]:
        try:
            return RECORD_SHAPE.read(found, self._at.vault), True
        except (Erased, Unreadable) as error:
            values: list[Any] = [*found[:-1], None]
            return RecordRow(*values), isinstance(error, Erased)

    def _case(self, found: tuple[Any, ...]) -> CaseRow:
        try:
            return CASE_SHAPE.read(found, self._at.vault)
        except (Erased, Unreadable):
            values: list[Any] = [*found[:-1], b""]
            return CaseRow(*values)
