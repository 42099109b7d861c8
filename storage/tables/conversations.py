"""Conversations and their transcripts."""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    number_column,
    partial_index,
    reference,
    table_of,
    text_column,
    time_column,
)


class Conversation(SQLModel, table=True):
    """The thread with one address. At most one of an address is not closed."""

    __tablename__ = "conversation"
    __table_args__ = (
        partial_index("conversation_open", "address_id", where="status <> 'closed'", unique=True),
        Index("conversation_queue", "brand_id", "status", "waiting_since"),
        Index("conversation_recent", "brand_id", "status", "updated_at"),
        Index("conversation_updated", "updated_at"),
        Index("conversation_address", "address_id", "created_at"),
        Index("conversation_contact", "contact_id"),
        Index("conversation_case", "case_id"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    account_id: str = reference("account.id")
    address_id: str = reference("address.id")
    contact_id: str = reference("contact.id")
    person_id: str = reference("person.id")
    status: str = text_column()
    revision_id: str | None = reference("revision.id")
    locale: str = text_column()
    version: int = number_column()
    epoch: int = number_column()
    last_number: int = number_column()
    case_id: str | None = reference("cancellation_case.id")
    assignee_id: str | None = reference("agent.id")
    waiting_since: datetime | None = time_column()
    handoff_reason: str | None = text_column()
    unread: int = number_column(default=0)
    created_at: datetime = time_column()
    updated_at: datetime = time_column()
    state_enc: bytes = bytes_column()


class Message(SQLModel, table=True):
    """One line of a transcript, numbered within its conversation."""

    __tablename__ = "message"
    __table_args__ = (
        PrimaryKeyConstraint("conversation_id", "number"),
        partial_index("message_effect", "effect_id", where="effect_id IS NOT NULL"),
    )

    conversation_id: str = reference("conversation.id")
    brand_id: str = reference("brand.id")
    number: int = number_column()
    direction: str = text_column()
    author: str = text_column()
    agent_id: str | None = reference("agent.id")
    event_key: str | None = text_column()
    effect_id: str | None = text_column()
    delivery: str | None = text_column()
    at: datetime = time_column()
    body_enc: bytes = bytes_column()


conversation = table_of(Conversation)
message = table_of(Message)
