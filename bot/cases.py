"""Cases between the engine and the tables."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.room import Room
from bot.tickets.queueing import queue_ticket
from bot.wiring import Application
from dialogs.case import Case, Ending
from dialogs.effects import DisputeEnding, MergeCase
from dialogs.endings import is_ahead
from dialogs.events import AccountLookedUp
from dialogs.ids import BrandId, CaseId, CustomerRef
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.case_entries import CaseEntryRow
from storage.repositories.cases import CaseRow
from storage.unit_of_work import UnitOfWork

_MOST_CASES = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Cases of whom a look-up found, newest first: what they declared, and what the brand ends of theirs."""

    cases: tuple[Case, ...] = ()
    endings: tuple[Case, ...] = ()


def cases_found(app: Application, uow: UnitOfWork, room: Room, event: AccountLookedUp) -> Found:
    """Other cases of the customer whom a look-up found.

    These are the customer's own over all channels, and the ones opened from the
    customer's phone number or mailbox before anybody was identified.
    """
    if event.customer is None:
        return Found()
    known = _newest([*_of_customer(uow, room, event.customer), *_unidentified(app, uow, room, event)])
    return Found(_own(known), tuple(case for case in known if case.ending is not None))


def cases_of_customer(uow: UnitOfWork, room: Room, customer: CustomerRef) -> tuple[Case, ...]:
    """A customer's cases over all channels, newest first."""
    return _own(_newest(_of_customer(uow, room, customer)))


def endings_known(uow: UnitOfWork, room: Room, customer: CustomerRef | None) -> tuple[Case, ...]:
    """What the brand ends of whoever is writing, newest first: theirs, and what this contact was told.

    The contact's own count without identification: whoever is told in a chat may dispute it there.
    """
    rows = uow.cases.of_contact(room.brand.id, room.conversation.contact_id)
    if customer is not None:
        rows = [*rows, *_of_customer(uow, room, customer)]
    return tuple(case for case in _newest(rows) if case.ending is not None)


