"""The sequencer: appends sealed records to their brand's log in batches, signs checkpoints, and copies them.

Records are confirmed without it, so that confirmations do not queue behind each other; they wait in the
order of their sealing. A batch is appended and signed in one transaction, under a lease: whoever is killed
has appended all of it or nothing, and two at once never append the same.
"""

import logging
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.records.log.checkpoints import Checkpoint, Forged, opened, sign
from bot.records.log.copies import Copies
from bot.records.log.stored import StoredTiles
from bot.records.log.tiles import Cut, grown
from bot.records.log.tree import leaf_hash
from bot.wiring import Application
from storage.errors import Conflict
from storage.ids import new_id
from storage.repositories.brands import BrandRow
from storage.repositories.record_log import CheckpointRow, LogRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.sequencer")

EVERY = timedelta(seconds=1)
"""How long records wait at least between two checkpoints."""
SIGNED_AGAIN = timedelta(days=1)
"""A log to which nothing was added is signed again after so long: it shows that nothing was."""
LEASE = timedelta(seconds=10)
BATCH = 256
COPIED_AT_ONCE = 100
_TOLD_EVERY = timedelta(minutes=1)


class NotExtending(Exception):
    """The tree does not begin with what was signed before. Nothing is appended to it, nor signed over it."""


class Sequencer:
    """Appends, signs and copies, for all brands of an installation. One a process.

    Args:
        every: a log that was signed less long ago, by whichever process, is left until then.
    """

    def __init__(self, app: Application, every: timedelta = timedelta(0)) -> None:
        self._app, self._every = app, every
        self._copies = Copies(app.settings.checkpoints)
        self._signed: dict[str, Checkpoint] = {}
        """What this process signed last, by the log's name: nobody can make it sign something else."""
        self._told: dict[str, datetime] = {}

    def go_on(self) -> int:
        """Append all that waits and sign it, then copy what is signed; how many records were appended."""
        now = self._app.clock()
        with self._app.database.read() as uow:
            waiting = uow.record_logs.to_be_done(now - SIGNED_AGAIN)
            brands = [brand for brand in uow.brands.all() if brand.id in waiting] if waiting else []
            brands = [brand for brand in brands if self._is_due(uow.record_logs.get(brand.id), now)]
        appended = sum(self._append_all(brand) for brand in brands)
        self._copy()
        return appended

    def _is_due(self, found: LogRow | None, now: datetime) -> bool:
        if found is None or found.signed_at is None:
            return True
        return not timedelta(0) <= now - found.signed_at < self._every

    def _append_all(self, brand: BrandRow) -> int:
        count = 0
        try:
            while (appended := self._append(brand)) == BATCH:
                count += appended
        except (NotExtending, Cut, Forged) as error:
            self._tell(
                brand.slug, f"nothing is appended to the log of {brand.slug}: {error}; see: cancelbot audit"
            )
            return count
        except Conflict as error:
            # Somebody else appended. Were it for ever, a place would be taken that should be free.
            self._tell(brand.slug, f"nothing is appended to the log of {brand.slug} just now: {error}")
            return count
        return count + appended

    def _append(self, brand: BrandRow) -> int:
        """Append a batch; all but a full one are signed."""
        now = self._app.clock()
        with self._app.database.write() as uow:
            found = uow.record_logs.acquire(brand.id, self._name(brand), self._app.owner, now, LEASE)
            if found is None:
                return 0
            tiles = StoredTiles(uow, brand.id)
            self._require_extension(uow, brand, found, tiles)
            records = uow.record_logs.waiting(brand.id, BATCH)
            if records:
                leaves = [leaf_hash(each.digest) for each in records]
                changed = grown(found.size, leaves, tiles)
                found = uow.record_logs.append(found, records, changed, now)
                tiles.put(changed)
            signed = None
            if len(records) < BATCH:
                signed = self._sign(uow, found, tiles, now)
                uow.record_logs.release(found)
        if signed is not None:
            self._signed[signed.origin] = signed
        return len(records)

    def _sign(self, uow: UnitOfWork, found: LogRow, tiles: StoredTiles, now: datetime) -> Checkpoint | None:
        is_old = found.signed_at is not None and found.signed_at < now - SIGNED_AGAIN
        if found.size == found.signed_size and not is_old:
            return None
        point = Checkpoint(found.origin, found.size, tiles.root(found.size))
        note = sign(point, uow.brands.signing_key(found.brand_id), now)
        uow.record_logs.add_checkpoint(found, note, now)
        return point

    def _require_extension(self, uow: UnitOfWork, brand: BrandRow, found: LogRow, tiles: StoredTiles) -> None:
        """A log signs nothing that contradicts what it signed before (C2SP tlog-checkpoint).

        Raises NotExtending, Cut; Forged where the newest checkpoint is not the brand's.
        """
        newest = uow.record_logs.newest_checkpoint(brand.id)
        points = set() if newest is None else {opened(newest.note, brand.signing_public).checkpoint}
        if found.origin in self._signed:
            points.add(self._signed[found.origin])
        for point in points:
            if point.origin != found.origin or point.size > found.size:
                raise NotExtending(f"its checkpoint covers {point.size} entries, it has {found.size}")
            if tiles.root(point.size) != point.root:
                raise NotExtending(f"its first {point.size} entries are not those that were signed")

    def _name(self, brand: BrandRow) -> str:
        """What a log is called that begins now: unique also where a brand of that name was here before."""
        return f"{urlsplit(self._app.settings.base_url).netloc}/records/{brand.slug}/{new_id()[-12:]}"

    def _copy(self) -> None:
        """Put copies of checkpoints outside; what cannot be written is tried again, and told."""
        with self._app.database.read() as uow:
            rows = uow.record_logs.uncopied(COPIED_AT_ONCE)
            brands = {row.brand_id: self._app.directory.brand(uow, row.brand_id) for row in rows}
        copied = []
        for row in rows:
            try:
                self._copy_one(brands[row.brand_id], row)
            except OSError as error:
                told = f"checkpoints cannot be copied to {self._copies.folder}: {error.strerror or error}"
                self._tell("copies", told)
                break
            except Forged as error:
                self._tell(f"copy {row.brand_id}", f"a checkpoint is not copied: {error}")
                continue
            copied.append(row)
        if copied:
            with self._app.database.write() as uow:
                uow.record_logs.mark_copied(copied, self._app.clock())

    def _copy_one(self, brand: BrandRow, row: CheckpointRow) -> None:
        """Raises OSError, Forged: what the brand did not sign goes nowhere."""
        origin = opened(row.note, brand.signing_public).checkpoint.origin
        self._copies.keep(brand.slug, origin, row.size, row.signed_at, row.note)

    def _tell(self, about: str, message: str) -> None:
        """Log an error, once a minute."""
        now = self._app.clock()
        if about not in self._told or not timedelta(0) <= now - self._told[about] < _TOLD_EVERY:
            self._told[about] = now
            log.error("%s", message)
