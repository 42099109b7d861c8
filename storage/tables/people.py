"""Persons with their keys, the contacts they are to a brand, and the addresses they write from."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    partial_index,
    reference,
    table_of,
    text_column,
    time_column,
)


class Person(SQLModel, table=True):
    """The holder of a data key. Without the key nothing sealed for the person can be read."""

    __tablename__ = "person"
    __table_args__ = (
        Index("person_master_key", "master_key_id"),
        partial_index("person_living", "brand_id", "id", where="erased_at IS NULL"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    wrapped_key: bytes | None = bytes_column()
    master_key_id: str | None = text_column()
    erased_at: datetime | None = time_column()


class Contact(SQLModel, table=True):
    """Somebody known by addresses; linked to a customer by identification."""

    __tablename__ = "contact"
    __table_args__ = (
        Index("contact_customer", "brand_id", "customer_ref_hash"),
        Index("contact_person", "person_id"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    person_id: str = reference("person.id")
    customer_ref_hash: bytes | None = bytes_column()
    customer_ref_enc: bytes | None = bytes_column()
    created_at: datetime = time_column()


class Address(SQLModel, table=True):
    """One sender at one account."""

    __tablename__ = "address"
    __table_args__ = (
        UniqueConstraint("account_id", "sender_hash", name="address_account_sender"),
        Index("address_contact", "contact_id"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    account_id: str = reference("account.id")
    contact_id: str = reference("contact.id")
    person_id: str = reference("person.id")
    sender_hash: bytes = bytes_column()
    sender_enc: bytes = bytes_column()
    opted_out_at: datetime | None = time_column()
    unreachable_at: datetime | None = time_column()
    created_at: datetime = time_column()


class OptOut(SQLModel, table=True):
    """A sender who wants no more messages and whose person was erased: only the keyed hash is left."""

    __tablename__ = "opt_out"
    __table_args__ = (PrimaryKeyConstraint("account_id", "sender_hash"),)

    account_id: str = reference("account.id")
    sender_hash: bytes = bytes_column()
    brand_id: str = reference("brand.id")
    since: datetime = time_column()


person = table_of(Person)
contact = table_of(Contact)
address = table_of(Address)
opt_out = table_of(OptOut)
