"""The built-in back office's tables."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.ids import CustomerRef, ServiceRef
from storage.database import Database
from storage.repositories.local_office import (
    OfficeChargeRow,
    OfficeCustomerRow,
    OfficeOperationRow,
    OfficeServiceRow,
)
from tests.storage.scene import NOW, Brand, add_brand

ANNA = CustomerRef("C-1")
GYM = ServiceRef("S-1")


@pytest.fixture
def customer(database: Database, brand: Brand) -> OfficeCustomerRow:
    """Anna, a customer of Acme."""
    return add_customer(database, brand, ANNA)


def test_a_customer_is_found_by_number_address_and_phone(
    database: Database, brand: Brand, customer: OfficeCustomerRow
) -> None:
    other = add_brand(database, "other")
    with database.read() as work:
        office = work.local_office
        assert office.customer(brand.id, ANNA) == customer
        assert office.customers_by_email(brand.id, "anna@mail.example") == [customer]
        assert office.customers_by_phone(brand.id, "+491") == [customer]
        assert office.customers_by_phone(brand.id, "+492") == []
        assert office.customers(brand.id) == [customer]
        assert office.customer(other.id, ANNA) is None
        assert office.customers_by_phone(other.id, "+491") == []


def test_a_number_is_found_however_its_letters_are_written(database: Database, brand: Brand) -> None:
    mixed = add_customer(database, brand, CustomerRef("Kd-Ab-7"))
    with database.read() as work:
        assert work.local_office.customers_spelled(brand.id, ["kdab7", "kd-ab-7"]) == [mixed]
        assert work.local_office.customers_spelled(brand.id, ["kd-ab-8"]) == []


def test_several_customers_may_share_an_address(
    database: Database, brand: Brand, customer: OfficeCustomerRow
) -> None:
    sibling = add_customer(database, brand, CustomerRef("C-2"))

    with database.read() as work:
        assert work.local_office.customers_by_email(brand.id, "anna@mail.example") == [customer, sibling]


def test_a_customer_is_overwritten(database: Database, brand: Brand, customer: OfficeCustomerRow) -> None:
    changed = replace(customer, email=None, phone="+493", name="Anna B.")
    with database.write() as work:
        work.local_office.put_customers([changed])
        work.local_office.put_customers([])

    with database.read() as work:
        assert work.local_office.customer(brand.id, ANNA) == changed
        assert work.local_office.customers_by_email(brand.id, "anna@mail.example") == []
        assert work.local_office.customers_by_phone(brand.id, "+493") == [changed]


def test_an_erased_customer_is_not_found(
    database: Database, brand: Brand, customer: OfficeCustomerRow
) -> None:
    with database.write() as work:
        work.contacts.erase(brand.id, customer.person_id, NOW)

    with database.read() as work:
        assert work.local_office.customer(brand.id, ANNA) is None
        assert work.local_office.customers(brand.id) == []


def test_services_are_listed_oldest_first_and_overwritten(
    database: Database, brand: Brand, customer: OfficeCustomerRow
) -> None:
    gym = make_service(brand)
    pool = replace(gym, ref=ServiceRef("S-2"), started_on=date(2024, 1, 1))
    ended = replace(gym, status="ended", ended_on=date(2026, 4, 1), applied={"kind": "pause"})
    with database.write() as work:
        work.local_office.put_service(gym)
        work.local_office.put_services([pool])
        work.local_office.put_services([])
        assert work.local_office.services_of(brand.id, ANNA) == [pool, gym]
        assert work.local_office.service_to_change(brand.id, GYM) == gym
        work.local_office.put_service(ended)
        assert work.local_office.service(brand.id, GYM) == ended
        assert work.local_office.service(brand.id, ServiceRef("none")) is None


def test_an_operation_is_noted_once(database: Database, brand: Brand) -> None:
    operation = OfficeOperationRow(brand.id, "key-1", "cancel", GYM, {"ends_on": "2026-04-01"}, NOW)
    with database.write() as work:
        assert work.local_office.add_operation(operation)
        assert not work.local_office.add_operation(replace(operation, result={}))

    with database.read() as work:
        assert work.local_office.operation(brand.id, "key-1") == operation
        assert work.local_office.operation(brand.id, "key-2") is None
        assert work.local_office.operations_of(brand.id, GYM) == [operation]


def test_charges_are_listed_newest_first(database: Database, brand: Brand) -> None:
    charges = [
        OfficeChargeRow(brand.id, f"P-{month}", GYM, 2990, "EUR", date(2026, month, 1), "paid")
        for month in (1, 2)
    ]
    with database.write() as work:
        for charge in charges:
            work.local_office.put_charge(charge)
        work.local_office.put_charge(refunded := replace(charges[0], status="refunded"))

    with database.read() as work:
        assert work.local_office.charges_of(brand.id, GYM) == [charges[1], refunded]


def add_customer(database: Database, brand: Brand, ref: CustomerRef) -> OfficeCustomerRow:
    with database.write() as work:
        person = work.contacts.add_person(brand.id)
        row = OfficeCustomerRow(brand.id, ref, person, "low", "Anna", "anna@mail.example", "+491")
        work.local_office.put_customer(row)
    return row


def make_service(brand: Brand) -> OfficeServiceRow:
    return OfficeServiceRow(
        brand_id=brand.id,
        ref=GYM,
        customer_ref=ANNA,
        name="Gym",
        plan="basic",
        price_minor=2990,
        currency="EUR",
        interval="month",
        status="active",
        started_on=date(2025, 1, 1),
        paid_until=date(2026, 3, 31),
        ended_on=None,
        terms={"notice_days": 30},
        alternatives=[{"kind": "pause", "months": 2}],
        applied=None,
    )
