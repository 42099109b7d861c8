"""An audit from its beginning to its report, in steps; and the one that a worker makes day by day."""

import logging
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.audit.cases import look_at_cases
from bot.audit.checkpoints import look_at_checkpoints, look_at_copies
from bot.audit.entries import look_at_entries
from bot.audit.findings import Ledger
from bot.audit.office import look_at_office
from bot.audit.records import look_at_records
from bot.audit.report import Report
from bot.audit.sample import Sample, size_of
from bot.audit.scope import Pages, Scope
from bot.audit.tree import look_at_tree
from bot.records.log.copies import Copies, Copy
from bot.wiring import Application
from storage.ids import new_id
from storage.repositories.auditing import AuditRow
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.audit")

_DONE_ON = "audit.done_on"
_AT_WORK = "audit.at_work"


def audit(
    app: Application, brand: BrandRow, given: Iterable[Copy] = (), day: date | None = None
) -> Generator[None, None, Report]:
    """Audit a brand. Yields after each page; what is returned in the end is the report.

    Args:
        given: checkpoints from elsewhere, such as those in customers' mails.
        day: the one by which cases are drawn that the back office is asked about; today's by default.
    """
    with app.database.read() as uow:
        found = uow.record_logs.get(brand.id)
    begun = app.clock()
    scope = Scope(app.database, brand, found, begun, Ledger())
    copies = Copies(app.settings.checkpoints)
    sample = Sample(f"{brand.slug} {day or begun.astimezone(UTC).date()}", size_of(brand.settings))
    for check in _checks(scope, copies, given, sample):
        yield from check
    yield from look_at_office(scope, sample, app.office_of)
    origin = None if found is None else found.origin
    return Report(brand.slug, begun, app.clock(), origin, scope.size, scope.ledger, sample.seed)


def _checks(scope: Scope, copies: Copies, given: Iterable[Copy], sample: Sample) -> Iterator[Pages]:
    yield look_at_records(scope)
    yield look_at_cases(scope, sample)
    yield look_at_entries(scope)
    yield look_at_tree(scope)
    yield look_at_checkpoints(scope, copies)
    yield look_at_copies(scope, _of_this_log(scope, copies))
    yield look_at_copies(scope, given)


def _of_this_log(scope: Scope, copies: Copies) -> Iterator[Copy]:
    """The copies outside. A demo is put back as it was, log and all: its former logs are none of this."""
    own = "" if scope.log is None else scope.log.origin.rpartition("/")[2]
    return (copy for copy in copies.of(scope.brand.slug) if not scope.brand.demo or copy.log == own)


def audited(app: Application, brand: BrandRow, given: Iterable[Copy] = (), day: date | None = None) -> Report:
    """The whole audit at once."""
    steps = audit(app, brand, given, day)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            report: Report = ended.value
            return report


class Auditing:
    """A worker's audits: the daily one, and those that somebody asked for.

    They are made a page at a time, whichever worker does it, and their outcome is kept.
    """

    GONE_AFTER = timedelta(minutes=10)
    """Whoever was not heard of for so long is taken to be gone, and another begins anew."""
    HEARD_EVERY = timedelta(minutes=1)
    ASKED_EVERY = timedelta(seconds=5)
    """How often it is looked whether somebody asked for one."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._day = ""
        """The last day of which is known that it was audited."""
        self._looked_at: datetime | None = None
        self._steps: Iterator[None] | None = None

    def go_on(self) -> bool:
        """Do a page of today's audit; whether there was anything to do."""
        now = self._app.clock()
        pause = self.ASKED_EVERY if self._steps is None else self.HEARD_EVERY
        if self._looked_at is None or not timedelta(0) <= now - self._looked_at < pause:
            self._looked_at = now
            self._steps = self._next(now)
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

    def _next(self, now: datetime) -> Iterator[None] | None:
        """What is to be gone on with: today's audit, else what was asked for; None where there is nothing."""
        is_done = self._is_done(now)
        asked = self._asked() if is_done else []
        if (is_done and not asked) or not self._has_turn(now):
            return None
        return self._steps or (self._run_asked(asked) if is_done else self._run())

    def _is_done(self, now: datetime) -> bool:
        if self._day == _day_of(now):
            return True
        with self._app.database.read() as uow:
            if (uow.settings.get(_DONE_ON) or "") >= _day_of(now):
                self._day = _day_of(now)
        return self._day == _day_of(now)

    def _asked(self) -> list[BrandRow]:
        """The brands of which somebody asked for an audit."""
        with self._app.database.read() as uow:
            return [brand for brand in uow.brands.all() if asked_of(uow, brand) is not None]

    def _has_turn(self, now: datetime) -> bool:
        """Whether it is this worker's to make, which is then said."""
        with self._app.database.read() as uow:
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
            yield from self._make(brand)
        with self._app.database.write() as uow:
            uow.settings.set(_DONE_ON, today)
            uow.settings.set(_AT_WORK, None)
        self._day = today

    def _run_asked(self, brands: Sequence[BrandRow]) -> Iterator[None]:
        for brand in brands:
            yield from self._make(brand)
        with self._app.database.write() as uow:
            uow.settings.set(_AT_WORK, None)

    def _make(self, brand: BrandRow) -> Iterator[None]:
        report = yield from audit(self._app, brand)
        if brand.demo and _was_put_back(self._app, brand, report):
            return
        keep(self._app, brand, report)
        for remark in report.ledger.remarks:
            log.warning("the audit of %s: %s", brand.slug, remark)
        if not report.is_clean:
            told = ", ".join(f"{code} ({count})" for code, count in report.ledger.found.items())
            log.error("the audit of %s found: %s; see: cancelbot audit %s", brand.slug, told, brand.slug)


def _was_put_back(app: Application, brand: BrandRow, report: Report) -> bool:
    """Whether a demo was started over meanwhile: what was compared is of before and of after."""
    with app.database.read() as uow:
        log = uow.record_logs.get(brand.id)
    return report.origin is not None and (log is None or log.origin != report.origin)


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody wants an audit made now."""

    at: datetime
    by: str


def ask_for(uow: UnitOfWork, brand: BrandRow, by: str, now: datetime) -> None:
    """Have a worker make an audit of the brand now; who asks while one is asked for gets that one."""
    if asked_of(uow, brand) is None:
        uow.settings.set(_asked_key(brand), f"{now.isoformat()} {by}")


def asked_of(uow: UnitOfWork, brand: BrandRow) -> Asked | None:
    """Who asked for an audit that is not made yet, and when."""
    at, _, by = (uow.settings.get(_asked_key(brand)) or "").partition(" ")
    return Asked(datetime.fromisoformat(at), by) if at else None


def _asked_key(brand: BrandRow) -> str:
    return f"audit.asked.{brand.id}"


def keep(app: Application, brand: BrandRow, report: Report) -> None:
    """Keep the outcome, for whoever asks what the last audit came to, or asked for one before it began."""
    row = AuditRow(new_id(), brand.id, report.begun_at, report.ended_at, report.as_json())
    with app.database.write() as uow:
        uow.auditing.keep(row)
        asked = asked_of(uow, brand)
        if asked is not None and asked.at <= report.begun_at:
            uow.settings.set(_asked_key(brand), None)


def _day_of(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()
