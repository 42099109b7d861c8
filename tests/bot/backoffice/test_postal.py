"""Postal addresses: how they are kept, and how Stripe's become lines on an envelope."""

from typing import Any

import pytest

from bot.backoffice.base import PostalAddress
from bot.backoffice.postal import kept_postal, postal_of
from bot.backoffice.stripe_billing.postal import postal_address

STREET = {"line1": "Street 1", "line2": "", "city": "Town", "state": "ST", "postal_code": "12345"}


def test_what_is_kept_is_read_again() -> None:
    address = PostalAddress(("Kastanienallee 12", "10435 Berlin"), "DE")

    assert postal_of(kept_postal(address)) == address


@pytest.mark.parametrize(
    ("country", "below"),
    [
        ("DE", ("12345 Town",)),
        ("FR", ("12345 Town",)),
        ("US", ("Town, ST 12345",)),
        ("CA", ("Town ST 12345",)),
        ("GB", ("Town", "12345")),
        ("BR", ("Town - ST", "12345")),
    ],
)
def test_the_place_is_written_as_in_its_country(country: str, below: tuple[str, ...]) -> None:
    assert postal_address({**STREET, "country": country}) == PostalAddress(("Street 1", *below), country)


@pytest.mark.parametrize(
    "missing", [{"line1": None}, {"country": None}, {"country": ""}, {"line1": " "}], ids=str
)
def test_without_street_or_country_it_is_none(missing: dict[str, Any]) -> None:
    assert postal_address({**STREET, "country": "DE", **missing}) is None


def test_lines_that_are_not_there_leave_no_gap() -> None:
    found = postal_address({"line1": "Weg 1", "line2": "Hinterhaus", "country": "de", "city": "Berlin"})

    assert found == PostalAddress(("Weg 1", "Hinterhaus", "Berlin"), "DE")
