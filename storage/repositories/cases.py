"""Cases: one cancellation each, saved under a version; and their sealed records."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, case, func, insert, select, update

from dialogs.ids import BrandId, CaseId, ContactId, CustomerRef, PersonId, RecordId
from storage.errors import Conflict, Erased
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally
from storage.tables import cancellation_case, record


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A cancellation. Requested, accepted, executed and reconciled are four facts with four times.

    ``item_hash`` (see ``Cases.item_hash``) is unique among a brand's open cases. ``data`` is JSON.
    """

    id: CaseId
    brand_id: BrandId
    contact_id: ContactId
    person_id: PersonId
    customer_hash: bytes | None
    item_hash: bytes | None
    status: str
    declared_at: datetime
    accepted_at: datetime | None
    executed_at: datetime | None
    reconciled_at: datetime | None
    closed_at: datetime | None
    decision: str | None
    offer_kind: str | None
    version: int
    created_at: datetime
    data: bytes

    @property
    def open(self) -> bool:
        """Whether the case still stands in the way of a second one for the same item."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A termination record. ``body`` is None once the person was erased; digest and signature stay."""

    id: RecordId
    brand_id: BrandId
    case_id: CaseId
    person_id: PersonId
    kind: str
    number: str
    digest: bytes
    signature: bytes
    key_id: str
    created_at: datetime
    body: bytes | None


_CASE = Shape(cancellation_case, CaseRow, sealed={"data": bytes})
_c = cancellation_case.c
_CASES = select(*_CASE.columns).where(_c.brand_id == given("brand_id"))
_CASE_BY_ID = _CASES.where(_c.id == given("id"))
_OPEN_FOR_ITEM = _CASES.where(
    _c.item_hash == given("item_hash"), literally("closed_at IS NULL AND item_hash IS NOT NULL")
)
_CASES_OF_CONTACT = _CASES.where(_c.contact_id == given("contact_id")).order_by(_c.declared_at)
_CASES_OF_CUSTOMER = _CASES.where(_c.customer_hash == given("customer_hash")).order_by(_c.declared_at)
_DECLARED = _CASES.where(
    _c.declared_at >= like(_c.declared_at, "begin"), _c.declared_at < like(_c.declared_at, "end")
).order_by(_c.declared_at)
_UNDECIDED = (
    select(func.count())
    .select_from(cancellation_case)
    .where(_c.brand_id == given("brand_id"), literally("status = 'requested'"))
)
_ADD_CASE = insert(cancellation_case)
_declared = like(_c.declared_at, "the_declaration")
_SAVE_CASE = (
    update(cancellation_case)
    .where(
        _c.id == given("the_id"), _c.brand_id == given("the_brand"), _c.version == given("expected_version")
    )
    .values(declared_at=case((_c.declared_at < _declared, _c.declared_at), else_=_declared))
)

_RECORD = Shape(record, RecordRow, sealed={"body": bytes})
_RECORDS = select(*_RECORD.columns).where(record.c.brand_id == given("brand_id"))
_RECORD_BY_NUMBER = _RECORDS.where(record.c.number == given("number"))
_RECORDS_OF_CASE = _RECORDS.where(record.c.case_id == given("case_id")).order_by(record.c.created_at)
_RECORDS_SINCE = (
    _RECORDS.where(record.c.created_at >= like(record.c.created_at, "since"))
    .order_by(record.c.created_at, record.c.id)
    .limit(given("limit"))
)
_ADD_RECORD = insert(record)


