"""The ways by which a confirmation can go to somebody: by mail, SMS, Telegram, into the web chat, by post."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.backoffice.base import Customer
from bot.wiring import Application
from dialogs.case import Case
from dialogs.ids import BrandId, ContactId, ConversationId, CustomerRef
from dialogs.understanding import first_email
from dialogs.values import Way
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.contacts import AddressRow
from storage.unit_of_work import UnitOfWork

WAYS: tuple[Way, ...] = ("mail", "sms", "telegram", "chat")
"""Those by which it is there within moments. A letter is ordered: `bot.letters`."""
PREFERABLE: tuple[Way, ...] = (*WAYS, "letter")
"""Those that somebody can prefer."""
CHANNEL_OF: Mapping[Way, str] = {"mail": "email", "sms": "sms", "telegram": "telegram", "chat": "webchat"}
"""The kind of channel that each of `WAYS` goes by."""
NAMES: Mapping[Way, str] = {
    "mail": "mail",
    "sms": "SMS",
    "telegram": "Telegram",
    "chat": "the web chat",
    "letter": "letter",
}
"""What the brand's people call each."""
INSTEAD: tuple[Way, ...] = ("mail", "sms", "telegram")
"""What takes the place of a way that failed, in this order: what reaches somebody who does not look."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a confirmation can go by one way."""

    way: Way
    account: AccountRow
    to: str
    address: AddressRow | None = None
    """None where nobody ever wrote from there: the back office knows of it."""
    conversation: ConversationId | None = None
    """The open chat, where it goes into one."""


def customer_of(app: Application, brand: BrandRow, case: Case | None) -> Customer | None:
    """What the back office holds of the case's customer. Raises BackOfficeError."""
    if case is None or case.customer is None:
        return None
    return app.office_of(brand).find_customer(CustomerRef(case.customer), "account")


def places_of(
    app: Application,
    uow: UnitOfWork,
    brand: BrandId,
    case: Case | None,
    contact: ContactId | None,
    customer: Customer | None,
) -> tuple[Place, ...]:
    """Every place that the case's customer can be reached at, in the order of `WAYS`.

    Nothing goes where they opted out, or where nothing arrives.

    Args:
        contact: who declared the case; the customer's others are found by who they are.
        customer: what the back office holds of them.
    """
    accounts = app.directory.accounts_of(uow, brand)
    written_from = list(_written_from(uow, brand, case, contact))
    places = []
    for way in WAYS:
        account = next((each for each in accounts if each.kind == CHANNEL_OF[way]), None)
        place = None if account is None else _place(uow, way, account, case, customer, written_from)
        if place is not None:
            places.append(place)
    return tuple(places)


def next_way(tried: Sequence[str]) -> Way | None:
    """What is tried after these failed."""
    return next((way for way in INSTEAD if way not in tried), None)


def _written_from(
    uow: UnitOfWork, brand: BrandId, case: Case | None, contact: ContactId | None
) -> Iterator[AddressRow]:
    """The addresses that they wrote from, those of the newest contact first."""
    found = [] if contact is None else [contact]
    if case is not None and case.customer is not None:
        found += [each.id for each in reversed(uow.contacts.of_customer(brand, CustomerRef(case.customer)))]
    for each in dict.fromkeys(found):
        yield from uow.contacts.addresses_of(brand, each)


def _place(
    uow: UnitOfWork,
    way: Way,
    account: AccountRow,
    case: Case | None,
    customer: Customer | None,
    written_from: Sequence[AddressRow],
) -> Place | None:
    here = [each for each in written_from if each.account_id == account.id]
    if way == "chat":
        return _chat(uow, account, here)
    known = _known(way, case, customer)
    if known is not None:
        address = uow.contacts.by_sender(account.brand_id, account.id, known)
        return Place(way, account, known, address) if address is None or _takes(address) else None
    address = next((each for each in here if _takes(each)), None)
    return None if address is None else Place(way, account, address.sender, address)


def _known(way: Way, case: Case | None, customer: Customer | None) -> str | None:
    """The address that the back office holds, or that a declaration names."""
    if way == "mail":
        if customer is not None:
            return customer.email
        declaration = None if case is None or case.customer is not None else case.declaration
        return None if declaration is None else first_email(declaration.details)
    return customer.phone if way == "sms" and customer is not None else None


def _takes(address: AddressRow) -> bool:
    return address.opted_out_at is None and address.unreachable_at is None


def _chat(uow: UnitOfWork, account: AccountRow, here: Sequence[AddressRow]) -> Place | None:
    """The newest chat of theirs that is still open."""
    open_ones = [
        (found.updated_at, address, found.id)
        for address in here
        if (found := uow.conversations.open_of(account.brand_id, address.id)) is not None
    ]
    if not open_ones:
        return None
    _, address, conversation = max(open_ones, key=lambda each: each[0])
    return Place("chat", account, address.sender, address, conversation)
