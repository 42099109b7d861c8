"""The built-in back office's tables: customers, services, charges, operations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select

from dialogs.ids import BrandId, CustomerRef, OrderLineRef, OrderRef, PersonId, ServiceRef
from storage.errors import Erased
from storage.repositories.rows import Repository, Shape
from storage.statements import given, upsert
from storage.tables import (
    bo_charge,
    bo_customer,
    bo_movement,
    bo_operation,
    bo_order,
    bo_order_line,
    bo_service,
)


@dataclass(frozen=True, slots=True)
class OfficeCustomerRow:
    """A customer. ``email`` and ``phone`` (E.164) are normalised by whoever writes and asks."""

    brand_id: BrandId
    ref: CustomerRef
    person_id: PersonId
    risk: str
    name: str
    email: str | None
    phone: str | None
    postal: str | None = None
    """The lines below the name, and the country's two letters in the last one."""


@dataclass(frozen=True, slots=True)
class OfficeServiceRow:
    """A subscription, membership or contract; ``price_minor`` in minor units of ``currency``."""

    brand_id: BrandId
    ref: ServiceRef
    customer_ref: CustomerRef
    name: str
    plan: str
    price_minor: int
    currency: str
    interval: str
    status: str
    started_on: date
    paid_until: date | None
    ended_on: date | None
    terms: Mapping[str, Any]
    alternatives: Sequence[Any]
    applied: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class OfficeOperationRow:
    """What was done under an idempotency key, and its answer."""

    brand_id: BrandId
    key: str
    kind: str
    service_ref: ServiceRef
    result: Mapping[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class OfficeChargeRow:
    """A payment taken; ``amount_minor`` in minor units of ``currency``."""

    brand_id: BrandId
    ref: str
    service_ref: ServiceRef
    amount_minor: int
    currency: str
    charged_on: date
    status: str


@dataclass(frozen=True, slots=True)
class OfficeOrderRow:
    """A retail order; ``shipping_minor`` in minor units of ``currency``."""

    brand_id: BrandId
    ref: OrderRef
    customer_ref: CustomerRef
    placed_on: date
    currency: str
    shipping_minor: int
    tax_minor: int = 0


@dataclass(frozen=True, slots=True)
class OfficeOrderLineRow:
    """A line of an order; ``price_minor`` is that of one, ``cancelled`` how many of it are gone."""

    brand_id: BrandId
    ref: OrderLineRef
    order_ref: OrderRef
    name: str
    ordered: int
    cancelled: int
    price_minor: int
    state: str
    deadline: date | None


@dataclass(frozen=True, slots=True)
class OfficeMovementRow:
    """What a cancelled order moves: ``restock`` and ``return`` count things, ``refund`` money."""

    brand_id: BrandId
    ref: str
    order_ref: OrderRef
    line_ref: OrderLineRef | None
    kind: str
    quantity: int
    amount_minor: int
    currency: str
    made_on: date


_CUSTOMER = Shape(
    bo_customer,
    OfficeCustomerRow,
    key=("brand_id", "ref"),
    sealed={"name": str, "email": str, "phone": str, "postal": str},
)
_CUSTOMERS = select(*_CUSTOMER.columns).where(bo_customer.c.brand_id == given("brand_id"))
_CUSTOMER_BY_REF = _CUSTOMERS.where(bo_customer.c.ref == given("ref"))
# Asked when nobody has the number as it is usually written. Sorted by whoever asks: to have them in order,
# SQLite would go through all customers of the brand.
CUSTOMERS_SPELLED = _CUSTOMERS.where(func.lower(bo_customer.c.ref).in_(given("refs", expanding=True)))
_CUSTOMERS_BY_EMAIL = _CUSTOMERS.where(bo_customer.c.email_hash == given("hash")).order_by(bo_customer.c.ref)
_CUSTOMERS_BY_PHONE = _CUSTOMERS.where(bo_customer.c.phone_hash == given("hash")).order_by(bo_customer.c.ref)
_ALL_CUSTOMERS = _CUSTOMERS.order_by(bo_customer.c.ref)

_FORGET_CUSTOMER = delete(bo_customer).where(
    bo_customer.c.brand_id == given("brand_id"), bo_customer.c.ref == given("ref")
)
_REFS = (
    select(bo_customer.c.ref)
    .where(bo_customer.c.brand_id == given("brand_id"))
    .order_by(bo_customer.c.ref)
    .limit(given("limit"))
)

_SERVICE = Shape(bo_service, OfficeServiceRow, key=("brand_id", "ref"))
_SERVICES = select(*_SERVICE.columns).where(bo_service.c.brand_id == given("brand_id"))
_SERVICE_BY_REF = _SERVICES.where(bo_service.c.ref == given("ref"))
_SERVICE_TO_CHANGE = _SERVICE_BY_REF.with_for_update()
_SERVICES_OF_CUSTOMER = _SERVICES.where(bo_service.c.customer_ref == given("customer_ref")).order_by(
    bo_service.c.started_on, bo_service.c.ref
)

_OPERATION = Shape(bo_operation, OfficeOperationRow, key=("brand_id", "key"))
_OPERATIONS = select(*_OPERATION.columns).where(bo_operation.c.brand_id == given("brand_id"))
_OPERATION_BY_KEY = _OPERATIONS.where(bo_operation.c.key == given("key"))
_OPERATIONS_OF_SERVICE = _OPERATIONS.where(bo_operation.c.service_ref == given("service_ref")).order_by(
    bo_operation.c.created_at, bo_operation.c.key
)
_ADD_OPERATION = (
    upsert(bo_operation)
    .on_conflict_do_nothing(index_elements=["brand_id", "key"])
    .returning(bo_operation.c.key)
)

_CHARGE = Shape(bo_charge, OfficeChargeRow, key=("brand_id", "ref"))
_CHARGES = (
    select(*_CHARGE.columns)
    .where(bo_charge.c.brand_id == given("brand_id"), bo_charge.c.service_ref == given("service_ref"))
    .order_by(bo_charge.c.charged_on.desc(), bo_charge.c.ref)
)


_ORDER = Shape(bo_order, OfficeOrderRow, key=("brand_id", "ref"))
_ORDERS = select(*_ORDER.columns).where(bo_order.c.brand_id == given("brand_id"))
_ORDER_BY_REF = _ORDERS.where(bo_order.c.ref == given("ref"))
_ORDER_TO_CHANGE = _ORDER_BY_REF.with_for_update()
_ORDERS_OF_CUSTOMER = _ORDERS.where(bo_order.c.customer_ref == given("customer_ref")).order_by(
    bo_order.c.placed_on.desc(), bo_order.c.ref.desc()
)

_LINE = Shape(bo_order_line, OfficeOrderLineRow, key=("brand_id", "ref"))
_LINES = (
    select(*_LINE.columns)
    .where(bo_order_line.c.brand_id == given("brand_id"), bo_order_line.c.order_ref == given("order_ref"))
    .order_by(bo_order_line.c.ref)
)

_MOVEMENT = Shape(bo_movement, OfficeMovementRow, key=("brand_id", "ref"))
_MOVEMENTS = (
    select(*_MOVEMENT.columns)
    .where(bo_movement.c.brand_id == given("brand_id"), bo_movement.c.order_ref == given("order_ref"))
    .order_by(bo_movement.c.ref)
)


def _overwriting(table: Any, kept: tuple[str, ...]) -> Any:
    statement = upsert(table)
    changed = {c.key: statement.excluded[c.key] for c in table.c if c.key not in kept}
    return statement.on_conflict_do_update(index_elements=["brand_id", "ref"], set_=changed)


# A customer's person stays the same: what is sealed for them must stay readable.
_PUT_CUSTOMER = _overwriting(bo_customer, ("brand_id", "ref", "person_id"))
_PUT_SERVICE = _overwriting(bo_service, ("brand_id", "ref"))
_PUT_CHARGE = _overwriting(bo_charge, ("brand_id", "ref"))
_PUT_ORDER = _overwriting(bo_order, ("brand_id", "ref"))
_PUT_LINE = _overwriting(bo_order_line, ("brand_id", "ref"))
_ADD_MOVEMENT = insert(bo_movement)


class LocalOffice(Repository):
    """The embedded back office's memory."""

    __slots__ = ()

    def put_customer(self, row: OfficeCustomerRow) -> None:
        """Add a customer or overwrite them. An existing customer keeps their ``person_id``: pass the same."""
        self._at.run(_PUT_CUSTOMER, self._customer_values(row))

    def put_customers(self, rows: Sequence[OfficeCustomerRow]) -> None:
        """``put_customer`` for many at once."""
        if rows:
            self._at.run(_PUT_CUSTOMER, [self._customer_values(row) for row in rows])

    def customer(self, brand_id: BrandId, ref: CustomerRef) -> OfficeCustomerRow | None:
        """The customer, or None; also None once erased."""
        return next(iter(self._customers(_CUSTOMER_BY_REF, {"brand_id": brand_id, "ref": ref})), None)

    def customers_spelled(self, brand_id: BrandId, refs: Sequence[str]) -> list[OfficeCustomerRow]:
        """The customers whose number, in small letters, is one of these."""
        found = self._customers(CUSTOMERS_SPELLED, {"brand_id": brand_id, "refs": refs})
        return sorted(found, key=lambda row: row.ref)

    def customers_by_email(self, brand_id: BrandId, email: str) -> list[OfficeCustomerRow]:
        """The customers with this normalised address (several people may share one)."""
        values = {"brand_id": brand_id, "hash": self._hash(brand_id, "email", email)}
        return self._customers(_CUSTOMERS_BY_EMAIL, values)

    def customers_by_phone(self, brand_id: BrandId, phone: str) -> list[OfficeCustomerRow]:
        """The customers with this number in E.164."""
        values = {"brand_id": brand_id, "hash": self._hash(brand_id, "phone", phone)}
        return self._customers(_CUSTOMERS_BY_PHONE, values)

    def customers(self, brand_id: BrandId) -> list[OfficeCustomerRow]:
        """All customers that are not erased, by ``ref``."""
        return self._customers(_ALL_CUSTOMERS, {"brand_id": brand_id})

    def refs(self, brand_id: BrandId, limit: int) -> list[CustomerRef]:
        """The first customers' numbers; opens nothing sealed."""
        return list(self._at.run(_REFS, {"brand_id": brand_id, "limit": limit}).scalars())

    def forget_customer(self, brand_id: BrandId, ref: CustomerRef) -> None:
        """Remove a customer's name and addresses; services and orders stay, under a number without a name."""
        self._at.run(_FORGET_CUSTOMER, {"brand_id": brand_id, "ref": ref})

    def put_service(self, row: OfficeServiceRow) -> None:
        """Add a service or overwrite it."""
        self._at.run(_PUT_SERVICE, _SERVICE.values(row, self._at.vault))

    def put_services(self, rows: Sequence[OfficeServiceRow]) -> None:
        """``put_service`` for many at once."""
        if rows:
            self._at.run(_PUT_SERVICE, [_SERVICE.values(row, self._at.vault) for row in rows])

    def service(self, brand_id: BrandId, ref: ServiceRef) -> OfficeServiceRow | None:
        """The service, or None."""
        return self._service(_SERVICE_BY_REF, brand_id, ref)

    def service_to_change(self, brand_id: BrandId, ref: ServiceRef) -> OfficeServiceRow | None:
        """The service, or None; nobody else changes it until this unit of work ends."""
        return self._service(_SERVICE_TO_CHANGE, brand_id, ref)

    def services_of(self, brand_id: BrandId, customer_ref: CustomerRef) -> list[OfficeServiceRow]:
        """A customer's services, oldest first."""
        rows = self._at.run(_SERVICES_OF_CUSTOMER, {"brand_id": brand_id, "customer_ref": customer_ref})
        return [_SERVICE.read(found, self._at.vault) for found in rows]

    def operation(self, brand_id: BrandId, key: str) -> OfficeOperationRow | None:
        """What was done under this idempotency key, or None."""
        found = self._at.run(_OPERATION_BY_KEY, {"brand_id": brand_id, "key": key}).first()
        return None if found is None else _OPERATION.read(found, self._at.vault)

    def add_operation(self, row: OfficeOperationRow) -> bool:
        """Note what is done in this transaction; False (and nothing noted) when the key was used before."""
        return self._at.run(_ADD_OPERATION, _OPERATION.values(row, self._at.vault)).first() is not None

    def operations_of(self, brand_id: BrandId, service_ref: ServiceRef) -> list[OfficeOperationRow]:
        """What was done to a service, in order."""
        rows = self._at.run(_OPERATIONS_OF_SERVICE, {"brand_id": brand_id, "service_ref": service_ref})
        return [_OPERATION.read(found, self._at.vault) for found in rows]

    def put_charge(self, row: OfficeChargeRow) -> None:
        """Add a payment or overwrite it."""
        self._at.run(_PUT_CHARGE, _CHARGE.values(row, self._at.vault))

    def put_charges(self, rows: Sequence[OfficeChargeRow]) -> None:
        """``put_charge`` for many at once."""
        if rows:
            self._at.run(_PUT_CHARGE, [_CHARGE.values(row, self._at.vault) for row in rows])

    def charges_of(self, brand_id: BrandId, service_ref: ServiceRef) -> list[OfficeChargeRow]:
        """A service's payments, newest first."""
        rows = self._at.run(_CHARGES, {"brand_id": brand_id, "service_ref": service_ref})
        return [_CHARGE.read(found, self._at.vault) for found in rows]

    def put_order(self, row: OfficeOrderRow, lines: Sequence[OfficeOrderLineRow]) -> None:
        """Add an order with its lines, or overwrite them."""
        self._at.run(_PUT_ORDER, _ORDER.values(row, self._at.vault))
        self.put_lines(lines)

    def put_orders(self, rows: Sequence[OfficeOrderRow]) -> None:
        """Add orders without touching their lines, or overwrite them."""
        if rows:
            self._at.run(_PUT_ORDER, [_ORDER.values(row, self._at.vault) for row in rows])

    def put_lines(self, lines: Sequence[OfficeOrderLineRow]) -> None:
        """Overwrite lines of orders."""
        if lines:
            self._at.run(_PUT_LINE, [_LINE.values(line, self._at.vault) for line in lines])

    def order(self, brand_id: BrandId, ref: OrderRef) -> OfficeOrderRow | None:
        """The order, or None."""
        return self._order(_ORDER_BY_REF, brand_id, ref)

    def order_to_change(self, brand_id: BrandId, ref: OrderRef) -> OfficeOrderRow | None:
        """The order, or None; nobody else changes it until this unit of work ends."""
        return self._order(_ORDER_TO_CHANGE, brand_id, ref)

    def orders_of(self, brand_id: BrandId, customer_ref: CustomerRef) -> list[OfficeOrderRow]:
        """A customer's orders, newest first."""
        rows = self._at.run(_ORDERS_OF_CUSTOMER, {"brand_id": brand_id, "customer_ref": customer_ref})
        return [_ORDER.read(found, self._at.vault) for found in rows]

    def lines_of(self, brand_id: BrandId, order_ref: OrderRef) -> list[OfficeOrderLineRow]:
        """An order's lines, by ``ref``."""
        rows = self._at.run(_LINES, {"brand_id": brand_id, "order_ref": order_ref})
        return [_LINE.read(found, self._at.vault) for found in rows]

    def add_movements(self, rows: Sequence[OfficeMovementRow]) -> None:
        """Note what follows from a cancelled order."""
        if rows:
            self._at.run(_ADD_MOVEMENT, [_MOVEMENT.values(row, self._at.vault) for row in rows])

    def movements_of(self, brand_id: BrandId, order_ref: OrderRef) -> list[OfficeMovementRow]:
        """What followed from what was cancelled of an order."""
        rows = self._at.run(_MOVEMENTS, {"brand_id": brand_id, "order_ref": order_ref})
        return [_MOVEMENT.read(found, self._at.vault) for found in rows]

    def _order(self, statement: Select[Any], brand_id: BrandId, ref: OrderRef) -> OfficeOrderRow | None:
        found = self._at.run(statement, {"brand_id": brand_id, "ref": ref}).first()
        return None if found is None else _ORDER.read(found, self._at.vault)

    def _service(self, statement: Select[Any], brand_id: BrandId, ref: ServiceRef) -> OfficeServiceRow | None:
        found = self._at.run(statement, {"brand_id": brand_id, "ref": ref}).first()
        return None if found is None else _SERVICE.read(found, self._at.vault)

    def _customer_values(self, row: OfficeCustomerRow) -> dict[str, Any]:
        values = _CUSTOMER.values(row, self._at.vault)
        values["email_hash"] = self._hash(row.brand_id, "email", row.email)
        values["phone_hash"] = self._hash(row.brand_id, "phone", row.phone)
        return values

    def _hash(self, brand_id: BrandId, kind: str, value: str | None) -> bytes | None:
        return None if value is None else self._at.vault.blind_index(brand_id, kind, value)

    def _customers(self, statement: Select[Any], values: dict[str, Any]) -> list[OfficeCustomerRow]:
        customers = []
        for found in self._at.run(statement, values).all():
            try:
                customers.append(_CUSTOMER.read(found, self._at.vault))
            except Erased:
                continue
        return customers