class Cases(Repository):
    """The cancellations."""

    __slots__ = ()

    def create(
        self,
        brand_id: BrandId,
        *,
        contact_id: ContactId,
        person_id: PersonId,
        declared_at: datetime,
        status: str,
        data: bytes,
        now: datetime,
        item_hash: bytes | None = None,
        customer_hash: bytes | None = None,
        case_id: CaseId | None = None,
    ) -> CaseRow:
        """Open a case. Raises Conflict when the item has an open one already."""
        row = CaseRow(
            case_id or CaseId(new_id()), brand_id, contact_id, person_id, customer_hash, item_hash, status,
            declared_at, None, None, None, None, None, None, 1, now, data,
        )  # fmt: skip
        return self.add(row)

    def add(self, row: CaseRow) -> CaseRow:
        """Open a case with all that is known of it. Raises Conflict when the item has an open one already."""
        self._at.run(_ADD_CASE, _CASE.values(row, self._at.vault))
        self._at.topics.add(f"case:{row.id}")
        return row

    def get(self, brand_id: BrandId, case_id: CaseId) -> CaseRow | None:
        """The case, or None. Raises Erased."""
        return self._one(_CASE_BY_ID, {"brand_id": brand_id, "id": case_id})

    def item_hash(
        self, brand_id: BrandId, customer_ref: CustomerRef, item_ref: str, kind: str = "termination"
    ) -> bytes:
        """The keyed hash of a customer's service or order line, by which its open case of a kind is unique.

        Args:
            kind: what is declared. Ending a service may be declared beside withdrawing from its contract.
        """
        item = f"{customer_ref}\x1f{item_ref}"
        return self._at.vault.blind_index(
            brand_id, "item", item if kind == "termination" else f"{kind}\x1f{item}"
        )

    def open_for_item(self, brand_id: BrandId, item_hash: bytes) -> CaseRow | None:
        """The item's open case, or None. Raises Erased."""
        return self._one(_OPEN_FOR_ITEM, {"brand_id": brand_id, "item_hash": item_hash})

    def of_contact(self, brand_id: BrandId, contact_id: ContactId) -> list[CaseRow]:
        """A contact's cases, earliest declaration first. Raises Erased."""
        return self._list(_CASES_OF_CONTACT, {"brand_id": brand_id, "contact_id": contact_id})

    def of_customer(self, brand_id: BrandId, customer_hash: bytes) -> list[CaseRow]:
        """A customer's cases over all channels, earliest declaration first; erased ones are left out."""
        return self._list(_CASES_OF_CUSTOMER, {"brand_id": brand_id, "customer_hash": customer_hash})

    def declared_between(self, brand_id: BrandId, begin: datetime, end: datetime) -> list[CaseRow]:
        """The cases declared from ``begin`` until before ``end``, in order; erased ones are left out."""
        return self._list(_DECLARED, {"brand_id": brand_id, "begin": begin, "end": end})

    def count_undecided(self, brand_id: BrandId) -> int:
        """How many cancellations were declared and neither confirmed nor kept."""
        return self._at.run(_UNDECIDED, {"brand_id": brand_id}).scalar() or 0

    def save(self, row: CaseRow, expected_version: int) -> CaseRow:
        """Write the row as version ``expected_version + 1``.

        The declaration's time can become earlier (two cases merge), never later: a later one is ignored.
        Raises Conflict when the version moved on or another open case has the item.
        """
        saved = replace(row, version=expected_version + 1)
        values = _CASE.values(saved, self._at.vault)
        for name in ("id", "brand_id", "person_id", "created_at", "declared_at"):
            del values[name]
        keys: dict[str, Any] = {
            "the_id": row.id,
            "the_brand": row.brand_id,
            "expected_version": expected_version,
        }
        keys["the_declaration"] = row.declared_at
        if self._at.run(_SAVE_CASE, {**keys, **values}).rowcount != 1:
            raise Conflict(f"case {row.id} is no longer at version {expected_version}")
        self._at.topics.add(f"case:{row.id}")
        return saved

    def _one(self, statement: Select[Any], values: dict[str, Any]) -> CaseRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _CASE.read(found, self._at.vault)

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> list[CaseRow]:
        cases = []
        for found in self._at.run(statement, values).all():
            try:
                cases.append(_CASE.read(found, self._at.vault))
            except Erased:
                continue
        return cases


class Records(Repository):
    """The sealed records; they are added and never changed."""

    __slots__ = ()

    def add(self, row: RecordRow) -> None:
        """Keep a record. Raises Conflict when the case has one of that kind, or the number is taken."""
        self._at.run(_ADD_RECORD, _RECORD.values(row, self._at.vault))

    def by_number(self, brand_id: BrandId, number: str) -> RecordRow | None:
        """The record with this number, or None."""
        found = self._at.run(_RECORD_BY_NUMBER, {"brand_id": brand_id, "number": number}).first()
        return None if found is None else self._read(found)

    def of_case(self, brand_id: BrandId, case_id: CaseId) -> list[RecordRow]:
        """A case's records, oldest first."""
        rows = self._at.run(_RECORDS_OF_CASE, {"brand_id": brand_id, "case_id": case_id}).all()
        return [self._read(found) for found in rows]

    def since(self, brand_id: BrandId, since: datetime, limit: int = 1000) -> list[RecordRow]:
        """The records made at or after a moment, oldest first."""
        rows = self._at.run(_RECORDS_SINCE, {"brand_id": brand_id, "since": since, "limit": limit}).all()
        return [self._read(found) for found in rows]

    def _read(self, found: Row[*tuple[Any, ...]]) -> RecordRow:
        try:
            return _RECORD.read(found, self._at.vault)
        except Erased:
            values = [*list(found)[:-1], None]
            return RecordRow(*values)
