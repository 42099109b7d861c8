"""Cancellations, their sealed records, and those as files."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    key_reference,
    number_column,
    partial_index,
    reference,
    table_of,
    text_column,
    time_column,
)


class CancellationCase(SQLModel, table=True):
    """One cancellation. ("case" alone is a reserved word of SQL.)

    A trigger refuses a status that goes back: see migration 0019. A migration that makes this table anew
    makes that one anew, too.
    """

    __tablename__ = "cancellation_case"
    __table_args__ = (
        # One open case per service or order line of a brand.
        partial_index(
            "case_open_item", "brand_id", "item_hash", where="closed_at IS NULL AND item_hash IS NOT NULL",
            unique=True,
        ),
        partial_index("case_undecided", "brand_id", "declared_at", where="status = 'requested'"),
        Index("case_declared", "brand_id", "declared_at"),
        Index("case_contact", "contact_id"),
        Index("case_customer", "brand_id", "customer_hash"),
    )  # fmt: skip

    id: str = key_column()
    brand_id: str = reference("brand.id")
    contact_id: str = reference("contact.id")
    person_id: str = reference("person.id")
    customer_hash: bytes | None = bytes_column()
    item_hash: bytes | None = bytes_column()
    status: str = text_column()
    declared_at: datetime = time_column()
    accepted_at: datetime | None = time_column()
    executed_at: datetime | None = time_column()
    reconciled_at: datetime | None = time_column()
    closed_at: datetime | None = time_column()
    decision: str | None = text_column()
    offer_kind: str | None = text_column()
    version: int = number_column()
    created_at: datetime = time_column()
    data_enc: bytes = bytes_column()


class CaseEntry(SQLModel, table=True):
    """A step of a case, or a reason given later. Entries are added; a trigger refuses to change them."""

    __tablename__ = "case_entry"
    __table_args__ = (PrimaryKeyConstraint("case_id", "version"),)

    case_id: str = reference("cancellation_case.id")
    version: int = number_column()
    brand_id: str = reference("brand.id")
    person_id: str = reference("person.id")
    status: str = text_column()
    standing: str = text_column()
    at: datetime = time_column()
    reason_enc: bytes | None = bytes_column()


class Record(SQLModel, table=True):
    """A termination record: sealed body, digest and signature. One of a kind per case."""

    __tablename__ = "record"
    __table_args__ = (
        UniqueConstraint("brand_id", "number", name="record_brand_number"),
        UniqueConstraint("case_id", "kind", name="record_case_kind"),
        Index("record_person", "person_id"),
        Index("record_created", "brand_id", "created_at"),
        # What waits for its place in the log, in the order of sealing.
        partial_index("record_waiting", "brand_id", "created_at", "id", where="position IS NULL"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    case_id: str = reference("cancellation_case.id")
    person_id: str = reference("person.id")
    kind: str = text_column()
    number: str = text_column()
    digest: bytes = bytes_column()
    signature: bytes = bytes_column()
    key_id: str = text_column()
    created_at: datetime = time_column()
    position: int | None = number_column()
    body_enc: bytes = bytes_column()


class RecordDocument(SQLModel, table=True):
    """A record as a file, in one form: as it was first made, and so as it is sent again."""

    __tablename__ = "record_document"
    __table_args__ = (
        Index("document_person", "person_id"),
        Index("document_digest", "brand_id", "digest"),
    )

    record_id: str = key_reference("record.id")
    form: str = key_column()
    brand_id: str = reference("brand.id")
    person_id: str = reference("person.id")
    digest: bytes = bytes_column()
    sealed_by: str = text_column()
    created_at: datetime = time_column()
    content_enc: bytes = bytes_column()


cancellation_case = table_of(CancellationCase)
case_entry = table_of(CaseEntry)
record = table_of(Record)
record_document = table_of(RecordDocument)
