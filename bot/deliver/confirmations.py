"""Sending the sealed record by e-mail."""

import logging
from dataclasses import replace

from bot.backoffice.base import BackOfficeError
from bot.calling.calls import CallConfirmation, queue_call
from bot.confirming.forwarding import ForwardConfirmation, queue_forward
from bot.confirming.pages import case_url
from bot.confirming.preferring import preferred_way
from bot.confirming.ways import CHANNEL_OF, customer_of, places_of
from bot.deliver.instead import Instead
from bot.deliver.proofs import proof_for
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Follow, Later, Never, Result, Unwanted
from bot.documents import document_of, queue_document
from bot.letters.ordering import order_letter, orders_letter, was_ordered
from bot.outbounds import Outbounds, letter_account, mail_account
from bot.printing.press import NoPress
from bot.records.confirmation import ACCENT, mail_of
from bot.records.kept import find_record
from bot.records.log.proofs import Proof
from bot.records.stored import StoredRecord
from bot.room import Room, room_of
from bot.wiring import Application
from channels.base import Attachment, OutcomeUnknown, Outgoing, Refused, TryLater, Unreachable
from dialogs.case import Case
from dialogs.effects import SendConfirmation
from dialogs.ids import BrandId, CustomerRef
from dialogs.turn import CASE, EFFECT
from dialogs.understanding import first_email
from dialogs.values import Way
from storage.repositories.brands import AccountRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")


