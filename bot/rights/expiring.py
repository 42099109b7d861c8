"""Erasing on time: persons of whom nothing was heard for long, and records that nobody needs any more.

Every step is a transaction of its own and looks for what is due by itself, so whoever is killed leaves
nothing half done, and whoever begins again does the rest.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Literal

from bot.receive.inbox import again_on_conflict
from bot.rights.erasing import NotErased, erase, erase_record, scrub
from bot.rights.plan import kept_until
from bot.rights.retention import Retention, RetentionRefused, retention_of
from bot.rights.subject import Subject, subject_of_person
from bot.wiring import Application
from dialogs.ids import PersonId
from storage.errors import Unavailable
from storage.ids import new_id
from storage.repositories.brands import BrandRow
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationHead
from storage.repositories.rights import ErasureRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.expiring")

PAGE = 100
_YEAR = timedelta(days=365)
_DONE_ON = "expiring.done_on"
_LONGEST_WINDOW = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one person or record whose time is over."""

    what: Literal["person", "record"]
    outcome: Literal["erased", "kept", "failed"]
    """Kept: under hold, or something is still under way. Failed: it is in the log why."""


def expire(app: Application, slug: str | None = None) -> Iterator[Step]:
    """Erase what is due, one person or record after the other, of one brand only when named."""
    with app.database.read() as uow:
        brands = [brand for brand in uow.brands.all() if slug in (None, brand.slug)]
    for brand in brands:
        try:
            retention = retention_of(brand)
        except RetentionRefused as error:
            # The other brands must not keep theirs for it.
            log.error("nothing of %s is erased on time: %s", brand.slug, error)
            continue
        yield from _expire_persons(app, brand, retention)
        yield from _expire_records(app, brand, retention)


def _expire_persons(app: Application, brand: BrandRow, retention: Retention) -> Iterator[Step]:
    before, after = retention.transcripts_before(app.clock()), ""
    while True:
        with app.database.read() as uow:
            due = uow.contacts.quiet(brand.id, before, after, PAGE)
        for person in due:
            step = _expire_person(app, brand, person, before)
            if step is not None:
                yield step
        if len(due) < PAGE:
            return
        after = due[-1]


class _NotQuiet(Exception):
    """Somebody of them was heard of meanwhile, or waits for an agent."""


def _expire_person(app: Application, brand: BrandRow, person: PersonId, before: datetime) -> Step | None:
    """None where they were erased meanwhile, with somebody who wrote about the same."""

    def find(uow: UnitOfWork) -> Subject:
        subject = subject_of_person(uow, brand, person)
        if not all(_is_quiet(each, before) for each in subject.conversations):
            raise _NotQuiet
        return subject

    try:
        with app.database.read() as uow:
            if not find(uow).persons:
                return None
        erase(app, brand, find, "retention")
    except (NotErased, _NotQuiet):
        return Step("person", "kept")
    except Unavailable:
        raise
    except Exception:
        # One who cannot be erased must not keep all the others.
        log.exception("the person %s could not be erased", person)
        return Step("person", "failed")
    return Step("person", "erased")


def _is_quiet(conversation: ConversationHead, before: datetime) -> bool:
    return conversation.updated_at < before and conversation.status not in ("waiting", "agent")


def _expire_records(app: Application, brand: BrandRow, retention: Retention) -> Iterator[Step]:
    # No year is shorter than this, so none that is due is missed.
    before, after = app.clock() - retention.fewest_years * _YEAR, ""
    while True:
        with app.database.read() as uow:
            found = uow.records.readable_before(brand.id, before, after, PAGE)
        for row in found:
            step = _expire_record(app, brand, retention, row)
            if step is not None:
                yield step
        if len(found) < PAGE:
            return
        after = found[-1].id


def _expire_record(app: Application, brand: BrandRow, retention: Retention, row: RecordRow) -> Step | None:
    def work() -> Step | None:
        with app.database.write() as uow:
            return _look_at_record(uow, brand, retention, row.number, app.clock())

    return again_on_conflict(work)


def _look_at_record(
    uow: UnitOfWork, brand: BrandRow, retention: Retention, number: str, now: datetime
) -> Step | None:
    """None where its time is not over, or it was erased meanwhile."""
    row = uow.records.by_number(brand.id, number)
    today = brand.day_of(now)
    if row is None or row.body is None or today < kept_until(row, retention, brand):
        return None
    (case,) = uow.cases.heads(brand.id, [row.case_id])
    held = uow.holds.in_force(brand.id)
    is_held = row.number in held.records or case.customer_hash in held.customers
    if is_held or case.status in ("accepted", "failed"):
        return Step("record", "kept")
    erase_record(uow, row, now)
    left = [each for each in uow.records.of_case(brand.id, case.id) if each.body is not None]
    if not left and not uow.contacts.of_persons(brand.id, [case.person_id]):
        uow.cases.forget(brand.id, [case.id], [], now)
    uow.erasures.add(
        ErasureRow(new_id(), brand.id, case.customer_hash, "retention", now, 0, 0, 0, [row.number], [])
    )
    return Step("record", "erased")


class Expiring:
    """The daily job of a worker: some of it every minute, until a day's is done, whichever worker does it."""

    EVERY = timedelta(minutes=1)
    AT_ONCE = 100
    """Steps a minute in the whole installation: nobody's message waits long for them."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._steps: Iterator[Step] | None = None
        self._looked_at: datetime | None = None

    def go_on(self) -> int:
        """Do what this minute has room for, if it is this worker's turn; how many were erased."""
        now = self._app.clock()
        if self._looked_at is not None and timedelta(0) <= now - self._looked_at < self.EVERY:
            return 0
        self._looked_at = now
        if not self._has_turn(now):
            return 0
        steps, self._steps = self._steps or expire(self._app), None
        some = list(islice(steps, self.AT_ONCE))
        erased = sum(step.outcome == "erased" for step in some)
        if erased:
            log.info("erased %d whose time was over", erased)
            scrub(self._app.database)
        if len(some) < self.AT_ONCE:
            self._note_done(now)
        else:
            self._steps = steps
        return erased

    def _has_turn(self, now: datetime) -> bool:
        with self._app.database.read() as uow:
            if uow.settings.get(_DONE_ON) == _day(now):
                self._steps = None
                return False
        with self._app.database.write() as uow:
            return uow.limits.spend("expiring", self.EVERY, 1, now)

    def _note_done(self, now: datetime) -> None:
        with self._app.database.write() as uow:
            uow.settings.set(_DONE_ON, _day(now))
            # Buckets are keyed hashes of senders and networks: what limits nothing any more goes as well.
            uow.limits.forget(now - _LONGEST_WINDOW)


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()
