"""Making the demo, and putting it back as it was."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from bot.backoffice.postal import kept_postal
from bot.brands import create_brand
from bot.demo.brand import DEMO_ACCOUNTS, DEMO_AGENTS, DEMO_BRAND, DEMO_SETTINGS
from bot.demo.customers import DEMO_CUSTOMERS, DemoCustomer, charge_rows, service_row
from bot.demo.orders import order_rows, payment_rows
from bot.passwords import hash_password
from dialogs.ids import CustomerRef
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.repositories.local_office import OfficeCustomerRow
from storage.unit_of_work import UnitOfWork

Publish = Callable[[UnitOfWork, BrandRow], object]
"""Publishes the packaged script for a brand, in the transaction it is given."""


class NoDemo(Exception):
    """There is no demo brand to put back."""


def seed_demo(database: Database, now: datetime, publish: Publish | None = None) -> BrandRow:
    """Make the demo brand with accounts, staff and customers; an existing one is left as it is.

    Args:
        now: the moment to whose day all dates are made to fit.
        publish: called in the same transaction, so that there is never a demo without a script.

    Raises `BrandRefused` when a brand that is no demo has the name, and what `Database.write` raises.
    """
    with database.write() as work:
        known = work.brands.by_slug(DEMO_BRAND.slug)
        if known is not None and known.demo:
            return known
        brand = _as_made(create_brand(work, DEMO_BRAND, now, demo=True))
        work.brands.save(brand)
        _open_accounts(work, brand, now)
        _hire(work, brand, now)
        _take_customers(work, brand, now)
        if publish is not None:
            publish(work, brand)
    return brand


def reset_demo(database: Database, now: datetime, publish: Publish | None = None) -> BrandRow:
    """Delete all that happened in the demo, scripts included, and make its customers anew.

    The brand, its accounts, its staff and their log-ins stay. Only ever a brand
    that is marked as a demo is touched: `NoDemo` is raised where there is none.
    """
    _let_finish(database, now)
    with database.write() as work:
        brand = _demo_in(work)
        work.brands.clear(brand.id)
        brand = _as_made(brand)
        work.brands.save(brand)
        _take_customers(work, brand, now)
        if publish is not None:
            publish(work, brand)
    return brand


def _demo_in(work: UnitOfWork) -> BrandRow:
    brand = work.brands.by_slug(DEMO_BRAND.slug)
    if brand is None or not brand.demo:
        raise NoDemo(f"there is no demo brand {DEMO_BRAND.slug!r} in this database")
    return brand


PATIENCE = 8.0
"""Seconds that what is being done is waited for: no longer than it takes to load the press and print, unless
its worker has died."""


def _let_finish(database: Database, now: datetime) -> None:
    """Begin nothing more and wait for what is being done: it must not reach the customers made anew."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with database.write() as work:
            brand = _demo_in(work)
            work.outbox.drop_of_brand(brand.id, now)
            if not work.outbox.is_busy(brand.id, now):
                return
        time.sleep(0.02)


def _open_accounts(work: UnitOfWork, brand: BrandRow, now: datetime) -> None:
    for account in DEMO_ACCOUNTS:
        work.accounts.add(
            brand.id,
            kind=account.kind,
            name=account.name,
            address=account.address,
            now=now,
            settings=account.settings,
        )


def _hire(work: UnitOfWork, brand: BrandRow, now: datetime) -> None:
    for agent in DEMO_AGENTS:
        work.agents.add(
            brand.id,
            email=agent.login,
            name=agent.name,
            role=agent.role,
            password_hash=hash_password(agent.password),
            now=now,
        )


def _take_customers(work: UnitOfWork, brand: BrandRow, now: datetime) -> None:
    today = brand.day_of(now)
    for customer in DEMO_CUSTOMERS:
        _take(work, brand, customer, today)


def _take(work: UnitOfWork, brand: BrandRow, customer: DemoCustomer, today: date) -> None:
    office, ref = work.local_office, CustomerRef(customer.ref)
    person = work.contacts.add_person(brand.id)
    office.put_customer(
        OfficeCustomerRow(
            brand.id,
            ref,
            person,
            customer.risk,
            customer.name,
            customer.email,
            customer.phone,
            postal=None if customer.postal is None else kept_postal(customer.postal),
        )
    )
    for service in customer.services:
        row = service_row(brand.id, ref, service, brand.currency, today)
        office.put_service(row)
        for charge in charge_rows(row):
            office.put_charge(charge)
    for order in customer.orders:
        office.put_order(*order_rows(brand.id, ref, order, brand.currency, today))
        work.local_returns.put_payments(payment_rows(brand.id, order))


def _as_made(brand: BrandRow) -> BrandRow:
    new = DEMO_BRAND
    return replace(
        brand,
        name=new.name,
        zone=new.zone,
        currency=new.currency,
        locale=new.locales[0],
        locales=list(new.locales),
        pack=new.pack,
        record_prefix=new.record_prefix,
        settings=dict(DEMO_SETTINGS),
    )
