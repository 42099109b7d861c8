"""Proofs out of the database: what of the log's tree they need is read, a few tiles each."""

from bot.records.log.checkpoints import Checkpoint, opened, read
from bot.records.log.proofs import Consistency, Proof
from bot.records.log.tiles import Place, node_in
from bot.records.log.tree import consistency_ranges, inclusion_ranges, range_hash
from dialogs.ids import BrandId
from storage.repositories.cases import RecordRow
from storage.unit_of_work import UnitOfWork


class StoredTiles:
    """A log's tiles, each read once."""

    def __init__(self, uow: UnitOfWork, brand: BrandId) -> None:
        self._uow, self._brand = uow, brand
        self._known: dict[Place, bytes] = {}

    def __call__(self, level: int, position: int) -> bytes:
        place = level, position
        if place not in self._known:
            self._known[place] = self._uow.record_logs.tile(self._brand, level, position)
        return self._known[place]

    def put(self, tiles: dict[Place, bytes]) -> None:
        """What is written in the same transaction."""
        self._known |= tiles

    def root(self, size: int) -> bytes:
        """The root over the first entries. Raises Cut."""
        return range_hash(0, size, node_in(self))


def proof_of(uow: UnitOfWork, row: RecordRow) -> Proof | None:
    """The proof that a record is in its brand's log; None while no checkpoint covers it.

    It leads to the first checkpoint that does, so that it is the same whenever it is asked for.
    Raises Cut where the tree was damaged.
    """
    entry = uow.record_logs.entry_of(row.brand_id, row.id)
    point = None if entry is None else uow.record_logs.checkpoint_over(row.brand_id, entry.position)
    if entry is None or point is None:
        return None
    node_of = node_in(StoredTiles(uow, row.brand_id))
    path = tuple(range_hash(*each, node_of) for each in inclusion_ranges(entry.position, point.size))
    return Proof(entry.position, path, point.note, row.number)


class NotOurs(ValueError):
    """A checkpoint that the log cannot be held against. The message says why."""


def consistency_of(uow: UnitOfWork, brand: BrandId, old: bytes, public_key: bytes) -> Consistency:
    """The proof that the log, as it stands, begins with what an older checkpoint covers.

    Args:
        old: the signed note.
        public_key: the brand's, 32 raw bytes.

    Raises:
        Forged: the brand did not sign that checkpoint.
        NotOurs: it is another log's, or covers more than there is.
        Cut: the tree was damaged.
    """
    before = opened(old, public_key).checkpoint
    newest = uow.record_logs.newest_checkpoint(brand)
    now = None if newest is None else read(newest.note)
    if newest is None or now is None or now.origin != before.origin:
        raise NotOurs(f"the checkpoint is one of the log {before.origin}, which is not there any more")
    if now.size < before.size:
        raise NotOurs(f"the checkpoint covers {before.size} entries, of which the log has only {now.size}")
    return Consistency(_path(uow, brand, before, now), old, newest.note)


def _path(uow: UnitOfWork, brand: BrandId, before: Checkpoint, now: Checkpoint) -> tuple[bytes, ...]:
    node_of = node_in(StoredTiles(uow, brand))
    return tuple(range_hash(*each, node_of) for each in consistency_ranges(before.size, now.size))
