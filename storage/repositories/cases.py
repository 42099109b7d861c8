"""Cases: one cancellation each, saved under a version; and their sealed records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, case, func, insert, select, update

from dialogs.ids import BrandId, CaseId, ContactId, CustomerRef, PersonId, RecordId
from storage.errors import Conflict, Erased
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally
from storage.tables import cancellation_case, contact, conversation, person, record


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
class CaseHead:
    """What of a case is not sealed, and so is left when its person was erased."""

    id: CaseId
    brand_id: BrandId
    contact_id: ContactId
    person_id: PersonId
    customer_hash: bytes | None
    status: str
    declared_at: datetime
    accepted_at: datetime | None
    executed_at: datetime | None
    reconciled_at: datetime | None
    closed_at: datetime | None
    decision: str | None
    offer_kind: str | None


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A termination record. ``body`` is None once it was erased; digest and signature stay."""

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


CASE_SHAPE = Shape(cancellation_case, CaseRow, sealed={"data": bytes})
_c = cancellation_case.c
_CASES = select(*CASE_SHAPE.columns).where(_c.brand_id == given("brand_id"))
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
_HEAD = Shape(cancellation_case, CaseHead)
_HEADS = select(*_HEAD.columns).where(_c.brand_id == given("brand_id")).order_by(_c.declared_at, _c.id)
_HEADS_BY_ID = _HEADS.where(_c.id.in_(given("cases", expanding=True)))
_HEADS_OF_CUSTOMER = _HEADS.where(_c.customer_hash == given("customer_hash"))
_HEADS_OF_PERSONS = _HEADS.where(
    _c.contact_id.in_(
        select(contact.c.id).where(contact.c.person_id.in_(given("persons", expanding=True)))
    )
)  # fmt: skip
_HEADS_TALKED_ABOUT = _HEADS.where(
    _c.id.in_(
        select(conversation.c.case_id)
        .join(contact, contact.c.id == conversation.c.contact_id)
        .where(contact.c.person_id.in_(given("persons", expanding=True)))
    )
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

_FORGET_CASES = update(cancellation_case).where(
    _c.brand_id == given("the_brand"), _c.id.in_(given("the_cases", expanding=True))
)
_CUT = _FORGET_CASES.values(item_hash=None)
_CUT_CUSTOMER = _FORGET_CASES.values(customer_hash=None)
# What was wished for and never decided stays nobody's: it no longer waits for an answer.
_END = _FORGET_CASES.where(_c.closed_at.is_(None)).values(
    status=case((_c.status == "requested", "withdrawn"), else_=_c.status)
)

RECORD_SHAPE = Shape(record, RecordRow, sealed={"body": bytes})
_RECORDS = select(*RECORD_SHAPE.columns).where(record.c.brand_id == given("brand_id"))
_RECORD_BY_NUMBER = _RECORDS.where(record.c.number == given("number"))
_RECORDS_OF_CASE = _RECORDS.where(record.c.case_id == given("case_id")).order_by(record.c.created_at)
_RECORDS_SINCE = (
    _RECORDS.where(record.c.created_at >= like(record.c.created_at, "since"))
    .order_by(record.c.created_at, record.c.id)
    .limit(given("limit"))
)
_RECORDS_BETWEEN = (
    _RECORDS.where(
        record.c.created_at >= like(record.c.created_at, "since"),
        record.c.created_at < like(record.c.created_at, "until"),
        record.c.kind.in_(given("kinds", expanding=True)),
    )
    .order_by(record.c.created_at.desc(), record.c.id.desc())
    .limit(given("limit"))
)
_RECORDS_OF_CASES = _RECORDS.where(record.c.case_id.in_(given("cases", expanding=True))).order_by(
    record.c.created_at, record.c.id
)
_RECORDS_OF_PERSONS = _RECORDS.where(record.c.person_id.in_(given("persons", expanding=True))).order_by(
    record.c.created_at, record.c.id
)
_OLD = (
    _RECORDS.join_from(record, person, person.c.id == record.c.person_id)
    .where(
        record.c.created_at < like(record.c.created_at, "before"),
        record.c.id > given("after"),
        person.c.erased_at.is_(None),
    )
    .order_by(record.c.id)
    .limit(given("limit"))
)
_MOVE = update(record).where(record.c.id == given("the_id"), record.c.brand_id == given("the_brand"))
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
        self._at.run(_ADD_CASE, CASE_SHAPE.values(row, self._at.vault))
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

    def heads(self, brand_id: BrandId, cases: Sequence[CaseId]) -> list[CaseHead]:
        """What is not sealed of these cases, earliest declaration first."""
        return self._heads(_HEADS_BY_ID, {"brand_id": brand_id, "cases": list(cases)})

    def heads_of_customer(self, brand_id: BrandId, customer_hash: bytes) -> list[CaseHead]:
        """What is not sealed of a customer's cases, erased ones included, earliest declaration first."""
        return self._heads(_HEADS_OF_CUSTOMER, {"brand_id": brand_id, "customer_hash": customer_hash})

    def heads_of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[CaseHead]:
        """What is not sealed of these persons' own cases, earliest declaration first."""
        return self._heads(_HEADS_OF_PERSONS, {"brand_id": brand_id, "persons": list(persons)})

    def heads_talked_about(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[CaseHead]:
        """The same of the cases, whosever, that these persons' conversations are about."""
        return self._heads(_HEADS_TALKED_ABOUT, {"brand_id": brand_id, "persons": list(persons)})

    def forget(
        self, brand_id: BrandId, cases: Sequence[CaseId], proven: Sequence[CaseId], now: datetime
    ) -> None:
        """Cut the keyed hashes of erased persons' cases; times, status and decision stay.

        Args:
            proven: those of which a record is kept: whose case it was stays findable.
        """
        which = {"the_brand": brand_id, "the_cases": list(cases)}
        self._at.run(_END, {**which, "closed_at": now})
        self._at.run(_CUT, which)
        self._at.run(_CUT_CUSTOMER, {**which, "the_cases": [each for each in cases if each not in proven]})
        self._at.topics.update(f"case:{each}" for each in cases)

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
        values = CASE_SHAPE.values(saved, self._at.vault)
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

    def _heads(self, statement: Select[Any], values: dict[str, Any]) -> list[CaseHead]:
        return [_HEAD.read(found, self._at.vault) for found in self._at.run(statement, values)]

    def _one(self, statement: Select[Any], values: dict[str, Any]) -> CaseRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else CASE_SHAPE.read(found, self._at.vault)

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> list[CaseRow]:
        cases = []
        for found in self._at.run(statement, values).all():
            try:
                cases.append(CASE_SHAPE.read(found, self._at.vault))
            except Erased:
                continue
        return cases


class Records(Repository):
    """The sealed records; what they say is added and never changed."""

    __slots__ = ()

    def add(self, row: RecordRow) -> None:
        """Keep a record. Raises Conflict when the case has one of that kind, or the number is taken."""
        self._at.run(_ADD_RECORD, RECORD_SHAPE.values(row, self._at.vault))

    def by_number(self, brand_id: BrandId, number: str) -> RecordRow | None:
        """The record with this number, or None."""
        found = self._at.run(_RECORD_BY_NUMBER, {"brand_id": brand_id, "number": number}).first()
        return None if found is None else self._read(found)

    def of_case(self, brand_id: BrandId, case_id: CaseId) -> list[RecordRow]:
        """A case's records, oldest first."""
        return self._list(_RECORDS_OF_CASE, {"brand_id": brand_id, "case_id": case_id})

    def of_cases(self, brand_id: BrandId, cases: Sequence[CaseId]) -> list[RecordRow]:
        """These cases' records, oldest first."""
        return self._list(_RECORDS_OF_CASES, {"brand_id": brand_id, "cases": list(cases)})

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[RecordRow]:
        """The records that are sealed for these persons, oldest first."""
        return self._list(_RECORDS_OF_PERSONS, {"brand_id": brand_id, "persons": list(persons)})

    def readable_before(
        self, brand_id: BrandId, before: datetime, after: str = "", limit: int = 100
    ) -> list[RecordRow]:
        """Records made before a moment that are not erased, by id."""
        values = {"brand_id": brand_id, "before": before, "after": after, "limit": limit}
        return self._list(_OLD, values)

    def set_apart(self, row: RecordRow, person_id: PersonId) -> RecordRow:
        """Seal a record's body anew under another person's key; every byte of it stays the same."""
        apart = replace(row, person_id=person_id)
        values = {
            name: RECORD_SHAPE.values(apart, self._at.vault)[name] for name in ("person_id", "body_enc")
        }
        self._at.run(_MOVE, {"the_id": row.id, "the_brand": row.brand_id, **values})
        return apart

    def since(self, brand_id: BrandId, since: datetime, limit: int = 1000) -> list[RecordRow]:
        """The records made at or after a moment, oldest first."""
        return self._list(_RECORDS_SINCE, {"brand_id": brand_id, "since": since, "limit": limit})

    def between(
        self, brand_id: BrandId, since: datetime, until: datetime, kinds: Sequence[str], limit: int
    ) -> list[RecordRow]:
        """The records of these kinds made from `since` to before `until`, newest first."""
        values = {"brand_id": brand_id, "since": since, "until": until, "kinds": list(kinds), "limit": limit}
        return self._list(_RECORDS_BETWEEN, values)

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> list[RecordRow]:
        return [self._read(found) for found in self._at.run(statement, values).all()]

    def _read(self, found: Row[*tuple[Any, ...]]) -> RecordRow:
        try:
            return RECORD_SHAPE.read(found, self._at.vault)
        except Erased:
            values = [*list(found)[:-1], None]
            return RecordRow(*values)
