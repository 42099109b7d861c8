"""Letters: made and queued for the print run, looked after until they are posted, replaced if they come back.

A letter that cannot be written is never lost: the customer is called where the chat does not reach them
either, and otherwise a person sees what was expected.
"""

from dataclasses import replace

from bot.backoffice.base import BackOfficeError
from bot.calling.calls import CallConfirmation, queue_call
from bot.deliver.confirmations import case_of_record, mail_address
from bot.deliver.retry import OFFICE
from bot.deliver.settle import Done, Later, Never, Result, Unwanted
from bot.letters.addressing import NO_ADDRESS, NOBODY, addressee_of
from bot.letters.making import make_letter, queue_made
from bot.letters.ordering import AWAIT_LETTER, REPLACE_LETTER, SEND_LETTER, SendLetter, first_cause
from bot.outbounds import letter_account, mail_account
from bot.printing.press import NoPress
from bot.records.kept import find_record
from bot.resending import first_key
from bot.room import room_of
from bot.wiring import Application
from channels.letter.fitting import DoesNotFit
from dialogs.effects import SendConfirmation
from dialogs.ids import CustomerRef
from dialogs.turn import EFFECT
from storage.repositories.effects import Claimed, EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork


def send_letter(app: Application, claimed: Claimed) -> Result:
    """Make the sealed letter and queue it. Interrupted, it is made anew: only what is queued is printed."""
    row = claimed.effect
    wanted = SEND_LETTER.validate_json(row.payload)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        account = letter_account(app.directory.accounts_of(uow, row.brand_id))
        case = case_of_record(uow, row.brand_id, wanted.number)
        stored = find_record(uow, row.brand_id, wanted.number)
    if stored is None:
        return Unwanted("there is no such record any more")
    if account is None:
        return _not_by_post(app, row, wanted, "the brand has no account of letters")
    if case is None or case.customer is None:
        return _not_by_post(app, row, wanted, NOBODY)
    try:
        customer = app.office_of(room.brand).find_customer(CustomerRef(case.customer), "account")
        if customer is None:
            return _not_by_post(app, row, wanted, NO_ADDRESS)
        if wanted.address is not None:
            customer = replace(customer, postal=wanted.address)
        addressee = addressee_of(customer, room.brand, account)
        made = make_letter(app, room.brand, account, stored, room.dialog.texts, addressee)
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    except DoesNotFit as error:
        return _not_by_post(app, row, wanted, str(error))
    except NoPress as error:
        return Never(str(error))

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        queue_made(uow, row, wanted, made, app.clock())
        return ()

    return Done(then)


def await_letter(app: Application, claimed: Claimed) -> Result:
    """Nobody has said in time that a letter was posted."""
    row = claimed.effect
    with app.database.read() as uow:
        letter = uow.letters.get(row.brand_id, AWAIT_LETTER.validate_json(row.payload).letter)
    if letter is None or letter.state == "dropped":
        return Unwanted("there is no such letter any more")
    if letter.state in ("posted", "returned"):
        return Done()
    waits = (
        "it waits to be printed" if letter.state == "queued" else "it was printed, and not said to be posted"
    )
    return Never(f"the letter about {letter.number} was not posted: {waits} (cancelbot letters)")


def replace_letter(app: Application, claimed: Claimed) -> Result:
    """A letter came back: its record goes by mail, unless it did before; else a person sees it."""
    row = claimed.effect
    assert row.conversation_id is not None
    with app.database.read() as uow:
        letter = uow.letters.get(row.brand_id, REPLACE_LETTER.validate_json(row.payload).letter)
        if letter is None:
            return Unwanted("there is no such letter any more")
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        case = case_of_record(uow, row.brand_id, letter.number)
        account = mail_account(app.directory.accounts_of(uow, row.brand_id))
        mailed = uow.outbox.by_key(row.brand_id, first_key(letter.number))
        cause = uow.outbox.by_key(row.brand_id, letter.cause)
    if cause is not None and SEND_LETTER.validate_json(cause.payload).mail_came_back:
        return Never(
            f"the letter about {letter.number} came back ({letter.note}), and so did the mail before"
        )
    if mailed is not None and mailed.state == "done":
        return Unwanted("the confirmation went by mail before")
    try:
        by_mail = account is not None and mail_address(app, room, case) is not None
    except BackOfficeError as error:
        return Later(error.reason, OFFICE)
    if not by_mail:
        return Never(f"the letter about {letter.number} came back ({letter.note}), and there is no other way")
    mail = NewEffect(
        row.brand_id,
        f"{first_key(letter.number)}:after:{letter.id}",
        "send_confirmation",
        EFFECT.dump_json(SendConfirmation(letter.number)),
        app.clock(),
        lane=f"mail:{letter.number}",
        person_id=row.person_id,
        conversation_id=row.conversation_id,
    )

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        uow.outbox.add([mail], app.clock())
        return ()

    return Done(then)


def _not_by_post(app: Application, row: EffectRow, wanted: SendLetter, reason: str) -> Result:
    """Where no letter can be written: a call if nothing else was left, else a person sees it."""
    if not wanted.unreached or row.key != first_cause(wanted.number):
        return Never(f"{reason} (it goes by post since: {wanted.why})")

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        call = CallConfirmation(wanted.number, f"{wanted.why}; {reason}")
        queue_call(uow, row, call, app.clock(), app.clock())
        return ()

    return Unwanted(reason, then)
