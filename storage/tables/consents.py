"""What people agreed to, refused and were told."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    reference,
    table_of,
    text_column,
    time_column,
)


class Consent(SQLModel, table=True):
    """One thing that somebody agreed to, took back or was told. Rows are added and never changed."""

    __tablename__ = "consent"
    __table_args__ = (Index("consent_person", "person_id", "at"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    person_id: str = reference("person.id")
    address_id: str = reference("address.id")
    channel: str = text_column()
    subject: str = text_column()
    act: str = text_column()
    how: str = text_column()
    at: datetime = time_column()
    words_enc: bytes | None = bytes_column()


consent = table_of(Consent)
