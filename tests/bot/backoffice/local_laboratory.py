"""The built-in back office with a brand of its own, to be filled by a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

from bot.backoffice.base import BackOffice, OrderOffice
from bot.backoffice.local import LocalBackOffice
from bot.backoffice.local_rows import TAKEN
from bot.backoffice.offers import stored_offers
from bot.backoffice.terms import read_terms, stored_terms
from bot.brands import NewBrand, create_brand
from dialogs.ids import ChargeRef, CustomerRef, OrderLineRef, OrderRef, ServiceRef
from storage.database import Database
from storage.repositories.local_office import (
    OfficeChargeRow,
    OfficeCustomerRow,
    OfficeOrderLineRow,
    OfficeOrderRow,
    OfficeServiceRow,
)
from storage.repositories.local_returns import OfficePaymentRow, ReturnState

if TYPE_CHECKING:
    from tests.bot.backoffice.contract import Wanted

_BEGIN = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
_STARTED, _CHARGED, _PAID_UNTIL = date(2026, 3, 12), date(2026, 11, 12), date(2026, 12, 11)
_numbers = count(1)


class Office(BackOffice, OrderOffice, Protocol):
    """A back office that knows services and orders."""


class LocalLaboratory:
    """Fills the tables of a brand that no other test uses."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = _BEGIN
        new = NewBrand(f"brand{next(_numbers)}", "Brand", "Europe/Berlin", "EUR", ("en",), "BR")
        with database.write() as work:
            self.brand = create_brand(work, new, self.now)
        self.local = LocalBackOffice(database, self.brand, lambda: self.now)
        self.office: Office = self.local

    @classmethod
    def on_sqlite(cls, request: pytest.FixtureRequest) -> LocalLaboratory:
        return cls(request.getfixturevalue("sqlite_database"))

    @classmethod
    def on_postgresql(cls, request: pytest.FixtureRequest) -> LocalLaboratory:
        return cls(request.getfixturevalue("postgresql_database"))

    def add_customer(self, ref: CustomerRef, name: str, email: str | None, phone: str | None) -> None:
        with self.database.write() as work:
            person = work.contacts.add_person(self.brand.id)
            row = OfficeCustomerRow(self.brand.id, ref, person, "normal", name, email, phone)
            work.local_office.put_customer(row)

    def add_service(self, customer: CustomerRef, wanted: Wanted) -> None:
        row = OfficeServiceRow(
            self.brand.id, wanted.ref, customer, "Fibre", "Fibre 100", 2990, "EUR", "month", "active",
            _STARTED, _PAID_UNTIL, None, stored_terms(wanted.terms), stored_offers(wanted.offers), None,
        )  # fmt: skip
        charge = OfficeChargeRow(self.brand.id, f"C-{wanted.ref}", wanted.ref, 2990, "EUR", _CHARGED, TAKEN)
        with self.database.write() as work:
            work.local_office.put_service(row)
            work.local_office.put_charge(charge)

    def add_ended_service(self, customer: CustomerRef, ref: ServiceRef, ended_on: date) -> None:
        row = OfficeServiceRow(
            self.brand.id, ref, customer, "Old", "Old", 990, "EUR", "month", "ended",
            date(2020, 1, 1), ended_on, ended_on, {}, [], None,
        )  # fmt: skip
        with self.database.write() as work:
            work.local_office.put_service(row)

    def add_order(
        self, customer: CustomerRef, ref: OrderRef, state: str, deadline: date | None = None
    ) -> None:
        row = OfficeOrderRow(self.brand.id, ref, customer, date(2026, 11, 20), "EUR", 490)
        things = (("1", "Blue shoes", 1, 7990), ("2", "Socks", 3, 505))
        lines = [
            OfficeOrderLineRow(
                self.brand.id, OrderLineRef(f"{ref}-{n}"), ref, name, ordered, 0, price, state, deadline
            )
            for n, name, ordered, price in things
        ]
        with self.database.write() as work:
            work.local_office.put_order(row, lines)

    def set_state(self, order: OrderRef, state: str) -> None:
        with self.database.write() as work:
            lines = work.local_office.lines_of(self.brand.id, order)
            work.local_office.put_lines([replace(line, state=state) for line in lines])

    def set_line_price(self, order: OrderRef, line: OrderLineRef, price_minor: int) -> None:
        with self.database.write() as work:
            lines = work.local_office.lines_of(self.brand.id, order)
            work.local_office.put_lines(
                [replace(each, price_minor=price_minor) for each in lines if each.ref == line]
            )

    def pay_with(self, order: OrderRef, *paid: tuple[str, int]) -> None:
        rows = [
            OfficePaymentRow(self.brand.id, f"{order}-P{n}", order, method, minor)
            for n, (method, minor) in enumerate(paid, 1)
        ]
        with self.database.write() as work:
            work.local_returns.put_payments(rows)

    def add_tax(self, order: OrderRef, tax_minor: int) -> None:
        with self.database.write() as work:
            row = work.local_office.order(self.brand.id, order)
            assert row is not None
            work.local_office.put_order(replace(row, tax_minor=tax_minor), [])

    def move_return(
        self, ref: str, status: ReturnState, tracking: str | None = None, note: str | None = None
    ) -> None:
        self.local.move_return(ref, status, tracking, note)

    def put_label(self, ref: str, label: str) -> None:
        with self.database.write() as work:
            row = work.local_returns.of_ref(self.brand.id, ref)
            assert row is not None
            work.local_returns.put(replace(row, label=label))

    def moved(self, order: OrderRef) -> list[tuple[str, int, int]]:
        with self.database.read() as work:
            rows = work.local_office.movements_of(self.brand.id, order)
        return [(row.kind, row.quantity, row.amount_minor) for row in rows]

    def set_price(self, customer: CustomerRef, service: ServiceRef, price_minor: int) -> None:
        with self.database.write() as work:
            row = work.local_office.service(self.brand.id, service)
            assert row is not None
            (charge,) = work.local_office.charges_of(self.brand.id, service)
            work.local_office.put_service(replace(row, price_minor=price_minor))
            work.local_office.put_charge(replace(charge, amount_minor=price_minor))

    def sell_again(self, customer: CustomerRef, service: ServiceRef, price_minor: int | None) -> None:
        with self.database.write() as work:
            row = work.local_office.service(self.brand.id, service)
            assert row is not None
            terms = replace(read_terms(row.terms), restart_minor=price_minor)
            work.local_office.put_service(replace(row, terms=stored_terms(terms)))

    def charge(self, service: ServiceRef, ref: ChargeRef, charged_on: date, amount_minor: int) -> None:
        row = OfficeChargeRow(self.brand.id, ref, service, amount_minor, "EUR", charged_on, TAKEN)
        with self.database.write() as work:
            work.local_office.put_charge(row)

    def pay_refunds(self, item: ServiceRef, on: date) -> None:
        with self.database.write() as work:
            for row in work.local_refunds.of_item(self.brand.id, item):
                work.local_refunds.settle(self.brand.id, row.ref, "paid", on)

    def spoil_terms(self, service: ServiceRef) -> None:
        """Write terms that nobody can read, as a careless import would."""
        with self.database.write() as work:
            row = work.local_office.service(self.brand.id, service)
            assert row is not None
            work.local_office.put_service(replace(row, terms={"notice": "a while"}))

    def pass_time(self, days: timedelta) -> None:
        self.now += days
