"""The statements of the outbox, built once. What they are for is told where ``Outbox`` runs them.

Conditions on ``state`` are written out, because neither database recognises a partial index behind a
parameter. ``FOR UPDATE SKIP LOCKED`` is left out on SQLite, where a writer is alone anyway.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    CTE,
    ColumnElement,
    Executable,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    select,
    update,
)

from storage.repositories.effects import SHAPE
from storage.statements import given, like, literally, upsert
from storage.tables import conversation, effect
from storage.tables.outbox import UNFINISHED

_e = effect.c
_head = effect.alias("head")
_next = effect.alias("next")
_needed = effect.alias("needed")

_LANE_HAS_HEAD = exists().where(
    _head.c.lane == given("the_lane", type_=Text), literally("head.state IN ('due', 'leased')")
)
_DEPENDENCY_IS_OPEN = and_(
    given("the_dependency", type_=Text).is_not(None),
    ~exists().where(_needed.c.id == given("the_dependency", type_=Text), literally("needed.state = 'done'")),
)


def _word(state: str) -> ColumnElement[str]:
    return literal_column(f"'{state}'", Text)


# Adding finds the effect's state: waiting for its dependency, queued in its lane, or due.
_ADDED = upsert(effect).on_conflict_do_nothing(index_elements=["brand_id", "key"])
ADD = _ADDED.values(
    state=case((_DEPENDENCY_IS_OPEN, _word("waiting")), (_LANE_HAS_HEAD, _word("queued")), else_=_word("due"))
)
ADD_LEASED = _ADDED.returning(_e.seq)

# One key a lane; in one order, so that two who lock several do not wait for each other.
LOCK = select(
    func.pg_advisory_xact_lock(
        func.hashtextextended(func.unnest(bindparam("keys", type_=ARRAY(Text))), literal_column("0"))
    )
)

# --- claiming

_EPOCH = (
    select(conversation.c.epoch)
    .where(conversation.c.id == _e.conversation_id)
    .correlate(effect)
    .scalar_subquery()
    .label("current_epoch")
)
_LEASED = {
    "state": "leased",
    "attempts": _e.attempts + 1,
    "fence": _e.fence + 1,
    "lease_owner": given("the_owner"),
    "lease_until": like(_e.lease_until, "until"),
    "tried_since": case(
        (and_(_e.attempts > 0, _e.tried_since.is_not(None)), _e.tried_since),
        else_=like(_e.tried_since, "now"),
    ),
}
_RETURNED = (*SHAPE.columns, _EPOCH)
_OF_KIND = _e.kind == given("the_kind")


def _picked(*conditions: ColumnElement[bool], order: Sequence[ColumnElement[Any]]) -> CTE:
    return (
        select(_e.seq)
        .where(*conditions)
        .order_by(*order)
        .limit(given("limit"))
        .with_for_update(skip_locked=True)
        .cte("picked")
    )


def _claim(picked: CTE) -> Executable:
    chosen = _e.seq.in_(select(picked.c.seq))
    return update(effect).where(chosen).values(_LEASED).returning(*_RETURNED)


_IS_DUE: Sequence[Any] = (literally("state = 'due'"), _e.due_at <= like(_e.due_at, "now"))
_HAS_EXPIRED: Sequence[Any] = (
    literally("state = 'leased'"), _e.lease_until <= like(_e.lease_until, "now")
)  # fmt: skip
_BY_DUE = (_e.due_at, _e.seq)
_CLAIM_DUE = _claim(_picked(*_IS_DUE, order=_BY_DUE))
_CLAIM_DUE_OF_KIND = _claim(_picked(*_IS_DUE, _OF_KIND, order=_BY_DUE))
_CLAIM_EXPIRED = _claim(_picked(*_HAS_EXPIRED, order=(_e.lease_until,)))
_CLAIM_EXPIRED_OF_KIND = _claim(_picked(*_HAS_EXPIRED, _OF_KIND, order=(_e.lease_until,)))

CLAIM_ONE = (
    update(effect)
    .where(_e.id == given("the_id"), *_IS_DUE)
    .values(_LEASED)
    .returning(*_RETURNED)
)  # fmt: skip


def claims(kinds: Sequence[str] | None) -> Iterator[tuple[Executable, dict[str, str], bool]]:
    """The statements that claim, with their parameters and whether what they claim was interrupted."""
    if kinds is None:
        yield _CLAIM_EXPIRED, {}, True
        yield _CLAIM_DUE, {}, False
        return
    # One statement a kind: each walks its own part of an index and stops at the limit.
    for kind in kinds:
        yield _CLAIM_EXPIRED_OF_KIND, {"the_kind": kind}, True
    for kind in kinds:
        yield _CLAIM_DUE_OF_KIND, {"the_kind": kind}, False


# --- finishing

HELD = update(effect).where(
    _e.id == given("the_id"), _e.fence == given("the_fence"), literally("state = 'leased'")
)
MOVE_UP = (
    update(effect)
    .where(
        _e.seq
        == select(func.min(_next.c.seq))
        .where(_next.c.lane == given("the_lane", type_=Text), literally("next.state = 'queued'"))
        .scalar_subquery(),
        ~_LANE_HAS_HEAD,
    )
    .values(state="due")
)
DEPENDENTS = (
    select(_e.id, _e.lane)
    .where(_e.depends_on == given("the_dependency"), literally("state = 'waiting'"))
    .order_by(_e.seq)
)
_STATE_IN_LANE = case((_LANE_HAS_HEAD, _word("queued")), else_=_word("due"))
RELEASE = (
    update(effect)
    .where(_e.id == given("the_id"), literally("state = 'waiting'"))
    .values(state=_STATE_IN_LANE)
)  # fmt: skip

# --- dropping what nobody is doing just now


@dataclass(frozen=True)
class Droppable:
    """The lanes of certain effects that nobody is doing just now, and dropping those effects."""

    lanes: Executable
    drop: Executable


def _droppable(*conditions: ColumnElement[bool]) -> Droppable:
    nobody_does_it: Sequence[Any] = (literally(UNFINISHED), literally("state <> 'leased'"), *conditions)
    return Droppable(
        lanes=select(_e.lane).where(*nobody_does_it),
        drop=update(effect).where(*nobody_does_it).values(state="dropped").returning(_e.id),
    )


DROP_STALE = _droppable(_e.conversation_id == given("the_conversation"), _e.epoch < given("new_epoch"))
DROP_OF_CASE = _droppable(_e.case_id == given("the_case"), _e.kind == given("the_kind"))
DROP_OF_PERSON = _droppable(_e.person_id == given("the_person"))
DROP_OF_BRAND = _droppable(_e.brand_id == given("the_brand"))

# --- by what came in meanwhile

# Whoever is doing it has an older fence from now on.
SETTLE_BY_KEY = (
    update(effect)
    .where(
        _e.brand_id == given("the_brand"), _e.key == given("the_key"), literally("state IN ('due', 'leased')")
    )
    .values(fence=_e.fence + 1, lease_until=None)
)

# --- by hand

_GIVEN_UP = literally("state IN ('parked', 'unknown')")
_ROWS = select(*SHAPE.columns).where(_e.brand_id == given("brand_id"))
GIVEN_UP = _ROWS.where(_GIVEN_UP).order_by(_e.seq).limit(given("limit"))
GIVEN_UP_OF_LANE = _ROWS.where(_GIVEN_UP, _e.lane == given("lane")).order_by(_e.seq)
GIVEN_UP_LANE = select(_e.lane).where(_e.brand_id == given("brand_id"), _e.id == given("id"), _GIVEN_UP)
_THE_GIVEN_UP = update(effect).where(
    _e.brand_id == given("the_brand"), _e.id == given("the_id"), _GIVEN_UP
)  # fmt: skip
REQUEUE = _THE_GIVEN_UP.values(state=_STATE_IN_LANE, attempts=0, done_at=None)
RESOLVE = _THE_GIVEN_UP
REWRITE = update(effect).where(_e.id == given("the_id"))

# --- erased persons

_OF_PERSONS = _e.person_id.in_(given("the_persons", expanding=True))
BEING_DONE = (
    select(_e.id)
    .where(_OF_PERSONS, literally("state = 'leased'"), _e.lease_until > like(_e.lease_until, "now"))
    .limit(1)
)
DROP_GIVEN_UP = update(effect).where(_OF_PERSONS, _GIVEN_UP).values(state="dropped")
# What a provider said of a person's message can name them.
FORGET = update(effect).where(_OF_PERSONS).values(error=None, provider_ref=None)

# --- reading

BY_PERSONS = _ROWS.where(_OF_PERSONS).order_by(_e.seq)

BY_ID = _ROWS.where(_e.id == given("id"))
BY_KEY = _ROWS.where(_e.key == given("key"))
BY_PROVIDER_REF = _ROWS.where(_e.provider_ref == given("provider_ref"))
OF_CASE = _ROWS.where(_e.case_id == given("case_id")).order_by(_e.seq)
# One statement for each partial index.
KINDS_IN_LANE = (
    select(_e.kind).where(_e.lane == given("lane"), literally("state IN ('due', 'leased')")),
    select(_e.kind).where(_e.lane == given("lane"), literally("state = 'queued'")),
)
UNDER_WAY = (
    select(_e.id)
    .where(
        _e.brand_id == given("brand_id"),
        literally("state = 'leased'"),
        _e.lease_until > like(_e.lease_until, "now"),
    )
    .limit(1)
)
PUT_OFF = (
    select(_e.kind, func.count(), func.min(_e.tried_since))
    .where(
        _e.brand_id == given("brand_id"),
        literally("state = 'due'"),
        _e.attempts > 0,
        _e.kind.in_(given("kinds", expanding=True)),
    )
    .group_by(_e.kind)
)
OLDEST_DUE = select(_e.due_at).where(literally("state = 'due'")).order_by(_e.due_at).limit(1)
