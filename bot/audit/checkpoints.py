"""What was signed, in the database and outside, held against the log as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.audit.scope import PAGE, SLACK, Pages, Scope
from bot.records.log.checkpoints import Checkpoint, Forged, opened
from bot.records.log.copies import Copies, Copy
from bot.records.log.stored import StoredTiles
from bot.records.log.tiles import Cut
from storage.repositories.record_log import CheckpointRow, LogRow
from storage.unit_of_work import UnitOfWork

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_NAMED = 5
"""Records that are named of those among which something was changed."""


def look_at_checkpoints(scope: Scope, copies: Copies) -> Pages:
    """Whether the database's checkpoints are the brand's, hold for the log, and have their copies."""
    follower = _Follower(scope)
    size, signed_at, uncopied = 0, _LONG_AGO, 0
    covered, missing = 0, 0
    while True:
        with scope.database.read() as uow:
            page = uow.record_logs.checkpoints(scope.brand.id, size, signed_at, PAGE)
            held = _Held.of(uow, scope)
            for row in page:
                scope.ledger.count("checkpoints")
                point = _opened(scope, row)
                if point is None:
                    continue
                covered = max(covered, point.size)
                follower.follow(held, point, f"the checkpoint of {_said(row.signed_at)}")
                missing += row.copied_at is not None and not copies.has(
                    scope.brand.slug, point.origin, row.size, row.signed_at
                )
                uncopied += row.copied_at is None and row.signed_at < scope.before
        if len(page) < PAGE:
            break
        size, signed_at = page[-1].size, page[-1].signed_at
        yield
    _find_missing(scope, copies, covered, missing, uncopied)


def look_at_copies(scope: Scope, copies: Iterable[Copy]) -> Pages:
    """Whether what the brand signed, and is kept outside, holds for the log."""
    follower = _Follower(scope)
    page: list[Copy] = []
    for copy in copies:
        page.append(copy)
        if len(page) == PAGE:
            _look_at_copies(scope, follower, page)
            page = []
            yield
    _look_at_copies(scope, follower, page)


def _look_at_copies(scope: Scope, follower: "_Follower", page: list[Copy]) -> None:
    with scope.database.read() as uow:
        held = _Held.of(uow, scope)
        for copy in page:
            scope.ledger.count("copies")
            try:
                point = opened(copy.note, scope.brand.signing_public).checkpoint
            except Forged as error:
                scope.ledger.find("checkpoint_forged", f"{copy.path}: {error}")
                continue
            if follower.follow(held, point, str(copy.path)) and not uow.auditing.has_checkpoint(
                scope.brand.id, point.size, copy.note
            ):
                scope.ledger.find("checkpoint_removed", f"{copy.path} is not in the database")


def _opened(scope: Scope, row: CheckpointRow) -> Checkpoint | None:
    try:
        signed = opened(row.note, scope.brand.signing_public)
    except Forged as error:
        scope.ledger.find("checkpoint_forged", f"the checkpoint of {_said(row.signed_at)}: {error}")
        return None
    is_dated = signed.at is not None and abs(signed.at - row.signed_at) < timedelta(seconds=1)
    if not is_dated or signed.checkpoint.size != row.size:
        what = f"it stands at {row.size} entries and {_said(row.signed_at)}, and says something else"
        scope.ledger.find("checkpoint_redated", what)
    return signed.checkpoint


def _find_missing(scope: Scope, copies: Copies, covered: int, missing: int, uncopied: int) -> None:
    log = scope.log
    if log is not None and covered < log.size and _has_waited(scope):
        what = f"{log.size - covered} of {log.size} entries are under no checkpoint"
        scope.ledger.find("log_unsigned", what)
    if missing:
        what = f"{missing} checkpoints that were copied are not in {copies.folder}"
        scope.ledger.find("copy_missing", what)
    if uncopied:
        scope.ledger.find("copy_not_made", f"{uncopied} checkpoints are not in {copies.folder} yet")


def _has_waited(scope: Scope) -> bool:
    with scope.database.read() as uow:
        last = uow.record_logs.entries(scope.brand.id, scope.size - 1, 1)
    return not last or last[0].logged_at < scope.begun_at - SLACK


@dataclass(frozen=True, slots=True)
class _Held:
    """The log as it is now: it may have grown since the audit began, and what was signed with it."""

    log: LogRow | None
    tiles: StoredTiles

    @classmethod
    def of(cls, uow: UnitOfWork, scope: Scope) -> "_Held":
        # After what was signed was read, which then is of no more than this.
        return cls(uow.record_logs.get(scope.brand.id), StoredTiles(uow, scope.brand.id))


class _Follower:
    """Follows the checkpoints of a log, and tells of the first that it does not agree with."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._held = 0
        """The largest size at which log and checkpoint agreed."""
        self._told: set[str] = set()

    def follow(self, held: _Held, point: Checkpoint, where: str) -> bool:
        """Whether it holds for the log. What does not is told once, of the first that shows it."""
        log = held.log
        if log is None or point.origin != log.origin:
            return self._tell(
                "log_replaced", point.origin, f"{where} is of {point.size} entries of {point.origin}"
            )
        if point.size > log.size:
            what = f"{where} covers {point.size} entries, and the log has {log.size}"
            return self._tell("log_cut", "", what)
        try:
            holds = held.tiles.root(point.size) == point.root
        except Cut:
            # The tree itself is looked at elsewhere.
            return True
        if holds:
            self._held = max(self._held, point.size)
            return True
        return self._tell("log_forked", "", self._forked(point, where))

    def _tell(self, code: str, about: str, what: str) -> bool:
        if f"{code} {about}" not in self._told:
            self._told.add(f"{code} {about}")
            self._scope.ledger.find(code, what)
        return False

    def _forked(self, point: Checkpoint, where: str) -> str:
        first = self._held if self._held < point.size else 0
        with self._scope.database.read() as uow:
            entries = uow.record_logs.entries(self._scope.brand.id, first, _NAMED + 1)
        named = [each.number for each in entries if each.position < point.size]
        numbers = ", ".join(named[:_NAMED]) + (", ..." if len(named) > _NAMED else "")
        among = f"entries {first + 1} to {point.size} ({numbers})"
        return f"{where} does not agree with the log: something among {among} is not what was signed"


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