def send_confirmation(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send the record to the address that the back office holds, or that a declaration names.

    It is printed here, and follows the receipt into the chat where that takes files. An interrupted sending
    is repeated: the same mail, under the same message id.
    """
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, SendConfirmation)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        stored = find_record(uow, row.brand_id, effect.number)
        case = case_of_record(uow, row.brand_id, effect.number)
        accounts = app.directory.accounts_of(uow, row.brand_id)
        prefers = _preferred(uow, row, case)
    if stored is None:
        return Unwanted("there is no such record any more")
    printed = printed_record(app, room, effect.number)
    by_post = letter_account(accounts) is not None
    why = None if effect.again else _why_by_post(room, stored, prefers)
    if by_post and why is not None:
        _order_letter(app, row, effect.number, why)
    with app.database.write() as uow:
        if printed and _takes_files(room):
            queue_document(uow, room, effect.number, row.key, app.clock())
        _by_preference(app, uow, row, room, prefers, effect.number)
    account = mail_account(accounts)
    if account is None:
        return _not_by_mail(app, row, room, case, effect.number, Unwanted("the brand has no mail account"))
    proof = proof_for(app, row.brand_id, effect.number)
    if isinstance(proof, Later):
        return proof
    try:
        customer = customer_of(app, room.brand, case)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    with app.database.read() as uow:
        places = places_of(app, uow, row.brand_id, case, room.conversation.contact_id, customer)
    failing = ForwardConfirmation(effect.number, "mail", tried=_had_it(room))
    instead = Instead(app, row, failing, [place.way for place in places])
    to = next((place.to for place in places if place.way == "mail"), None)
    by_post = by_post and _may_be_posted(app, row, case, effect.number)
    if to is None:
        reason = "no e-mail address is known to send the confirmation to"
        if instead.next_way is not None and not by_post:
            return instead.result(reason)
        # Who leaves a declaration without one has it in the chat.
        declared = case is not None and case.declaration is not None
        in_chat = Unwanted(reason) if declared else Never(reason)
        return _not_by_mail(app, row, room, case, effect.number, in_chat)
    outgoing = mail_with(app, room, stored, proof, printed, to, row.key)
    if not by_post:
        return mailed(outbounds, account, outgoing, instead)
    return _mailed_or_posted(app, outbounds, row, account, outgoing, effect.number)


def _mailed_or_posted(
    app: Application,
    outbounds: Outbounds,
    row: EffectRow,
    account: AccountRow,
    outgoing: Outgoing,
    number: str,
) -> Result:
    """A letter is a durable medium as the mail is: it takes its place before anything else."""
    result = mailed(outbounds, account, outgoing)
    if isinstance(result, Never):
        return Unwanted(f"{result.reason}; it goes by post", _posting(app, row, number, result.reason))
    if isinstance(result, Later):
        return replace(result, given_up=_posting(app, row, number, result.reason))
    return result


def _preferred(uow: UnitOfWork, row: EffectRow, case: Case | None) -> Way | None:
    if case is None or case.customer is None:
        return None
    return preferred_way(uow, row.brand_id, CustomerRef(case.customer))


def _why_by_post(room: Room, stored: StoredRecord, prefers: Way | None) -> str | None:
    """Why a letter goes beside the mail; None where none does."""
    if orders_letter(room.brand, stored.record):
        return "the brand sends these by post"
    return "the customer prefers that" if prefers == "letter" else None


def _by_preference(
    app: Application, uow: UnitOfWork, row: EffectRow, room: Room, way: Way | None, number: str
) -> None:
    """Have it go by the way that its customer prefers as well, unless the chat is that way; once."""
    record = uow.records.by_number(row.brand_id, number)
    if record is None or way is None or way in ("mail", "letter", *_had_it(room)):
        return
    forward = ForwardConfirmation(number, way, "the customer, who prefers that", tried=("mail",))
    queue_forward(uow, record, room.conversation.id, forward, f"{row.key}:preferred", app.clock())


def _had_it(room: Room) -> tuple[str, ...]:
    """The way of the chat itself, which brought the receipt."""
    return tuple(way for way, kind in CHANNEL_OF.items() if kind == room.account.kind)


def mail_with(
    app: Application,
    room: Room,
    stored: StoredRecord,
    proof: Proof | None,
    printed: tuple[Attachment, ...],
    to: str,
    key: str,
) -> Outgoing:
    """The record's mail: the same words and files whenever it is sent."""
    accent = str(room.brand.settings.get("accent", ACCENT))
    page = case_url(app, room.brand, stored.number)
    mail = mail_of(stored, room.dialog.texts, accent, proof, page)
    return Outgoing(
        to=to,
        text=mail.text,
        subject=mail.subject,
        html=mail.html,
        attachments=(*mail.attachments, *printed),
        key=key,
    )


def printed_record(app: Application, room: Room, number: str) -> tuple[Attachment, ...]:
    """The record as a PDF. Where none can be made the mail goes without: the receipt proves as much."""
    try:
        document = document_of(app, room.brand, number, room.dialog.texts)
    except NoPress:
        # What is missing was said at the start.
        return ()
    except Exception:
        log.exception("no PDF of %s could be made; its mail goes without", number)
        return ()
    return () if document is None else (document.attachment,)


def _takes_files(room: Room) -> bool:
    """Whether the chat itself can carry the PDF, and reaches its customer."""
    can = room.kind.capabilities
    reached = room.address.opted_out_at is None and room.address.unreachable_at is None
    return can.sends and can.attaches_files and reached


FULL = ("4.2.2", "5.2.2")
"""The mailbox is full. Source: RFC 3463, section 3.3."""


def mailed(
    outbounds: Outbounds, account: AccountRow, outgoing: Outgoing, instead: Instead | None = None
) -> Result:
    """Send a mail that may be sent again, identical: its key makes one message of it.

    Args:
        instead: what follows where it does not arrive. A full mailbox is tried on, and not waited for.
    """
    try:
        sent = outbounds.of(account).send(outgoing)
    except (TryLater, OutcomeUnknown) as error:
        follow = None if instead is None else instead.because(error.reason)
        return Later(error.reason, OFFICE, delayed=follow if error.code in FULL else None, given_up=follow)
    except Refused as error:
        about_receiver = isinstance(error, Unreachable) or error.code in FULL
        if instead is not None and about_receiver:
            return instead.result(error.reason)
        return Never(error.reason, None if instead is None else instead.because(error.reason))
    return Done(provider_ref=sent.message_id)


def case_of_record(uow: UnitOfWork, brand: BrandId, number: str) -> Case | None:
    """The record's case, which may have been confirmed in another conversation."""
    record = uow.records.by_number(brand, number)
    row = None if record is None else uow.cases.get(brand, record.case_id)
    return None if row is None else CASE.validate_json(row.data)


def mail_address(app: Application, room: Room, case: Case | None) -> str | None:
    """Where the back office, or a declaration, says that the customer gets mail. Raises BackOfficeError."""
    if case is None:
        return None
    if case.customer is not None:
        customer = app.office_of(room.brand).find_customer(CustomerRef(case.customer), "account")
        return None if customer is None else customer.email
    return None if case.declaration is None else first_email(case.declaration.details)


def _not_by_mail(
    app: Application, row: EffectRow, room: Room, case: Case | None, number: str, in_chat: Unwanted | Never
) -> Result:
    """Where it cannot be mailed: a letter where the brand writes those and the chat has no PDF,
    `in_chat` where the chat reaches the customer, else a call."""
    reached = room.address.opted_out_at is None and room.address.unreachable_at is None
    lasts = _takes_files(room)
    if not lasts and _may_be_posted(app, row, case, number):
        follow = _posting(app, row, number, in_chat.reason, unreached=not reached)
        return Unwanted(f"{in_chat.reason}; it goes by post", follow)
    if reached:
        return in_chat

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        queue_call(uow, row, CallConfirmation(number, in_chat.reason), app.clock(), app.clock())
        return ()

    return Unwanted(in_chat.reason, then)


def _may_be_posted(app: Application, row: EffectRow, case: Case | None, number: str) -> bool:
    """Whether the brand writes letters, it is known to whom, and none about this record was written yet."""
    with app.database.read() as uow:
        account = letter_account(app.directory.accounts_of(uow, row.brand_id))
        known = case is not None and case.customer is not None
        return account is not None and known and not was_ordered(uow, row.brand_id, number)


def _posting(app: Application, row: EffectRow, number: str, why: str, *, unreached: bool = False) -> Follow:
    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        record = uow.records.by_number(row.brand_id, number)
        if record is not None:
            order_letter(uow, record, row.conversation_id, why, app.clock(), unreached=unreached)
        return ()

    return then


def _order_letter(app: Application, row: EffectRow, number: str, why: str) -> None:
    with app.database.write() as uow:
        _posting(app, row, number, why)(uow)
