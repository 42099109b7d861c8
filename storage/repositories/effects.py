"""The dataclasses of the outbox."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dialogs.ids import BrandId, CaseId, ConversationId, EffectId, PersonId
from storage.repositories.rows import Shape
from storage.tables import effect

State = Literal["waiting", "queued", "due", "leased", "done", "parked", "unknown", "dropped"]


@dataclass(frozen=True, slots=True)
class NewEffect:
    """An effect to be done outside.

    ``key`` is its idempotency key, unique per brand. Effects of one ``lane`` are done in the order they were
    added; without a lane it has one of its own. With ``depends_on`` it waits until that effect is done, and
    joins its lane only then. With an ``epoch`` it is dropped once its conversation's epoch has moved on.
    With a ``person_id`` the payload is sealed for the person, otherwise for the brand.
    """

    brand_id: BrandId
    key: str
    kind: str
    payload: bytes
    due_at: datetime
    lane: str | None = None
    person_id: PersonId | None = None
    depends_on: EffectId | None = None
    case_id: CaseId | None = None
    conversation_id: ConversationId | None = None
    epoch: int | None = None
    id: EffectId | None = None


@dataclass(frozen=True, slots=True)
class EffectRow:
    """An effect as stored. ``attempts`` counts this attempt; ``fence`` is needed to finish it.

    ``tried_since``: when the first of these attempts began; one that a person asked for begins anew.
    """

    seq: int
    id: EffectId
    brand_id: BrandId
    person_id: PersonId | None
    key: str
    kind: str
    lane: str
    state: State
    due_at: datetime
    attempts: int
    fence: int
    lease_owner: str | None
    lease_until: datetime | None
    depends_on: EffectId | None
    case_id: CaseId | None
    conversation_id: ConversationId | None
    epoch: int | None
    provider_ref: str | None
    error: str | None
    created_at: datetime
    done_at: datetime | None
    tried_since: datetime | None
    payload: bytes
    result: bytes | None


@dataclass(frozen=True, slots=True)
class PutOff:
    """How many effects of a kind failed and wait to be tried again, and since when the oldest is tried."""

    number: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """An effect that this process may do now.

    ``interrupted``: somebody claimed it before and never came back, so it may have happened already.
    """

    effect: EffectRow
    interrupted: bool = False


SHAPE = Shape(effect, EffectRow, sealed={"payload": bytes, "result": bytes})
