"""Brands and their ends of the channels."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    json_column,
    key_column,
    reference,
    table_of,
    text_column,
    time_column,
)


class Brand(SQLModel, table=True):
    """A client business. Everything else belongs to one."""

    __tablename__ = "brand"
    __table_args__ = (UniqueConstraint("slug", name="brand_slug"),)

    id: str = key_column()
    slug: str = text_column()
    name: str = text_column()
    zone: str = text_column()
    currency: str = text_column()
    locale: str = text_column()
    locales: list[str] = json_column()
    pack: str = text_column()
    record_prefix: str = text_column()
    settings: dict[str, Any] = json_column()
    demo: bool
    created_at: datetime = time_column()
    master_key_id: str = text_column()
    lookup_key_wrapped: bytes = bytes_column()
    data_key_wrapped: bytes = bytes_column()
    signing_public: bytes = bytes_column()
    signing_private_wrapped: bytes = bytes_column()


class Account(SQLModel, table=True):
    """A brand's end of a channel: a bot, a number, a widget, a mailbox."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("kind", "address", name="account_kind_address"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    kind: str = text_column()
    name: str = text_column()
    address: str = text_column()
    settings: dict[str, Any] = json_column()
    created_at: datetime = time_column()


brand = table_of(Brand)
account = table_of(Account)
