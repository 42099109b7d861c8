"""What an erasure would destroy, what it would keep and why, and what stands against it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.backoffice.local_rows import status_on
from bot.effects import CANCELLING, IN_OFFICE
from bot.profile import has_health, is_health_service
from bot.receive.inbox import lane_of
from bot.rights.retention import Retention
from bot.rights.subject import Subject
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseHead, RecordRow
from storage.repositories.contacts import AddressRow
from storage.repositories.local_office import OfficeOrderLineRow
from storage.repositories.rights import Held
from storage.unit_of_work import UnitOfWork

_READING = {"read_back", "read_order_back"}
_MONEY = {"refund_charge", "follow_refund"}
_AT_WORK = IN_OFFICE | {*CANCELLING, *_READING, *_MONEY}
"""Promised money is followed until it is there; a look for charges months later is not waited for."""
BUSY = "something is being sent to them or carried out for them this minute"
_OVER = ("done", "dropped")
_ON_THE_WAY = ("unpaid", "paid", "shipped")


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that outlives its person, and why."""

    row: RecordRow
    reason: Literal["retention", "hold"]
    until: date | None
    """The first day on which its time is over; None while it is held."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of everything that is kept of somebody."""

    subject: Subject
    kept: tuple[Kept, ...]
    erased: tuple[RecordRow, ...]
    held: bool
    """A hold covers the person: then nothing goes at all."""
    under_way: tuple[str, ...]
    """What must be finished first, in words."""
    runs_in_office: bool
    """Whether the built-in back office still has a contract or an order of theirs that runs."""
    lanes: tuple[str, ...]
    opt_outs: int
    """Addresses at which no more messages are wanted: that outlives the erasure, as keyed hashes."""

    @property
    def may_be_done(self) -> bool:
        return not self.held and not self.under_way

    @property
    def leaves_office(self) -> bool:
        return self.subject.office is not None and not self.runs_in_office

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could go."""
        return not (self.subject.persons or self.erased or self.leaves_office)

    @property
    def messages(self) -> int:
        return sum(conversation.last_number for conversation in self.subject.conversations)


def plan_of(uow: UnitOfWork, brand: BrandRow, subject: Subject, retention: Retention, now: datetime) -> Plan:
    """What an erasure would do just now."""
    held = uow.holds.in_force(brand.id)
    today = brand.day_of(now)
    readable = [row for row in subject.records if row.body is not None]
    kept = tuple(_kept(row, held, retention, brand, today) for row in readable)
    lanes = tuple(lanes_of(uow, subject))
    return Plan(
        subject=subject,
        kept=tuple(each for each in kept if each is not None),
        erased=tuple(row for row, why in zip(readable, kept, strict=True) if why is None),
        held=not subject.customers.isdisjoint(held.customers),
        under_way=tuple(_under_way(uow, subject, lanes, now)),
        runs_in_office=_runs_in_office(uow, brand, subject, today),
        lanes=lanes,
        opt_outs=sum(address.opted_out_at is not None for address in addresses_of(uow, subject)),
    )


def kept_until(row: RecordRow, retention: Retention, brand: BrandRow) -> date:
    """The first day on which a record's time is over. The record can be read."""
    record = json.loads(row.body or b"")["record"]
    said, service = record["end_date"], record["service"] or {}
    end = None if said is None else date.fromisoformat(said)
    unknown = not service and record.get("order") is None
    health = is_health_service(brand, service.get("reference"), service.get("name"))
    health |= unknown and has_health(brand)
    return retention.until(row.kind, brand.day_of(row.created_at), end, health=health)


def _kept(row: RecordRow, held: Held, retention: Retention, brand: BrandRow, today: date) -> Kept | None:
    if row.number in held.records:
        return Kept(row, "hold", None)
    if row.kind == "reason":
        # It proves nothing of what was ended, and may be in words of theirs: nobody needs it without them.
        return None
    until = kept_until(row, retention, brand)
    return Kept(row, "retention", until) if today < until else None


def lanes_of(uow: UnitOfWork, subject: Subject) -> Iterator[str]:
    """Where what they write waits to be processed."""
    for address in addresses_of(uow, subject):
        account = uow.accounts.get(address.account_id)
        if account is not None:
            yield lane_of(uow, account, address.sender)


def addresses_of(uow: UnitOfWork, subject: Subject) -> Iterator[AddressRow]:
    """Every address of theirs, over all channels."""
    for contact in subject.contacts:
        yield from uow.contacts.addresses_of(subject.brand, contact.id)


def _under_way(uow: UnitOfWork, subject: Subject, lanes: tuple[str, ...], now: datetime) -> Iterator[str]:
    for case in subject.own_cases:
        why = _why_under_way(uow, subject, case)
        if why is not None:
            yield f"the cancellation declared on {case.declared_at:%Y-%m-%d %H:%M} UTC {why}"
    if any(row.state == "pending" for row in uow.inbox.unprocessed(subject.brand, lanes)):
        yield "a message of theirs has come in and is not processed yet"
    if uow.outbox.is_busy_for(subject.persons, now):
        yield BUSY


def _why_under_way(uow: UnitOfWork, subject: Subject, case: CaseHead) -> str | None:
    """A declaration must have its effect first: erased before, nobody could carry it out any more."""
    if case.status == "accepted":
        return "is accepted and not carried out yet"
    if case.status == "failed":
        return "was refused by the back office and waits for a person at the desk"
    if case.status == "requested" and any(row.case_id == case.id for row in subject.records):
        return "waits to be matched with a customer at the desk"
    effects = uow.outbox.of_case(subject.brand, case.id)
    if any(effect.kind in _AT_WORK and effect.state not in _OVER for effect in effects):
        return "is still being worked on in the back office"
    return None


def _runs_in_office(uow: UnitOfWork, brand: BrandRow, subject: Subject, today: date) -> bool:
    if subject.office is None:
        return False
    ref = subject.office.ref
    if any(status_on(row, today) != "ended" for row in uow.local_office.services_of(brand.id, ref)):
        return True
    orders = uow.local_office.orders_of(brand.id, ref)
    lines = (line for order in orders for line in uow.local_office.lines_of(brand.id, order.ref))
    return any(_runs(line, today) for line in lines)


def _runs(line: OfficeOrderLineRow, today: date) -> bool:
    """Whether a thing is on its way, or can still be given back."""
    can_come_back = line.deadline is not None and today <= line.deadline
    return line.ordered > line.cancelled and (line.state in _ON_THE_WAY or can_come_back)
