"""The built-in back office's rows, many at once."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.ids import CustomerRef, OrderLineRef, OrderRef, ServiceRef
from storage.database import Database
from storage.repositories.local_office import (
    OfficeChargeRow,
    OfficeCustomerRow,
    OfficeMovementRow,
    OfficeOperationRow,
    OfficeOrderLineRow,
    OfficeOrderRow,
    OfficeServiceRow,
)
from storage.repositories.local_office_files import LocalOfficeFiles
from storage.repositories.local_refunds import OfficeRefundRow
from storage.repositories.local_returns import OfficePaymentRow, OfficeReturnRow
from tests.storage.scene import NOW, Brand, add_brand
from tests.storage.test_local_office import ANNA, GYM, add_customer, make_service

BEN = CustomerRef("C-2")
DAY = date(2026, 2, 1)


@pytest.fixture
def people(database: Database, brand: Brand) -> list[OfficeCustomerRow]:
    """Anna and Ben."""
    return [add_customer(database, brand, ref) for ref in (ANNA, BEN)]


def fill(database: Database, brand: Brand, customer: CustomerRef, mark: str) -> OfficeServiceRow:
    """A service with a payment, an order with all that belongs to it; their references begin with `mark`."""
    service = replace(make_service(brand), ref=ServiceRef(f"{mark}S"), customer_ref=customer)
    order = OfficeOrderRow(brand.id, OrderRef(f"{mark}O"), customer, DAY, "EUR", 490)
    line = OfficeOrderLineRow(brand.id, OrderLineRef(f"{mark}L"), order.ref, "Towel", 1, 0, 990, "paid", None)
    with database.write() as work:
        work.local_office.put_service(service)
        work.local_office.put_charge(
            OfficeChargeRow(brand.id, f"{mark}P", service.ref, 1, "EUR", DAY, "taken")
        )
        work.local_office.put_orders([order])
        work.local_office.put_orders([])
        work.local_office.put_lines([line])
        work.local_office.add_movements(
            [OfficeMovementRow(brand.id, f"{mark}M", order.ref, line.ref, "restock", 1, 0, "EUR", DAY)]
        )
        work.local_returns.put_payments([OfficePaymentRow(brand.id, f"{mark}W", order.ref, "card", 990)])
        work.local_refunds.add([refund(brand, f"{mark}F", order.ref), refund(brand, f"{mark}G", service.ref)])
        work.local_returns.add([back(brand, f"{mark}R", order.ref, line.ref)])
    return service


def refund(brand: Brand, ref: str, item: OrderRef | ServiceRef) -> OfficeRefundRow:
    return OfficeRefundRow(brand.id, ref, item, None, "k", "card", 990, "EUR", "issued", DAY, DAY)


def back(brand: Brand, ref: str, order: OrderRef, line: OrderLineRef) -> OfficeReturnRow:
    return OfficeReturnRow(
        brand.id, ref, order, line, "k", 1, 990, "EUR", "expected", DAY, None, None, DAY
    )  # fmt: skip


def pages(files: LocalOfficeFiles, brand: Brand) -> list[list[str]]:
    """The references of what each first page has."""
    asked = (brand.id, "", 9)
    return [
        [row.ref for row in files.customer_page(*asked)],
        [row.ref for row in files.service_page(*asked)],
        [row.ref for row in files.charge_page(*asked)],
        [row.ref for row in files.order_page(*asked)],
        [row.ref for row in files.line_page(*asked)],
        [row.ref for row in files.movement_page(*asked)],
        [row.ref for row in files.order_payment_page(*asked)],
        [row.ref for row in files.refund_page(*asked)],
        [row.ref for row in files.return_page(*asked)],
    ]


def test_rows_are_found_by_their_references(
    database: Database, brand: Brand, people: list[OfficeCustomerRow]
) -> None:
    service = fill(database, brand, ANNA, "A")
    other = add_brand(database, "other")
    with database.write() as work:
        files = work.local_office_files
        files.take_turn(brand.id)
        assert files.customers(brand.id, [ANNA, "none"]) == {ANNA: people[0]}
        assert files.services(brand.id, ["AS", "none"], locked=True) == {"AS": service}
        assert set(files.charges(brand.id, ["AP"])) == {"AP"}
        assert set(files.orders(brand.id, ["AO"], locked=True)) == {"AO"}
        assert set(files.lines(brand.id, ["AL"])) == {"AL"}
        assert set(files.order_payments(brand.id, ["AW"])) == {"AW"}
        assert set(files.refunds(brand.id, ["AF"], locked=True)) == {"AF"}
        assert set(files.returns(brand.id, ["AR", "none"])) == {"AR"}
        assert files.lines(brand.id, []) == {}
        assert files.services(other.id, ["AS"]) == {}


def test_pages_follow_each_other(database: Database, brand: Brand, people: list[OfficeCustomerRow]) -> None:
    with database.read() as work:
        files = work.local_office_files
        assert files.customer_page(brand.id, "", 1) == people[:1]
        assert files.customer_page(brand.id, ANNA, 1) == people[1:]
        assert files.customer_page(brand.id, BEN, 1) == []
        assert files.refs(brand.id, "customers", 1) == [ANNA]


def test_nothing_of_who_was_erased_is_on_a_page(
    database: Database, brand: Brand, people: list[OfficeCustomerRow]
) -> None:
    fill(database, brand, ANNA, "A")
    fill(database, brand, BEN, "B")
    with database.read() as work:
        assert pages(work.local_office_files, brand) == [
            [ANNA, BEN], ["AS", "BS"], ["AP", "BP"], ["AO", "BO"], ["AL", "BL"], ["AM", "BM"],
            ["AW", "BW"], ["AF", "AG", "BF", "BG"], ["AR", "BR"],
        ]  # fmt: skip

    with database.write() as work:
        work.contacts.erase(brand.id, people[0].person_id, NOW)

    with database.read() as work:
        files = work.local_office_files
        assert pages(files, brand) == [
            [BEN],
            ["BS"],
            ["BP"],
            ["BO"],
            ["BL"],
            ["BM"],
            ["BW"],
            ["BF", "BG"],
            ["BR"],
        ]
        assert files.refs(brand.id, "services", 9) == ["BS"]
        assert files.refs(brand.id, "payments", 9) == ["BP"]
        assert files.refs(brand.id, "orders", 9) == ["BO"]
        assert files.refs(brand.id, "refunds", 9) == ["BF", "BG"]
        assert files.refs(brand.id, "returns", 9) == ["BR"]
        assert set(files.returns(brand.id, ["AR", "BR"])) == {"BR"}
        assert files.customers(brand.id, [ANNA, BEN]) == {BEN: people[1]}
        assert files.erased(brand.id, [ANNA, BEN, "none"]) == {ANNA}


def test_what_was_done_is_told_by_kind(database: Database, brand: Brand) -> None:
    with database.write() as work:
        for key, kind in (("1", "cancel"), ("2", "reinstate"), ("3", "cancel")):
            work.local_office.add_operation(OfficeOperationRow(brand.id, key, kind, GYM, {}, NOW))

    with database.read() as work:
        done = work.local_office_files.done(brand.id, [GYM, ServiceRef("none")])
    assert done == {GYM: {"cancel", "reinstate"}}
