"""Anybody verifies a confirmation in their own browser: nothing is sent, and nothing changed passes."""

import json
import re

import pytest
from flask import Flask
from playwright.sync_api import FilePayload, Page, Request, expect

from bot.printing.press import Press
from bot.records.contents import KINDS
from bot.records.log.proofs import as_json, as_tlog_proof
from bot.records.pdf.page import page_of
from bot.records.sealing import canonical, key_id_of
from dialogs.texts import packaged_texts
from tests.bot.records.examples import PUBLIC_KEY, stored
from tests.bot.records.log.test_proofs import PROOF

pytestmark = pytest.mark.slow

RECEIPT = stored().receipt
LANGUAGES = ("en", "de", "fr", "es", "pt", "ru")


def choose(page: Page, *documents: bytes, name: str = "file.json") -> None:
    files: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": each} for each in documents
    ]
    page.locator("#files").set_input_files(files)


def told(page: Page, title: str, *lines: str) -> None:
    outcome = page.locator("#outcome")
    expect(outcome.get_by_role("heading")).to_contain_text(title)
    for line in lines:
        expect(outcome).to_contain_text(line)


@pytest.mark.check(10)
def test_a_receipt_and_its_proof(page: Page, url: str) -> None:
    sent: list[Request] = []
    page.goto(url)
    # The page's own picture may still be on its way.
    page.on("request", lambda request: None if request.url.endswith(".svg") else sent.append(request))

    choose(page, RECEIPT, as_tlog_proof(PROOF))

    told(
        page,
        "Genuine and unchanged",
        "It is entry 5 of the brand's log, which had 7 entries on November 22, 2026",
        "BL-7KQ2M9XA",
        "Brightline Fibre 100",
        "December 31, 2026",
        "€49.00",
        "€12.34",
    )
    # Nothing of the file goes out: only the key is asked for, by its name.
    assert [(each.method, each.url.rpartition("/verify")[2], each.post_data) for each in sent] == [
        ("GET", f"/keys/{key_id_of(PUBLIC_KEY)}", None)
    ]


def test_the_proof_as_json_will_do(page: Page, url: str) -> None:
    page.goto(url)
    choose(page, as_json(PROOF), RECEIPT)
    told(page, "Genuine and unchanged", "It is entry 5 of the brand's log")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_record(page: Page, url: str, kind: str) -> None:
    page.goto(url)
    choose(page, stored(kind).receipt)  # type: ignore[arg-type]
    told(page, "Genuine and unchanged", "BL-7KQ2M9XA")
    expect(page.locator("#outcome")).not_to_contain_text("undefined")
    expect(page.locator("#outcome")).not_to_contain_text("Invalid")


def test_the_receipt_inside_a_pdf(page: Page, url: str) -> None:
    record = stored()
    pdf = Press().print_page(page_of(record, packaged_texts(LANGUAGES), url))
    page.goto(url)
    choose(page, pdf, name="record.pdf")
    told(page, "The receipt in this PDF is genuine", "a PDF reader that checks signatures", "BL-7KQ2M9XA")


