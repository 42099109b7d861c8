"""Sending a one-time code to whoever the identifier belongs to, if to anybody.

A code is never sent twice: an interrupted sending is left as unknown, and the
customer asks for a new one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.backoffice.base import BackOfficeError, Customer
from bot.consents import opt_out
from bot.deliver.retry import Policy
from bot.deliver.settle import Done, Later, Never, Result, Unknown, Unwanted
from bot.identification.challenges import spend_sending
from bot.identification.codes import VALID_MINUTES, code_of
from bot.outbounds import Outbounds
from bot.room import Room, room_of
from bot.wiring import Application
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater, Unreachable
from channels.registry import CHANNELS
from channels.rendering import render
from dialogs.case import CaseKind
from dialogs.effects import SendCode
from dialogs.ids import ChallengeId
from dialogs.turn import EFFECT
from storage.repositories.brands import AccountRow
from storage.repositories.effects import Claimed, EffectRow

WHILE_VALID = Policy(timedelta(seconds=2), timedelta(seconds=30), timedelta(minutes=VALID_MINUTES))
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
        return Later(error.reason, WHILE_VALID)
    if customer is None:
        return Unwanted("nobody is known by that identifier")
    subject = _subject(app, room, customer, effect.locale)
    text = Text(code_text(room.dialog.script.kind), effect.locale, {"subject": subject})
    return send_to(
        app, outbounds, row, Asked(effect.challenge, effect.resend, text), room, customer, accounts
    )


@dataclass(frozen=True, slots=True)
class Text:
    """The text that carries a code, with what fills it beside code and brand."""

    name: str
    locale: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A code that somebody asked for."""

    challenge: ChallengeId
    resend: int
    text: Text


def send_to(
    app: Application,
    outbounds: Outbounds,
    row: EffectRow,
    asked: Asked,
    room: Room,
    customer: Customer,
    accounts: list[AccountRow],
) -> Result:
    """Send it to the first place that takes it, within what one customer is sent in an hour."""
    if not _is_within_limit(app, room, customer, row.key):
        return Unwanted("the customer was sent enough codes within the hour")
    result: Result = Never("the customer has neither a phone nor an e-mail address to send a code to")
    for place in _places(app, room, customer, accounts):
        try:
            return _send(app, outbounds, row, asked, room, customer, place)
        except Unreachable as error:
            _remember(app, room, place, error)
            result = Never(error.reason)
    return result


def _is_within_limit(app: Application, room: Room, customer: Customer, key: str) -> bool:
    with app.database.write() as uow:
        return spend_sending(uow, room.brand.id, customer.ref, key, app.clock())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a code can be sent to, and the account that it is sent from."""

    account: AccountRow
    to: str


def _places(app: Application, room: Room, customer: Customer, accounts: list[AccountRow]) -> list[Place]:
    """By SMS where there is a number and an account to send from, else by mail.

    Who forbade messages to the phone gets none there; where none arrived before comes last.
    """
    by_kind = {account.kind: account for account in accounts}
    found: list[Place] = []
    doubtful: list[Place] = []
    with app.database.read() as uow:
        for kind, to in zip(_PREFERRED, (customer.phone, customer.email), strict=True):
            if to and kind in by_kind:
                address = uow.contacts.by_sender(room.brand.id, by_kind[kind].id, to)
                if address is not None and address.opted_out_at is not None:
                    continue
                arrives = address is None or address.unreachable_at is None
                (found if arrives else doubtful).append(Place(by_kind[kind], to))
    return found + doubtful


def _send(
    app: Application,
    outbounds: Outbounds,
    row: EffectRow,
    asked: Asked,
    room: Room,
    customer: Customer,
    place: Place,
) -> Result:
    """Raises Unreachable where the place takes no messages."""
    with app.database.write() as uow:
        challenge = uow.challenges.get(row.brand_id, asked.challenge)
        if challenge is None or challenge.resend != asked.resend:
            return Unwanted("a newer code took its place")
        if challenge.expires_at <= app.clock():
            return Unwanted("expired before it could be sent")
        uow.challenges.resolve(challenge, place.to, customer.ref)
        code = code_of(uow.vault, row.brand_id, asked.challenge, asked.resend)
    try:
        sent = outbounds.of(place.account).send(_message(room, asked.text, place, code, row.key))
    except TryLater as error:
        return Later(error.reason, WHILE_VALID, error.retry_after)
    except OutcomeUnknown as error:
        return Unknown(error.reason)
    except Unreachable:
        raise
    except Refused as error:
        return Never(error.reason)
    return Done(provider_ref=sent.message_id)


def _message(room: Room, asked: Text, place: Place, code: str, key: str) -> Outgoing:
    texts, brand, locale = room.dialog.texts, room.brand, asked.locale
    values = {"code": code, "brand": brand.name, **asked.values}
    text, short = texts.phrase(asked.name, locale, brand.zone, **values)
    title = texts.phrase("code-subject", locale, brand.zone, brand=brand.name)[0]
    shown = render(text, (), CHANNELS[place.account.kind].capabilities, short).text
    return Outgoing(to=place.to, text=shown, subject=title, key=key)


def code_text(kind: CaseKind) -> str:
    """The text with the code: an order is cancelled in other words than a contract."""
    return "order-code-message" if kind == "order" else "code-message"


def _subject(app: Application, room: Room, customer: Customer, locale: str) -> str:
    """What the code is for: the service by its name where only one can be meant."""
    if room.dialog.script.kind == "order":
        return room.dialog.texts.phrase("code-for-order", locale, room.brand.zone)[0]
    today = room.brand.day_of(app.clock())
    try:
        services = app.office_of(room.brand).services(customer.ref, today)
    except BackOfficeError:
        services = ()
    names = [service.name for service in services if service.can_be_cancelled]
    if len(names) == 1:
        return names[0]
    return room.dialog.texts.phrase("code-for-contract", locale, room.brand.zone)[0]


def _remember(app: Application, room: Room, place: Place, error: Unreachable) -> None:
    """The provider knows of an opt-out, or of a number that is gone, that we had not heard of."""
    with app.database.write() as uow:
        address = uow.contacts.by_sender(room.brand.id, place.account.id, place.to)
        if address is None:
            return
        if error.opted_out:
            opt_out(uow, address, place.account.kind, "provider", None, app.clock())
        else:
            uow.contacts.set_unreachable(room.brand.id, address.id, app.clock())
