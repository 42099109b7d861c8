"""Sending a notice of the transcript by mail as well."""

from bot.backoffice.base import BackOfficeError
from bot.deliver.confirmations import mail_address, mailed
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Later, Result, Unwanted
from bot.effects import MAIL_NOTICE
from bot.outbounds import Outbounds, mail_account
from bot.room import case_of, room_of
from bot.transcript import opened
from bot.wiring import Application
from channels.base import Outgoing
from dialogs.ids import ConversationId
from dialogs.turn import CASE
from storage.repositories.effects import Claimed


def mail_notice(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send it to the address that the confirmation went to. An interrupted sending is repeated, identical."""
    row = claimed.effect
    payload = MAIL_NOTICE.validate_json(row.payload)
    conversation = ConversationId(payload.conversation)
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, conversation)
        case_row = case_of(uow, row.brand_id, row.case_id)
        accounts = app.directory.accounts_of(uow, row.brand_id)
        rows = uow.messages.since(row.brand_id, conversation, payload.number - 1, limit=1)
        messages = opened(rows)
    account = mail_account(accounts)
    if account is None or not messages:
        return Unwanted("the brand has no mail account" if account is None else "the message is gone")
    case = None if case_row is None else CASE.validate_json(case_row.data)
    try:
        to = mail_address(app, room, case)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    if to is None:
        return Unwanted("no e-mail address is known")
    subject, _ = room.dialog.texts.phrase(
        "mail-subject-notice", room.conversation.locale, room.brand.zone, number=payload.about
    )
    outgoing = Outgoing(to=to, text=messages[0].body.text, subject=subject, key=row.key)
    return mailed(outbounds, account, outgoing)
