"""What a text names is read for people: addresses, phone numbers, amounts, days, numbers of accounts."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.understanding import entities_in, packaged_phrases

TODAY = date(2026, 11, 23)
LOCALES = tuple(packaged_phrases().languages)


def read(text: str, region: str = "DE") -> list[tuple[str, str]]:
    return [(each.kind, each.value) for each in entities_in(text, region, LOCALES, TODAY)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("end it on 31 March", "2027-03-31"),
        ("by March 31st, 2027 please", "2027-03-31"),
        ("on the 1st of December", "2026-12-01"),
        ("zum 31. Dezember kündigen", "2026-12-31"),
        ("zum 31.12.", "2026-12-31"),
        ("am 1.2.27", "2027-02-01"),
        ("le 1er février 2027", "2027-02-01"),
        ("el 31 de marzo de 2027", "2027-03-31"),
        ("em 5 de maio", "2027-05-05"),
        ("31 марта 2027", "2027-03-31"),
        ("2026-12-31", "2026-12-31"),
    ],
)
def test_days(text: str, value: str) -> None:
    assert read(text) == [("date", value)]


def test_which_number_is_the_month_is_the_countrys_custom() -> None:
    assert read("3/4/2027", "US") == [("date", "2027-03-04")]
    assert read("3/4/2027", "GB") == [("date", "2027-04-03")]


@pytest.mark.parametrize("text", ["29.90", "31.13.", "30.2.2027", "2026-13-01", "31 March 2999", "in 2027"])
def test_no_days(text: str) -> None:
    assert [kind for kind, _ in read(text) if kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("you took $1,299.99", "1299.99 USD"),
        ("29.90 EUR", "29.90 EUR"),
        ("29,90 € zu viel", "29.90 EUR"),
        ("1.299,50 euros", "1299.50 EUR"),
        ("R$ 49,90", "49.90 BRL"),
        ("£5", "5.00 GBP"),
        ("30 pounds", "30.00 GBP"),
        ("49 рублей", "49.00 RUB"),
    ],
)
def test_amounts(text: str, value: str) -> None:
    assert read(text) == [("amount", value)]


def test_a_declaration_with_all_of_them() -> None:
    said = "Kim, contract LU-10024, 0151 23456789, Kim.Novak@Example.org. You took 29.90 EUR on 1.11.2026"

    assert read(said) == [
        ("email", "kim.novak@example.org"),
        ("phone", "+4915123456789"),
        ("amount", "29.90 EUR"),
        ("date", "2026-11-01"),
        ("account", "LU-10024"),
    ]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["DE", "US", "RU", "BR"]))
def test_any_text_can_be_read(text: str, region: str) -> None:
    for each in entities_in(text, region, LOCALES, TODAY):
        assert each.text
        assert each.value


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1.", "1,111", "a@", "$1", "31 march ", "(", "+49 ", "1/1/", "a-1-", "€"]
)
def test_no_text_takes_long(unit: str) -> None:
    entities_in("warm 1 €", "DE", LOCALES, TODAY)
    began = time.process_time()
    entities_in(unit * 5_000, "DE", LOCALES, TODAY)
    assert time.process_time() - began < 1
