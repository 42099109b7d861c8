"""Erasing somebody, in one transaction: their keys are destroyed, and with them everything sealed under them.

Transcripts, addresses, names, states, cases and payloads stay as bytes that nobody can open. (A backup made
before has the key as well: whoever has it and the master key can read it, until it is deleted.) A record
within its time, or under hold, is evidence (GDPR Art. 17(3)(b), (e)): it is sealed anew under a key of its
own, with the same bytes in it. Of a case, times, status and decision stay.

What is under way stops an erasure as a whole. A person has one key: to erase the rest and keep that would
take a second person made of parts of the first, and a chat without its cancellation. So the cancellation is
finished first, and the refusal says which.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.receive.inbox import again_on_conflict
from bot.rights.plan import BUSY, Kept, Plan, addresses_of, plan_of
from bot.rights.retention import retention_of
from bot.rights.subject import Subject
from bot.wiring import Application
from storage.database import Database
from storage.errors import Busy
from storage.ids import new_id
from storage.repositories.brands import BrandRow
from storage.repositories.cases import RecordRow
from storage.repositories.rights import Cause, ErasureRow
from storage.unit_of_work import UnitOfWork

_SCRUB_TRIES = 10
_SCRUB_PAUSE = 0.2

Find = Callable[[UnitOfWork], Subject]


class NotErased(Exception):
    """Nothing was erased: a hold, or what is under way, stands against it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("under hold" if plan.held else "; ".join(plan.under_way))
        self.plan = plan


@dataclass(frozen=True, slots=True)
class WasErased:
    """What was erased, and what was kept."""

    plan: Plan
    proof: ErasureRow


def erase(app: Application, brand: BrandRow, find: Find, cause: Cause) -> WasErased:
    """Erase whoever is found. Afterwards, `scrub` clears the database's own files.

    Raises:
        NotErased: and everything is as it was.
        UnknownSubject, RetentionRefused.
    """

    def work() -> WasErased:
        with app.database.write() as uow:
            return _erase(uow, brand, find, cause, app.clock())

    return again_on_conflict(work)


def scrub(database: Database) -> bool:
    """Clear what the database's files still hold of destroyed keys; False while readers keep it from that."""
    for _ in range(_SCRUB_TRIES):
        try:
            database.scrub()
        except Busy:
            time.sleep(_SCRUB_PAUSE)
        else:
            return True
    return False


def set_apart(uow: UnitOfWork, row: RecordRow) -> RecordRow:
    """Seal a record, its files and letters under a key of its own: they outlive their person."""
    apart = uow.records.set_apart(row, uow.contacts.add_person(row.brand_id))
    uow.documents.set_apart(row.brand_id, row.id, apart.person_id)
    uow.letters.set_apart(row.brand_id, row.id, apart.person_id)
    return apart


def erase_record(uow: UnitOfWork, row: RecordRow, now: datetime) -> None:
    """Destroy what a record says. Its number, digest and signature stay."""
    is_apart = not uow.contacts.of_persons(row.brand_id, [row.person_id])
    apart = row if is_apart else set_apart(uow, row)
    uow.contacts.erase(row.brand_id, apart.person_id, now)


def _erase(uow: UnitOfWork, brand: BrandRow, find: Find, cause: Cause, now: datetime) -> WasErased:
    # Their chats come first: a turn that is under way ends before this or runs again after it, and what was
    # confirmed until then is seen by the plan.
    uow.conversations.end_of_persons(brand.id, find(uow).persons)
    plan = plan_of(uow, brand, find(uow), retention_of(brand), now)
    if not plan.may_be_done:
        raise NotErased(plan)
    _drop_what_is_due(uow, plan, now)
    for each in plan.kept:
        if each.row.person_id in plan.subject.persons:
            set_apart(uow, each.row)
    for row in plan.erased:
        if row.person_id not in plan.subject.persons:
            uow.contacts.erase(brand.id, row.person_id, now)
    _forget(uow, plan, now)
    for person in plan.subject.persons:
        uow.contacts.erase(brand.id, person, now)
    proof = _proof(plan, cause, now)
    if not plan.is_empty:
        uow.erasures.add(proof)
    return WasErased(plan, proof)


def _drop_what_is_due(uow: UnitOfWork, plan: Plan, now: datetime) -> None:
    persons = plan.subject.persons
    for person in persons:
        uow.outbox.drop_of_person(person, now)
    if uow.outbox.is_busy_for(persons, now):
        # A worker was faster than we were.
        raise NotErased(replace(plan, under_way=(BUSY,)))


def _forget(uow: UnitOfWork, plan: Plan, now: datetime) -> None:
    """What is not sealed for a person, and yet is about them."""
    subject, brand = plan.subject, plan.subject.brand
    uow.sandbox.forget(brand, _recipients(uow, subject))
    uow.inbox.forget(brand, plan.lanes)
    uow.outbox.forget(subject.persons)
    uow.continuations.forget(brand, [each.id for each in subject.conversations])
    proven = {each.row.case_id for each in plan.kept}
    left = [case.id for case in subject.cases]
    uow.cases.forget(brand, left, [case for case in left if case in proven], now)
    uow.holds.forget(brand, sorted(subject.customers))
    uow.preferences.forget(brand, sorted(subject.customers))
    if subject.office is not None and plan.leaves_office:
        uow.local_office.forget_customer(brand, subject.office.ref)
        uow.contacts.erase(brand, subject.office.person_id, now)


def _recipients(uow: UnitOfWork, subject: Subject) -> list[str]:
    found = [address.sender for address in addresses_of(uow, subject)]
    office = subject.office
    return found + [each for each in (office and office.email, office and office.phone) if each]


def _proof(plan: Plan, cause: Cause, now: datetime) -> ErasureRow:
    subject = plan.subject
    return ErasureRow(
        id=new_id(),
        brand_id=subject.brand,
        customer_hash=subject.customer_hash,
        cause=cause,
        at=now,
        conversations=len(subject.conversations),
        messages=plan.messages,
        cases=len(subject.own_cases),
        records=[row.number for row in plan.erased],
        kept=[_noted(each) for each in plan.kept],
    )


def _noted(kept: Kept) -> dict[str, Any]:
    until = None if kept.until is None else kept.until.isoformat()
    return {"number": kept.row.number, "reason": kept.reason, "until": until}
