"""Transcripts: messages numbered within their conversation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, Select, insert, select, update

from dialogs.ids import AgentId, BrandId, ConversationId, EffectId, PersonId
from storage.repositories.conversations import ConversationRow
from storage.repositories.rows import Repository
from storage.statements import given
from storage.tables import conversation, message

Direction = Literal["in", "out", "note", "event"]
Author = Literal["customer", "bot", "agent", "system"]
Delivery = Literal["queued", "unknown", "sent", "delivered", "failed", "dropped"]

# A status report may come late or twice: a delivery only moves forward to these.
_EARLIER: dict[Delivery, tuple[Delivery, ...]] = {
    "queued": (),
    "unknown": ("queued",),
    "sent": ("queued", "unknown"),
    "failed": ("queued", "unknown", "sent"),
    "dropped": ("queued",),
    "delivered": ("queued", "unknown", "sent", "failed"),
}


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be appended; ``body`` is JSON (text, choices, media), kept as it is."""

    direction: Direction
    author: Author
    body: bytes
    at: datetime
    agent_id: AgentId | None = None
    event_key: str | None = None
    effect_id: EffectId | None = None
    delivery: Delivery | None = None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message of a transcript; ``number`` counts from 1 in its conversation."""

    conversation_id: ConversationId
    number: int
    direction: Direction
    author: Author
    agent_id: AgentId | None
    event_key: str | None
    effect_id: EffectId | None
    delivery: Delivery | None
    at: datetime
    body: bytes


_m = message.c
# The person is that of the conversation, and so is the brand that is asked for.
_ROWS = (
    select(
        conversation.c.person_id, _m.conversation_id, _m.number, _m.direction, _m.author, _m.agent_id,
        _m.event_key, _m.effect_id, _m.delivery, _m.at, _m.body_enc,
    )
    .join_from(message, conversation, conversation.c.id == _m.conversation_id)
    .where(_m.conversation_id == given("conversation_id"), conversation.c.brand_id == given("brand_id"))
    .limit(given("limit"))
)  # fmt: skip
_SINCE = _ROWS.where(_m.number > given("number")).order_by(_m.number)
_BEFORE = _ROWS.where(_m.number < given("number")).order_by(_m.number.desc())
_NUMBER_OF = select(_m.number).where(
    _m.conversation_id == given("conversation_id"),
    _m.brand_id == given("brand_id"),
    _m.event_key == given("event_key"),
)
_ADD = insert(message)
_SET_DELIVERY = (
    update(message)
    .where(_m.effect_id == given("the_effect"), _m.delivery.in_(given("earlier", expanding=True)))
    .returning(_m.conversation_id, _m.number)
)
_QUEUE_AGAIN = (
    update(message)
    .where(_m.effect_id == given("the_effect"))
    .values(delivery="queued")
    .returning(_m.conversation_id)
)


class Messages(Repository):
    """What was said, in order."""

    __slots__ = ()

    def append(
        self, to: ConversationRow, messages: Sequence[NewMessage]
    ) -> tuple[ConversationRow, list[MessageRow]]:
        """Add messages after the conversation's last number.

        Returns the conversation with its new ``last_number``, which the caller saves in the same transaction.
        Raises Conflict when somebody else appended in between.
        """
        rows = [_numbered(to, to.last_number + index, new) for index, new in enumerate(messages, start=1)]
        if rows:
            self._at.run(_ADD, [self._values(to, row) for row in rows])
        return replace(to, last_number=to.last_number + len(rows)), rows

    def since(
        self, brand_id: BrandId, conversation_id: ConversationId, number: int, limit: int = 1000
    ) -> list[MessageRow]:
        """The messages after a number, in order. Raises Erased."""
        values = {"brand_id": brand_id, "conversation_id": conversation_id}
        return self._list(_SINCE, {**values, "number": number, "limit": limit})

    def before(
        self, brand_id: BrandId, conversation_id: ConversationId, number: int, limit: int = 50
    ) -> list[MessageRow]:
        """The last messages before a number, in order: a page further up. Raises Erased."""
        values = {"brand_id": brand_id, "conversation_id": conversation_id}
        return self._list(_BEFORE, {**values, "number": number, "limit": limit})[::-1]

    def number_of(self, brand_id: BrandId, conversation_id: ConversationId, event_key: str) -> int | None:
        """The number of the message that a delivery of the provider became, or None."""
        values = {"brand_id": brand_id, "conversation_id": conversation_id, "event_key": event_key}
        number: int | None = self._at.run(_NUMBER_OF, values).scalar()
        return number

    def set_delivery(self, effect_id: EffectId, delivery: Delivery) -> tuple[ConversationId, int] | None:
        """Move the delivery of the message that an effect sends forward.

        Returns the message's conversation and number, or None when it was that far already.
        """
        values = {"the_effect": effect_id, "earlier": _EARLIER[delivery], "delivery": delivery}
        found = self._at.run(_SET_DELIVERY, values).first()
        if found is None:
            return None
        self._at.topics.add(f"conversation:{found[0]}")
        return found[0], found[1]

    def queue_again(self, effect_id: EffectId) -> None:
        """What was given up is sent once more: its delivery begins anew."""
        conversation_id = self._at.run(_QUEUE_AGAIN, {"the_effect": effect_id}).scalar()
        if conversation_id is not None:
            self._at.topics.add(f"conversation:{conversation_id}")

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> list[MessageRow]:
        return [self._read(found) for found in self._at.run(statement, values)]

    def _read(self, found: Row[*tuple[Any, ...]]) -> MessageRow:
        person_id, *plain, sealed = list(found)
        values = [*plain, self._at.vault.open(person_id, sealed, _purpose(plain[0], plain[1]))]
        return MessageRow(*values)

    def _values(self, to: ConversationRow, row: MessageRow) -> dict[str, Any]:
        return {
            "brand_id": to.brand_id,
            "conversation_id": row.conversation_id,
            "number": row.number,
            "direction": row.direction,
            "author": row.author,
            "agent_id": row.agent_id,
            "event_key": row.event_key,
            "effect_id": row.effect_id,
            "delivery": row.delivery,
            "at": row.at,
            "body_enc": self._seal(to.person_id, row),
        }

    def _seal(self, person_id: PersonId, row: MessageRow) -> bytes:
        return self._at.vault.seal(person_id, row.body, _purpose(row.conversation_id, row.number))


def _numbered(to: ConversationRow, number: int, new: NewMessage) -> MessageRow:
    return MessageRow(
        to.id, number, new.direction, new.author, new.agent_id, new.event_key, new.effect_id, new.delivery,
        new.at, new.body,
    )  # fmt: skip


def _purpose(conversation_id: ConversationId, number: int) -> str:
    return f"message:body:{conversation_id}:{number}"
