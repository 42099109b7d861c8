"""Many customers with one service each, for a load test."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.demo.customers import DEFAULT_CUSTOMER, charge_rows, service_row
from dialogs.ids import CustomerRef, PersonId
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.repositories.local_office import OfficeCustomerRow, OfficeServiceRow
from storage.unit_of_work import UnitOfWork

BATCH = 500
"""Customers of one transaction: others get to write in between."""

_SERVICE = DEFAULT_CUSTOMER.services[0]


def load_ref(number: int) -> CustomerRef:
    """The account number of the load test's customer: ``L-000001`` is the first."""
    return CustomerRef(f"L-{number:06}")


def seed_load(database: Database, brand: BrandRow, customers: int, now: datetime) -> int:
    """Make sure that the brand has the customers ``L-000001`` up to that many; how many were new.

    Each has an e-mail address, no phone, and one service with a pause to offer.
    """
    today = brand.day_of(now)
    added = 0
    for first in range(1, customers + 1, BATCH):
        refs = [load_ref(number) for number in range(first, min(first + BATCH, customers + 1))]
        with database.write() as work:
            new = [ref for ref in refs if work.local_office.customer(brand.id, ref) is None]
            _add(work, brand, new, today)
        added += len(new)
    return added


def _add(work: UnitOfWork, brand: BrandRow, refs: Sequence[CustomerRef], today: date) -> None:
    if not refs:
        return
    people = work.contacts.add_persons(brand.id, len(refs))
    work.local_office.put_customers(
        [_customer(brand, ref, person) for ref, person in zip(refs, people, strict=True)]
    )
    services = [_service(brand, ref, today) for ref in refs]
    work.local_office.put_services(services)
    work.local_office.put_charges([charge for row in services for charge in charge_rows(row)[:1]])


def _customer(brand: BrandRow, ref: CustomerRef, person: PersonId) -> OfficeCustomerRow:
    email = f"{ref.lower()}@example.com"
    return OfficeCustomerRow(brand.id, ref, person, "normal", f"Customer {ref}", email, None)


def _service(brand: BrandRow, ref: CustomerRef, today: date) -> OfficeServiceRow:
    return service_row(brand.id, ref, replace(_SERVICE, ref=f"{ref}-1"), brand.currency, today)
