"""Codes with which a chat is gone on with on another channel."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint
from sqlmodel import SQLModel

from storage.tables.columns import bytes_column, reference, table_of, time_column


class Continuation(SQLModel, table=True):
    """One code, of which only a keyed hash is kept; it is used once."""

    __tablename__ = "continuation"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "code_hash"),
        Index("continuation_conversation", "conversation_id"),
    )

    brand_id: str = reference("brand.id")
    code_hash: bytes = bytes_column()
    conversation_id: str = reference("conversation.id")
    customer_hash: bytes | None = bytes_column()
    created_at: datetime = time_column()
    expires_at: datetime = time_column()
    used_at: datetime | None = time_column()
    used_by: str | None = reference("conversation.id")


continuation = table_of(Continuation)
