"""Sending the sealed record by e-mail."""

from bot.backoffice.base import BackOfficeError
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Later, Never, Result, Unwanted
from bot.outbounds import Outbounds
from bot.records.confirmation import ACCENT, mail_of
from bot.records.kept import find_record
from bot.room import Room, room_of
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater
from dialogs.case import Case
from dialogs.effects import SendConfirmation
from dialogs.ids import BrandId, CustomerRef
from dialogs.turn import CASE, EFFECT
from dialogs.understanding import first_email
from storage.repositories.effects import Claimed
from storage.unit_of_work import UnitOfWork


def send_confirmation(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Send the record to the address that the back office holds, or that a declaration names.

    An interrupted sending is repeated: the same mail, under the same message id.
    """
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, SendConfirmation)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        stored = find_record(uow, row.brand_id, effect.number)
        case = _case_of(uow, row.brand_id, effect.number)
        accounts = app.directory.accounts_of(uow, row.brand_id)
    account = next((each for each in accounts if each.kind == "email"), None)
    if stored is None or account is None:
        return Unwanted(
            "there is no such record any more" if stored is None else "the brand has no mail account"
        )
    try:
        to = mail_address(app, room, case)
    except BackOfficeError as error:
        return Later(error.reason)
    if to is None:
        reason = "no e-mail address is known to send the confirmation to"
        # Who leaves a declaration without one has it in the chat.
        declared = case is not None and case.declaration is not None
        return Unwanted(reason) if declared else Never(reason)
    accent = str(room.brand.settings.get("accent", ACCENT))
    mail = mail_of(stored, room.dialog.texts, accent)
    outgoing = Outgoing(
        to=to,
        text=mail.text,
        subject=mail.subject,
        html=mail.html,
        attachments=(mail.attachment,),
        key=row.key,
    )
    try:
        sent = outbounds.of(account).send(outgoing)
    except (TryLater, OutcomeUnknown) as error:
        return Later(error.reason, OFFICE)
    except Refused as error:
        return Never(error.reason)
    return Done(provider_ref=sent.message_id)


def _case_of(uow: UnitOfWork, brand: BrandId, number: str) -> Case | None:
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
