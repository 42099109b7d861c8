"""What the running processes keep: the position of a poller, settings, and the sandbox's outgoing mail."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import (
    json_column,
    key_column,
    number_column,
    reference,
    sequence_column,
    table_of,
    text_column,
    time_column,
)


class Poller(SQLModel, table=True):
    """How far an account's updates were read, and which process reads them now."""

    __tablename__ = "poller"

    account_id: str = Field(sa_type=Text, primary_key=True, foreign_key="account.id")
    brand_id: str = reference("brand.id")
    position: int = number_column(default=0)
    lease_owner: str | None = text_column()
    lease_until: datetime | None = time_column()
    fence: int = number_column(default=0)


class Setting(SQLModel, table=True):
    """A value of the installation itself, such as whether it is a demo."""

    __tablename__ = "setting"

    key: str = key_column()
    value: str = text_column()


class SandboxMessage(SQLModel, table=True):
    """What the demo would have sent. Plain text: the demo holds no real person."""

    __tablename__ = "sandbox_message"
    __table_args__ = (
        UniqueConstraint("id", name="sandbox_message_id"),
        Index("sandbox_message_channel", "brand_id", "channel", "seq"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = sequence_column()
    id: str = text_column()
    brand_id: str = reference("brand.id")
    account_id: str | None = reference("account.id")
    channel: str = text_column()
    recipient: str = text_column()
    subject: str | None = text_column()
    body: str = text_column()
    buttons: list[Any] | None = json_column()
    meta: dict[str, Any] | None = json_column()
    created_at: datetime = time_column()


poller = table_of(Poller)
setting = table_of(Setting)
sandbox_message = table_of(SandboxMessage)
