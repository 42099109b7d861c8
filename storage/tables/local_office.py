"""The built-in back office: customers, services, charges and what was done to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, PrimaryKeyConstraint, text
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    json_column,
    number_column,
    reference,
    table_of,
    text_column,
    time_column,
)


class OfficeCustomer(SQLModel, table=True):
    """A customer as the brand's own system knows them."""

    __tablename__ = "bo_customer"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_customer_spelled", "brand_id", text("lower(ref)")),
        Index("bo_customer_email", "brand_id", "email_hash"),
        Index("bo_customer_phone", "brand_id", "phone_hash"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    person_id: str = reference("person.id")
    risk: str = text_column()
    email_hash: bytes | None = bytes_column()
    phone_hash: bytes | None = bytes_column()
    name_enc: bytes = bytes_column()
    email_enc: bytes | None = bytes_column()
    phone_enc: bytes | None = bytes_column()
    postal_enc: bytes | None = bytes_column()


class OfficeService(SQLModel, table=True):
    """A subscription, membership or contract. Money in minor units of its currency."""

    __tablename__ = "bo_service"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_service_customer", "brand_id", "customer_ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    customer_ref: str = text_column()
    name: str = text_column()
    plan: str = text_column()
    price_minor: int = number_column()
    currency: str = text_column()
    interval: str = text_column()
    status: str = text_column()
    started_on: date
    paid_until: date | None
    ended_on: date | None
    terms: dict[str, Any] = json_column()
    alternatives: list[Any] = json_column()
    applied: dict[str, Any] | None = json_column()


class OfficeOperation(SQLModel, table=True):
    """What was done under which idempotency key, and the answer that a repetition gets again."""

    __tablename__ = "bo_operation"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "key"),
        Index("bo_operation_service", "brand_id", "service_ref"),
    )

    brand_id: str = reference("brand.id")
    key: str = text_column()
    kind: str = text_column()
    service_ref: str = text_column()
    result: dict[str, Any] = json_column()
    created_at: datetime = time_column()


class OfficeCharge(SQLModel, table=True):
    """A payment that was taken. Money in minor units."""

    __tablename__ = "bo_charge"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_charge_service", "brand_id", "service_ref", "charged_on"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    service_ref: str = text_column()
    amount_minor: int = number_column()
    currency: str = text_column()
    charged_on: date
    status: str = text_column()


class OfficeOrder(SQLModel, table=True):
    """A retail order. Money in minor units of its currency."""

    __tablename__ = "bo_order"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_order_customer", "brand_id", "customer_ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    customer_ref: str = text_column()
    placed_on: date
    currency: str = text_column()
    shipping_minor: int = number_column()
    tax_minor: int = number_column(default=0)


class OfficeOrderLine(SQLModel, table=True):
    """A line of an order, and how many of it were cancelled. The price is that of one."""

    __tablename__ = "bo_order_line"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_order_line_order", "brand_id", "order_ref", "ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    order_ref: str = text_column()
    name: str = text_column()
    ordered: int = number_column()
    cancelled: int = number_column()
    price_minor: int = number_column()
    state: str = text_column()
    deadline: date | None


class OfficeOrderPayment(SQLModel, table=True):
    """What an order was paid with: one row a means of payment. Money in minor units."""

    __tablename__ = "bo_order_payment"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_order_payment_order", "brand_id", "order_ref", "ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    order_ref: str = text_column()
    method: str = text_column()
    amount_minor: int = number_column()


class OfficeReturn(SQLModel, table=True):
    """Things of an order that are to come back, and where they are. The amount is paid back for them."""

    __tablename__ = "bo_return"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_return_order", "brand_id", "order_ref", "ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    order_ref: str = text_column()
    line_ref: str = text_column()
    cause: str = text_column()
    quantity: int = number_column()
    amount_minor: int = number_column()
    currency: str = text_column()
    status: str = text_column()
    return_by: date
    tracking: str | None = text_column()
    note: str | None = text_column()
    changed_on: date
    label: str | None = text_column()


class OfficeMovement(SQLModel, table=True):
    """What follows from a cancelled order for stock and till: things that come back, and money."""

    __tablename__ = "bo_movement"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_movement_order", "brand_id", "order_ref", "ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    order_ref: str = text_column()
    line_ref: str | None = text_column()
    kind: str = text_column()
    quantity: int = number_column()
    amount_minor: int = number_column()
    currency: str = text_column()
    made_on: date


class OfficeRefund(SQLModel, table=True):
    """Money that is paid back. Money in minor units; ``item_ref`` is a service or an order."""

    __tablename__ = "bo_refund"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "ref"),
        Index("bo_refund_item", "brand_id", "item_ref", "ref"),
    )

    brand_id: str = reference("brand.id")
    ref: str = text_column()
    item_ref: str = text_column()
    charge_ref: str | None = text_column()
    cause: str = text_column()
    method: str = text_column()
    amount_minor: int = number_column()
    currency: str = text_column()
    status: str = text_column()
    issued_on: date
    expected_on: date
    paid_on: date | None


bo_customer = table_of(OfficeCustomer)
bo_service = table_of(OfficeService)
bo_operation = table_of(OfficeOperation)
bo_charge = table_of(OfficeCharge)
bo_order = table_of(OfficeOrder)
bo_order_line = table_of(OfficeOrderLine)
bo_movement = table_of(OfficeMovement)
bo_refund = table_of(OfficeRefund)
bo_order_payment = table_of(OfficeOrderPayment)
bo_return = table_of(OfficeReturn)
