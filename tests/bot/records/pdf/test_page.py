"""What is printed of a record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from bot.records.contents import KINDS, RecordKind
from bot.records.pdf.page import page_of
from dialogs.texts import packaged_texts
from dialogs.values import Quote
from tests.bot.records.examples import CASE, QUOTE, euro, stored

TEXTS = packaged_texts(("en", "de", "fr", "es", "pt", "ru"))
URL = "https://bot.example/verify"


def rows(html: str) -> list[tuple[str, str]]:
    """Label and value of each line."""
    reader = Rows()
    reader.feed(html)
    cells = reader.cells
    return list(zip(cells[::2], cells[1::2], strict=True))


class Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("th", "td"):
            self._inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


def test_a_termination_says_all_that_its_record_says() -> None:
    case = replace(CASE, reason="too-expensive")

    page = page_of(stored(case=case, day=date(2026, 7, 16)), TEXTS, URL)

    assert rows(page.html) == [
        ("Number", "BL-7KQ2M9XA"),
        ("Contract", "Brightline Fibre 100"),
        ("Received", "Nov 22, 2026, 07:31 CET"),
        ("Confirmed", "Nov 22, 2026, 07:32 CET"),
        ("Last day", "December 31, 2026"),
        ("Fee", "€49.00 (minimum term not over)"),
        ("Refund", "€12.34 for unused time, to the original payment method"),
        ("Balance", "€36.66 for you to pay (fee less refund)"),
        ("Last charge", "€29.90 on December 1, 2026"),
        ("To do", "Return the equipment by December 31, 2026"),
        ("Can be undone until", "Dec 6, 2026, 23:59 CET"),
        ("Notice", "30 days"),
        ("Rules applied", "DE, as of July 16, 2026"),
        ("Customer", "Ada Sommer, BL-1001"),
        ("Identified", "by one-time code"),
        ("Received by", "text message (SMS)"),
        ("Offered instead", "Pause: declined"),
        ("Reason", "Too expensive"),
        ("Dialog", "service, r1"),
    ]
    assert "<blockquote><p>Cancelling Brightline Fibre 100 means: ...</p></blockquote>" in page.html
    assert stored(case=case, day=date(2026, 7, 16)).sealed.digest.hex() in page.html


@pytest.mark.parametrize(
    ("fee", "refund", "said"),
    [
        ("49.00", "12.34", "€36.66 for you to pay (fee less refund)"),
        ("5.00", "12.34", "€7.34 for you (refund less fee)"),
        ("5.00", "5.00", "Nothing is owed by either side"),
        ("0.00", "0.00", None),
    ],
)
def test_the_balance_is_what_fee_and_refund_come_to(fee: str, refund: str, said: str | None) -> None:
    quote: Quote = replace(QUOTE, fee=euro(fee), refund=euro(refund))

    found = dict(rows(page_of(stored(case=replace(CASE, quote=quote)), TEXTS, URL).html))

    assert found.get("Balance") == said


def test_a_death_as_the_reason_is_said_in_the_customers_language() -> None:
    page = page_of(stored(case=replace(CASE, reason="bereavement")), TEXTS, URL)

    assert dict(rows(page.html))["Reason"] == "A death"


def test_amounts_of_two_currencies_have_no_balance() -> None:
    quote = replace(QUOTE, refund=replace(QUOTE.refund, amount=Decimal("3.00"), currency="USD"))

    assert "Balance" not in page_of(stored(case=replace(CASE, quote=quote)), TEXTS, URL).html


def test_a_reason_in_the_customer_s_own_words_stays_as_it_is() -> None:
    case = replace(CASE, reason='<b>"choice-other"</b> & more')

    assert dict(rows(page_of(stored(case=case), TEXTS, URL).html))["Reason"] == '<b>"choice-other"</b> & more'


@pytest.mark.parametrize("locale", list(TEXTS.catalogues))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_printed_in_every_language(kind: RecordKind, locale: str) -> None:
    record = stored(kind, locale)

    page = page_of(record, TEXTS, URL)

    assert f'<html lang="{locale}">' in page.html
    assert "BL-7KQ2M9XA" in page.html
    assert URL in page.html
    assert "$" not in page.html
    assert page == page_of(record, TEXTS, URL)


def test_an_ending_does_not_say_that_the_customer_wrote() -> None:
    assert "Received by" not in page_of(stored("ending"), TEXTS, URL).html


def test_nothing_on_a_page_is_loaded() -> None:
    html = page_of(stored("declaration"), TEXTS, URL).html

    assert "&lt;ada@example.com&gt; &amp; co" in html
    assert 'src="http' not in html
    assert "url(" not in html


@pytest.mark.parametrize("accent", ["red", '#123456"><script>', ""])
def test_a_brand_s_colour_is_a_colour_or_ours(accent: str) -> None:
    assert "solid #1d5fa8" in page_of(stored(), TEXTS, URL, accent).html
    assert "solid #aa0011" in page_of(stored(), TEXTS, URL, "#aa0011").html
