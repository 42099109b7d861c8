"""What the providers delivered, kept before it is acknowledged."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    number_column,
    partial_index,
    reference,
    sequence_column,
    table_of,
    text_column,
    time_column,
)


class Inbox(SQLModel, table=True):
    """One delivery of a provider; its key is unique per account, so that a repetition is recognised."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("id", name="inbox_id"),
        UniqueConstraint("account_id", "provider_key", name="inbox_account_key"),
        partial_index("inbox_lane", "lane", "seq", where="state = 'pending'"),
        partial_index("inbox_pending", "next_attempt_at", "seq", where="state = 'pending'"),
        partial_index("inbox_parked", "brand_id", "seq", where="state = 'parked'"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = sequence_column()
    id: str = text_column()
    brand_id: str = reference("brand.id")
    account_id: str = reference("account.id")
    provider_key: str = text_column()
    lane: str = text_column()
    state: str = text_column()
    received_at: datetime = time_column()
    processed_at: datetime | None = time_column()
    attempts: int = number_column(default=0)
    next_attempt_at: datetime = time_column()
    error: str | None = text_column()
    payload_enc: bytes | None = bytes_column()


inbox = table_of(Inbox)
