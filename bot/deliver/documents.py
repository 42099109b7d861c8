"""Records as files: sent into chats that take files, and made for whoever waits for one."""

from bot.deliver.settle import Done, Later, Never, Result, Unwanted, perhaps_sent
from bot.documents import MAKE_DOCUMENT, SEND_DOCUMENT, document_of, kept_document
from bot.outbounds import Outbounds
from bot.printing.press import NoPress
from bot.room import room_of
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater, Unreachable
from storage.repositories.effects import Claimed


def send_document(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send the PDF as it is kept. An interrupted sending is repeated: twice is better than never."""
    row = claimed.effect
    payload = SEND_DOCUMENT.validate_json(row.payload)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        document = kept_document(uow, row.brand_id, payload.number)
        address = uow.contacts.address(row.brand_id, payload.address)
        account = None if address is None else app.directory.account(uow, address.account_id)
        room = room_of(app, uow, row.brand_id, row.conversation_id)
    if document is None or address is None or account is None:
        return Unwanted("the document or the address is gone")
    if address.opted_out_at is not None or address.unreachable_at is not None:
        return Unwanted("the person opted out, or messages do not arrive there")
    text, _ = room.dialog.texts.phrase(
        "document-caption", room.conversation.locale, room.brand.zone, number=payload.number
    )
    outgoing = Outgoing(to=address.sender, text=text, attachments=(document.attachment,), key=row.key)
    try:
        sent = outbounds.of(account).send(outgoing)
    except TryLater as error:
        return Later(error.reason, retry_after=error.retry_after)
    except OutcomeUnknown as error:
        return perhaps_sent(row, error.reason)
    except Unreachable as error:
        # The receipt before it, or the next message, tells of that.
        return Unwanted(error.reason)
    except Refused as error:
        return Never(error.reason)
    return Done(provider_ref=sent.message_id)


def make_document(app: Application, claimed: Claimed) -> Result:
    """Make it, unless it was made meanwhile."""
    row = claimed.effect
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
    number = MAKE_DOCUMENT.validate_json(row.payload).number
    try:
        document_of(app, room.brand, number, room.dialog.texts)
    except NoPress as error:
        return Unwanted(str(error))
    return Done()
