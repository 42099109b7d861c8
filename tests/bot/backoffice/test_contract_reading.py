"""The contract of `BackOffice`: finding customers and services, and not those of others."""

from datetime import timedelta

import pytest

from bot.backoffice.base import Customer, IdentifierKind, NotPossible
from dialogs.ids import CustomerRef, ServiceRef
from tests.bot.backoffice.contract import (
    ADA,
    BEN,
    FIBRE,
    NOBODY,
    OFFERS,
    PERIOD_END,
    TODAY,
    TV,
    Laboratory,
    Wanted,
    euro,
    quote_of,
    service_of,
)


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("A-1", "account"),
        ("a-1", "account"),
        (" A-1 ", "account"),
        ("ada@example.com", "email"),
        ("+491713920001", "phone"),
    ],
)
def test_a_customer_is_found(lab: Laboratory, identifier: str, kind: IdentifierKind) -> None:
    found = lab.office.find_customer(identifier, kind)

    assert found == Customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("A-2", "account"),
        ("", "account"),
        ("ada@example.com", "account"),
        ("A-1", "email"),
        ("+491", "phone"),
    ],
)
def test_nobody_is_found(lab: Laboratory, identifier: str, kind: IdentifierKind) -> None:
    assert lab.office.find_customer(identifier, kind) is None


def test_an_address_that_two_share_is_nobody_s(lab: Laboratory) -> None:
    lab.add_customer(CustomerRef("A-9"), "Ada's brother", "ada@example.com", None)

    assert lab.office.find_customer("ada@example.com", "email") is None


def test_services_come_with_quote_and_alternatives(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))

    found = service_of(lab)

    assert (found.status, found.price, found.interval, found.ends_on) == (
        "active",
        euro("29.90"),
        "month",
        None,
    )
    assert quote_of(lab).end_date == PERIOD_END
    assert [alternative.kind for alternative in found.alternatives] == [offer.kind for offer in OFFERS]
    assert lab.office.services(BEN, TODAY) == ()
    assert lab.office.services(NOBODY, TODAY) == ()


def test_services_ended_long_ago_are_not_listed(lab: Laboratory) -> None:
    lab.add_ended_service(ADA, ServiceRef("S-8"), TODAY - timedelta(days=700))
    lab.add_ended_service(ADA, ServiceRef("S-9"), TODAY - timedelta(days=800))

    found = service_of(lab)

    assert (found.ref, found.status, found.quote, found.alternatives) == ("S-8", "ended", None, ())


@pytest.mark.parametrize("customer", [BEN, NOBODY])
def test_nobody_touches_another_s_service(lab: Laboratory, customer: CustomerRef) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    found, office = service_of(lab), lab.office
    assert found.quote is not None

    for attempt in (
        lambda: office.cancel(customer, FIBRE, quote_of(lab), "k1"),
        lambda: office.apply(customer, FIBRE, found.alternatives[0], "k2"),
        lambda: office.revoke(customer, FIBRE, found.alternatives[0], "k4"),
        lambda: office.reinstate(customer, FIBRE, "k3"),
        lambda: office.read_back(customer, FIBRE),
    ):
        with pytest.raises(NotPossible):
            attempt()

    assert service_of(lab) == found


def test_an_unknown_service_is_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)

    for attempt in (
        lambda: lab.office.cancel(ADA, TV, quoted, "k1"),
        lambda: lab.office.reinstate(ADA, TV, "k2"),
        lambda: lab.office.read_back(ADA, TV),
    ):
        with pytest.raises(NotPossible):
            attempt()
