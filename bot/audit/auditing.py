"""An audit from its beginning to its report, in steps; and the one that a worker makes day by day."""

import logging
from collections.abc import Generator, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from bot.audit.cases import look_at_cases
from bot.audit.checkpoints import look_at_checkpoints, look_at_copies
from bot.audit.entries import look_at_entries
from bot.audit.findings import Ledger
from bot.audit.records import look_at_records
from bot.audit.report import Report
from bot.audit.scope import Pages, Scope
from bot.audit.tree import look_at_tree
from bot.records.log.copies import Copies, Copy
from bot.wiring import Application
from storage.ids import new_id
from storage.repositories.auditing import AuditRow
from storage.repositories.brands import BrandRow

log = logging.getLogger("cancelbot.audit")

_DONE_ON = "audit.done_on"
_AT_WORK = "audit.at_work"


def audit(app: Application, brand: BrandRow, given: Iterable[Copy] = ()) -> Generator[None, None, Report]:
    """Audit a brand. Yields after each page; what is returned in the end is the report.

    Args:
        given: checkpoints from elsewhere, such as those in customers' mails.
    """
    with app.database.read() as uow:
        found = uow.record_logs.get(brand.id)
    begun = app.clock()
    scope = Scope(app.database, brand, found, begun, Ledger())
    copies = Copies(app.settings.checkpoints)
    for check in _checks(scope, copies, given):
        yield from check
    origin = None if found is None else found.origin
    return Report(brand.slug, begun, app.clock(), origin, scope.size, scope.ledger)


def _checks(scope: Scope, copies: Copies, given: Iterable[Copy]) -> Iterator[Pages]:
    yield look_at_records(scope)
    yield look_at_cases(scope)
    yield look_at_entries(scope)
    yield look_at_tree(scope)
    yield look_at_checkpoints(scope, copies)
    yield look_at_copies(scope, _of_this_log(scope, copies))
    yield look_at_copies(scope, given)


def _of_this_log(scope: Scope, copies: Copies) -> Iterator[Copy]:
    """The copies outside. A demo is put back as it was, log and all: its former logs are none of this."""
    own = "" if scope.log is None else scope.log.origin.rpartition("/")[2]
    return (copy for copy in copies.of(scope.brand.slug) if not scope.brand.demo or copy.log == own)


def audited(app: Application, brand: BrandRow, given: Iterable[Copy] = ()) -> Report:
    """The whole audit at once."""
    steps = audit(app, brand, given)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            report: Report = ended.value
            return report


class Auditing:
    """The daily audit of a worker: a page at a time, whichever worker does it; its outcome is kept."""

    GONE_AFTER = timedelta(minutes=10)
    """Whoever was not heard of for so long is taken to be gone, and another begins anew."""
    HEARD_EVERY = timedelta(minutes=1)

    def __init__(self, app: Application) -> None:
        self._app = app
        self._day = ""
        """The last day of which is known that it was audited."""
        self._looked_at: datetime | None = None
        self._steps: Iterator[None] | None = None

    def go_on(self) -> bool:
        """Do a page of today's audit; whether there was anything to do."""
        now = self._app.clock()
        if self._looked_at is None or not timedelta(0) <= now - self._looked_at < self.HEARD_EVERY:
            self._looked_at = now
            self._steps = (self._steps or self._run()) if self._has_turn(now) else None
        if self._steps is None:
            return False
        try:
            next(self._steps)
        except StopIteration:
            self._steps = None
        except Exception:
            self._steps = None
            raise
        return True

    def _has_turn(self, now: datetime) -> bool:
        """Whether today's audit is still to be made, and this worker's to make, which is then said."""
        if self._day == _day_of(now):
            return False
        with self._app.database.read() as uow:
            if (uow.settings.get(_DONE_ON) or "") >= _day_of(now):
                self._day = _day_of(now)
                return False
            owner, _, heard = (uow.settings.get(_AT_WORK) or " 0").partition(" ")
        since = now.timestamp() - float(heard)
        if owner != self._app.owner and 0 <= since < self.GONE_AFTER.total_seconds():
            return False
        with self._app.database.write() as uow:
            # Two that say so at once make two audits of one day: more work, and no harm.
            uow.settings.set(_AT_WORK, f"{self._app.owner} {now.timestamp()}")
        return True

    def _run(self) -> Iterator[None]:
        today = _day_of(self._app.clock())
        with self._app.database.read() as uow:
            brands = uow.brands.all()
        for brand in brands:
            report = yield from audit(self._app, brand)
            if brand.demo and _was_put_back(self._app, brand, report):
                continue
            keep(self._app, brand, report)
            if not report.is_clean:
                told = ", ".join(f"{code} ({count})" for code, count in report.ledger.found.items())
                log.error("the audit of %s found: %s; see: cancelbot audit %s", brand.slug, told, brand.slug)
        with self._app.database.write() as uow:
            uow.settings.set(_DONE_ON, today)
        self._day = today


def _was_put_back(app: Application, brand: BrandRow, report: Report) -> bool:
    """Whether a demo was started over meanwhile: what was compared is of before and of after."""
    with app.database.read() as uow:
        log = uow.record_logs.get(brand.id)
    return report.origin is not None and (log is None or log.origin != report.origin)


def keep(app: Application, brand: BrandRow, report: Report) -> None:
    """Keep the outcome, for whoever asks what the last audit came to."""
    row = AuditRow(new_id(), brand.id, report.begun_at, report.ended_at, report.as_json())
    with app.database.write() as uow:
        uow.auditing.keep(row)


def _day_of(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()
