"""Putting a time line together: what we keep, and what the back office tells when it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.backoffice.base import BackOffice, BackOfficeError, OrderOffice
from bot.history.entries import (
    DELIVERIES,
    Entry,
    in_order,
    of_case,
    of_charge,
    of_consent,
    of_delivery,
    of_letter,
    of_order,
    of_preference,
    of_record,
    of_refund,
    of_service,
    of_step,
)
from bot.history.finding import find
from bot.profile import is_health_case
from bot.rights.subject import Subject
from bot.transcript import opened
from bot.wiring import Application
from dialogs.case import Case
from dialogs.ids import CustomerRef
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseHead
from storage.repositories.conversations import ConversationHead
from storage.unit_of_work import UnitOfWork

_PAGE = 1000
_CHANNELS = {"webchat": "the web chat", "sms": "SMS", "telegram": "Telegram"}


@dataclass(frozen=True, slots=True)
class History:
    """The time line of somebody, oldest first."""

    customer: CustomerRef | None
    """None: nobody ever identified them."""
    entries: tuple[Entry, ...]
    trouble: str | None = None
    """Why the back office's part is missing."""


def history_of(app: Application, brand: BrandRow, query: str) -> History:
    """Everything about whom a search means. Raises UnknownSubject."""
    with app.database.read() as uow:
        subject = find(uow, brand, query)
        kept = [*_conversations(uow, subject), *_cases(uow, brand, subject), *_deliveries(uow, subject)]
        kept += [of_consent(row) for row in uow.consents.of_persons(brand.id, subject.persons)]
        chosen = (uow.preferences.of(brand.id, each) for each in subject.customers)
        kept += [of_preference(row) for row in chosen if row is not None]
        kept += [of_record(row) for row in subject.records]
    told, trouble = _told(app, brand, subject.customer)
    return History(subject.customer, in_order([*kept, *told]), trouble)


def _conversations(uow: UnitOfWork, subject: Subject) -> Iterator[Entry]:
    for head in subject.conversations:
        account = uow.accounts.get(head.account_id)
        place = "a chat" if account is None else _CHANNELS.get(account.kind, account.kind)
        yield Entry(head.created_at, "conversation", f"Chat began on {place}", conversation=head.id)
        yield from _events(uow, head)
        for challenge in uow.challenges.of_conversation(head.brand_id, head.id):
            if challenge.used_at is not None:
                what = "Identified by a one-time code"
                yield Entry(challenge.used_at, "conversation", what, conversation=head.id)


def _events(uow: UnitOfWork, head: ConversationHead) -> Iterator[Entry]:
    """What agents did, in the words of the transcript."""
    number = 0
    while rows := uow.messages.since(head.brand_id, head.id, number, _PAGE):
        for message in opened(rows):
            if message.direction == "event":
                body = message.body
                yield Entry(message.at, "conversation", body.text, conversation=head.id, who=body.name)
        number = rows[-1].number


def _cases(uow: UnitOfWork, brand: BrandRow, subject: Subject) -> Iterator[Entry]:
    for head in subject.cases:
        case = _case(uow, subject, head)
        yield from of_case(head, case)
        about = None if case is None else case.service_name or case.order
        for step in uow.case_entries.of_cases(head.brand_id, [head.id], subject.persons):
            yield from of_step(step, about, minimal=is_health_case(brand, case))


def _case(uow: UnitOfWork, subject: Subject, head: CaseHead) -> Case | None:
    row = uow.cases.get(head.brand_id, head.id) if head.person_id in subject.persons else None
    return None if row is None else CASE.validate_json(row.data)


def _deliveries(uow: UnitOfWork, subject: Subject) -> Iterator[Entry]:
    """All but the dialog's own messages: those stand in the chat."""
    for row in uow.outbox.of_persons(subject.brand, subject.persons):
        if row.kind in DELIVERIES and row.epoch is None:
            yield of_delivery(row)
    for letter in uow.letters.of_persons(subject.brand, subject.persons):
        yield from of_letter(letter)


def _told(app: Application, brand: BrandRow, customer: CustomerRef | None) -> tuple[list[Entry], str | None]:
    """What the back office tells of the customer, as far as it answers."""
    if customer is None:
        return [], None
    told: list[Entry] = []
    try:
        office = app.office_of(brand)
        told += _of_services(office, brand, customer, brand.day_of(app.clock()))
        if isinstance(office, OrderOffice):
            told += _of_orders(office, office, brand, customer)
    except BackOfficeError as error:
        return told, error.reason
    return told, None


def _of_services(office: BackOffice, brand: BrandRow, customer: CustomerRef, today: date) -> Iterator[Entry]:
    for service in office.services(customer, today):
        yield from of_service(service, brand.zone)
        for charge in office.charges(customer, service.ref, service.started_on):
            yield of_charge(charge, service.name, brand.zone)
        for refund in office.refunds(customer, service.ref):
            yield of_refund(refund, service.name, brand.zone)


def _of_orders(
    orders: OrderOffice, office: BackOffice, brand: BrandRow, customer: CustomerRef
) -> Iterator[Entry]:
    for order in orders.orders(customer):
        yield of_order(order, brand.zone)
        for refund in office.refunds(customer, order.ref):
            yield of_refund(refund, order.ref, brand.zone)


def within(
    history: History, kinds: frozenset[str], since: datetime | None, until: datetime | None
) -> History:
    """Only the entries of these kinds (of all where there are none), from `since` to before `until`."""
    entries = tuple(
        entry
        for entry in history.entries
        if (not kinds or entry.kind in kinds)
        and (since is None or entry.at >= since)
        and (until is None or entry.at < until)
    )
    return History(history.customer, entries, history.trouble)
