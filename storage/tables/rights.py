"""What stands against erasing somebody, and what is left to show that somebody was erased."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    json_column,
    key_column,
    number_column,
    partial_index,
    reference,
    table_of,
    text_column,
    time_column,
)


class LegalHold(SQLModel, table=True):
    """Nothing of a customer, or a single record, is erased until this is released. One at a time of each."""

    __tablename__ = "legal_hold"
    __table_args__ = (
        partial_index(
            "legal_hold_customer", "brand_id", "customer_hash",
            where="released_at IS NULL AND customer_hash IS NOT NULL", unique=True,
        ),
        partial_index(
            "legal_hold_record", "brand_id", "record_number",
            where="released_at IS NULL AND record_number IS NOT NULL", unique=True,
        ),
    )  # fmt: skip

    id: str = key_column()
    brand_id: str = reference("brand.id")
    customer_hash: bytes | None = bytes_column()
    record_number: str | None = text_column()
    who: str = text_column()
    since: datetime = time_column()
    released_at: datetime | None = time_column()
    customer_enc: bytes | None = bytes_column()
    reason_enc: bytes | None = bytes_column()


class Erasure(SQLModel, table=True):
    """That somebody was erased: counts and record numbers, nothing about the person."""

    __tablename__ = "erasure"
    __table_args__ = (
        Index("erasure_at", "brand_id", "at"),
        Index("erasure_customer", "brand_id", "customer_hash"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    customer_hash: bytes | None = bytes_column()
    cause: str = text_column()
    at: datetime = time_column()
    conversations: int = number_column()
    messages: int = number_column()
    cases: int = number_column()
    records: list[Any] = json_column()
    kept: list[Any] = json_column()


legal_hold = table_of(LegalHold)
erasure = table_of(Erasure)
