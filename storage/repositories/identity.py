"""Challenges (codes that were sent) and limits on use."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from dialogs.ids import BrandId, CaseId, ChallengeId, ConversationId, CustomerRef, PersonId
from storage.ids import new_id
from storage.repositories.conversations import ConversationRow
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, upsert
from storage.tables import challenge, usage_limit


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """An identification by code. The code is derived from the id and ``resend``, and stored nowhere.

    ``destination`` and ``customer_ref`` are None while unknown, which is also the case of a stranger.
    """

    id: ChallengeId
    brand_id: BrandId
    conversation_id: ConversationId
    case_id: CaseId | None
    person_id: PersonId
    resend: int
    sent: int
    attempts: int
    expires_at: datetime
    used_at: datetime | None
    created_at: datetime
    destination: str | None
    customer_ref: CustomerRef | None


_ROW = Shape(challenge, ChallengeRow, sealed={"destination": str, "customer_ref": str})
_c = challenge.c
_BY_ID = select(*_ROW.columns).where(_c.brand_id == given("brand_id"), _c.id == given("id"))
_OF_CONVERSATION = (
    select(*_ROW.columns)
    .where(_c.brand_id == given("brand_id"), _c.conversation_id == given("conversation_id"))
    .order_by(_c.created_at, _c.id)
)
_LATEST = (
    select(*_ROW.columns)
    .where(_c.brand_id == given("brand_id"), _c.conversation_id == given("conversation_id"))
    .order_by(_c.created_at.desc(), _c.id.desc())
    .limit(1)
)
_ADD = insert(challenge)
_THE_ONE = update(challenge).where(_c.brand_id == given("the_brand"), _c.id == given("the_id"))
_USABLE = _THE_ONE.where(_c.used_at.is_(None), _c.expires_at > like(_c.expires_at, "now"))
_ATTEMPT = (
    _USABLE.where(_c.attempts < given("most"))
    .values(attempts=_c.attempts + 1)
    .returning(*_ROW.columns)
)  # fmt: skip
_USE = _USABLE
_RESEND = (
    _THE_ONE.where(_c.used_at.is_(None), _c.resend < given("most"))
    .values(resend=_c.resend + 1)
    .returning(*_ROW.columns)
)
_SENT = _THE_ONE.values(sent=_c.sent + 1)

_u = usage_limit.c
_use = upsert(usage_limit)
_SPEND = _use.on_conflict_do_update(
    index_elements=["bucket", "window_start"],
    set_={"used": _u.used + _use.excluded.used},
    where=_u.used + _use.excluded.used <= given("most"),
).returning(_u.used)
_USED = select(_u.used).where(
    _u.bucket == given("bucket"), _u.window_start == like(_u.window_start, "window_start")
)
_FORGET = delete(usage_limit).where(_u.window_start < like(_u.window_start, "before"))


class Challenges(Repository):
    """Codes that were sent. An attempt is counted before anybody compares anything."""

    __slots__ = ()

    def create(
        self,
        conversation: ConversationRow,
        *,
        now: datetime,
        expires_at: datetime,
        case_id: CaseId | None = None,
        destination: str | None = None,
        customer_ref: CustomerRef | None = None,
        challenge_id: ChallengeId | None = None,
    ) -> ChallengeRow:
        """Begin an identification."""
        row = ChallengeRow(
            challenge_id or ChallengeId(new_id()), conversation.brand_id, conversation.id, case_id,
            conversation.person_id, 0, 0, 0, expires_at, None, now, destination, customer_ref,
        )  # fmt: skip
        self._at.run(_ADD, _ROW.values(row, self._at.vault))
        return row

    def get(self, brand_id: BrandId, challenge_id: ChallengeId) -> ChallengeRow | None:
        """The challenge, or None. Raises Erased."""
        return self._one(_BY_ID, {"brand_id": brand_id, "id": challenge_id})

    def latest_of(self, brand_id: BrandId, conversation_id: ConversationId) -> ChallengeRow | None:
        """The conversation's newest challenge, or None. Raises Erased."""
        return self._one(_LATEST, {"brand_id": brand_id, "conversation_id": conversation_id})

    def of_conversation(self, brand_id: BrandId, conversation_id: ConversationId) -> list[ChallengeRow]:
        """The conversation's challenges, oldest first. Raises Erased."""
        values = {"brand_id": brand_id, "conversation_id": conversation_id}
        return [_ROW.read(found, self._at.vault) for found in self._at.run(_OF_CONVERSATION, values)]

    def resolve(self, row: ChallengeRow, destination: str | None, customer_ref: CustomerRef | None) -> None:
        """Keep what the look-up found."""
        found = ChallengeRow(
            row.id, row.brand_id, row.conversation_id, row.case_id, row.person_id, row.resend, row.sent,
            row.attempts, row.expires_at, row.used_at, row.created_at, destination, customer_ref,
        )  # fmt: skip
        values = _ROW.values(found, self._at.vault)
        sealed = {name: values[name] for name in ("destination_enc", "customer_ref_enc")}
        self._at.run(_THE_ONE, {"the_brand": row.brand_id, "the_id": row.id, **sealed})

    def attempt(
        self, brand_id: BrandId, challenge_id: ChallengeId, now: datetime, most: int
    ) -> ChallengeRow | None:
        """Count an attempt. None when used, expired, or ``most`` attempts were made: compare nothing."""
        values = {"the_brand": brand_id, "the_id": challenge_id, "now": now, "most": most}
        return self._one(_ATTEMPT, values)

    def use(self, brand_id: BrandId, challenge_id: ChallengeId, now: datetime) -> bool:
        """Mark as used, once. False when it was used or expired before."""
        values = {"the_brand": brand_id, "the_id": challenge_id, "now": now, "used_at": now}
        return self._at.run(_USE, values).rowcount == 1

    def resend(
        self, brand_id: BrandId, challenge_id: ChallengeId, expires_at: datetime, most: int
    ) -> ChallengeRow | None:
        """Go on to the next code, valid until then; attempts count on.

        None when used, or ``most`` were sent again already.
        """
        keys = {"the_brand": brand_id, "the_id": challenge_id, "most": most}
        return self._one(_RESEND, {**keys, "expires_at": expires_at})

    def note_sent(self, brand_id: BrandId, challenge_id: ChallengeId) -> None:
        """Count a code that went out."""
        self._at.run(_SENT, {"the_brand": brand_id, "the_id": challenge_id})

    def _one(self, statement: Any, values: dict[str, Any]) -> ChallengeRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _ROW.read(found, self._at.vault)


class Limits(Repository):
    """How often something may be done within a window of time. Buckets must not name a person."""

    __slots__ = ()

    def spend(self, bucket: str, window: timedelta, most: int, now: datetime, amount: int = 1) -> bool:
        """Use up ``amount`` of at most ``most`` in the current window; False (and nothing used) beyond.

        Windows are fixed: they begin at multiples of their length since 1970.
        """
        if amount > most:
            return False
        values = {"bucket": bucket, "window_start": _window_start(now, window), "used": amount}
        return self._at.run(_SPEND, {**values, "most": most}).first() is not None

    def used(self, bucket: str, window: timedelta, now: datetime) -> int:
        """How much was used in the current window."""
        values = {"bucket": bucket, "window_start": _window_start(now, window)}
        return self._at.run(_USED, values).scalar() or 0

    def forget(self, before: datetime) -> int:
        """Remove the windows that began before a moment; how many."""
        return self._at.run(_FORGET, {"before": before}).rowcount


def _window_start(now: datetime, window: timedelta) -> datetime:
    epoch = datetime.fromtimestamp(0, now.tzinfo)
    return now - (now - epoch) % window
