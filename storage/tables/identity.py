"""Codes that were sent to find out who is writing, and the limits on sending and guessing."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    number_column,
    reference,
    table_of,
    text_column,
    time_column,
)


class Challenge(SQLModel, table=True):
    """One identification by code. The code itself is derived when needed and stored nowhere."""

    __tablename__ = "challenge"
    __table_args__ = (Index("challenge_conversation", "conversation_id", "created_at"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    conversation_id: str = reference("conversation.id")
    case_id: str | None = reference("cancellation_case.id")
    person_id: str = reference("person.id")
    resend: int = number_column(default=0)
    sent: int = number_column(default=0)
    attempts: int = number_column(default=0)
    expires_at: datetime = time_column()
    used_at: datetime | None = time_column()
    created_at: datetime = time_column()
    destination_enc: bytes | None = bytes_column()
    customer_ref_enc: bytes | None = bytes_column()


class UsageLimit(SQLModel, table=True):
    """How much of a limit was used in one window of time. Buckets name no person in plain text."""

    __tablename__ = "usage_limit"
    __table_args__ = (
        PrimaryKeyConstraint("bucket", "window_start"),
        Index("usage_limit_window", "window_start"),
    )

    bucket: str = text_column()
    window_start: datetime = time_column()
    used: int = number_column()


challenge = table_of(Challenge)
usage_limit = table_of(UsageLimit)
