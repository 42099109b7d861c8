"""Sending a record's confirmation by one way: by mail, by SMS, by Telegram, or into the web chat.

What is said is taken from the record, so that it says what was sealed; receipt and PDF are those that were
first sent. An interrupted sending is repeated: twice is better than never.
"""

from dataclasses import dataclass

from bot.backoffice.base import BackOfficeError
from bot.confirming.forwarding import FORWARD, ForwardConfirmation
from bot.confirming.pages import case_url, with_page
from bot.confirming.ways import Place, customer_of, places_of
from bot.deliver.confirmations import mail_with, mailed, printed_record
from bot.deliver.instead import Instead
from bot.deliver.proofs import proof_for
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Later, Never, Result, Unwanted, perhaps_sent
from bot.documents import queue_document
from bot.outbounds import Outbounds
from bot.records.confirmation import message_of
from bot.records.kept import find_record
from bot.records.stored import StoredRecord
from bot.replies import post
from bot.reports import mark_sent
from bot.room import Room, case_of, room_of
from bot.transcript import Body
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater, Unreachable
from channels.registry import CHANNELS
from channels.rendering import render
from dialogs.turn import CASE
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class _Job:
    """One sending, with all that it needs."""

    app: Application
    row: EffectRow
    forward: ForwardConfirmation
    room: Room
    stored: StoredRecord
    place: Place
    instead: Instead


def forward_confirmation(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send it by its way; where that fails the next one follows, and a person sees it where none is left."""
    row = claimed.effect
    forward = FORWARD.validate_json(row.payload)
    assert row.conversation_id is not None
    if forward.is_last:
        return Never(f"the confirmation did not arrive, and there is no other way; {forward.because}")
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        stored = find_record(uow, row.brand_id, forward.number)
        case_row = case_of(uow, row.brand_id, row.case_id)
    if stored is None:
        return Unwanted("there is no such record any more")
    case = None if case_row is None else CASE.validate_json(case_row.data)
    try:
        customer = customer_of(app, room.brand, case)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    contact = room.conversation.contact_id if case_row is None else case_row.contact_id
    with app.database.read() as uow:
        places = places_of(app, uow, row.brand_id, case, contact, customer)
    instead = Instead(app, row, forward, [each.way for each in places])
    place = next((each for each in places if each.way == forward.way), None)
    if place is None:
        return instead.result(_unreached(forward))
    job = _Job(app, row, forward, room, stored, place, instead)
    if forward.way == "mail":
        return _by_mail(outbounds, job)
    return _into_chat(job) if place.conversation is not None else _as_message(outbounds, job)


def _unreached(forward: ForwardConfirmation) -> str:
    reason = f"the customer cannot be reached by {forward.way}"
    return reason if forward.because is None else f"{reason}; {forward.because}"


def _by_mail(outbounds: Outbounds, job: _Job) -> Result:
    proof = proof_for(job.app, job.row.brand_id, job.forward.number)
    if isinstance(proof, Later):
        return proof
    printed = printed_record(job.app, job.room, job.forward.number)
    outgoing = mail_with(job.app, job.room, job.stored, proof, printed, job.place.to, job.row.key)
    return mailed(outbounds, job.place.account, outgoing, job.instead)


def _as_message(outbounds: Outbounds, job: _Job) -> Result:
    account, address = job.place.account, job.place.address
    outgoing = Outgoing(
        to=job.place.to,
        text=_text(job),
        key=job.row.key,
        status_url=f"{job.app.settings.base_url}/webhooks/{account.kind}/{job.room.brand.slug}",
    )
    try:
        sent = outbounds.of(account).send(outgoing)
    except TryLater as error:
        follow = job.instead.because(error.reason)
        return Later(error.reason, retry_after=error.retry_after, given_up=follow)
    except OutcomeUnknown as error:
        follow = job.instead.because(error.reason)
        return perhaps_sent(job.row, error.reason, follow)
    except Refused as error:
        if isinstance(error, Unreachable) and address is not None:
            with job.app.database.write() as uow:
                _remember(uow, job, error)
        return job.instead.result(error.reason)

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        if CHANNELS[account.kind].capabilities.attaches_files and address is not None:
            room = Room(
                job.room.brand, account, CHANNELS[account.kind], address, job.room.conversation,
                job.room.dialog, job.room.kept, job.room.case_row,
            )  # fmt: skip
            queue_document(uow, room, job.forward.number, job.row.key, job.app.clock())
        mark_sent(uow, job.row, sent.message_id, job.app.clock())
        return ()

    return Done(then, provider_ref=sent.message_id)


def _text(job: _Job) -> str:
    """The receipt as the channel carries it, with where its case can be looked at."""
    texts, words = job.room.dialog.texts, message_of(job.stored, job.room.dialog.texts)
    locale = str(job.stored.record["locale"])
    locale = locale if locale in texts.catalogues else job.room.conversation.locale
    url = case_url(job.app, job.room.brand, job.stored.number)
    capabilities = CHANNELS[job.place.account.kind].capabilities
    text, short = with_page(words, texts, locale, job.room.brand.zone, url, capabilities)
    return render(text, (), capabilities, short).text


def _remember(uow: UnitOfWork, job: _Job, error: Unreachable) -> None:
    address = job.place.address
    assert address is not None
    remember = uow.contacts.set_opted_out if error.opted_out else uow.contacts.set_unreachable
    remember(address.brand_id, address.id, job.app.clock())


def _into_chat(job: _Job) -> Result:
    """The transcript is the delivery."""
    conversation = job.place.conversation
    assert conversation is not None
    text, number = _text(job), job.forward.number

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        room = room_of(job.app, uow, job.row.brand_id, conversation)
        body = Body(text, purpose="receipt", receipt=number)
        now = job.app.clock()
        posted = post(uow, room, room.conversation, [(body, "bot")], now)
        uow.conversations.save(posted, room.conversation.version, now)
        return ()

    return Done(then)
