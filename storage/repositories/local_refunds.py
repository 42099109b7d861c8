"""What the built-in back office pays back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import insert, select, update

from dialogs.ids import BrandId, ChargeRef, OrderRef, ServiceRef
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import bo_refund

RefundState = Literal["issued", "paid", "failed", "void"]
"""``void``: taken back before it was paid."""


@dataclass(frozen=True, slots=True)
class OfficeRefundRow:
    """Money that is paid back; ``amount_minor`` in minor units of ``currency``."""

    brand_id: BrandId
    ref: str
    item_ref: ServiceRef | OrderRef
    charge_ref: ChargeRef | None
    cause: str
    method: str
    amount_minor: int
    currency: str
    status: RefundState
    issued_on: date
    expected_on: date
    paid_on: date | None = None


_REFUND = Shape(bo_refund, OfficeRefundRow, key=("brand_id", "ref"))
_REFUNDS = select(*_REFUND.columns).where(bo_refund.c.brand_id == given("brand_id"))
_OF_ITEM = _REFUNDS.where(bo_refund.c.item_ref == given("item_ref")).order_by(
    bo_refund.c.issued_on, bo_refund.c.ref
)
_TO_CHANGE = _REFUNDS.where(bo_refund.c.ref == given("ref")).with_for_update()
_OPEN = _REFUNDS.where(bo_refund.c.status == "issued").order_by(bo_refund.c.issued_on, bo_refund.c.ref)
_ADD = insert(bo_refund)
_VOID = (
    update(bo_refund)
    .where(
        bo_refund.c.brand_id == given("of_brand"),
        bo_refund.c.item_ref == given("of_item"),
        bo_refund.c.status == "issued",
    )
    .values(status="void")
)
_SETTLE = (
    update(bo_refund)
    .where(
        bo_refund.c.brand_id == given("of_brand"),
        bo_refund.c.ref == given("of_ref"),
        bo_refund.c.status == "issued",
    )
    .values(status=given("now"), paid_on=given("on"))
    .returning(bo_refund.c.ref)
)


class LocalRefunds(Repository):
    """Refunds of the embedded back office."""

    __slots__ = ()

    def add(self, rows: Sequence[OfficeRefundRow]) -> None:
        """Issue refunds."""
        if rows:
            self._at.run(_ADD, [_REFUND.values(row, self._at.vault) for row in rows])

    def of_item(self, brand_id: BrandId, item_ref: ServiceRef | OrderRef) -> list[OfficeRefundRow]:
        """What is or was paid back for a service or an order, oldest first."""
        rows = self._at.run(_OF_ITEM, {"brand_id": brand_id, "item_ref": item_ref})
        return [_REFUND.read(found, self._at.vault) for found in rows]

    def open(self, brand_id: BrandId) -> list[OfficeRefundRow]:
        """What was issued and is not paid yet, oldest first."""
        rows = self._at.run(_OPEN, {"brand_id": brand_id})
        return [_REFUND.read(found, self._at.vault) for found in rows]

    def to_change(self, brand_id: BrandId, ref: str) -> OfficeRefundRow | None:
        """The refund, or None; nobody else changes it until this unit of work ends."""
        found = self._at.run(_TO_CHANGE, {"brand_id": brand_id, "ref": ref}).first()
        return None if found is None else _REFUND.read(found, self._at.vault)

    def void(self, brand_id: BrandId, item_ref: ServiceRef | OrderRef) -> None:
        """Take back what is not paid yet."""
        self._at.run(_VOID, {"of_brand": brand_id, "of_item": item_ref})

    def settle(
        self,
        brand_id: BrandId,
        ref: str,
        status: Literal["paid", "failed", "void"],
        on: date | None = None,
    ) -> bool:
        """Note what became of an issued refund, and when it was paid; False where none such is under way."""
        paid_on = on if status == "paid" else None
        values = {"of_brand": brand_id, "of_ref": ref, "now": status, "on": paid_on}
        return self._at.run(_SETTLE, values).first() is not None
