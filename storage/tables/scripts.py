"""Revisions: the immutable versions of a brand's scripts."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    key_column,
    number_column,
    partial_index,
    reference,
    table_of,
    text_column,
    time_column,
)


class Revision(SQLModel, table=True):
    """One version of a script with its texts; at most one of a script is published."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("brand_id", "script", "number", name="revision_number"),
        partial_index("revision_published", "brand_id", "script", where="status = 'published'", unique=True),
        Index("revision_brand", "brand_id", "created_at"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    script: str = text_column()
    number: int = number_column()
    body: str = text_column()
    digest: str = text_column()
    author: str = text_column()
    message: str = text_column()
    status: str = text_column()
    created_at: datetime = time_column()
    published_at: datetime | None = time_column()


revision = table_of(Revision)
