"""Holding a customer or a record: nothing of it is erased until the hold is released."""

from datetime import datetime

from bot.records.numbers import read_number
from bot.rights.subject import UnknownSubject, subject_of_customer, subject_of_record
from dialogs.ids import CustomerRef
from storage.repositories.brands import BrandRow
from storage.repositories.rights import HoldRow
from storage.unit_of_work import UnitOfWork


class NotHeld(LookupError):
    """There is no such hold in force."""


def hold_customer(
    uow: UnitOfWork, brand: BrandRow, ref: CustomerRef, reason: str, who: str, now: datetime
) -> HoldRow:
    """Keep everything of a customer, transcripts included. Raises UnknownSubject, Conflict (held already)."""
    subject_of_customer(uow, brand, ref)
    customer = uow.contacts.customer_hash(brand.id, ref)
    return uow.holds.set(brand.id, who=who, reason=reason, now=now, customer=ref, customer_hash=customer)


def hold_record(
    uow: UnitOfWork, brand: BrandRow, number: str, reason: str, who: str, now: datetime
) -> HoldRow:
    """Keep one record beyond its time. Raises UnknownSubject, Conflict (held already)."""
    subject = subject_of_record(uow, brand, number)
    row = next(row for row in subject.records if row.number == read_number(number))
    if row.body is None:
        raise UnknownSubject(f"the record {row.number} was erased already; nothing is left to be held")
    return uow.holds.set(brand.id, who=who, reason=reason, now=now, record_number=row.number)


def release_customer(uow: UnitOfWork, brand: BrandRow, ref: CustomerRef, now: datetime) -> None:
    """Raises NotHeld."""
    if not uow.holds.release_customer(brand.id, uow.contacts.customer_hash(brand.id, ref), now):
        raise NotHeld(f"no hold is on the customer {ref!r} of {brand.slug}")


def release_record(uow: UnitOfWork, brand: BrandRow, number: str, now: datetime) -> None:
    """Raises NotHeld."""
    if not uow.holds.release_record(brand.id, read_number(number) or number, now):
        raise NotHeld(f"no hold is on the record {number!r} of {brand.slug}")
