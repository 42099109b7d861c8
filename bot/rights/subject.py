"""Who is meant by a customer's number, or by a record's: all persons that they are to us, on all channels."""

from dataclasses import dataclass
from difflib import get_close_matches

from bot.records.numbers import read_number
from dialogs.documents import NEAR_ENOUGH
from dialogs.ids import BrandId, CustomerRef, PersonId
from dialogs.turn import CASE
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseHead, RecordRow
from storage.repositories.contacts import ContactRow
from storage.repositories.conversations import ConversationHead
from storage.repositories.local_office import OfficeCustomerRow
from storage.unit_of_work import UnitOfWork

_MOST_ROUNDS = 8
_MOST_NAMES = 10_000
"""Customers among whose numbers the nearest is looked for."""


class UnknownSubject(LookupError):
    """Nobody, and nothing, is known by that number. The message says so, with the nearest one."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody with all that is kept of them. `persons` are those who can still be read."""

    brand: BrandId
    customer: CustomerRef | None
    customer_hash: bytes | None
    """Under which an erasure is noted; None where they are nobody's customer, or several customers."""
    customers: frozenset[bytes]
    """Keyed hashes of every customer as whom they are known: holds are found by these."""
    contacts: tuple[ContactRow, ...]
    conversations: tuple[ConversationHead, ...]
    cases: tuple[CaseHead, ...]
    records: tuple[RecordRow, ...]
    office: OfficeCustomerRow | None = None
    """What the built-in back office knows of them."""

    @property
    def persons(self) -> tuple[PersonId, ...]:
        return tuple(dict.fromkeys(contact.person_id for contact in self.contacts))

    @property
    def own_cases(self) -> tuple[CaseHead, ...]:
        """The cases that can still be read; of the others a record may be kept."""
        return tuple(case for case in self.cases if case.person_id in self.persons)


def subject_of_customer(uow: UnitOfWork, brand: BrandRow, ref: CustomerRef) -> Subject:
    """The customer, over all channels, with what is left of earlier erasures. Raises UnknownSubject."""
    customer = uow.contacts.customer_hash(brand.id, ref)
    cases = uow.cases.heads_of_customer(brand.id, customer)
    contacts = uow.contacts.of_customer(brand.id, ref)
    office = uow.local_office.customer(brand.id, ref)
    if not (cases or contacts or office):
        raise UnknownSubject(f"{brand.slug} has no customer {ref!r}{_nearest(uow, brand, ref)}")
    persons = {contact.person_id for contact in contacts} | {case.person_id for case in cases}
    persons |= {row.person_id for row in uow.records.of_cases(brand.id, [case.id for case in cases])}
    return _subject(uow, brand, persons, cases, customer=ref, customer_hash=customer, office=office)


def subject_of_record(uow: UnitOfWork, brand: BrandRow, number: str) -> Subject:
    """Whose record that is: the customer, or whoever was never identified. Raises UnknownSubject."""
    given = read_number(number)
    row = None if given is None else uow.records.by_number(brand.id, given)
    if row is None:
        hint = "" if given is not None else "; that is no record's number, or it is mistyped"
        raise UnknownSubject(f"{brand.slug} has no record {number!r}{hint}")
    try:
        case = uow.cases.get(brand.id, row.case_id)
    except Erased:
        case = None
    customer = None if case is None else CASE.validate_json(case.data).customer
    if customer is not None:
        return subject_of_customer(uow, brand, CustomerRef(customer))
    persons = {row.person_id} | (set() if case is None else {case.person_id})
    return _subject(uow, brand, persons, uow.cases.heads(brand.id, [row.case_id]))


def subject_of_person(uow: UnitOfWork, brand: BrandRow, person: PersonId) -> Subject:
    """One person, with those who wrote about the same cases."""
    return _subject(uow, brand, {person}, [])


def _subject(
    uow: UnitOfWork,
    brand: BrandRow,
    persons: set[PersonId],
    cases: list[CaseHead],
    *,
    customer: CustomerRef | None = None,
    customer_hash: bytes | None = None,
    office: OfficeCustomerRow | None = None,
) -> Subject:
    persons = _with_those_about_the_same(uow, brand.id, persons)
    contacts = uow.contacts.of_persons(brand.id, sorted(persons))
    living = [contact.person_id for contact in contacts]
    found = {case.id: case for case in (*cases, *uow.cases.heads_of_persons(brand.id, living))}
    records = {row.id: row for row in uow.records.of_cases(brand.id, list(found))}
    records |= {row.id: row for row in uow.records.of_persons(brand.id, living)}
    known = set(uow.contacts.customers_of_persons(brand.id, living))
    known |= set() if customer_hash is None else {customer_hash}
    known |= {case.customer_hash for case in found.values() if case.customer_hash is not None}
    return Subject(
        brand=brand.id,
        customer=customer,
        customer_hash=customer_hash or (next(iter(known)) if len(known) == 1 else None),
        customers=frozenset(known),
        contacts=tuple(contacts),
        conversations=tuple(uow.conversations.of_persons(brand.id, living)),
        cases=tuple(found.values()),
        records=tuple(sorted(records.values(), key=lambda row: (row.created_at, row.id))),
        office=office,
    )


def _with_those_about_the_same(uow: UnitOfWork, brand: BrandId, persons: set[PersonId]) -> set[PersonId]:
    """Everybody whose chat is about a case of theirs, or who has the case that theirs is about.

    One key less, and the chat of the other could not be opened any more: they are one in this.
    """
    for _ in range(_MOST_ROUNDS):
        known = sorted(persons)
        cases = {
            case.id: case
            for case in (
                *uow.cases.heads_of_persons(brand, known),
                *uow.cases.heads_talked_about(brand, known),
            )
        }
        more = {case.person_id for case in cases.values()}
        more |= set(uow.conversations.persons_about(brand, list(cases)))
        if more <= persons:
            break
        persons = persons | more
    return persons


def _nearest(uow: UnitOfWork, brand: BrandRow, ref: str) -> str:
    near = get_close_matches(ref, uow.local_office.refs(brand.id, _MOST_NAMES), 1, NEAR_ENOUGH)
    return f"; did you mean {near[0]!r}?" if near else ""
