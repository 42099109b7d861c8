"""A brand with services for health: what its plans are called is said nowhere, records are kept longer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from bot.backoffice.choosing import Offices
from bot.brands import BrandRefused, changed_settings
from bot.deliver.loop import Deliverer
from bot.endings.checking import check_endings
from bot.endings.given import EndingsRefused, Given
from bot.history.reading import history_of
from bot.outbounds import Outbounds
from bot.records.kept import find_record
from bot.rights.plan import kept_until
from bot.rights.retention import RetentionRefused, retention_of, with_years
from bot.sandbox.wiring import direct_outbound
from bot.tickets.contents import TICKET
from bot.tickets.queueing import newest_ticket
from bot.web.desk.panel import panel
from dialogs.ids import CustomerRef, ServiceRef
from storage.repositories.cases import CaseRow
from tests.bot.web.chat.house import House, web_of
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house
from tests.bot.web.webhooks.phone import Phone

__all__ = ["house"]

TELLING = ("oncology", "chemo", "insulin", "catheter")
ADA, GWEN, OTHER = "BL-1001", "BL-1007", "BL-1006"
FREE = "because of my leukaemia"


@pytest.fixture
def clinic(house: House) -> Iterator[House]:
    """The demo as a clinic, whose back office is opened as in any process."""
    with house.app.database.engine.begin() as connection:
        connection.execute(text("UPDATE bo_service SET name = 'Oncology Care', plan = 'Chemo 100'"))
        connection.execute(text("UPDATE bo_order_line SET name = 'Insulin pump' WHERE ordered > 1"))
        connection.execute(text("UPDATE bo_order_line SET name = 'Catheter' WHERE ordered = 1"))
    yield from under(house, "profile=health")


@pytest.fixture
def gym(house: House) -> Iterator[House]:
    """The demo as a gym, at which some have physiotherapy: Ada by its name, Frida by its plan."""
    named = "UPDATE bo_service SET name = 'Chemo Rehab' WHERE ref = 'BL-1001-1'"
    planned = "UPDATE bo_service SET plan = 'Oncology 10' WHERE ref LIKE 'BL-1005-%'"
    with house.app.database.engine.begin() as connection:
        connection.execute(text(named))
        connection.execute(text(planned))
    yield from under(house, "health_services=chemo rehab, Oncology 10")


def under(house: House, *given: str) -> Iterator[House]:
    """The house with such settings and a desk that takes tickets."""
    database = house.app.database
    with database.write() as uow:
        tickets = ["ticket_url=https://clinic.example/t", "ticket_secret=env:NO_SECRET"]
        uow.brands.save(changed_settings(house.brand, [*given, *tickets]))
    app = replace(house.app, office_of=Offices(database, house.clock).of)
    app.directory.forget()
    outbounds = Outbounds(direct_outbound(database, house.clock))
    deliverer = Deliverer(app, outbounds, threads=1)
    yield replace(house, app=app, flask=web_of(app, house.streams), deliverer=deliverer)
    deliverer.close()
    outbounds.close()


def cancelled(clinic: House, customer: str = ADA) -> Visitor:
    visitor = Visitor(clinic.client()).begin(customer)
    visitor.say("I want to cancel")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    visitor.say(FREE)
    clinic.run_due()
    return visitor


def cases_of(clinic: House) -> list[CaseRow]:
    far = clinic.clock().replace(year=2000), clinic.clock().replace(year=2100)
    with clinic.app.database.read() as uow:
        return uow.cases.declared_between(clinic.brand.id, *far)


def everything(clinic: House) -> str:
    """All that we said, sent, sealed, pushed and show, but for the words of customers in their own chats."""
    brand, app = clinic.brand, clinic.app
    told = [f"{each.subject} {each.body} {each.buttons}" for each in clinic.sent()]
    with app.database.read() as uow:
        for record in uow.records.since(brand.id, clinic.clock().replace(year=2000)):
            stored = find_record(uow, brand.id, record.number)
            assert stored is not None
            told += [stored.receipt.decode(), str(stored.personal)]
        for row in uow.cases.declared_between(
            brand.id, clinic.clock().replace(year=2000), clinic.clock().replace(year=2100)
        ):
            told.append(TICKET.dump_json(newest_ticket(brand, row)).decode())
            told += [each.payload.decode() for each in uow.outbox.of_persons(brand.id, [row.person_id])]
    for customer in (ADA, GWEN):
        told += [each.what + (each.about or "") for each in history_of(app, brand, customer).entries]
    return " ".join(told)


def said(visitor: Visitor) -> str:
    return " ".join(each["text"] for each in visitor.look()["messages"] if each["author"] != "customer")


def test_what_a_plan_is_called_is_said_nowhere(clinic: House) -> None:
    visitor = cancelled(clinic)
    gwen = Visitor(clinic.client()).begin(GWEN)
    gwen.say("cancel my order")
    gwen.press(next(label for label in gwen.labels if label.startswith("BL-50231")))
    gwen.press(next(label for label in gwen.labels if label.startswith("2 × ")))
    gwen.press("1")
    gwen.press("Confirm cancellation")
    clinic.run_due()
    with clinic.app.database.read() as uow:
        shown = str(panel(clinic.app, uow, clinic.conversation(visitor.token)))

    assert visitor.look()["case"]["status"] == "reconciled"
    assert gwen.look()["case"]["status"] == "reconciled"
    told = f"{everything(clinic)} {said(visitor)} {said(gwen)} {shown}".lower()
    assert "brightline bl-1001-1" in told
    assert [word for word in TELLING if word in told] == []


def test_no_text_message_says_it(clinic: House) -> None:
    phone = Phone(clinic)
    phone.text("I want to cancel")
    phone.text("1")
    phone.text(phone.code)
    phone.text("1")
    phone.text("1")

    texts = " ".join(phone.received).lower()
    assert "bl-1001-1" in texts
    assert [word for word in TELLING if word in texts] == []


def test_words_of_the_customers_own_go_into_no_ticket_and_no_records_reason(clinic: House) -> None:
    cancelled(clinic)
    with clinic.app.database.read() as uow:
        (row,) = uow.cases.declared_between(
            clinic.brand.id, clinic.clock().replace(year=2000), clinic.clock().replace(year=2100)
        )
    ticket = newest_ticket(clinic.brand, row)

    assert ticket.case is not None
    assert ticket.case.reason == "other"
    assert FREE not in everything(clinic)


def test_other_plans_are_not_offered(clinic: House) -> None:
    office = clinic.app.office_of(clinic.brand)
    kinds = {
        alternative.kind
        for number in range(1001, 1007)
        for service in office.services(CustomerRef(f"BL-{number}"), clinic.clock().date())
        for alternative in service.alternatives
    }
    assert "pause" in kinds
    assert kinds.isdisjoint({"downgrade", "exchange"})


def test_what_the_brand_ends_itself_comes_without_free_words(clinic: House) -> None:
    given = Given(
        1, CustomerRef(ADA), ServiceRef("BL-1001-1"), "policy", date(2026, 6, 1), "E-1", "chemo over"
    )
    with pytest.raises(EndingsRefused, match="the profile health sends no free words"):
        check_endings(clinic.app, clinic.brand, [given])
    check_endings(clinic.app, clinic.brand, [replace(given, facts=None)])


def test_records_are_kept_for_six_years_and_six_after_the_end(clinic: House) -> None:
    kept = retention_of(clinic.brand)

    assert set(kept.years.values()) == {6}
    assert kept.until("termination", date(2026, 3, 10), date(2028, 1, 31)) == date(2034, 1, 31)
    assert kept.until("termination", date(2026, 3, 10), None) == date(2032, 3, 10)
    with pytest.raises(RetentionRefused, match="expected 6 to 7 years under the profile health, found 3"):
        with_years(kept, clinic.brand, "termination", 3)


def test_what_was_set_before_the_profile_counts_as_six(clinic: House) -> None:
    settings = {**clinic.brand.settings, "retention": {"records": {"termination": 2, "order": 7}}}

    kept = retention_of(replace(clinic.brand, settings=settings))

    assert (kept.years["termination"], kept.years["order"]) == (6, 7)


def test_an_unknown_profile_is_refused(house: House) -> None:
    with pytest.raises(BrandRefused, match="profile: 'hospital'; expected one of:"):
        changed_settings(house.brand, ["profile=hospital"])
    assert set(retention_of(house.brand).years.values()) == {3}


def test_beside_other_services_those_for_health_are_called_nothing(gym: House) -> None:
    visitor = cancelled(gym)
    with gym.app.database.read() as uow:
        shown = str(panel(gym.app, uow, gym.conversation(visitor.token)))
    told = f"{everything(gym)} {said(visitor)} {shown}".lower()

    assert "brightline bl-1001-1" in told
    assert [word for word in TELLING if word in told] == []
    assert FREE not in told


def test_what_is_not_for_health_is_called_as_ever_and_keeps_its_customer_s_words(gym: House) -> None:
    cancelled(gym, OTHER)

    (row,) = cases_of(gym)
    case = newest_ticket(gym.brand, row).case
    assert case is not None
    assert case.service is not None
    assert case.service.name == "Brightline Fibre 250"
    assert case.reason == FREE


def test_a_service_is_for_health_by_its_plan_too(gym: House) -> None:
    office, today = gym.app.office_of(gym.brand), gym.clock().date()

    (frida,) = office.services(CustomerRef("BL-1005"), today)

    assert (frida.name, frida.plan) == ("Brightline BL-1005-1", "BL-1005-1")


@pytest.mark.parametrize(("customer", "years"), [(ADA, 6), (OTHER, 3)])
def test_records_of_services_for_health_are_kept_for_longer(gym: House, customer: str, years: int) -> None:
    cancelled(gym, customer)
    with gym.app.database.read() as uow:
        records = uow.records.since(gym.brand.id, gym.clock().replace(year=2000))
    # Whatever the settings say by then.
    for brand in (gym.brand, replace(gym.brand, settings={})):
        kept = {kept_until(record, retention_of(brand), brand) for record in records}
        assert {day.year for day in kept} == {2026 + years}


def test_the_brand_s_facts_are_refused_for_services_for_health_only(gym: House) -> None:
    day, facts = date(2026, 6, 1), "chemo over"
    given = Given(1, CustomerRef(ADA), ServiceRef("BL-1001-1"), "policy", day, "E-1", facts)
    other = replace(given, customer=CustomerRef(OTHER), service=ServiceRef(f"{OTHER}-1"))

    with pytest.raises(EndingsRefused, match="the profile health sends no free words"):
        check_endings(gym.app, gym.brand, [given])
    check_endings(gym.app, gym.brand, [other])
