"""Who is meant by what somebody searches for: a record's number, a customer's, a contract's or an order's."""

from bot.records.numbers import read_number
from bot.rights.subject import Subject, UnknownSubject, subject_of_customer, subject_of_record
from dialogs.ids import CustomerRef, OrderRef, ServiceRef
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork


def find(uow: UnitOfWork, brand: BrandRow, query: str) -> Subject:
    """Whom it names. Contracts and orders are known by the built-in back office, and by the cases about them.

    Raises UnknownSubject.
    """
    asked = query.strip()
    number = read_number(asked)
    if number is not None and uow.records.by_number(brand.id, number) is not None:
        return subject_of_record(uow, brand, number)
    owner = _owner(uow, brand, asked)
    return subject_of_customer(uow, brand, owner or CustomerRef(asked))


def _owner(uow: UnitOfWork, brand: BrandRow, ref: str) -> CustomerRef | None:
    service = uow.local_office.service(brand.id, ServiceRef(ref))
    if service is not None:
        return service.customer_ref
    order = uow.local_office.order(brand.id, OrderRef(ref))
    return None if order is None else order.customer_ref


__all__ = ["UnknownSubject", "find"]
