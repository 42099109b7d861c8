"""By which way a customer wants their confirmations: kept for the person, over all channels."""

from datetime import datetime

from bot.confirming.forwarding import ForwardConfirmation, queue_forward
from bot.confirming.ways import CHANNEL_OF, WAYS
from bot.resending import first_key
from dialogs.effects import PreferWay
from dialogs.ids import BrandId, CustomerRef
from dialogs.values import Way
from storage.repositories.conversations import ConversationRow
from storage.repositories.preferences import PreferredWayRow
from storage.unit_of_work import UnitOfWork


def preferred_way(uow: UnitOfWork, brand: BrandId, customer: CustomerRef) -> Way | None:
    """What they chose last; None where they chose nothing."""
    row = uow.preferences.of(brand, uow.contacts.customer_hash(brand, customer))
    return None if row is None else next((way for way in WAYS if way == row.way), None)


def was_asked(uow: UnitOfWork, brand: BrandId, customer: CustomerRef) -> bool:
    """Whether they were asked, whatever they answered: nobody is asked twice."""
    return uow.preferences.of(brand, uow.contacts.customer_hash(brand, customer)) is not None


def keep_preference(uow: UnitOfWork, conversation: ConversationRow, effect: PreferWay, now: datetime) -> None:
    """Keep what was answered in a chat; the confirmation after which it was asked goes that way as well."""
    prefer(uow, conversation.brand_id, effect.customer, effect.way, now)
    if effect.number is None:
        return
    record = uow.records.by_number(conversation.brand_id, effect.number)
    account = uow.accounts.get(conversation.account_id)
    here = None if account is None else account.kind
    if record is None or effect.way is None or effect.way == "mail" or CHANNEL_OF[effect.way] == here:
        return
    forward = ForwardConfirmation(
        effect.number, effect.way, "the customer, who prefers that", tried=("mail",)
    )
    # The key under which the first mail has it sent as well, should that be still on its way.
    key = f"{first_key(effect.number)}:preferred"
    queue_forward(uow, record, conversation.id, forward, key, now)


def prefer(uow: UnitOfWork, brand: BrandId, customer: CustomerRef, way: Way | None, now: datetime) -> None:
    """Keep what they chose; without a way, that they were asked."""
    uow.preferences.put(PreferredWayRow(brand, uow.contacts.customer_hash(brand, customer), way, now))
