"""Reading a confirmation out by phone where it can be written nowhere.

A call is never placed twice: an interrupted one is left as unknown, unless the
provider has told of it. What becomes of it is reported to the webhooks (`bot.calling.answering`).
"""

from dataclasses import dataclass

from bot.backoffice.base import BackOfficeError
from bot.calling.calls import (
    CALL_CONFIRMATION,
    CallConfirmation,
    allowed_at,
    is_known_to_be_placed,
    note_placed,
)
from bot.deliver.confirmations import case_of_record, mail_address
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Later, Never, Result, Unknown, Unwanted
from bot.effects import SEND_MESSAGE
from bot.outbounds import Outbounds, mail_account
from bot.records.kept import find_record
from bot.room import Room, room_of
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater
from channels.registry import CHANNELS
from dialogs.case import Case
from dialogs.ids import CustomerRef
from storage.repositories.brands import AccountRow
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

_SPOKEN = frozenset(kind for kind, channel in CHANNELS.items() if channel.capabilities.spoken)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A call that is still wanted, with all that is known of whom to call."""

    room: Room
    case: Case | None
    accounts: list[AccountRow]


def call_confirmation(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    """Call the customer, unless the confirmation goes by mail or has arrived after all."""
    row = claimed.effect
    call = CALL_CONFIRMATION.validate_json(row.payload)
    with app.database.read() as uow:
        if claimed.interrupted:
            return _interrupted(uow, row, call)
        wanted = _wanted(app, uow, row, call)
    if isinstance(wanted, Unwanted):
        return wanted
    try:
        return _call(app, outbounds, row, call, wanted)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)


def await_call(claimed: Claimed) -> Result:
    """Nobody has reported in time what became of a call."""
    return Unknown("what became of the call was not reported; it may have been heard")


def _interrupted(uow: UnitOfWork, row: EffectRow, call: CallConfirmation) -> Result:
    if is_known_to_be_placed(uow, row, call):
        return Done()
    return Unknown("interrupted while a call was placed; nobody is called twice for that")


def _wanted(app: Application, uow: UnitOfWork, row: EffectRow, call: CallConfirmation) -> _Wanted | Unwanted:
    assert row.conversation_id is not None
    if find_record(uow, row.brand_id, call.number) is None:
        return Unwanted("there is no such record any more")
    if _has_arrived(uow, row, call):
        return Unwanted("the receipt has arrived after all")
    room = room_of(app, uow, row.brand_id, row.conversation_id)
    case = case_of_record(uow, row.brand_id, call.number)
    return _Wanted(room, case, app.directory.accounts_of(uow, row.brand_id))


def _has_arrived(uow: UnitOfWork, row: EffectRow, call: CallConfirmation) -> bool:
    sending = None if call.receipt is None else uow.outbox.get(row.brand_id, call.receipt)
    if sending is None or sending.conversation_id is None:
        return False
    number = SEND_MESSAGE.validate_json(sending.payload).number
    found = uow.messages.since(row.brand_id, sending.conversation_id, number - 1, limit=1)
    return bool(found) and found[0].delivery in ("sent", "delivered")


def _call(
    app: Application, outbounds: Outbounds, row: EffectRow, call: CallConfirmation, wanted: _Wanted
) -> Result:
    """Raises BackOfficeError where it cannot be found out whom to write to or to call."""
    room = wanted.room
    if mail_account(wanted.accounts) is not None and mail_address(app, room, wanted.case) is not None:
        return Unwanted("the confirmation goes by mail")
    account = next((each for each in wanted.accounts if each.kind in _SPOKEN), None)
    if account is None:
        return Never(
            f"the receipt has no other way: {call.why}; there is neither mail nor an account to call"
        )
    number = _phone_number(app, room, wanted.case)
    if number is None:
        return Never(f"the receipt has no other way: {call.why}; neither a mail address nor a phone is known")
    if _has_forbidden(app, row, wanted.accounts, number):
        return Never(f"the receipt has no other way: {call.why}; they asked for no more texts, nor calls")
    now = app.clock()
    wait = allowed_at(now, room.brand.zone) - now
    if wait:
        return Later("nobody is called at this hour", OFFICE, retry_after=wait.total_seconds())
    return _place(app, outbounds, row, call, account, room, number)


def _phone_number(app: Application, room: Room, case: Case | None) -> str | None:
    """Where they write from, if that is a phone; else what the back office holds. Raises BackOfficeError."""
    if room.kind.capabilities.sender_is_phone:
        return room.address.sender
    if case is None or case.customer is None:
        return None
    customer = app.office_of(room.brand).find_customer(CustomerRef(case.customer), "account")
    return None if customer is None else customer.phone


def _has_forbidden(app: Application, row: EffectRow, accounts: list[AccountRow], number: str) -> bool:
    """Whether who has this number opted out: that is about machines' calls, too (47 CFR 64.1200(a)(10))."""
    with app.database.read() as uow:
        addresses = uow.contacts.by_senders(row.brand_id, [account.id for account in accounts], [number])
    return any(address.opted_out_at is not None for address in addresses)


def _place(
    app: Application,
    outbounds: Outbounds,
    row: EffectRow,
    call: CallConfirmation,
    account: AccountRow,
    room: Room,
    number: str,
) -> Result:
    url = f"{app.settings.base_url}/webhooks/{account.kind}/{room.brand.slug}/{row.id}"
    try:
        sent = outbounds.of(account).send(Outgoing(to=number, text="", key=row.key, status_url=url))
    except TryLater as error:
        return Later(error.reason, retry_after=error.retry_after)
    except OutcomeUnknown as error:
        return Unknown(error.reason)
    except Refused as error:
        return Never(f"nobody could be called: {error.reason}")

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        note_placed(uow, row, call, app.clock())
        return ()

    return Done(then, provider_ref=sent.message_id)
