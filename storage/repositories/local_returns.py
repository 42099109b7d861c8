"""How orders of the built-in back office were paid, and what of them comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import insert, select

from dialogs.ids import BrandId, OrderLineRef, OrderRef
from storage.repositories.rows import Repository, Shape
from storage.statements import given, upsert
from storage.tables import bo_order_payment, bo_return

ReturnState = Literal["expected", "arrived", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class OfficePaymentRow:
    """What of an order was paid with one means; ``amount_minor`` in minor units of the order's currency."""

    brand_id: BrandId
    ref: str
    order_ref: OrderRef
    method: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class OfficeReturnRow:
    """Things of a line that are to come back; ``amount_minor`` is paid back once they are accepted."""

    brand_id: BrandId
    ref: str
    order_ref: OrderRef
    line_ref: OrderLineRef
    cause: str
    quantity: int
    amount_minor: int
    currency: str
    status: ReturnState
    return_by: date
    tracking: str | None
    note: str | None
    changed_on: date
    label: str | None = None


_PAYMENT = Shape(bo_order_payment, OfficePaymentRow, key=("brand_id", "ref"))
_PAYMENTS = (
    select(*_PAYMENT.columns)
    .where(
        bo_order_payment.c.brand_id == given("brand_id"), bo_order_payment.c.order_ref == given("order_ref")
    )
    .order_by(bo_order_payment.c.ref)
)
_PUT_PAYMENT = upsert(bo_order_payment)
_PUT_PAYMENT = _PUT_PAYMENT.on_conflict_do_update(
    index_elements=["brand_id", "ref"],
    set_={name: _PUT_PAYMENT.excluded[name] for name in ("order_ref", "method", "amount_minor")},
)

_RETURN = Shape(bo_return, OfficeReturnRow, key=("brand_id", "ref"))
_RETURNS = select(*_RETURN.columns).where(bo_return.c.brand_id == given("brand_id"))
_OF_ORDER = _RETURNS.where(bo_return.c.order_ref == given("order_ref")).order_by(bo_return.c.ref)
_OPEN = _RETURNS.where(bo_return.c.status.in_(("expected", "arrived"))).order_by(
    bo_return.c.return_by, bo_return.c.ref
)
_BY_REF = _RETURNS.where(bo_return.c.ref == given("ref"))
_TO_CHANGE = _BY_REF.with_for_update()
_ADD = insert(bo_return)
_PUT = upsert(bo_return)
_PUT = _PUT.on_conflict_do_update(
    index_elements=["brand_id", "ref"],
    set_={name: _PUT.excluded[name] for name in ("status", "tracking", "note", "changed_on", "label")},
)


class LocalReturns(Repository):
    """Payments of orders, and returns, of the embedded back office."""

    __slots__ = ()

    def put_payments(self, rows: Sequence[OfficePaymentRow]) -> None:
        """Say what orders were paid with, or overwrite it."""
        if rows:
            self._at.run(_PUT_PAYMENT, [_PAYMENT.values(row, self._at.vault) for row in rows])

    def payments_of(self, brand_id: BrandId, order_ref: OrderRef) -> list[OfficePaymentRow]:
        """What an order was paid with."""
        rows = self._at.run(_PAYMENTS, {"brand_id": brand_id, "order_ref": order_ref})
        return [_PAYMENT.read(found, self._at.vault) for found in rows]

    def add(self, rows: Sequence[OfficeReturnRow]) -> None:
        """Expect things back."""
        if rows:
            self._at.run(_ADD, [_RETURN.values(row, self._at.vault) for row in rows])

    def put(self, row: OfficeReturnRow) -> None:
        """Note what became of a return: its status, tracking, note, day and label."""
        self._at.run(_PUT, _RETURN.values(row, self._at.vault))

    def of_ref(self, brand_id: BrandId, ref: str) -> OfficeReturnRow | None:
        """The return, or None."""
        found = self._at.run(_BY_REF, {"brand_id": brand_id, "ref": ref}).first()
        return None if found is None else _RETURN.read(found, self._at.vault)

    def to_change(self, brand_id: BrandId, ref: str) -> OfficeReturnRow | None:
        """The return, or None; nobody else changes it until this unit of work ends."""
        found = self._at.run(_TO_CHANGE, {"brand_id": brand_id, "ref": ref}).first()
        return None if found is None else _RETURN.read(found, self._at.vault)

    def of_order(self, brand_id: BrandId, order_ref: OrderRef) -> list[OfficeReturnRow]:
        """What of an order is to come back, or has."""
        rows = self._at.run(_OF_ORDER, {"brand_id": brand_id, "order_ref": order_ref})
        return [_RETURN.read(found, self._at.vault) for found in rows]

    def open(self, brand_id: BrandId) -> list[OfficeReturnRow]:
        """What is still to come, or to be looked at, the most urgent first."""
        rows = self._at.run(_OPEN, {"brand_id": brand_id})
        return [_RETURN.read(found, self._at.vault) for found in rows]
