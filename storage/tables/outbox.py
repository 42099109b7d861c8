"""Effects: what is to be done outside, written in the transaction that decided it.

States:

``waiting``  the effect it depends on is not done yet; it holds no place in its lane meanwhile
``queued``   behind another effect of its lane
``due``      first of its lane, to be done at ``due_at``
``leased``   first of its lane, being done until ``lease_until``
``done``     done
``parked``   given up, for a human to look at
``unknown``  interrupted while it was done, nobody knows whether it happened
``dropped``  not wanted any more

A lane has at most one effect that is due or leased (the index ``effect_head`` holds it); whoever takes that
one out of the lane moves the next one up. So the work to claim is found by an index alone, however long
the backlog.
"""

from datetime import datetime

from sqlalchemy import Index, PrimaryKeyConstraint, UniqueConstraint
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

UNFINISHED = "state IN ('waiting', 'queued', 'due', 'leased')"
HEAD = "state IN ('due', 'leased')"


class Effect(SQLModel, table=True):
    """One effect; its key is unique per brand, so that it is added once."""

    __tablename__ = "effect"
    __table_args__ = (
        UniqueConstraint("id", name="effect_id"),
        UniqueConstraint("brand_id", "key", name="effect_brand_key"),
        partial_index("effect_head", "lane", where=HEAD, unique=True),
        partial_index("effect_due", "due_at", "seq", where="state = 'due'"),
        partial_index("effect_due_kind", "kind", "due_at", "seq", where="state = 'due'"),
        partial_index("effect_leased", "lease_until", where="state = 'leased'"),
        partial_index("effect_queued", "lane", "seq", where="state = 'queued'"),
        partial_index("effect_waiting", "depends_on", "seq", where="state = 'waiting'"),
        partial_index("effect_given_up", "brand_id", "seq", where="state IN ('parked', 'unknown')"),
        partial_index("effect_conversation", "conversation_id", where=UNFINISHED),
        Index("effect_person", "person_id"),
        partial_index("effect_case", "case_id", "seq", where="case_id IS NOT NULL"),
        partial_index("effect_provider_ref", "provider_ref", where="provider_ref IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = sequence_column()
    id: str = text_column()
    brand_id: str = reference("brand.id")
    person_id: str | None = reference("person.id")
    key: str = text_column()
    kind: str = text_column()
    lane: str = text_column()
    state: str = text_column()
    due_at: datetime = time_column()
    attempts: int = number_column(default=0)
    fence: int = number_column(default=0)
    lease_owner: str | None = text_column()
    lease_until: datetime | None = time_column()
    depends_on: str | None = reference("effect.id")
    case_id: str | None = reference("cancellation_case.id")
    conversation_id: str | None = reference("conversation.id")
    epoch: int | None = number_column()
    provider_ref: str | None = text_column()
    error: str | None = text_column()
    created_at: datetime = time_column()
    done_at: datetime | None = time_column()
    tried_since: datetime | None = time_column()
    payload_enc: bytes = bytes_column()
    result_enc: bytes | None = bytes_column()


class EarlyReport(SQLModel, table=True):
    """What became of a message that is not marked as sent yet: a provider can be faster than our commit."""

    __tablename__ = "early_report"
    __table_args__ = (
        PrimaryKeyConstraint("brand_id", "message_id", "state"),
        Index("early_report_received", "brand_id", "received_at"),
    )

    brand_id: str = reference("brand.id")
    message_id: str = text_column()
    state: str = text_column()
    unreachable: bool
    opted_out: bool
    received_at: datetime = time_column()


effect = table_of(Effect)
early_report = table_of(EarlyReport)
