"""Cells: what is read, what is refused and in which words; what is written is read again as the same."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.backoffice.csv.amounts import MOST, Amount, Currency
from bot.backoffice.csv.kinds import (
    EARLIEST,
    LATEST,
    Choice,
    Circumstances,
    Day,
    Email,
    Kind,
    NotRead,
    Phone,
    Whole,
    Words,
)
from bot.backoffice.csv.parts import Applied, Names, Offers
from bot.backoffice.money import from_minor
from bot.backoffice.offers import Offer
from dialogs.values import Alternative, AlternativeKind

PRINTED = st.characters(exclude_categories=("Cc", "Cs"))
TEXTS = st.text(PRINTED, min_size=1, max_size=40).map(str.strip).filter(bool)
MINOR = st.integers(0, (MOST - 1) * 100)
DAYS = st.dates(EARLIEST, LATEST)
OFFERS = st.one_of(
    st.builds(Offer, st.just("pause"), months=st.integers(1, 36), price_minor=st.none() | MINOR),
    st.builds(Offer, st.just("discount"), months=st.integers(1, 36), percent=st.integers(1, 100)),
    st.builds(Offer, st.just("downgrade"), plan=TEXTS, price_minor=MINOR),
    st.builds(Offer, st.sampled_from(["later_date", "extension"]), months=st.integers(1, 36)),
    st.builds(Offer, st.just("exchange"), plan=TEXTS, price_minor=MINOR),
    st.builds(Offer, st.just("store_credit"), amount_minor=MINOR.map(lambda minor: minor + 1)),
)
MONEY = MINOR.map(lambda minor: from_minor(minor, "EUR"))
ALTERNATIVES = st.builds(
    Alternative,
    kind=st.sampled_from(get_args(AlternativeKind)),
    starts_on=DAYS,
    ends_on=st.none() | DAYS,
    price=MONEY,
    price_after=MONEY,
    percent=st.none() | st.integers(0, 100),
    months=st.none() | st.integers(0, 120),
    plan=st.none() | TEXTS,
    amount=st.none() | MONEY,
    price_before=st.none() | MONEY,
)


def read(kind: Kind, cell: str, currency: str = "EUR", region: str | None = None) -> object:
    return kind.read(cell, Circumstances(currency, region))


def comes_back(kind: Kind, value: object, currency: str = "EUR") -> bool:
    given = Circumstances(currency)
    return bool(kind.read(kind.write(value, given).strip(), given) == value)


@pytest.mark.parametrize(
    ("cell", "currency", "minor"),
    [
        ("19.99", "EUR", 1999),
        ("19,99", "EUR", 1999),
        ("19.9", "EUR", 1990),
        ("19", "EUR", 1900),
        ("0", "EUR", 0),
        ("1980", "JPY", 1980),
        ("1.234", "KWD", 1234),
        ("999999999.99", "EUR", 99999999999),
    ],
)
def test_amounts_are_read(cell: str, currency: str, minor: int) -> None:
    assert read(Amount(), cell, currency) == minor


@pytest.mark.parametrize(
    ("cell", "currency", "told"),
    [
        ("-1", "EUR", "0 or more"),
        ("-0.01", "EUR", "0 or more"),
        ("19.999", "EUR", "or 19999 if the . separates thousands"),
        ("19.9999", "EUR", "at most 2 decimal places, as EUR has them"),
        ("1,234", "EUR", "expected 1.234 or 1234"),
        ("1,234", "KWD", "expected 1.234 or 1234"),
        ("19.00", "JPY", "no decimal places"),
        ("1,234.56", "EUR", "without currency sign and thousands separators"),
        ("1.234,56", "EUR", "without currency sign and thousands separators"),
        ("€19.99", "EUR", "without currency sign"),
        ("1e3", "EUR", "an amount such as"),
        ("١٢", "EUR", "an amount such as"),
        ("1000000000", "EUR", "below 1,000,000,000"),
        ("9" * 400, "EUR", "an amount such as"),
    ],
)
def test_amounts_are_refused(cell: str, currency: str, told: str) -> None:
    with pytest.raises(NotRead, match=told.replace(".", r"\.")):
        read(Amount(), cell, currency)


@given(MINOR, st.sampled_from(["EUR", "JPY", "KWD"]))
def test_amounts_come_back(minor: int, currency: str) -> None:
    assert comes_back(Amount(), minor % MOST, currency)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("03/04/2026", "this is 2026-04-03 or 2026-03-04, and nobody can tell which"),
        ("31.12.2026", "did you mean 2026-12-31"),
        ("12/31/2026", "did you mean 2026-12-31"),
        ("04.04.2026", "did you mean 2026-04-04"),
        ("31.31.2026", "no such day"),
        ("2026-02-30", "no such day"),
        ("2026-1-2", "YYYY-MM-DD"),
        ("46023", "YYYY-MM-DD"),
        ("0001-01-01", "from 1900-01-01"),
    ],
)
def test_days_are_refused(cell: str, told: str) -> None:
    with pytest.raises(NotRead, match=told):
        read(Day(), cell)


@given(DAYS)
def test_days_come_back(day: date) -> None:
    assert comes_back(Day(), day)


@pytest.mark.parametrize(
    ("cell", "region", "number"),
    [
        ("+49 171 3920001", None, "+491713920001"),
        ("+49 (0)171 392-0001", None, "+491713920001"),
        ("0171/3920001", "DE", "+491713920001"),
        ("+15550100", None, "+15550100"),
        ("+15550100", "DE", "+15550100"),
    ],
)
def test_phone_numbers_are_read(cell: str, region: str | None, number: str) -> None:
    assert read(Phone(), cell, region=region) == number


@pytest.mark.parametrize(
    ("cell", "region", "told"),
    [
        ("0171 3920001", None, "which country's"),
        ("0049 171 3920001", None, "which country's"),
        ("4.91714E+11", "DE", "a phone number with its country"),
        ("call me", "DE", "a phone number with its country"),
        ("12", "DE", "a phone number with its country"),
        ("+123", None, "a phone number with its country|too short"),
    ],
)
def test_phone_numbers_are_refused(cell: str, region: str | None, told: str) -> None:
    with pytest.raises(NotRead, match=told):
        read(Phone(), cell, region=region)


def test_a_phone_number_that_cannot_be_called_is_doubted() -> None:
    given = Circumstances()

    assert Phone().read("+15550100", given) == "+15550100"
    assert len(given.doubts) == 1


@pytest.mark.parametrize("cell", ["Ada@Example.COM", "a+b@mail.example.org"])
def test_addresses_are_read(cell: str) -> None:
    assert read(Email(), cell) == cell.lower()


@pytest.mark.parametrize(
    "cell",
    [
        "ada",
        "ada@example",
        "ada @example.com",
        "a@b.com; c@d.com",
        "<a@b.com>",
        "a@@b.com",
        "a\x00b@example.com",
    ],
)
def test_addresses_are_refused(cell: str) -> None:
    with pytest.raises(NotRead, match="an e-mail address"):
        read(Email(), cell)


@pytest.mark.parametrize(
    ("kind", "cell", "told"),
    [
        (Currency(), "EURO", "did you mean 'EUR'"),
        (Choice(("active", "ended")), "endet", "expected active or ended; did you mean 'ended'"),
        (Whole(0, 12), "13", "from 0 to 12"),
        (Whole(0, 12), "1.0", "from 0 to 12"),
        (Words(3), "four", "at most 3 characters, not 4"),
        (Words(), "a\x00b", r"U\+0000"),
        (Offers(), "pause", "expected months for pause"),
        (Offers(), "paus: months 3", "did you mean 'pause'"),
        (Offers(), "pause: month 3", "did you mean 'months'"),
        (Offers(), "pause: months 3, months 4", "months once"),
        (Offers(), "pause: months", "expected a whole number"),
        (Offers(), "pause: months 37", "months '37': expected a whole number from 1 to 36"),
        (Offers(), "downgrade: plan Basic", "expected price for downgrade"),
        (Offers(), "store credit: price 5.00", "expected amount for store_credit"),
        (Applied(), "pause: starts_on 2026-03-01", "expected price and price_after"),
    ],
)
def test_other_cells_are_refused(kind: Kind, cell: str, told: str) -> None:
    with pytest.raises(NotRead, match=told):
        read(kind, cell)


def test_lines_within_a_cell_become_one() -> None:
    assert read(Words(), "Fibre 100\r\nwith TV") == "Fibre 100 with TV"


@given(st.lists(TEXTS, max_size=4))
def test_names_come_back(names: list[str]) -> None:
    assert comes_back(Names(), tuple(names))


@given(st.lists(OFFERS, max_size=4))
def test_offers_come_back(offers: list[Offer]) -> None:
    assert comes_back(Offers(), tuple(offers))


@given(ALTERNATIVES)
def test_what_was_applied_comes_back(applied: Alternative) -> None:
    assert comes_back(Applied(), applied)
