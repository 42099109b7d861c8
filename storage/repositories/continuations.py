"""Codes with which a chat is gone on with on another channel: kept as keyed hashes, used once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from dialogs.ids import BrandId, ConversationId
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like
from storage.tables import continuation


@dataclass(frozen=True, slots=True)
class ContinuationRow:
    """A code. `customer_hash` is who the chat it was shown in belonged to then; None where nobody knew."""

    brand_id: BrandId
    code_hash: bytes
    conversation_id: ConversationId
    customer_hash: bytes | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: ConversationId | None = None


_ROW = Shape(continuation, ContinuationRow, key=("code_hash",))
_c = continuation.c
_ADD = insert(continuation)
_BY_CODE = select(*_ROW.columns).where(_c.brand_id == given("brand_id"), _c.code_hash == given("code_hash"))
_USE = update(continuation).where(
    _c.brand_id == given("the_brand"),
    _c.code_hash == given("the_hash"),
    _c.used_at.is_(None),
    _c.expires_at > like(_c.expires_at, "now"),
)
_END = update(continuation).where(
    _c.brand_id == given("the_brand"),
    _c.conversation_id == given("the_conversation"),
    _c.used_at.is_(None),
    _c.expires_at > like(_c.expires_at, "now"),
)
_FORGET = delete(continuation).where(
    _c.brand_id == given("brand_id"), _c.conversation_id.in_(given("conversations", expanding=True))
)


class Continuations(Repository):
    """The codes; the code itself is stored nowhere."""

    __slots__ = ()

    def add(self, row: ContinuationRow) -> None:
        """Keep a code's hash; earlier ones of the chat end. Raises Conflict for one given out before."""
        keys = {"the_brand": row.brand_id, "the_conversation": row.conversation_id}
        self._at.run(_END, {**keys, "now": row.created_at, "expires_at": row.created_at})
        self._at.run(_ADD, _ROW.values(row, self._at.vault))

    def get(self, brand_id: BrandId, code_hash: bytes) -> ContinuationRow | None:
        """The code with this hash, or None."""
        found = self._at.run(_BY_CODE, {"brand_id": brand_id, "code_hash": code_hash}).first()
        return None if found is None else _ROW.read(found, self._at.vault)

    def use(self, brand_id: BrandId, code_hash: bytes, by: ConversationId, now: datetime) -> bool:
        """Use it up, once. False when it was used or ended before."""
        values: dict[str, Any] = {"the_brand": brand_id, "the_hash": code_hash, "now": now}
        return self._at.run(_USE, {**values, "used_at": now, "used_by": by}).rowcount == 1

    def forget(self, brand_id: BrandId, conversations: Sequence[ConversationId]) -> None:
        """Remove the codes of chats that are erased: nobody can go on with them."""
        self._at.run(_FORGET, {"brand_id": brand_id, "conversations": list(conversations)})