def _own(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Those that the customer declared: what the brand ends is never taken for one."""
    return tuple(case for case in cases if case.ending is None)[:_MOST_CASES]


def _of_customer(uow: UnitOfWork, room: Room, customer: CustomerRef) -> list[CaseRow]:
    return uow.cases.of_customer(room.brand.id, customer_hash(uow, room.brand.id, customer))


def _newest(found: list[CaseRow]) -> tuple[Case, ...]:
    rows = {row.id: row for row in found}
    newest = sorted(rows.values(), key=lambda row: row.declared_at, reverse=True)
    return tuple(CASE.validate_json(row.data) for row in newest)


def customer_hash(uow: UnitOfWork, brand: BrandId, customer: CustomerRef) -> bytes:
    return uow.contacts.customer_hash(brand, customer)


def _unidentified(app: Application, uow: UnitOfWork, room: Room, event: AccountLookedUp) -> list[CaseRow]:
    brand = room.brand.id
    accounts = [account.id for account in app.directory.accounts_of(uow, brand)]
    senders = [sender for sender in (event.phone, event.email) if sender]
    found = []
    for address in uow.contacts.by_senders(brand, accounts, senders) if senders else ():
        rows = uow.cases.of_contact(brand, address.contact_id)
        found += [row for row in rows if row.open and row.customer_hash is None]
    return found


def save_case(uow: UnitOfWork, room: Room, case: Case, now: datetime, fresh: CaseId) -> CaseRow:
    """Write the case as the turn left it; raises Conflict where somebody else was faster.

    Args:
        fresh: the id that a case begun in this turn has: nobody has stored it yet.
    """
    stored = room.case_row
    if stored is None or stored.id != case.id:
        stored = None if case.id == fresh else uow.cases.get(room.brand.id, case.id)
    if stored is None:
        saved = uow.cases.add(_filled(uow, _begun(room, case, now), case, now))
    else:
        saved = uow.cases.save(_filled(uow, stored, case, now), stored.version)
    _note_step(uow, stored, saved, now)
    queue_ticket(uow, room.brand, stored, saved, now, room.conversation.assignee_id)
    return saved


def _note_step(uow: UnitOfWork, before: CaseRow | None, saved: CaseRow, now: datetime) -> None:
    """Keep what the case came to, or a reason that was given now, as an entry of its own."""
    was = None if before is None else CASE.validate_json(before.data)
    case: Case = CASE.validate_json(saved.data)
    said_why = case.reason is not None and (was is None or was.reason != case.reason)
    if was is not None and was.standing == case.standing and not said_why:
        return
    reason = case.reason if said_why else None
    uow.case_entries.add(
        CaseEntryRow(
            saved.id, saved.version, saved.brand_id, saved.person_id, case.status, case.standing, now, reason
        )
    )


def _begun(room: Room, case: Case, now: datetime) -> CaseRow:
    """The case's row before there is anything else to tell of it."""
    return CaseRow(
        id=case.id,
        brand_id=room.brand.id,
        contact_id=room.conversation.contact_id,
        person_id=room.conversation.person_id,
        customer_hash=None,
        item_hash=None,
        status=case.status,
        declared_at=case.declared_at,
        accepted_at=None,
        executed_at=None,
        reconciled_at=None,
        closed_at=None,
        decision=None,
        offer_kind=None,
        version=1,
        created_at=now,
        data=b"",
    )


def _filled(uow: UnitOfWork, row: CaseRow, case: Case, now: datetime) -> CaseRow:
    brand = row.brand_id
    customer = None if case.customer is None else CustomerRef(case.customer)
    subject = case.service or case.order
    item = customer and subject and uow.cases.item_hash(brand, customer, subject, case.kind)
    accepted = case.decided_at if case.is_decided else None
    return replace(
        row,
        customer_hash=None if customer is None else customer_hash(uow, brand, customer),
        item_hash=item or None,
        status=case.status,
        declared_at=case.declared_at,
        accepted_at=row.accepted_at or accepted,
        executed_at=case.executed_at,
        reconciled_at=row.reconciled_at or (now if case.status == "reconciled" else None),
        closed_at=None if case.is_open else row.closed_at or now,
        decision=case.decision,
        offer_kind=None if case.offer is None else case.offer.alternative.kind,
        data=CASE.dump_json(case),
    )


def merge_case(uow: UnitOfWork, brand: BrandRow, effect: MergeCase, now: datetime) -> None:
    """Close a case that went into an earlier one; one that was never stored needs nothing."""
    row = uow.cases.get(brand.id, CaseId(effect.case))
    if row is not None and row.status not in ("merged", "reversed"):
        case = replace(CASE.validate_json(row.data), status="merged", merged_into=effect.into)
        _save(uow, brand, row, case, now)


def dispute_ending(uow: UnitOfWork, brand: BrandRow, effect: DisputeEnding, now: datetime) -> None:
    """Note that it is disputed, from now on."""
    _change_ending(uow, brand, CaseId(effect.case), now, lambda ending: replace(ending, disputed_at=now))


def uphold_ending(uow: UnitOfWork, brand: BrandRow, case: CaseId, now: datetime) -> None:
    """Note that a person has it carried out although it is disputed. What is disputed later is looked at."""

    def upheld(ending: Ending) -> Ending:
        return replace(ending, upheld_at=now) if ending.is_disputed else ending

    _change_ending(uow, brand, case, now, upheld)


def _change_ending(
    uow: UnitOfWork, brand: BrandRow, case_id: CaseId, now: datetime, change: Callable[[Ending], Ending]
) -> None:
    row = uow.cases.get(brand.id, case_id)
    case = None if row is None else CASE.validate_json(row.data)
    if row is None or case is None or case.ending is None or not is_ahead(case):
        return
    _save(uow, brand, row, replace(case, ending=change(case.ending)), now)


def _save(uow: UnitOfWork, brand: BrandRow, row: CaseRow, case: Case, now: datetime) -> None:
    saved = uow.cases.save(_filled(uow, row, case, now), row.version)
    _note_step(uow, row, saved, now)
    queue_ticket(uow, brand, row, saved, now)
