"""The built-in back office's rows, many at once: by their references, and page after page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

from sqlalchemy import Select, Table, exists, or_, select

from dialogs.ids import BrandId, CustomerRef, OrderRef, ServiceRef
from storage.repositories.local_office import (
    OfficeChargeRow,
    OfficeCustomerRow,
    OfficeMovementRow,
    OfficeOrderLineRow,
    OfficeOrderRow,
    OfficeServiceRow,
)
from storage.repositories.local_refunds import OfficeRefundRow
from storage.repositories.local_returns import OfficePaymentRow, OfficeReturnRow
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import (
    bo_charge,
    bo_customer,
    bo_movement,
    bo_operation,
    bo_order,
    bo_order_line,
    bo_order_payment,
    bo_refund,
    bo_return,
    bo_service,
    brand,
    person,
)

R = TypeVar("R")
Referred = Literal["customers", "services", "payments", "orders", "refunds", "returns"]
"""What is referred to, by other rows and by people."""

_KEY = ("brand_id", "ref")
# Asked row by row, along keys: a list of all customers would be made anew for each page.
_HAS_PERSON = exists().where(person.c.id == bo_customer.c.person_id, person.c.erased_at.is_(None))


def _has_customer(table: Table) -> Any:
    customer = (bo_customer.c.brand_id == table.c.brand_id, bo_customer.c.ref == table.c.customer_ref)
    return exists().where(*customer, _HAS_PERSON)


_OF_SERVICE = exists().where(
    bo_service.c.brand_id == bo_charge.c.brand_id,
    bo_service.c.ref == bo_charge.c.service_ref,
    _has_customer(bo_service),
)


def _has_order(table: Table) -> Any:
    order = (bo_order.c.brand_id == table.c.brand_id, bo_order.c.ref == table.c.order_ref)
    return exists().where(*order, _has_customer(bo_order))


def _of_item() -> Any:
    of = (bo_refund.c.brand_id, bo_refund.c.item_ref)
    service = (bo_service.c.brand_id == of[0], bo_service.c.ref == of[1], _has_customer(bo_service))
    order = (bo_order.c.brand_id == of[0], bo_order.c.ref == of[1], _has_customer(bo_order))
    return or_(exists().where(*service), exists().where(*order))


class _Rows(Generic[R]):
    """The statements over a table, for the rows that belong to nobody who was erased."""

    def __init__(self, shape: Shape[R], table: Table, kept: Any) -> None:
        self.shape = shape
        of_brand = select(*shape.columns).where(table.c.brand_id == given("brand_id"))
        self.by_refs: Select[Any] = of_brand.where(table.c.ref.in_(given("refs", expanding=True)))
        self.to_change = self.by_refs.order_by(table.c.ref).with_for_update()
        behind = of_brand.where(table.c.ref > given("after"), kept)
        self.page: Select[Any] = behind.order_by(table.c.ref).limit(given("limit"))


_CUSTOMER = _Rows(
    Shape(
        bo_customer,
        OfficeCustomerRow,
        key=_KEY,
        sealed={"name": str, "email": str, "phone": str, "postal": str},
    ),
    bo_customer,
    _HAS_PERSON,
)
_SERVICE = _Rows(Shape(bo_service, OfficeServiceRow, key=_KEY), bo_service, _has_customer(bo_service))
_CHARGE = _Rows(Shape(bo_charge, OfficeChargeRow, key=_KEY), bo_charge, _OF_SERVICE)
_ORDER = _Rows(Shape(bo_order, OfficeOrderRow, key=_KEY), bo_order, _has_customer(bo_order))
_LINE = _Rows(Shape(bo_order_line, OfficeOrderLineRow, key=_KEY), bo_order_line, _has_order(bo_order_line))
_PAYMENT = _Rows(
    Shape(bo_order_payment, OfficePaymentRow, key=_KEY), bo_order_payment, _has_order(bo_order_payment)
)
_REFUND = _Rows(Shape(bo_refund, OfficeRefundRow, key=_KEY), bo_refund, _of_item())
_RETURN = _Rows(Shape(bo_return, OfficeReturnRow, key=_KEY), bo_return, _has_order(bo_return))
_MOVEMENT = _Rows(Shape(bo_movement, OfficeMovementRow, key=_KEY), bo_movement, _has_order(bo_movement))

_ERASED = (
    select(bo_customer.c.ref)
    .join(person, person.c.id == bo_customer.c.person_id)
    .where(
        bo_customer.c.brand_id == given("brand_id"),
        bo_customer.c.ref.in_(given("refs", expanding=True)),
        person.c.erased_at.is_not(None),
    )
)
_CUSTOMERS_THERE = _CUSTOMER.by_refs.where(_HAS_PERSON)
_RETURNS_THERE = _RETURN.by_refs.where(_has_order(bo_return))


def _refs(table: Table, kept: Any) -> Select[Any]:
    return (
        select(table.c.ref)
        .where(table.c.brand_id == given("brand_id"), kept)
        .order_by(table.c.ref)
        .limit(given("limit"))
    )


_REFS: Mapping[Referred, Select[Any]] = {
    "customers": _refs(bo_customer, _HAS_PERSON),
    "services": _refs(bo_service, _has_customer(bo_service)),
    "payments": _refs(bo_charge, _OF_SERVICE),
    "orders": _refs(bo_order, _has_customer(bo_order)),
    "refunds": _refs(bo_refund, _of_item()),
    "returns": _refs(bo_return, _has_order(bo_return)),
}
_DONE = select(bo_operation.c.service_ref, bo_operation.c.kind).where(
    bo_operation.c.brand_id == given("brand_id"),
    bo_operation.c.service_ref.in_(given("refs", expanding=True)),
)
# Not what the foreign keys of other writers wait for: chats go on meanwhile.
_TURN = select(brand.c.id).where(brand.c.id == given("brand_id")).with_for_update(key_share=True)


class LocalOfficeFiles(Repository):
    """The embedded back office for whoever reads or writes all of it.

    Pages are in the order of references, and hold rows behind ``after`` only. Nothing of a person who was
    erased is among them.
    """

    __slots__ = ()

    def take_turn(self, brand_id: BrandId) -> None:
        """Wait until no other unit of work that took its turn changes the brand's rows."""
        self._at.run(_TURN, {"brand_id": brand_id})

    def customers(self, brand_id: BrandId, refs: Sequence[str]) -> dict[str, OfficeCustomerRow]:
        """The customers with these references, but for those that were erased."""
        return _by_ref(self._read(_CUSTOMER, _CUSTOMERS_THERE, {"brand_id": brand_id, "refs": refs}))

    def erased(self, brand_id: BrandId, refs: Sequence[str]) -> set[CustomerRef]:
        """Those of these customers that were erased."""
        return {ref for (ref,) in self._at.run(_ERASED, {"brand_id": brand_id, "refs": refs})}

    def refs(self, brand_id: BrandId, of: Referred, limit: int) -> list[str]:
        """The first references of that kind, in order."""
        return [ref for (ref,) in self._at.run(_REFS[of], {"brand_id": brand_id, "limit": limit})]

    def services(
        self, brand_id: BrandId, refs: Sequence[str], *, locked: bool = False
    ) -> dict[str, OfficeServiceRow]:
        """The services with these references; ``locked``: nobody else changes them until the end."""
        return self._found(_SERVICE, brand_id, refs, locked=locked)

    def charges(self, brand_id: BrandId, refs: Sequence[str]) -> dict[str, OfficeChargeRow]:
        """The payments with these references."""
        return self._found(_CHARGE, brand_id, refs)

    def orders(
        self, brand_id: BrandId, refs: Sequence[str], *, locked: bool = False
    ) -> dict[str, OfficeOrderRow]:
        """The orders with these references; ``locked``: nobody else changes them until the end."""
        return self._found(_ORDER, brand_id, refs, locked=locked)

    def lines(self, brand_id: BrandId, refs: Sequence[str]) -> dict[str, OfficeOrderLineRow]:
        """The orders' lines with these references."""
        return self._found(_LINE, brand_id, refs)

    def order_payments(self, brand_id: BrandId, refs: Sequence[str]) -> dict[str, OfficePaymentRow]:
        """The payments of orders with these references."""
        return self._found(_PAYMENT, brand_id, refs)

    def refunds(
        self, brand_id: BrandId, refs: Sequence[str], *, locked: bool = False
    ) -> dict[str, OfficeRefundRow]:
        """The refunds with these references; ``locked``: nobody else changes them until the end."""
        return self._found(_REFUND, brand_id, refs, locked=locked)

    def returns(self, brand_id: BrandId, refs: Sequence[str]) -> dict[str, OfficeReturnRow]:
        """The returns with these references, but for those of persons who were erased."""
        return _by_ref(self._read(_RETURN, _RETURNS_THERE, {"brand_id": brand_id, "refs": refs}))

    def done(self, brand_id: BrandId, refs: Sequence[ServiceRef | OrderRef]) -> dict[str, frozenset[str]]:
        """What kinds of operations there were on each of these services or orders."""
        kinds: dict[str, frozenset[str]] = {}
        for ref, kind in self._at.run(_DONE, {"brand_id": brand_id, "refs": refs}):
            kinds[ref] = kinds.get(ref, frozenset()) | {kind}
        return kinds

    def customer_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeCustomerRow]:
        return self._page(_CUSTOMER, brand_id, after, limit)

    def service_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeServiceRow]:
        return self._page(_SERVICE, brand_id, after, limit)

    def charge_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeChargeRow]:
        return self._page(_CHARGE, brand_id, after, limit)

    def order_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeOrderRow]:
        return self._page(_ORDER, brand_id, after, limit)

    def line_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeOrderLineRow]:
        return self._page(_LINE, brand_id, after, limit)

    def order_payment_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficePaymentRow]:
        return self._page(_PAYMENT, brand_id, after, limit)

    def refund_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeRefundRow]:
        return self._page(_REFUND, brand_id, after, limit)

    def return_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeReturnRow]:
        return self._page(_RETURN, brand_id, after, limit)

    def movement_page(self, brand_id: BrandId, after: str, limit: int) -> list[OfficeMovementRow]:
        return self._page(_MOVEMENT, brand_id, after, limit)

    def _found(
        self, rows: _Rows[R], brand_id: BrandId, refs: Sequence[str], *, locked: bool = False
    ) -> dict[str, R]:
        statement = rows.to_change if locked else rows.by_refs
        return _by_ref(self._read(rows, statement, {"brand_id": brand_id, "refs": refs}))

    def _page(self, rows: _Rows[R], brand_id: BrandId, after: str, limit: int) -> list[R]:
        return self._read(rows, rows.page, {"brand_id": brand_id, "after": after, "limit": limit})

    def _read(self, rows: _Rows[R], statement: Select[Any], values: Mapping[str, Any]) -> list[R]:
        return [rows.shape.read(found, self._at.vault) for found in self._at.run(statement, values).all()]


def _by_ref(rows: Iterable[R]) -> dict[str, R]:
    return {str(getattr(row, "ref")): row for row in rows}  # noqa: B009 - every row of the office has one
