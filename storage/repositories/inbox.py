"""The inbox: what providers delivered, once each, in order per lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select, update

from dialogs.ids import AccountId, BrandId, InboxId
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally, upsert
from storage.tables import inbox


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One delivery. ``payload`` is None once it was processed; ``seq`` gives the order of arrival."""

    seq: int
    id: InboxId
    brand_id: BrandId
    account_id: AccountId
    provider_key: str
    lane: str
    state: str
    received_at: datetime
    processed_at: datetime | None
    attempts: int
    next_attempt_at: datetime
    error: str | None
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The provider delivered this before; ``original`` is the row that was kept then."""

    original: InboxRow


_ROW = Shape(inbox, InboxRow, key=("id",), sealed={"payload": bytes})
_i = inbox.c
_PENDING = literally("state = 'pending'")

_ADD = (
    upsert(inbox)
    .on_conflict_do_nothing(index_elements=["account_id", "provider_key"])
    .returning(_i.seq)
)  # fmt: skip
_BY_KEY = select(*_ROW.columns).where(
    _i.account_id == given("account_id"), _i.provider_key == given("provider_key")
)
_BY_ID = select(*_ROW.columns).where(_i.id == given("id"))
OF_LANE = (
    select(*_ROW.columns)
    .where(_i.lane == given("lane"), _PENDING)
    .order_by(_i.seq)
    .limit(given("limit"))
)  # fmt: skip
READY = (
    select(_i.lane)
    .where(_PENDING, _i.next_attempt_at <= like(_i.next_attempt_at, "now"))
    .order_by(_i.next_attempt_at, _i.seq)
    .limit(given("limit"))
)
_OLDEST = select(_i.received_at).where(_PENDING).order_by(_i.next_attempt_at).limit(1)
_PARKED = (
    select(*_ROW.columns)
    .where(_i.brand_id == given("brand_id"), literally("state = 'parked'"))
    .order_by(_i.seq)
    .limit(given("limit"))
)
_HOLD_LANE = (
    update(inbox)
    .where(
        _i.lane == given("the_lane"), _PENDING, _i.next_attempt_at <= like(_i.next_attempt_at, "now")
    )
    .values(next_attempt_at=like(_i.next_attempt_at, "until"))
)  # fmt: skip
_DELAY_LANE = (
    update(inbox)
    .where(
        _i.lane == given("the_lane"), _PENDING, _i.next_attempt_at < like(_i.next_attempt_at, "until")
    )
    .values(next_attempt_at=like(_i.next_attempt_at, "until"))
)  # fmt: skip
_MINE = update(inbox).where(_i.id == given("the_id"), _PENDING)
# What was processed waits in no lane: the keyed hash of its sender is not needed any more.
_DONE = _MINE.values(state="done", payload_enc=None, error=None, lane="")
_FAILED = _MINE.values(attempts=_i.attempts + 1).returning(_i.lane)
_PARK = _MINE.values(state="parked", attempts=_i.attempts + 1)
_REQUEUE = (
    update(inbox)
    .where(_i.id == given("the_id"), _i.brand_id == given("the_brand"), _i.state == "parked")
    .values(state="pending", attempts=0)
)
_SETTLE = (
    update(inbox)
    .where(_i.id == given("the_id"), _i.brand_id == given("the_brand"), _i.state == "parked")
    .values(state="done", payload_enc=None, lane="")
)
_UNPROCESSED = (
    select(*_ROW.columns)
    .where(
        _i.brand_id == given("brand_id"),
        literally("state IN ('pending', 'parked')"),
        _i.lane.in_(given("lanes", expanding=True)),
    )
    .order_by(_i.seq)
)
_FORGET = (
    update(inbox)
    .where(
        _i.brand_id == given("the_brand"),
        literally("state = 'parked'"),
        _i.lane.in_(given("the_lanes", expanding=True)),
    )
    .values(state="done", payload_enc=None, lane="", error=None)
)


class Inbox(Repository):
    """Deliveries. A lane names no person in plain text: make it from a keyed hash."""

    __slots__ = ()

    def store(
        self,
        brand_id: BrandId,
        account_id: AccountId,
        *,
        provider_key: str,
        lane: str,
        payload: bytes,
        now: datetime,
        hold: timedelta = timedelta(0),
    ) -> InboxRow | Duplicate:
        """Keep a delivery, or say that it was kept before.

        ``hold`` is how long the worker leaves it to the process that stored it.
        """
        row = InboxRow(
            0, InboxId(new_id()), brand_id, account_id, provider_key, lane, "pending", now, None, 0,
            now + hold, None, payload,
        )  # fmt: skip
        stored = self._add(row)
        if isinstance(stored, InboxRow):
            self._at.topics.add("inbox")
        return stored

    def note(
        self, brand_id: BrandId, account_id: AccountId, *, provider_key: str, now: datetime
    ) -> InboxRow | Duplicate:
        """Remember a delivery that is processed in this very transaction: its content is not kept."""
        row = InboxRow(
            0, InboxId(new_id()), brand_id, account_id, provider_key, "", "done", now, now, 0, now, None,
            None,
        )  # fmt: skip
        return self._add(row)

    def _add(self, row: InboxRow) -> InboxRow | Duplicate:
        values = _ROW.values(row, self._at.vault)
        del values["seq"]
        seq = self._at.run(_ADD, values).scalar()
        if seq is None:
            keys = {"account_id": row.account_id, "provider_key": row.provider_key}
            return Duplicate(_ROW.read(self._at.run(_BY_KEY, keys).one(), self._at.vault))
        return _with_seq(row, seq)

    def get(self, inbox_id: InboxId) -> InboxRow | None:
        """The delivery, or None."""
        found = self._at.run(_BY_ID, {"id": inbox_id}).first()
        return None if found is None else _ROW.read(found, self._at.vault)

    def pending_of_lane(self, lane: str, limit: int = 100) -> list[InboxRow]:
        """The lane's deliveries that are not processed, in order of arrival, whoever holds them."""
        return self._list(OF_LANE, {"lane": lane, "limit": limit})

    def claim_lanes(self, now: datetime, hold: timedelta, limit: int = 20) -> list[str]:
        """Lanes with something to process, longest overdue first, held for this caller for ``hold``.

        Whoever does not come back leaves them to the next claim after that time.
        """
        found = self._at.run(READY, {"now": now, "limit": limit * 10}).scalars().all()
        lanes = list(dict.fromkeys(found))[:limit]
        until = now + hold
        return [
            lane
            for lane in lanes
            if self._at.run(_HOLD_LANE, {"the_lane": lane, "now": now, "until": until}).rowcount
        ]

    def done(self, inbox_id: InboxId, now: datetime) -> bool:
        """Processed: the payload is no longer needed and removed. False when somebody else was faster."""
        return self._at.run(_DONE, {"the_id": inbox_id, "processed_at": now}).rowcount == 1

    def failed(self, inbox_id: InboxId, error: str, retry_at: datetime) -> bool:
        """Try again at ``retry_at``; its lane waits until then, to keep its order. False when not pending."""
        lane = self._at.run(_FAILED, {"the_id": inbox_id, "error": error}).scalar()
        if lane is None:
            return False
        self._at.run(_DELAY_LANE, {"the_lane": lane, "until": retry_at})
        return True

    def park(self, inbox_id: InboxId, error: str, now: datetime) -> bool:
        """Give up: it leaves its lane and is shown to a human. False when not pending."""
        values = {"the_id": inbox_id, "error": error, "processed_at": now}
        return self._at.run(_PARK, values).rowcount == 1

    def parked(self, brand_id: BrandId, limit: int = 100) -> list[InboxRow]:
        """What was given up, oldest first."""
        return self._list(_PARKED, {"brand_id": brand_id, "limit": limit})

    def requeue(self, brand_id: BrandId, inbox_id: InboxId, now: datetime) -> bool:
        """Process a parked delivery once more. False when it is not parked."""
        values = {"the_id": inbox_id, "the_brand": brand_id, "next_attempt_at": now, "processed_at": None}
        self._at.topics.add("inbox")
        return self._at.run(_REQUEUE, values).rowcount == 1

    def settle(self, brand_id: BrandId, inbox_id: InboxId, now: datetime) -> bool:
        """A person took care of a parked delivery: its payload is removed. False when it is not parked."""
        values = {"the_id": inbox_id, "the_brand": brand_id, "processed_at": now}
        return self._at.run(_SETTLE, values).rowcount == 1

    def unprocessed(self, brand_id: BrandId, lanes: Sequence[str]) -> list[InboxRow]:
        """What in these lanes was not processed yet or was given up, in order of arrival."""
        return self._list(_UNPROCESSED, {"brand_id": brand_id, "lanes": list(lanes)})

    def forget(self, brand_id: BrandId, lanes: Sequence[str]) -> None:
        """Remove the content of what was given up in the lanes of somebody who is erased."""
        self._at.run(_FORGET, {"the_brand": brand_id, "the_lanes": list(lanes)})

    def oldest_pending(self) -> datetime | None:
        """When the delivery that is due longest was received, or None: how far behind the worker is."""
        moment: datetime | None = self._at.run(_OLDEST).scalar()
        return moment

    def _list(self, statement: Select[Any], values: dict[str, Any]) -> list[InboxRow]:
        return [_ROW.read(found, self._at.vault) for found in self._at.run(statement, values)]


def _with_seq(row: InboxRow, seq: int) -> InboxRow:
    return InboxRow(
        seq, row.id, row.brand_id, row.account_id, row.provider_key, row.lane, row.state, row.received_at,
        row.processed_at, row.attempts, row.next_attempt_at, row.error, row.payload,
    )  # fmt: skip
