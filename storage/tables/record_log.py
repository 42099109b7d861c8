"""The log of a brand's sealed records: entries, the tree over them, and signed checkpoints.

What a row says is never changed, but for the tile at the tree's right edge, which fills up, and for when a
checkpoint was copied. No row refers to a record by a foreign key: what is in the log stays there, whatever
becomes of the record, or else nobody would see that something is missing.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

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
from storage.times import Milliseconds


def _brand_key() -> Any:
    return Field(sa_type=Text, primary_key=True, foreign_key="brand.id")


def _number_key() -> Any:
    return Field(sa_type=BigInteger, primary_key=True)


class RecordLog(SQLModel, table=True):
    """A brand's log: its name, how far it reaches, how far it is signed, and who appends just now."""

    __tablename__ = "record_log"

    brand_id: str = _brand_key()
    origin: str = text_column()
    size: int = number_column(default=0)
    signed_size: int = number_column(default=0)
    signed_at: datetime | None = time_column()
    fence: int = number_column(default=0)
    lease_owner: str | None = text_column()
    lease_until: datetime | None = time_column()


class RecordLogEntry(SQLModel, table=True):
    """One entry: the record that it is of, as it was when it was appended."""

    __tablename__ = "record_log_entry"
    __table_args__ = (UniqueConstraint("record_id", name="record_log_entry_record"),)

    brand_id: str = _brand_key()
    position: int = _number_key()
    record_id: str = text_column()
    number: str = text_column()
    digest: bytes = bytes_column()
    sealed_at: datetime = time_column()
    logged_at: datetime = time_column()


class RecordLogTile(SQLModel, table=True):
    """Up to 256 hashes of the tree that stand beside each other; level 0 are the leaves (C2SP tlog-tiles)."""

    __tablename__ = "record_log_tile"

    brand_id: str = _brand_key()
    level: int = _number_key()
    position: int = _number_key()
    hashes: bytes = bytes_column()


class RecordCheckpoint(SQLModel, table=True):
    """A signed checkpoint, and when a copy of it was put outside."""

    __tablename__ = "record_checkpoint"
    __table_args__ = (
        partial_index("record_checkpoint_uncopied", "brand_id", "size", where="copied_at IS NULL"),
    )

    brand_id: str = _brand_key()
    size: int = _number_key()
    signed_at: datetime = Field(sa_type=Milliseconds, primary_key=True)
    note: bytes = bytes_column()
    copied_at: datetime | None = time_column()


class RecordAudit(SQLModel, table=True):
    """What an audit of a brand's records came to."""

    __tablename__ = "record_audit"
    __table_args__ = (Index("record_audit_brand", "brand_id", "begun_at"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    begun_at: datetime = time_column()
    ended_at: datetime = time_column()
    report: dict[str, Any] = json_column()


record_log = table_of(RecordLog)
record_log_entry = table_of(RecordLogEntry)
record_log_tile = table_of(RecordLogTile)
record_checkpoint = table_of(RecordCheckpoint)
record_audit = table_of(RecordAudit)
