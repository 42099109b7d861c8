"""By which way a customer wants their confirmations: kept for the person, over all channels."""

from datetime import datetime

from bot.confirming.ways import WAYS, Way
from dialogs.ids import BrandId, CustomerRef
from storage.repositories.preferences import PreferredWayRow
from storage.unit_of_work import UnitOfWork


def preferred_way(uow: UnitOfWork, brand: BrandId, customer: CustomerRef) -> Way | None:
    """What they chose last; None where they chose nothing."""
    row = uow.preferences.of(brand, uow.contacts.customer_hash(brand, customer))
    return None if row is None else next((way for way in WAYS if way == row.way), None)


def was_asked(uow: UnitOfWork, brand: BrandId, customer: CustomerRef) -> bool:
    """Whether they were asked, whatever they answered: nobody is asked twice."""
    return uow.preferences.of(brand, uow.contacts.customer_hash(brand, customer)) is not None


def prefer(uow: UnitOfWork, brand: BrandId, customer: CustomerRef, way: Way | None, now: datetime) -> None:
    """Keep what they chose; without a way, that they were asked."""
    uow.preferences.put(PreferredWayRow(brand, uow.contacts.customer_hash(brand, customer), way, now))
