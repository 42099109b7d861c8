"""The confirmation: mail and message rendered from a stored record."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from bot.records.confirmation import ACCENT, mail_of, message_of
from bot.records.contents import KINDS, RecordKind
from bot.records.sealing import verify
from bot.records.stored import read_stored, sealed_and_stored
from dialogs.case import Case, Declaration, OfferShown
from dialogs.ids import CaseId
from dialogs.texts import packaged_texts
from dialogs.values import Alternative, AlternativeKind
from tests.bot.records.examples import (
    CASE,
    DECIDED,
    DECLARED,
    PAUSE,
    PUBLIC_KEY,
    QUOTE,
    SIGNING_KEY,
    case_of,
    contents,
    euro,
    stored,
)

TEXTS = packaged_texts(("en", "de"))

DISCOUNT = Alternative(
    "discount", date(2026, 12, 1), date(2027, 5, 31), euro("23.92"), euro("29.90"), percent=20, months=6
)
DOWNGRADE = Alternative("downgrade", date(2026, 12, 1), None, euro("19.90"), euro("19.90"), plan="Fibre 50")
LATER = Alternative(
    "later_date", date(2026, 11, 22), date(2027, 3, 31), euro("29.90"), euro("0.00"), months=3
)
EXTENSION = Alternative(
    "extension", date(2026, 12, 1), date(2027, 1, 31), euro("0.00"), euro("29.90"), months=2
)
EXCHANGE = Alternative(
    "exchange",
    date(2026, 12, 1),
    None,
    euro("39.90"),
    euro("39.90"),
    plan="Fibre 250",
    price_before=euro("29.90"),
)
CREDIT = Alternative(
    "store_credit",
    date(2026, 12, 1),
    date(2027, 1, 31),
    euro("0.00"),
    euro("29.90"),
    amount=euro("50.00"),
)
ALTERNATIVES = (PAUSE, DISCOUNT, DOWNGRADE, LATER, EXTENSION, EXCHANGE, CREDIT)


@pytest.mark.check(8)
def test_the_mail_of_a_termination() -> None:
    mail = mail_of(stored(), TEXTS)

    assert mail.subject == "Cancellation BL-7KQ2M9XA: Brightline Fibre 100"
    assert mail.text == (
        "Brightline confirms: Brightline Fibre 100 is cancelled.\n"
        "\n"
        "Number: BL-7KQ2M9XA\n"
        "Contract: Brightline Fibre 100\n"
        "Received: Nov 22, 2026, 07:31 CET\n"
        "Confirmed: Nov 22, 2026, 07:32 CET\n"
        "Last day: December 31, 2026\n"
        "Fee: €49.00 (minimum term not over)\n"
        "Refund: €12.34 for unused time, to the original payment method\n"
        "Last charge: €29.90 on December 1, 2026\n"
        "To do: Return the equipment by December 31, 2026\n"
        "Can be undone until: Dec 6, 2026, 23:59 CET\n"
        "\n"
        "The time of receipt above counts. Nothing is charged after your last day. "
        "You are welcome back at any time.\n"
        "\n"
        "-- \n"
        "Keep this message: it is your proof. The sealed record BL-7KQ2M9XA is attached.\n"
        "Fingerprint of the record (SHA-256):\n"
        f"{stored().sealed.digest.hex()}\n"
    )
    assert (mail.attachment.name, mail.attachment.media_type) == ("BL-7KQ2M9XA.json", "application/json")
    assert mail.attachment.content == stored().receipt


@pytest.mark.parametrize("kind", KINDS)
def test_the_mail_cites_the_pack_and_its_version(kind: RecordKind) -> None:
    lines = {
        locale: mail_of(stored(kind, locale, day=date(2026, 7, 16)), TEXTS).text for locale in ("en", "de")
    }

    assert "Rules applied: DE, as of July 16, 2026\n" in lines["en"]
    assert "Angewandte Regeln: DE, Stand 16. Juli 2026\n" in lines["de"]


def test_the_mail_of_a_declaration_says_when_it_ends() -> None:
    """The customer's own words where they are plain, what the law says where it says it, and nothing else."""
    plain = Case(
        CaseId("c"), DECLARED, declaration=Declaration("Ada, BL-1001, earliest possible", None, True)
    )

    texts = [
        mail_of(record, TEXTS).text
        for record in (
            stored("declaration", case=plain),
            stored("declaration", day=date(2026, 7, 16)),
            stored("declaration"),
        )
    ]

    assert "Last day: the earliest possible\n" in texts[0]
    assert "Last day: the day you named; if you named none, the earliest possible\n" in texts[1]
    assert "Last day" not in texts[2]


def test_the_mail_of_a_withdrawal() -> None:
    mail = mail_of(stored("withdrawal"), TEXTS)

    assert mail.subject == "Withdrawal BL-7KQ2M9XA"
    assert mail.text.startswith(
        "Brightline confirms: your withdrawal has been received.\n"
        "\n"
        "Number: BL-7KQ2M9XA\n"
        "Contract: Brightline Fibre 100\n"
        "Received: Nov 22, 2026, 07:31 CET\n"
        "Confirmed: Nov 22, 2026, 07:32 CET\n"
        "Last day: December 31, 2026\n"
        "Refund: €12.34, to the original payment method\n"
        "To do: Return the equipment by January 14, 2027\n"
        "\n"
        "The time of receipt above counts. What was paid goes back to the original payment method "
        "within 14 days of it.\n"
    )


