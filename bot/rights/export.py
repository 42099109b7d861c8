"""Everything that is kept of somebody, in one document. Reads, and changes nothing."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, Literal

from bot.records.sealing import verify
from bot.records.stored import read_stored
from bot.rights.document import (
    Export,
    ExportedAddress,
    ExportedBrand,
    ExportedCase,
    ExportedConsent,
    ExportedContact,
    ExportedConversation,
    ExportedDelivery,
    ExportedIdentification,
    ExportedMessage,
    ExportedOffice,
    ExportedPreference,
    ExportedRecord,
    ExportedStep,
    ExportedUnprocessed,
)
from bot.rights.plan import kept_until, lanes_of
from bot.rights.retention import Retention
from bot.rights.subject import Subject
from bot.room import KEPT
from bot.transcript import MASKED, Shown, opened
from dialogs.continuing import without_codes
from dialogs.turn import CASE
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseHead, RecordRow
from storage.repositories.contacts import AddressRow, ContactRow
from storage.repositories.conversations import ConversationHead
from storage.repositories.effects import EffectRow
from storage.repositories.local_office import OfficeOrderRow, OfficeServiceRow
from storage.unit_of_work import UnitOfWork

_PAGE = 1000
_DELIVERIES: dict[str, Literal["message", "code", "confirmation", "notice", "answer"]] = {
    "send_message": "message",
    "send_code": "code",
    "send_case_code": "code",
    "send_confirmation": "confirmation",
    "forward_confirmation": "confirmation",
    "mail_notice": "notice",
    "read_mail": "answer",
}


def export(uow: UnitOfWork, brand: BrandRow, subject: Subject, retention: Retention, now: datetime) -> Export:
    """The document. Of what was erased there is nothing in it but the records kept as evidence."""
    return Export(
        exported_at=now,
        brand=ExportedBrand(slug=brand.slug, name=brand.name, zone=brand.zone),
        customer=subject.customer,
        contacts=tuple(_contact(uow, contact) for contact in subject.contacts),
        conversations=tuple(_conversation(uow, head) for head in subject.conversations),
        cases=tuple(_case(uow, subject, head) for head in subject.cases),
        records=tuple(_record(row, brand, retention) for row in subject.records if row.body is not None),
        deliveries=tuple(_deliveries(uow, subject)),
        identifications=tuple(_identifications(uow, subject)),
        consents=tuple(_consents(uow, subject)),
        preferences=tuple(_preferences(uow, subject)),
        unprocessed=tuple(_unprocessed(uow, subject)),
        back_office=_office(uow, subject),
        transcripts_kept_days=retention.transcript_days,
    )


def _contact(uow: UnitOfWork, row: ContactRow) -> ExportedContact:
    addresses = uow.contacts.addresses_of(row.brand_id, row.id)
    return ExportedContact(
        since=row.created_at,
        customer=row.customer_ref,
        addresses=tuple(_address(uow, address) for address in addresses),
    )


def _address(uow: UnitOfWork, row: AddressRow) -> ExportedAddress:
    account = uow.accounts.get(row.account_id)
    assert account is not None, "an address refers to its account"
    return ExportedAddress(
        channel=account.kind,
        account=account.address,
        address=row.sender,
        since=row.created_at,
        opted_out_at=row.opted_out_at,
        unreachable_at=row.unreachable_at,
    )


def _conversation(uow: UnitOfWork, head: ConversationHead) -> ExportedConversation:
    account, row = uow.accounts.get(head.account_id), uow.conversations.get(head.brand_id, head.id)
    assert account is not None
    assert row is not None
    state = KEPT.validate_json(row.state).state
    return ExportedConversation(
        id=head.id,
        channel=account.kind,
        status=head.status,
        language=head.locale,
        begun_at=head.created_at,
        last_at=head.updated_at,
        case=head.case_id,
        identified_as=None if state.identity is None else asdict(state.identity),
        identifier=state.identifier,
        messages=tuple(_message(each) for each in _messages(uow, head)),
    )


def _messages(uow: UnitOfWork, head: ConversationHead) -> Iterator[Shown]:
    number = 0
    while rows := uow.messages.since(head.brand_id, head.id, number, _PAGE):
        yield from opened(rows)
        number = rows[-1].number


def _message(message: Shown) -> ExportedMessage:
    body = message.body
    return ExportedMessage.model_validate(
        {
            "number": message.number,
            "at": message.at,
            "direction": message.direction,
            "author": message.author,
            "name": body.name,
            # A code that still opens the chat elsewhere is for its customer's eyes only.
            "text": without_codes(body.text, MASKED) if message.author == "bot" else body.text,
            "choices": tuple(choice.label for choice in body.choices),
            "form": body.form,
            "sentiment": body.sentiment,
            "delivery": message.delivery,
        }
    )


def _case(uow: UnitOfWork, subject: Subject, head: CaseHead) -> ExportedCase:
    row = uow.cases.get(head.brand_id, head.id) if head.person_id in subject.persons else None
    return ExportedCase(
        id=head.id,
        status=head.status,
        declared_at=head.declared_at,
        accepted_at=head.accepted_at,
        executed_at=head.executed_at,
        reconciled_at=head.reconciled_at,
        closed_at=head.closed_at,
        decision=head.decision,
        details=None if row is None else CASE.dump_python(CASE.validate_json(row.data), mode="json"),
        steps=tuple(
            ExportedStep(at=step.at, status=step.status, standing=step.standing, reason=step.reason)
            for step in uow.case_entries.of_cases(head.brand_id, [head.id], subject.persons)
        ),
    )


def _record(row: RecordRow, brand: BrandRow, retention: Retention) -> ExportedRecord:
    stored = read_stored(row.body or b"", row.digest, row.signature, row.key_id)
    verdict = verify(stored.receipt, brand.signing_public)
    return ExportedRecord(
        number=row.number,
        kind=row.kind,
        case=row.case_id,
        sealed_at=row.created_at,
        verifies=verdict.valid,
        problem=verdict.problem,
        kept_until=kept_until(row, retention, brand),
        receipt=stored.receipt.decode(),
        personal=dict(stored.personal),
    )


def _deliveries(uow: UnitOfWork, subject: Subject) -> Iterator[ExportedDelivery]:
    for row in uow.outbox.of_persons(subject.brand, subject.persons):
        if row.kind in _DELIVERIES:
            yield _delivery(row)


def _delivery(row: EffectRow) -> ExportedDelivery:
    return ExportedDelivery(
        kind=_DELIVERIES[row.kind],
        state=row.state,
        queued_at=row.created_at,
        done_at=row.done_at,
        attempts=row.attempts,
        conversation=row.conversation_id,
        content=json.loads(row.payload),
    )


def _identifications(uow: UnitOfWork, subject: Subject) -> Iterator[ExportedIdentification]:
    for head in subject.conversations:
        for row in uow.challenges.of_conversation(head.brand_id, head.id):
            yield ExportedIdentification(
                conversation=head.id,
                begun_at=row.created_at,
                sent_to=row.destination,
                codes_sent=row.sent,
                used_at=row.used_at,
            )


def _consents(uow: UnitOfWork, subject: Subject) -> Iterator[ExportedConsent]:
    for row in uow.consents.of_persons(subject.brand, subject.persons):
        address = uow.contacts.address(row.brand_id, row.address_id)
        yield ExportedConsent(
            at=row.at,
            channel=row.channel,
            address=None if address is None else address.sender,
            subject=row.subject,
            act=row.act,
            how=row.how,
            words=row.words,
        )


def _preferences(uow: UnitOfWork, subject: Subject) -> Iterator[ExportedPreference]:
    for customer in sorted(subject.customers):
        row = uow.preferences.of(subject.brand, customer)
        if row is not None:
            yield ExportedPreference.model_validate({"way": row.way, "at": row.chosen_at})


def _unprocessed(uow: UnitOfWork, subject: Subject) -> Iterator[ExportedUnprocessed]:
    for row in uow.inbox.unprocessed(subject.brand, list(lanes_of(uow, subject))):
        content = json.loads(row.payload or b"{}")
        yield ExportedUnprocessed(received_at=row.received_at, state=row.state, content=content)


def _office(uow: UnitOfWork, subject: Subject) -> ExportedOffice | None:
    row = subject.office
    if row is None:
        return None
    services = uow.local_office.services_of(subject.brand, row.ref)
    orders = uow.local_office.orders_of(subject.brand, row.ref)
    return ExportedOffice(
        customer=_plain(row),
        services=tuple(_service(uow, service) for service in services),
        orders=tuple(_order(uow, order) for order in orders),
    )


def _service(uow: UnitOfWork, row: OfficeServiceRow) -> dict[str, Any]:
    return _plain(row) | {
        "charges": [_plain(each) for each in uow.local_office.charges_of(row.brand_id, row.ref)],
        "refunds": [_plain(each) for each in uow.local_refunds.of_item(row.brand_id, row.ref)],
    }


def _order(uow: UnitOfWork, row: OfficeOrderRow) -> dict[str, Any]:
    return _plain(row) | {
        "lines": [_plain(each) for each in uow.local_office.lines_of(row.brand_id, row.ref)],
        "payments": [_plain(each) for each in uow.local_returns.payments_of(row.brand_id, row.ref)],
        "movements": [_plain(each) for each in uow.local_office.movements_of(row.brand_id, row.ref)],
        "returns": [_plain(each) for each in uow.local_returns.of_order(row.brand_id, row.ref)],
        "refunds": [_plain(each) for each in uow.local_refunds.of_item(row.brand_id, row.ref)],
    }


def _plain(row: Any) -> dict[str, Any]:
    """A row of the back office without what only we call it by."""
    return {name: value for name, value in asdict(row).items() if name not in ("brand_id", "person_id")}
