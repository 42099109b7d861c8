"""Legal holds, and the proof of what was erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import insert, select, update

from dialogs.ids import BrandId, CustomerRef
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import erasure, legal_hold

Cause = Literal["requested", "retention"]


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold on a customer or on one record. Sealed for the brand: it must outlive the person's key."""

    id: str
    brand_id: BrandId
    customer_hash: bytes | None
    record_number: str | None
    who: str
    since: datetime
    released_at: datetime | None
    customer: CustomerRef | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the holds in force cover."""

    customers: frozenset[bytes]
    records: frozenset[str]


@dataclass(frozen=True, slots=True)
class ErasureRow:
    """That somebody was erased. `records` are the erased ones' numbers; `kept` says why others were not."""

    id: str
    brand_id: BrandId
    customer_hash: bytes | None
    cause: Cause
    at: datetime
    conversations: int
    messages: int
    cases: int
    records: Sequence[str]
    kept: Sequence[Mapping[str, Any]]


_HOLD = Shape(legal_hold, HoldRow, sealed={"customer": str, "reason": str})
_h = legal_hold.c
_ALL = select(*_HOLD.columns).where(_h.brand_id == given("brand_id")).order_by(_h.since, _h.id)
_COVERED = select(_h.customer_hash, _h.record_number).where(
    _h.brand_id == given("brand_id"), _h.released_at.is_(None)
)
_SET = insert(legal_hold)
_RELEASE = update(legal_hold).where(_h.brand_id == given("the_brand"), _h.released_at.is_(None))
_RELEASE_CUSTOMER = _RELEASE.where(_h.customer_hash == given("the_customer"))
_RELEASE_RECORD = _RELEASE.where(_h.record_number == given("the_record"))
_FORGET = (
    update(legal_hold)
    .where(
        _h.brand_id == given("the_brand"),
        _h.released_at.is_not(None),
        _h.customer_hash.in_(given("the_customers", expanding=True)),
    )
    .values(customer_enc=None, reason_enc=None)
)

_ERASURE = Shape(erasure, ErasureRow)
_e = erasure.c
_ERASURES = select(*_ERASURE.columns).where(_e.brand_id == given("brand_id")).order_by(_e.at, _e.id)
_ERASURES_OF = _ERASURES.where(_e.customer_hash == given("customer_hash"))
_ADD_ERASURE = insert(erasure)


class Holds(Repository):
    """What must not be erased."""

    __slots__ = ()

    def set(
        self,
        brand_id: BrandId,
        *,
        who: str,
        reason: str,
        now: datetime,
        customer: CustomerRef | None = None,
        customer_hash: bytes | None = None,
        record_number: str | None = None,
    ) -> HoldRow:
        """Hold a customer or a record. Raises Conflict when it is held already."""
        row = HoldRow(new_id(), brand_id, customer_hash, record_number, who, now, None, customer, reason)
        self._at.run(_SET, _HOLD.values(row, self._at.vault))
        return row

    def release_customer(self, brand_id: BrandId, customer_hash: bytes, now: datetime) -> bool:
        """The customer may be erased again. False when nothing held them."""
        values = {"the_brand": brand_id, "the_customer": customer_hash, "released_at": now}
        return self._at.run(_RELEASE_CUSTOMER, values).rowcount > 0

    def release_record(self, brand_id: BrandId, number: str, now: datetime) -> bool:
        """The record may be erased again. False when nothing held it."""
        values = {"the_brand": brand_id, "the_record": number, "released_at": now}
        return self._at.run(_RELEASE_RECORD, values).rowcount > 0

    def in_force(self, brand_id: BrandId) -> Held:
        """What may not be erased just now; opens nothing sealed."""
        found = self._at.run(_COVERED, {"brand_id": brand_id}).all()
        return Held(
            frozenset(row.customer_hash for row in found if row.customer_hash is not None),
            frozenset(row.record_number for row in found if row.record_number is not None),
        )

    def all(self, brand_id: BrandId) -> list[HoldRow]:
        """Every hold there is or was, oldest first."""
        return [_HOLD.read(found, self._at.vault) for found in self._at.run(_ALL, {"brand_id": brand_id})]

    def forget(self, brand_id: BrandId, customers: Sequence[bytes]) -> None:
        """Of released holds on customers who are erased, drop the words: who is meant, and why."""
        self._at.run(_FORGET, {"the_brand": brand_id, "the_customers": list(customers)})


class Erasures(Repository):
    """What shows that somebody was erased; added and never changed."""

    __slots__ = ()

    def add(self, row: ErasureRow) -> None:
        """Note an erasure, in the transaction that does it."""
        self._at.run(_ADD_ERASURE, _ERASURE.values(row, self._at.vault))

    def all(self, brand_id: BrandId) -> list[ErasureRow]:
        """Every erasure of a brand, oldest first."""
        return [
            _ERASURE.read(found, self._at.vault) for found in self._at.run(_ERASURES, {"brand_id": brand_id})
        ]

    def of_customer(self, brand_id: BrandId, customer_hash: bytes) -> list[ErasureRow]:
        """The erasures of one customer, oldest first."""
        values = {"brand_id": brand_id, "customer_hash": customer_hash}
        return [_ERASURE.read(found, self._at.vault) for found in self._at.run(_ERASURES_OF, values)]
