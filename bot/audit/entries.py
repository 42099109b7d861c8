"""The log's entries, one after the other, held against the records and the leaves of the tree."""

from datetime import datetime

from bot.audit.scope import PAGE, SLACK, Pages, Scope
from bot.records.log.stored import StoredTiles
from bot.records.log.tiles import HASH_BYTES, WIDTH
from bot.records.log.tree import leaf_hash
from storage.repositories.auditing import RecordHead
from storage.repositories.record_log import EntryRow
from storage.unit_of_work import UnitOfWork


def look_at_entries(scope: Scope) -> Pages:
    """Whether every place has its entry, every entry its record, and all are in order."""
    walk = _Walk(scope)
    while walk.place < scope.size:
        with scope.database.read() as uow:
            page = uow.auditing.placed(scope.brand.id, walk.place, PAGE)
            tiles = StoredTiles(uow, scope.brand.id)
            for entry, record in page:
                if entry.position < scope.size:
                    walk.look_at(uow, tiles, entry, record)
        if len(page) < PAGE:
            break
        yield
    if walk.place < scope.size:
        missing = scope.size - walk.place
        what = f"the log should have {scope.size} entries and ends after {walk.place}: {missing} are missing"
        scope.ledger.find("log_cut", what)


class _Walk:
    """Where the walk stands, and what it has seen."""

    def __init__(self, scope: Scope) -> None:
        self._scope, self._find = scope, scope.ledger.find
        self.place = 0
        self._sealed: datetime | None = None
        """The latest time at which one of those before was sealed."""

    def look_at(
        self, uow: UnitOfWork, tiles: StoredTiles, entry: EntryRow, record: RecordHead | None
    ) -> None:
        for place in range(self.place, entry.position):
            number = uow.auditing.number_at(entry.brand_id, place)
            self._find("entry_removed", f"there is no entry {place + 1} in the log", number)
        self.place = entry.position + 1
        self._scope.ledger.count("entries")
        leaf = _leaf(tiles, entry.position)
        if record is None:
            what = f"entry {self.place} is of the record {entry.number}, which is gone"
            self._find("record_deleted", what, entry.number)
        else:
            self._compare(entry, record, leaf)
        if leaf != leaf_hash(entry.digest):
            what = f"entry {self.place} is not the one of which the tree has the hash"
            self._find("entry_edited", what, entry.number)
        self._look_at_times(entry)

    def _compare(self, entry: EntryRow, record: RecordHead, leaf: bytes) -> None:
        number = record.number
        if record.digest != entry.digest and leaf != leaf_hash(record.digest):
            what = f"the record of entry {self.place} has another digest than the one that was logged"
            self._find("record_edited", what, number)
        if number != entry.number:
            what = f"the record of entry {self.place} was logged as {entry.number} and is called {number}"
            self._find("record_relabelled", what, entry.number)
        if record.created_at != entry.sealed_at:
            what = (
                f"it is dated {_said(record.created_at)}, and was logged as sealed {_said(entry.sealed_at)}"
            )
            self._find("record_redated", what, number)
        if record.position != entry.position:
            said = "none" if record.position is None else f"place {record.position + 1}"
            self._find("entry_moved", f"it is entry {self.place}, and the record says {said}", number)

    def _look_at_times(self, entry: EntryRow) -> None:
        if self._sealed is not None and entry.sealed_at < self._sealed - SLACK:
            what = f"entry {self.place} is dated {_said(entry.sealed_at)}, after one of {_said(self._sealed)}"
            self._find("entry_out_of_order", what, entry.number)
        if entry.sealed_at > entry.logged_at + SLACK:
            what = f"it was logged {_said(entry.logged_at)} and is dated {_said(entry.sealed_at)}"
            self._find("entry_dated_ahead", what, entry.number)
        self._sealed = max(self._sealed or entry.sealed_at, entry.sealed_at)


def _leaf(tiles: StoredTiles, position: int) -> bytes:
    tile, place = divmod(position, WIDTH)
    return tiles(0, tile)[place * HASH_BYTES : (place + 1) * HASH_BYTES]


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