FAULTS = {
    "a word of the record": ((RECEIPT.replace(b"Fibre", b"Fiber"),), "was changed after it was sealed"),
    "a line end after it": ((RECEIPT + b"\n",), "The file was changed, though not the record in it."),
    "a name said twice": (
        (RECEIPT.replace(b'{"record":', b'{"record":{},"record":'),),
        "The file was changed, though not the record in it.",
    ),
    "more than a receipt says": (
        (canonical({**json.loads(RECEIPT), "note": "x"}),),
        "The file was changed, though not the record in it.",
    ),
    "another signature": (
        (re.sub(rb'("signature":")[0-9a-f]{2}', rb"\g<1>00", RECEIPT),),
        "The signature is not the brand's.",
    ),
    "another key's name": (
        (RECEIPT.replace(key_id_of(PUBLIC_KEY).encode(), b"0123456789abcdef"),),
        "No brand that is served here seals with this key.",
    ),
    "another record's proof": (
        (stored("reversal").receipt, as_tlog_proof(PROOF)),
        "The proof does not lead from this record to the brand's log.",
    ),
    "a changed checkpoint": (
        (RECEIPT, as_tlog_proof(PROOF).replace(b"\n7\n", b"\n8\n")),
        "The proof's checkpoint is not signed by the brand.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_was_changed_is_named(page: Page, url: str, fault: str) -> None:
    documents, line = FAULTS[fault]
    page.goto(url)
    choose(page, *documents)
    told(page, "Not genuine", line)


@pytest.mark.parametrize(
    ("documents", "title"),
    [
        ((b"hello",), "This is no confirmation of ours"),
        ((b"",), "This is no confirmation of ours"),
        ((b"%PDF-1.7 nothing",), "This is no confirmation of ours"),
        ((RECEIPT, b"hello"), "This is no confirmation of ours"),
        ((as_tlog_proof(PROOF),), "The receipt is needed as well"),
        ((RECEIPT, RECEIPT), "These are several receipts"),
    ],
)
def test_what_cannot_be_verified_says_what_is_expected(
    page: Page, url: str, documents: tuple[bytes, ...], title: str
) -> None:
    page.goto(url)
    choose(page, *documents)
    told(page, title)


EVERY_BIT = """async ([receipt, key]) => {
  const { receiptIn, verifyReceipt } = await import("/static/verify/receipt.js");
  const bytes = Uint8Array.from(receipt), passed = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    bytes[bit >> 3] ^= 1 << (bit & 7);
    const found = receiptIn(bytes);
    const holds = found && await verifyReceipt(found, Uint8Array.from(key)).then(() => true, () => false);
    if (holds) passed.push(bit);
    bytes[bit >> 3] ^= 1 << (bit & 7);
  }
  return { passed, whole: receiptIn(bytes) !== null };
}"""


@pytest.mark.check(10)
def test_every_changed_bit_is_found(page: Page, url: str) -> None:
    page.goto(url)
    assert page.evaluate(EVERY_BIT, [list(RECEIPT), list(PUBLIC_KEY)]) == {"passed": [], "whole": True}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_readers_language(page: Page, url: str, language: str) -> None:
    """In all the same words are there; no text is left in English, none is missing."""
    page.goto(f"{url}?lang={language}")
    choose(page, RECEIPT, as_tlog_proof(PROOF))
    expect(page.locator("#outcome")).to_contain_text("BL-7KQ2M9XA")
    heading = page.get_by_role("heading", level=1).inner_text()
    assert (heading == "Verify a confirmation") == (language == "en")
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert "undefined" not in page.locator("body").inner_text()
    assert "{" not in page.locator("main").inner_text()


def test_the_language_is_changed_with_the_answer_in_it(page: Page, url: str) -> None:
    page.goto(url)
    choose(page, RECEIPT)
    told(page, "Genuine and unchanged")
    page.get_by_label("Language").select_option("de")
    told(page, "Echt und unverändert", "31. Dezember 2026")


def test_by_keyboard_and_read_out(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_label("Choose files").focus()
    choose(page, RECEIPT)
    expect(page.locator("#outcome")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Genuine and unchanged")


def test_without_the_server_it_says_so(page: Page, url: str) -> None:
    page.goto(url)
    page.route("**/verify/keys/*", lambda route: route.abort())
    choose(page, RECEIPT)
    told(page, "The brand's key could not be fetched")


@pytest.mark.parametrize("asked", ["0123456789abcdef", "..", "x" * 16, key_id_of(PUBLIC_KEY).upper()])
def test_keys_that_are_none_of_ours(verify_app: Flask, asked: str) -> None:
    answer = verify_app.test_client().get(f"/verify/keys/{asked}")
    assert answer.status_code == 404


def test_a_key_is_told_by_its_name(verify_app: Flask) -> None:
    answer = verify_app.test_client().get(f"/verify/keys/{key_id_of(PUBLIC_KEY)}")
    assert answer.get_json() == {"id": key_id_of(PUBLIC_KEY), "alg": "Ed25519", "key": PUBLIC_KEY.hex()}
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
