"""The log of a brand's sealed records: appending to it, and reading what proofs and audits need.

Appending is conditional on the fence that the lease gave, and on the size that was read with it: whoever
lost the lease changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, insert, or_, select, update

from dialogs.ids import BrandId, RecordId
from storage.errors import Conflict
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like, literally, upsert
from storage.tables import record, record_checkpoint, record_log, record_log_entry, record_log_tile


@dataclass(frozen=True, slots=True)
class LogRow:
    """A log. `size` entries are in it, `signed_size` of them under the newest checkpoint."""

    brand_id: BrandId
    origin: str
    size: int
    signed_size: int
    signed_at: datetime | None
    fence: int
    lease_owner: str | None
    lease_until: datetime | None


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A sealed record that is not in the log yet."""

    id: RecordId
    number: str
    digest: bytes
    created_at: datetime


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of the log: the record at that position, as it was when it was appended."""

    brand_id: BrandId
    position: int
    record_id: RecordId
    number: str
    digest: bytes
    sealed_at: datetime
    logged_at: datetime


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """A signed checkpoint. `copied_at`: when a copy was put outside."""

    brand_id: BrandId
    size: int
    signed_at: datetime
    note: bytes
    copied_at: datetime | None


_l, _e, _t, _c = record_log.c, record_log_entry.c, record_log_tile.c, record_checkpoint.c

_LOG = Shape(record_log, LogRow, key=("brand_id",))
_BY_BRAND = select(*_LOG.columns).where(_l.brand_id == given("brand_id"))
_add_log = upsert(record_log).values(size=0, signed_size=0, fence=1)
_ACQUIRE = _add_log.on_conflict_do_update(
    index_elements=["brand_id"],
    set_={
        "lease_owner": _add_log.excluded.lease_owner,
        "lease_until": _add_log.excluded.lease_until,
        "fence": _l.fence + 1,
    },
    where=or_(
        _l.lease_until.is_(None),
        _l.lease_until <= like(_l.lease_until, "now"),
        _l.lease_owner == _add_log.excluded.lease_owner,
    ),
).returning(*_LOG.columns)
_HELD = update(record_log).where(
    _l.brand_id == given("the_brand"), _l.fence == given("the_fence"), _l.size == given("the_size")
)

_IS_WAITING = literally("position IS NULL")
WITH_WAITING = select(record.c.brand_id).where(_IS_WAITING).distinct()
_UNSIGNED = select(_l.brand_id).where(
    or_(
        _l.size > _l.signed_size,
        (_l.size > 0) & (_l.signed_at < like(_l.signed_at, "before")),
    )
)
WAITING = (
    select(record.c.id, record.c.number, record.c.digest, record.c.created_at)
    .where(
        record.c.brand_id == given("brand_id"),
        literally("record.position IS NULL"),
        # Nobody is appended twice, whatever was done to the mark of having been.
        ~exists().where(_e.record_id == record.c.id),
    )
    .order_by(record.c.created_at, record.c.id)
    .limit(given("limit"))
)
_PLACE = update(record).where(record.c.brand_id == given("the_brand"), record.c.id == given("the_record"))

_ENTRY = Shape(record_log_entry, EntryRow, key=("brand_id", "position"))
ENTRY_COLUMNS = _ENTRY.columns
_ADD_ENTRIES = insert(record_log_entry)
_ENTRIES = select(*_ENTRY.columns).where(_e.brand_id == given("brand_id"))
_OF_RECORD = _ENTRIES.where(_e.record_id == given("record_id"))
_ENTRIES_FROM = (
    _ENTRIES.where(_e.position >= given("first")).order_by(_e.position).limit(given("limit"))
)  # fmt: skip

_TILE = select(_t.hashes).where(
    _t.brand_id == given("brand_id"), _t.level == given("level"), _t.position == given("position")
)
_put_tile = upsert(record_log_tile)
_PUT_TILES = _put_tile.on_conflict_do_update(
    index_elements=["brand_id", "level", "position"], set_={"hashes": _put_tile.excluded.hashes}
)

_CHECKPOINT = Shape(record_checkpoint, CheckpointRow, key=("brand_id", "size"))
_ADD_CHECKPOINT = insert(record_checkpoint)
_CHECKPOINTS = select(*_CHECKPOINT.columns).where(_c.brand_id == given("brand_id"))
_OVER = _CHECKPOINTS.where(_c.size > given("position")).order_by(_c.size, _c.signed_at).limit(1)
_NEWEST = _CHECKPOINTS.order_by(_c.size.desc(), _c.signed_at.desc()).limit(1)
_CHECKPOINTS_AFTER = (
    _CHECKPOINTS.where(
        or_(
            _c.size > given("size"),
            (_c.size == given("size")) & (_c.signed_at > like(_c.signed_at, "signed_at")),
        )
    )
    .order_by(_c.size, _c.signed_at)
    .limit(given("limit"))
)
UNCOPIED = (
    select(*_CHECKPOINT.columns)
    .where(literally("copied_at IS NULL"))
    .order_by(_c.brand_id, _c.size)
    .limit(given("limit"))
)
_MARK_COPIED = update(record_checkpoint).where(
    _c.brand_id == given("the_brand"),
    _c.size == given("the_size"),
    _c.signed_at == like(_c.signed_at, "the_time"),
)


class RecordLogs(Repository):
    """The logs of the brands, a Merkle tree each, kept as tiles."""

    __slots__ = ()

    def get(self, brand_id: BrandId) -> LogRow | None:
        """The brand's log; None until its first record is appended."""
        found = self._at.run(_BY_BRAND, {"brand_id": brand_id}).first()
        return None if found is None else LogRow(*found)

    def to_be_done(self, signed_before: datetime) -> list[BrandId]:
        """The brands with records to append, or a log to sign.

        Args:
            signed_before: what was signed last before this moment is signed again.
        """
        found = [*self._at.run(WITH_WAITING), *self._at.run(_UNSIGNED, {"before": signed_before})]
        return sorted({row[0] for row in found})

    def acquire(
        self, brand_id: BrandId, origin: str, owner: str, now: datetime, lease: timedelta
    ) -> LogRow | None:
        """Take or renew the lease on appending, with a new fence; None while another process has it.

        Args:
            origin: the name of the log, where there is none yet.
        """
        values = {"brand_id": brand_id, "origin": origin, "lease_owner": owner}
        found = self._at.run(_ACQUIRE, {**values, "now": now, "lease_until": now + lease}).first()
        return None if found is None else LogRow(*found)

    def release(self, log: LogRow) -> None:
        """Let any other process append at once."""
        self._at.run(_HELD, {**_held(log), "lease_owner": None, "lease_until": None})

    def waiting(self, brand_id: BrandId, limit: int) -> list[WaitingRecord]:
        """The records that are not in the log yet, in the order of their sealing."""
        rows = self._at.run(WAITING, {"brand_id": brand_id, "limit": limit})
        return [WaitingRecord(*found) for found in rows]

    def append(
        self,
        log: LogRow,
        records: Sequence[WaitingRecord],
        tiles: Mapping[tuple[int, int], bytes],
        now: datetime,
    ) -> LogRow:
        """Append records, in this order.

        Args:
            tiles: those that change by it, by level and position.

        Raises Conflict when the lease was lost, or one of them is in the log already.
        """
        grown = replace(log, size=log.size + len(records))
        if self._at.run(_HELD, {**_held(log), "size": grown.size}).rowcount != 1:
            raise Conflict(f"the log of brand {log.brand_id} is another process's to append to")
        places = list(enumerate(records, log.size))
        self._at.run(_ADD_ENTRIES, [_entry_values(log.brand_id, *each, now) for each in places])
        self._at.run(
            _PLACE,
            [{"the_brand": log.brand_id, "the_record": each.id, "position": at} for at, each in places],
        )
        self._at.run(
            _PUT_TILES,
            [
                {"brand_id": log.brand_id, "level": level, "position": position, "hashes": hashes}
                for (level, position), hashes in tiles.items()
            ],
        )
        return grown

    def tile(self, brand_id: BrandId, level: int, position: int) -> bytes:
        """A tile's hashes, one after the other; none where there is no such tile."""
        values = {"brand_id": brand_id, "level": level, "position": position}
        return bytes(self._at.run(_TILE, values).scalar() or b"")

    def entry_of(self, brand_id: BrandId, record_id: RecordId) -> EntryRow | None:
        """Where a record is in the log; None while it waits."""
        found = self._at.run(_OF_RECORD, {"brand_id": brand_id, "record_id": record_id}).first()
        return None if found is None else EntryRow(*found)

    def entries(self, brand_id: BrandId, first: int, limit: int) -> list[EntryRow]:
        """Entries from a position on, in order."""
        rows = self._at.run(_ENTRIES_FROM, {"brand_id": brand_id, "first": first, "limit": limit})
        return [EntryRow(*found) for found in rows]

    def add_checkpoint(self, log: LogRow, note: bytes, now: datetime) -> LogRow:
        """Keep the signed checkpoint of a log as it stands. Raises Conflict when the lease was lost."""
        signed = {"signed_size": log.size, "signed_at": now}
        if self._at.run(_HELD, {**_held(log), **signed}).rowcount != 1:
            raise Conflict(f"the log of brand {log.brand_id} is another process's to sign")
        row = CheckpointRow(log.brand_id, log.size, now, note, None)
        self._at.run(_ADD_CHECKPOINT, _CHECKPOINT.values(row, self._at.vault))
        return replace(log, signed_size=log.size, signed_at=now)

    def checkpoint_over(self, brand_id: BrandId, position: int) -> CheckpointRow | None:
        """The first checkpoint that covers a position: the same one whenever it is asked for."""
        found = self._at.run(_OVER, {"brand_id": brand_id, "position": position}).first()
        return None if found is None else CheckpointRow(*found)

    def newest_checkpoint(self, brand_id: BrandId) -> CheckpointRow | None:
        """The checkpoint that covers most, and of those the last one."""
        found = self._at.run(_NEWEST, {"brand_id": brand_id}).first()
        return None if found is None else CheckpointRow(*found)

    def checkpoints(
        self, brand_id: BrandId, size: int, signed_at: datetime, limit: int
    ) -> list[CheckpointRow]:
        """The checkpoints after one of that size and time, in order."""
        values = {"brand_id": brand_id, "size": size, "signed_at": signed_at, "limit": limit}
        return [CheckpointRow(*found) for found in self._at.run(_CHECKPOINTS_AFTER, values)]

    def uncopied(self, limit: int) -> list[CheckpointRow]:
        """Checkpoints of any brand of which there is no copy outside."""
        return [CheckpointRow(*found) for found in self._at.run(UNCOPIED, {"limit": limit})]

    def mark_copied(self, rows: Sequence[CheckpointRow], now: datetime) -> None:
        """Copies of these are outside now."""
        for row in rows:
            which = {"the_brand": row.brand_id, "the_size": row.size, "the_time": row.signed_at}
            self._at.run(_MARK_COPIED, {**which, "copied_at": now})


def _held(log: LogRow) -> dict[str, Any]:
    return {"the_brand": log.brand_id, "the_fence": log.fence, "the_size": log.size}


def _entry_values(brand_id: BrandId, position: int, waiting: WaitingRecord, now: datetime) -> dict[str, Any]:
    return {
        "brand_id": brand_id,
        "position": position,
        "record_id": waiting.id,
        "number": waiting.number,
        "digest": waiting.digest,
        "sealed_at": waiting.created_at,
        "logged_at": now,
    }
