"""The steps of cases, as they were taken: added to and read, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from dialogs.ids import BrandId, CaseId, PersonId
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import case_entry


@dataclass(frozen=True, slots=True)
class CaseEntryRow:
    """What a case came to in one step. ``version`` is the case's, ``reason`` one that was given then."""

    case_id: CaseId
    version: int
    brand_id: BrandId
    person_id: PersonId
    status: str
    standing: str
    at: datetime
    reason: str | None


_ENTRY = Shape(case_entry, CaseEntryRow, key=("case_id", "version"), sealed={"reason": str})
_e = case_entry.c
_ADD = insert(case_entry)
_OF_CASES = (
    select(*_ENTRY.columns)
    .where(
        _e.brand_id == given("brand_id"),
        _e.case_id.in_(given("cases", expanding=True)),
        _e.person_id.in_(given("persons", expanding=True)),
    )
    .order_by(_e.at, _e.case_id, _e.version)
)
_NEWEST = (
    select(_e.case_id, func.max(_e.version).label("version"))
    .where(_e.brand_id == given("brand_id"), _e.case_id.in_(given("cases", expanding=True)))
    .group_by(_e.case_id)
    .subquery()
)
_STATUS = select(_e.case_id, _e.status).join_from(
    case_entry, _NEWEST, (_NEWEST.c.case_id == _e.case_id) & (_NEWEST.c.version == _e.version)
)


class CaseEntries(Repository):
    """The steps of cases."""

    __slots__ = ()

    def add(self, row: CaseEntryRow) -> None:
        """Add a step."""
        self._at.run(_ADD, _ENTRY.values(row, self._at.vault))

    def of_cases(
        self, brand_id: BrandId, cases: Sequence[CaseId], persons: Sequence[PersonId]
    ) -> list[CaseEntryRow]:
        """The steps of those of these cases that are these persons', who are not erased, oldest first."""
        values = {"brand_id": brand_id, "cases": list(cases), "persons": list(persons)}
        return [_ENTRY.read(found, self._at.vault) for found in self._at.run(_OF_CASES, values).all()]

    def last_status(self, brand_id: BrandId, cases: Sequence[CaseId]) -> dict[CaseId, str]:
        """Which status each of these cases came to last; nothing of those whose steps were not kept yet."""
        return {row[0]: row[1] for row in self._at.run(_STATUS, {"brand_id": brand_id, "cases": list(cases)})}
