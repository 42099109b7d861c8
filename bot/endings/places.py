"""In which chat a customer is told what the brand ends."""

from collections.abc import Iterator
from datetime import datetime

from bot.backoffice.base import Customer
from bot.chats import new_token, sender_of
from bot.replies import reaches
from bot.room import Room, open_room, room_of
from bot.wiring import Application
from dialogs.ids import CustomerRef
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.contacts import AddressRow
from storage.unit_of_work import UnitOfWork


class NoChat(LookupError):
    """The brand has no web chat, so that there is nowhere to tell it."""


def chat_of(app: Application, uow: UnitOfWork, brand: BrandRow, customer: Customer, now: datetime) -> Room:
    """An open chat of theirs: one that reaches them wherever they are, else any, else a new one on the web.

    The new one is nobody's yet: what is told there is what an identified customer is told in any chat, and
    the mail says it. Raises NoChat.
    """
    reaching = chat_that_sends(app, uow, brand, customer.ref)
    there = reaching or next(_open_chats(app, uow, brand, customer.ref), None)
    return there or _new_chat(app, uow, brand, customer, now)


def chat_that_sends(app: Application, uow: UnitOfWork, brand: BrandRow, customer: CustomerRef) -> Room | None:
    """An open chat of theirs on a channel that brings messages to somebody who does not look, or None."""
    return next((room for room in _open_chats(app, uow, brand, customer) if reaches(room)), None)


def _open_chats(app: Application, uow: UnitOfWork, brand: BrandRow, customer: CustomerRef) -> Iterator[Room]:
    """Newest contact first. One in which somebody else identified since is not theirs any more."""
    for contact in reversed(uow.contacts.of_customer(brand.id, customer)):
        for head in uow.conversations.of_contact(brand.id, contact.id):
            if head.status == "closed":
                continue
            room = room_of(app, uow, brand.id, head.id)
            identity = room.kept.state.identity
            if identity is None or identity.customer == customer:
                yield room


def _new_chat(app: Application, uow: UnitOfWork, brand: BrandRow, customer: Customer, now: datetime) -> Room:
    accounts = app.directory.accounts_of(uow, brand.id)
    account = next((each for each in accounts if each.kind == "webchat"), None)
    if account is None:
        raise NoChat(f"brand {brand.slug!r} has no web chat")
    address = _new_address(uow, account, customer.ref, now)
    return open_room(app, uow, brand, account, address, customer.locale, None, now)


def _new_address(uow: UnitOfWork, account: AccountRow, customer: CustomerRef, now: datetime) -> AddressRow:
    sender = sender_of(new_token())
    known = uow.contacts.of_customer(account.brand_id, customer)
    if known:
        return uow.contacts.add_address(known[-1], account.id, sender, now)
    address = uow.contacts.meet(account.brand_id, account.id, sender, now)
    contact = uow.contacts.get(account.brand_id, address.contact_id)
    assert contact is not None, "it was made a moment ago"
    uow.contacts.link_customer(contact, customer)
    return address
