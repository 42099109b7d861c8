"""The demo is made once, fits the day, and can be put back."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from bot.backoffice.local import LocalBackOffice
from bot.brands import NewBrand, create_brand
from bot.demo.brand import DEMO_ACCOUNTS, DEMO_AGENTS
from bot.demo.customers import DEFAULT_CUSTOMER, DEMO_CUSTOMERS, DemoCustomer
from bot.demo.load import load_ref, seed_load
from bot.demo.seed import NoDemo, reset_demo, seed_demo
from bot.passwords import verify_password
from channels.registry import CHANNELS
from dialogs.ids import BrandId, CustomerRef
from dialogs.values import Service
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork
from tests.bot.databases import migrated
from tests.journeys.waiting import until

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BY_REF = {customer.ref: customer for customer in DEMO_CUSTOMERS}


@pytest.fixture(params=["sqlite_database", pytest.param("postgresql_database", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest) -> Database:
    found: Database = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def demo(database: Database) -> BrandRow:
    seed_demo(database, NOW)
    return reset_demo(database, NOW)


def office(database: Database, brand: BrandRow, now: datetime = NOW) -> LocalBackOffice:
    return LocalBackOffice(database, brand, lambda: now)


def services(database: Database, brand: BrandRow, customer: DemoCustomer) -> tuple[Service, ...]:
    return office(database, brand).services(CustomerRef(customer.ref), NOW.date())


@pytest.mark.parametrize("customer", DEMO_CUSTOMERS, ids=lambda customer: str(customer.ref))
def test_every_customer_is_there_by_every_identifier(
    database: Database, demo: BrandRow, customer: DemoCustomer
) -> None:
    by_account = office(database, demo).find_customer(customer.ref, "account")

    assert by_account is not None
    assert (by_account.name, by_account.risk) == (customer.name, customer.risk)
    assert office(database, demo).find_customer(customer.email, "email") == by_account
    assert office(database, demo).find_customer(customer.phone, "phone") == by_account
    assert len(services(database, demo, customer)) == len(customer.services)
    assert customer.tries


def test_everything_is_invented() -> None:
    addresses = [customer.email for customer in DEMO_CUSTOMERS]
    numbers = [customer.phone for customer in DEMO_CUSTOMERS]
    numbers += [account.address for account in DEMO_ACCOUNTS if account.kind == "sms"]

    assert [address for address in addresses if not address.endswith("@example.com")] == []
    assert [number for number in numbers if not re.fullmatch(r"\+4917139200\d\d", number)] == []
    assert len(set(numbers)) == len(numbers)


def test_each_customer_shows_what_they_are_for(database: Database, demo: BrandRow) -> None:
    (ada,) = services(database, demo, BY_REF["BL-1001"])
    ben = services(database, demo, BY_REF["BL-1002"])
    (carla,) = services(database, demo, BY_REF["BL-1003"])
    (dino,) = services(database, demo, BY_REF["BL-1004"])
    erin = office(database, demo).find_customer("BL-1005", "account")

    assert DEFAULT_CUSTOMER.ref == "BL-1001"
    assert (ada.name, str(ada.price.amount), ada.interval) == ("Brightline Fibre 100", "29.90", "month")
    assert [alternative.kind for alternative in ada.alternatives] == ["pause"]
    assert ada.quote is not None
    assert ada.quote.fee.is_zero
    assert ada.quote.undo_until is not None
    assert [service.alternatives[0].kind for service in ben if service.alternatives] == [
        "discount",
        "downgrade",
    ]
    assert carla.quote is not None
    assert str(carla.quote.fee.amount) == "60.00"
    assert carla.quote.remains == ("return-equipment",)
    assert (dino.status, dino.quote) == ("ended", None)
    assert erin is not None
    assert erin.risk == "high"


@pytest.mark.parametrize("days", range(0, 800, 23))
def test_the_demo_fits_any_day(sqlite_database: Database, days: int) -> None:
    now = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
    seed_demo(sqlite_database, now)
    brand = reset_demo(sqlite_database, now)
    for customer in DEMO_CUSTOMERS:
        for service in office(sqlite_database, brand, now).services(CustomerRef(customer.ref), now.date()):
            if service.quote is not None:
                assert service.quote.end_date >= now.date()
                assert service.quote.last_charge is not None
                assert service.can_be_cancelled


def test_the_brand_s_accounts_have_what_their_channels_need(database: Database, demo: BrandRow) -> None:
    with database.read() as work:
        accounts = work.accounts.of_brand(demo.id)

    assert sorted((account.kind, account.address) for account in accounts) == [
        ("email", "hello@brightline.example"),
        ("letter", "Brightline GmbH, Hauptstraße 1, 10115 Berlin"),
        ("sms", "+491713920000"),
        ("telegram", "brightline_demo_bot"),
        ("voice", "+491713920000"),
        ("webchat", "demo"),
    ]
    for account in accounts:
        assert set(account.settings) <= set(CHANNELS[account.kind].settings)
        assert set(account.settings) >= CHANNELS[account.kind].secrets - {"password"}


def test_the_staff_can_log_in(database: Database, demo: BrandRow) -> None:
    with database.read() as work:
        for agent in DEMO_AGENTS:
            found = work.agents.by_email(demo.id, agent.login)
            assert found is not None
            assert (found.role, found.active) == (agent.role, True)
            assert verify_password(found.password_hash, agent.password)


def test_the_demo_is_made_once(database: Database, demo: BrandRow) -> None:
    assert seed_demo(database, NOW + timedelta(days=9)) == demo


def test_a_reset_puts_all_back(database: Database, demo: BrandRow) -> None:
    before = services(database, demo, DEFAULT_CUSTOMER)
    quote = before[0].quote
    assert quote is not None
    office(database, demo).cancel(CustomerRef("BL-1001"), before[0].ref, quote, "k")
    write_to(database, demo)

    again = reset_demo(database, NOW)

    assert again == demo
    assert services(database, demo, DEFAULT_CUSTOMER) == before
    assert office(database, demo).cancel(CustomerRef("BL-1001"), before[0].ref, quote, "k").service
    with database.read() as work:
        (account,) = [found for found in work.accounts.of_brand(demo.id) if found.kind == "sms"]
        assert work.contacts.by_sender(demo.id, account.id, "+491713920001") is None
        assert work.agents.of_brand(demo.id)


def test_a_reset_waits_for_what_is_being_done(database: Database, demo: BrandRow) -> None:
    """What was begun for the customers of before must not reach those made anew."""
    begun, waiting = (NewEffect(demo.id, key, "send_code", b"{}", NOW) for key in ("begun", "waiting"))
    with database.write() as work:
        held = work.outbox.add_leased(begun, NOW, "worker", timedelta(minutes=1))
        work.outbox.add([waiting], NOW)
    assert held is not None
    reset = Thread(target=reset_demo, args=(database, NOW))

    reset.start()
    until(lambda: state_of(database, demo, "waiting") == "dropped", "nothing more is begun")
    assert state_of(database, demo, "begun") == "leased"
    with database.write() as work:
        assert work.outbox.complete(held, NOW)
    reset.join()

    assert state_of(database, demo, "begun") is None


def state_of(database: Database, demo: BrandRow, key: str) -> str | None:
    with database.read() as work:
        found = work.outbox.by_key(demo.id, key)
    return None if found is None else found.state


def test_a_reset_touches_no_other_brand(database: Database, demo: BrandRow) -> None:
    with database.write() as work:
        other = create_brand(work, NewBrand("other", "Other", "Europe/Berlin", "EUR", ("en",), "OT"), NOW)
        work.accounts.add(other.id, kind="sms", name="SMS", address="+491713920099", now=NOW)
    write_to(database, other)
    seed_load(database, other, 3, NOW)

    reset_demo(database, NOW)

    with database.read() as work:
        (account,) = work.accounts.of_brand(other.id)
        assert work.contacts.by_sender(other.id, account.id, "+491713920001") is not None
        assert len(work.local_office.customers(other.id)) == 3


def test_only_a_demo_is_put_back(tmp_path: Path) -> None:
    with migrated(f"sqlite:///{tmp_path}/real.db") as database:
        with pytest.raises(NoDemo):
            reset_demo(database, NOW)
        with database.write() as work:
            create_brand(work, NewBrand("demo", "Real", "Europe/Berlin", "EUR", ("en",), "RE"), NOW)

        with pytest.raises(NoDemo):
            reset_demo(database, NOW)


def test_publishing_is_part_of_it(tmp_path: Path) -> None:
    published: list[BrandId] = []

    def publish(work: UnitOfWork, brand: BrandRow) -> None:
        assert work.brands.get(brand.id) == brand
        published.append(brand.id)

    with migrated(f"sqlite:///{tmp_path}/demo.db") as database:
        brand = seed_demo(database, NOW, publish)
        seed_demo(database, NOW, publish)
        reset_demo(database, NOW, publish)

    assert published == [brand.id, brand.id]


def test_customers_for_a_load_test(database: Database, demo: BrandRow) -> None:
    assert seed_load(database, demo, 7, NOW) == 7
    assert seed_load(database, demo, 5, NOW) == 0
    assert seed_load(database, demo, 1203, NOW) == 1196

    assert load_ref(1203) == "L-001203"
    found = office(database, demo).find_customer("L-001203", "account")
    assert found is not None
    assert found.email == "l-001203@example.com"
    (service,) = office(database, demo).services(found.ref, NOW.date())
    assert service.quote is not None
    assert [alternative.kind for alternative in service.alternatives] == ["pause"]
    assert office(database, demo).find_customer("L-001204", "account") is None


def write_to(database: Database, brand: BrandRow) -> None:
    """Somebody writes by SMS: a person, a contact, an address and a conversation come to be."""
    with database.write() as work:
        (account,) = [found for found in work.accounts.of_brand(brand.id) if found.kind == "sms"]
        address = work.contacts.meet(brand.id, account.id, "+491713920001", NOW)
        work.conversations.create(address, revision_id=None, locale="en", state=b"{}", now=NOW)


def test_the_day_is_the_brand_s(tmp_path: Path) -> None:
    """At half past eleven in the evening in London it is tomorrow in Berlin."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with migrated(f"sqlite:///{tmp_path}/demo.db") as database:
        brand = seed_demo(database, late)
        dino = office(database, brand, late).services(CustomerRef("BL-1004"), date(2026, 11, 23))[0]

    assert dino.ends_on == date(2026, 11, 23) - timedelta(days=45)
