"""A receipt carries the address of its case's page, as far as one message holds both."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.confirming.pages import case_url, with_page
from channels.registry import CHANNELS
from channels.rendering import length, render
from dialogs.texts import packaged_texts
from dialogs.turn import Value
from dialogs.values import Day, Moment, Money
from tests.bot.web.chat.house import House

TEXTS = packaged_texts(("en", "de", "fr", "es", "pt", "ru"))
URL, SMS = "https://bot.example/case/acme/AC-7K3M9QXA", CHANNELS["sms"].capabilities
AT = Moment(datetime(2026, 11, 23, 10, 5, tzinfo=UTC))
RECEIPT: dict[str, Value] = {
    "number": "AC-7K3M9QXA",
    "service": "Fibre 250 Plus",
    "brand": "Acme",
    "declared": AT,
    "confirmed": AT,
    "end-date": Day(date(2026, 12, 31)),
    "has-fee": 1,
    "fee": Money(Decimal("29.90"), "EUR"),
    "fee-reason": "none",
    "has-refund": 1,
    "refund": Money(Decimal("12.60"), "EUR"),
    "refund-reason": "none",
    "has-charge": 0,
    "remains": "return-equipment",
    "has-undo": 1,
    "undo-until": AT,
}


@pytest.mark.parametrize("locale", TEXTS.catalogues)
def test_a_text_holds_all_of_it_in_each_language(locale: str) -> None:
    words = TEXTS.phrase("receipt", locale, "Europe/Berlin", **RECEIPT)

    text, short = with_page(words, TEXTS, locale, "Europe/Berlin", URL, SMS)
    sent = render(text, (), SMS, short).text

    assert sent.endswith(URL)
    assert length(sent) <= 320
    assert all(each in sent for each in ("Fibre 250 Plus", "AC-7K3M9QXA", "31"))


@pytest.mark.parametrize(("room", "expected"), [(60, f" Status: {URL}"), (45, f" {URL}"), (20, ""), (0, "")])
def test_what_the_receipt_says_goes_before(room: int, expected: str) -> None:
    words = ("long " * 100, "s" * (320 - room))

    assert with_page(words, TEXTS, "en", "Europe/Berlin", URL, SMS)[1] == words[1] + expected


def test_an_address_that_only_this_machine_has_is_not_sent(house: House) -> None:
    assert case_url(house.app, house.brand, "BL-1") == "http://localhost/case/demo/BL-1"
    assert case_url(house.app, replace(house.brand, demo=False), "BL-1") is None
    public = replace(house.app, settings=replace(house.app.settings, base_url="https://bot.example"))
    assert case_url(public, replace(house.brand, demo=False), "BL-1") == "https://bot.example/case/demo/BL-1"