def test_the_mail_of_a_withdrawal_in_words() -> None:
    """It repeats what was declared, and neither names nor promises what only a match can tell."""
    words = Declaration("Ada Sommer, order 4711, ada@example.com", None)
    record = stored("withdrawal", case=Case(CaseId("c"), DECLARED, "withdrawal", declaration=words))

    text = mail_of(record, TEXTS).text

    assert "Received: Nov 22, 2026, 07:31 CET\nYour words: Ada Sommer, order 4711, ada@example.com\n" in text
    assert "Refund: follows\n" in text
    assert "matches your withdrawal with your contract" in text
    assert message_of(record, TEXTS)[0].startswith("Your withdrawal is received.\n")


def test_a_record_from_before_packs_had_versions_is_confirmed_as_it_was() -> None:
    """It says nothing of a version, and verifies all the same."""
    made = contents(day=date(2026, 7, 16))
    del made.record["source"]["pack_version"]
    sealed, body = sealed_and_stored(made, SIGNING_KEY)

    record = read_stored(body, sealed.digest, sealed.signature, sealed.key_id)

    assert verify(record.receipt, PUBLIC_KEY).valid
    assert "Rules applied" not in mail_of(record, TEXTS).text


@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_confirmed_in_every_language(kind: RecordKind, locale: str) -> None:
    record = stored(kind, locale)

    mail = mail_of(record, TEXTS)
    text, _ = message_of(record, TEXTS)

    assert "BL-7KQ2M9XA" in mail.subject
    assert "BL-7KQ2M9XA" in mail.text
    assert "BL-7KQ2M9XA" in text
    assert f'<html lang="{locale}">' in mail.html
    assert all(line in shown(mail.html) for line in mail.text.splitlines()[0:1])


@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("alternative", ALTERNATIVES, ids=lambda a: str(a.kind))
def test_every_alternative_is_confirmed(alternative: Alternative, locale: str) -> None:
    case = replace(case_of("alternative"), offer=OfferShown(alternative, DECIDED, "accepted"))
    record = stored("alternative", locale, case)

    assert message_of(record, TEXTS)[1]
    assert mail_of(record, TEXTS).text.count("\n") >= len(EXPECTED_LABELS[alternative.kind])
    if locale == "en":
        assert [
            label for label in EXPECTED_LABELS[alternative.kind] if label not in mail_of(record, TEXTS).text
        ] == []


EXPECTED_LABELS: dict[AlternativeKind, list[str]] = {
    "pause": [
        "Change: Pause",
        "From: December 1",
        "Until: February 28",
        "Price meanwhile: €0.00",
        "Price afterwards: €29",
    ],
    "discount": [
        "Change: Lower price",
        "Until: May 31",
        "Price meanwhile: €23.92",
        "Price afterwards: €29.90",
    ],
    "downgrade": ["Change: Plan Fibre 50", "From: December 1", "New price: €19.90"],
    "later_date": ["Change: Later last day", "Until: March 31, 2027", "Price meanwhile: €29.90"],
    "extension": [
        "Change: Time for nothing",
        "Until: January 31",
        "Price meanwhile: €0.00",
        "Price afterwards: €29.90",
    ],
    "exchange": ["Change: Plan Fibre 250", "Price until then: €29.90", "New price: €39.90"],
    "store_credit": [
        "Credit: €50.00",
        "From: December 1",
        "Until: January 31",
        "Next charge: €0.00",
        "Price afterwards: €29.90",
    ],
}


def test_a_termination_without_a_quote_promises_what_follows() -> None:
    record = stored(case=replace(CASE, quote=None))

    mail = mail_of(record, TEXTS)

    assert "Last day: follows" in mail.text
    assert "Fee:" not in mail.text
    assert "you would be asked first" in mail.text
    assert "follow as soon as Brightline's system answers" in message_of(record, TEXTS)[0]


def test_nothing_due_is_said_as_well() -> None:
    nothing = replace(
        QUOTE, fee=euro("0.00"), refund=euro("0.00"), last_charge=None, last_charged_on=None,
        undo_until=None, remains=(),
    )  # fmt: skip
    text = mail_of(stored(case=replace(CASE, quote=nothing)), TEXTS).text

    assert "Fee: none\nRefund: none\nLast charge: none\nTo do: Nothing else\n" in text
    assert "undone" not in text


def test_the_message_is_the_receipt_that_the_chat_showed() -> None:
    text, short = message_of(stored(locale="de"), TEXTS)

    assert text.splitlines()[:3] == [
        "Ihre Kündigung ist angenommen.",
        "Nummer: BL-7KQ2M9XA",
        "Gekündigt: Brightline Fibre 100 (Brightline)",
    ]
    assert "Eingegangen: 22. Nov. 2026, 07:31 " in text
    assert "Letzter Tag: 31. Dezember 2026" in text
    assert short is not None


def test_a_language_that_is_gone_is_replaced() -> None:
    assert "is cancelled" in mail_of(stored(locale="fr"), TEXTS).text


def test_what_customers_wrote_is_shown_and_never_obeyed() -> None:
    html = mail_of(stored("declaration"), TEXTS).html

    assert "&lt;ada@example.com&gt; &amp; co" in html
    assert "<ada@example.com>" not in html
    assert "Ada Sommer, BL-1001,<br>" in html


@pytest.mark.parametrize("accent", ["red", "#fff", '#123456"><script>', ""])
def test_a_brand_s_colour_is_a_colour_or_ours(accent: str) -> None:
    assert f"solid {ACCENT}" in mail_of(stored(), TEXTS, accent).html
    assert "solid #aa0011" in mail_of(stored(), TEXTS, "#aa0011").html


def test_the_html_is_well_formed_and_loads_nothing() -> None:
    html = mail_of(stored(), TEXTS).html
    reader = Balance()
    reader.feed(html)

    assert reader.open == []
    assert "http" not in html
    assert "$" not in html


class Balance(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(html: str) -> str:
    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader()
    reader.feed(html)
    return reader.text
