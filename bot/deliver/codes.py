"""Sending a one-time code to whoever the identifier belongs to, if to anybody.

A code is never sent twice: an interrupted sending is left as unknown, and the
customer asks for a new one.
"""

from bot.backoffice.base import BackOfficeError, Customer
from bot.codes import code_of
from bot.deliver.settle import Done, Later, Never, Result, Unknown, Unwanted
from bot.outbounds import Outbounds
from bot.room import room_of
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater
from channels.registry import CHANNELS
from channels.rendering import render
from dialogs.effects import SendCode
from dialogs.turn import EFFECT
from storage.repositories.brands import AccountRow
from storage.repositories.effects import Claimed

_PREFERRED = ("sms", "email")


def send_code(app: Application, outbounds: Outbounds, claimed: Claimed) -> Result:
    row = claimed.effect
    if claimed.interrupted:
        return Unknown("interrupted while a code was sent; codes are not sent twice")
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, SendCode)
    assert row.conversation_id is not None
    with app.database.read() as uow:
        room = room_of(app, uow, row.brand_id, row.conversation_id)
        accounts = app.directory.accounts_of(uow, row.brand_id)
    try:
        customer = app.office_of(room.brand).find_customer(effect.identifier, effect.identifier_kind)
    except BackOfficeError as error:
        return Later(error.reason)
    if customer is None:
        return Unwanted("nobody is known by that identifier")
    place = _place(customer, accounts)
    if place is None:
        return Never("the customer has neither a phone nor an e-mail address to send a code to")
    account, to = place
    with app.database.write() as uow:
        challenge = uow.challenges.get(row.brand_id, effect.challenge)
        if challenge is None or challenge.resend != effect.resend:
            return Unwanted("a newer code took its place")
        uow.challenges.resolve(challenge, to, customer.ref)
        code = code_of(uow.vault, row.brand_id, effect.challenge, effect.resend)
    subject = room.brand.settings.get("service_noun", "your contract")
    text, short = room.dialog.texts.phrase(
        "code-message", effect.locale, room.brand.zone, code=code, brand=room.brand.name, subject=str(subject)
    )
    title = room.dialog.texts.phrase("code-subject", effect.locale, room.brand.zone, brand=room.brand.name)[0]
    message = render(text, (), CHANNELS[account.kind].capabilities, short).text
    try:
        outbounds.of(account).send(Outgoing(to=to, text=message, subject=title, key=row.key))
    except TryLater as error:
        return Later(error.reason, retry_after=error.retry_after)
    except OutcomeUnknown as error:
        return Unknown(error.reason)
    except Refused as error:
        return Never(error.reason)
    return Done()


def _place(customer: Customer, accounts: list[AccountRow]) -> tuple[AccountRow, str] | None:
    """By SMS where there is a number and an account to send from, else by mail."""
    by_kind = {account.kind: account for account in accounts}
    for kind, to in zip(_PREFERRED, (customer.phone, customer.email), strict=True):
        if to and kind in by_kind:
            return by_kind[kind], to
    return None
