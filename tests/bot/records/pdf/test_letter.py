"""A record as a letter: what it says, where it says it, and that programs can read it out."""

import io
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from bot.printing.binding import bound, pages_in
from bot.printing.press import Page, Press
from bot.printing.sealing import sealed_pdf
from bot.printing.seals import own_seal
from bot.records.contents import KINDS, RecordKind
from bot.records.pdf.letter import Posting, letter_of
from bot.records.pdf.page import page_of
from bot.records.pdf.verifying import verify_pdf
from channels.letter.windows import DIN, US, Window
from dialogs.texts import packaged_texts
from tests.bot.records.examples import DECIDED, PUBLIC_KEY, SIGNING_KEY, stored

LOCALES = ("en", "de", "fr", "es", "pt", "ru")
TEXTS = packaged_texts(LOCALES)
URL = "https://bot.example/verify"
MM = 72 / 25.4
SENDER = "Brightline GmbH, Hauptstraße 1, 10115 Berlin"
LONGEST = ("Friederike von Ahlefeldt", "Hinterhaus", "3. Stock", "Am Sonnenhang 123 a", "10435 Berlin")
SHORTEST = ("Ada", "Berlin")

PRESS = Press()


def posting(window: Window = DIN, addressee: tuple[str, ...] = LONGEST) -> Posting:
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    return Posting(addressee, addressee[0], SENDER, ("Telefon +49 30 5550100",), window, at)


def letter(kind: RecordKind = "termination", locale: str = "en", to: Posting | None = None) -> Page:
    return letter_of(stored(kind, locale), TEXTS, URL, to or posting())


def printed(locale: str = "en", to: Posting | None = None) -> bytes:
    return sealed(PRESS.print_page(letter(locale=locale, to=to)))


def sealed(plain: bytes) -> bytes:
    return sealed_pdf(plain, own_seal(SIGNING_KEY, "Brightline", DECIDED), "Brightline", "BL-7KQ2M9XA")


def places(content: bytes) -> list[tuple[str, float, float]]:
    """Each piece of the first page's text, and where its base line begins: from the left, in mm."""
    page = PdfReader(io.BytesIO(content)).pages[0]
    height = float(page.mediabox.height)
    found: list[tuple[str, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip():
            found.append((text.strip(), x / MM, (height - y) / MM))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("window", [DIN, US], ids=lambda window: window.name)
@pytest.mark.parametrize("addressee", [SHORTEST, LONGEST], ids=["short", "long"])
def test_the_address_stands_in_the_window_and_nothing_else_does(
    window: Window, addressee: tuple[str, ...]
) -> None:
    across, up, width, height = window.opening
    slack_across = window.envelope[0] - window.sheet_size[0]
    slack_up = window.envelope[1] - window.folds[0]
    ever = (
        across - slack_across,
        window.folds[0] - up - height,
        across + width,
        window.folds[0] - up + slack_up,
    )
    left, top, right, bottom = window.always_visible()

    inside = [
        (text, x, y)
        for text, x, y in places(printed(to=posting(window, addressee)))
        if ever[0] <= x <= ever[2] and ever[1] <= y <= ever[3]
    ]

    expected = [*([SENDER] if window.sender_top else []), *addressee]
    assert " ".join(text for text, _, _ in inside).split() == " ".join(expected).split()
    assert all(left <= x <= right and top <= y <= bottom for _, x, y in inside)


@pytest.mark.parametrize("window", [DIN, US], ids=lambda window: window.name)
def test_the_paper_is_what_goes_into_the_envelope(window: Window) -> None:
    box = PdfReader(io.BytesIO(printed(to=posting(window)))).pages[0].mediabox

    assert (float(box.width) / MM, float(box.height) / MM) == pytest.approx(window.sheet_size, abs=0.01)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_in_every_language(kind: RecordKind, locale: str) -> None:
    page = letter(kind, locale)

    assert f'<html lang="{locale}">' in page.html
    assert "BL-7KQ2M9XA" in page.html
    assert URL in page.html
    assert "$" not in page.html
    assert page == letter(kind, locale)


def test_it_says_line_by_line_what_the_record_says() -> None:
    html = letter().html

    for said in (
        "Dear Friederike von Ahlefeldt,",
        "November 22, 2026",
        "€49.00 (minimum term not over)",
        "€12.34 for unused time, to the original payment method",
        "€36.66 for you to pay (fee less refund)",
        "Return the equipment by December 31, 2026",
        "30 days",
        "valid without a signature",
    ):
        assert said in html
    assert page_of(stored(), TEXTS, URL).source == letter().source


def test_what_an_address_says_is_no_markup() -> None:
    html = letter(to=posting(addressee=("<b>Ada</b> & Co", "Weg 1", "10115 Berlin"))).html

    assert "&lt;b&gt;Ada&lt;/b&gt; &amp; Co" in html
    assert "<b>" not in html


@pytest.mark.parametrize("locale", ["en", "de", "ru"])
@pytest.mark.parametrize("form", ["letter", "record"])
@pytest.mark.parametrize("is_sealed", [False, True], ids=["plain", "sealed"])
def test_it_can_be_archived_and_read_out(form: str, locale: str, is_sealed: bool) -> None:
    """What PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) want of a file's structure."""
    page = letter(locale=locale) if form == "letter" else page_of(stored(locale=locale), TEXTS, URL)
    plain = PRESS.print_page(page)
    reader = PdfReader(io.BytesIO(sealed(plain) if is_sealed else plain))
    root: Any = reader.trailer["/Root"]
    metadata = identified_in(root["/Metadata"].get_data())
    elements = list(elements_of(root["/StructTreeRoot"]))
    kinds = [str(each["/S"]) for each in elements]

    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's boolean
    assert str(root["/Lang"]) == locale
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert str(reader.metadata.title or "") in page.html
    assert [str(each["/S"]) for each in root["/OutputIntents"]] == ["/GTS_PDFA1"]
    assert metadata["pdfa", "part"] == "3"
    assert metadata["pdfa", "conformance"] == "A"
    assert metadata["pdfua", "part"] == "1"
    assert all(each.get("/Alt") for each in elements if each["/S"] == "/Figure")
    assert kinds.count("/H1") == 1
    assert {"/Table", "/TR", "/TH", "/TD", "/P", "/Figure", "/H2"} <= set(kinds)
    headers = [each for each in elements if each["/S"] == "/TH"]
    assert all(attributes_of(each).get("/Scope") for each in headers)
    assert [font for font in fonts_of(reader) if not is_embedded(font)] == []
    assert all("/ToUnicode" in font for font in fonts_of(reader))
    pages: list[Any] = list(reader.pages)
    assert all(each["/Tabs"] == "/S" for each in pages if "/Annots" in each)
    (attached,) = root["/AF"]
    assert attached["/AFRelationship"] == "/Source"
    assert "/JavaScript" not in root.get("/Names", {})
    assert "/Encrypt" not in reader.trailer
    assert "/ID" in reader.trailer


def identified_in(metadata: bytes) -> dict[tuple[str, str], str]:
    """What XMP says of the standards, as attributes or as elements: both forms mean the same."""
    found = {}
    for element in ET.fromstring(metadata).iter():  # noqa: S314 - it is our own
        said = {**element.attrib, **({element.tag: element.text} if element.text else {})}
        for name, value in said.items():
            place, _, local = name.rpartition("}")
            if place.startswith("{http://www.aiim.org/pdf") and place.endswith("/ns/id/"):
                found[place.split("/")[3], local] = str(value)
    return found


def elements_of(element: Any) -> list[Any]:
    """All structure elements, in reading order."""
    found = []
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        value = child.get_object() if isinstance(child, IndirectObject) else child
        if isinstance(value, DictionaryObject) and "/S" in value:
            found += [value, *elements_of(value)]
    return found


def attributes_of(element: Any) -> Any:
    return element["/A"].get_object()


def fonts_of(reader: PdfReader) -> list[Any]:
    pages: list[Any] = list(reader.pages)
    found = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert found
    return found


def is_embedded(font: Any) -> bool:
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    return "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_it_is_sealed_and_says_which_record_it_is() -> None:
    content = printed()

    verdict = verify_pdf(content, PUBLIC_KEY)
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1

    assert (verdict.valid, verdict.number) == (True, "BL-7KQ2M9XA")
    assert not verify_pdf(bytes(changed), PUBLIC_KEY).valid
    assert not verify_pdf(content + b"\n", PUBLIC_KEY).valid


@pytest.mark.parametrize(("both", "pages"), [(False, 5), (True, 6)])
def test_letters_are_bound_each_on_a_sheet_of_its_own(both: bool, pages: int) -> None:
    one = PRESS.print_page(Page("<html lang=en><p>index", DECIDED, "a.json", b"{}", bytes(16)))
    documents = [one, printed(), printed("de")]

    content = bound(documents, on_both_sides=both)

    assert [pages_in(each) for each in documents] == [1, 2, 2]
    assert pages_in(content) == pages
    assert content == bound(documents, on_both_sides=both)
    firsts = [
        n for n, page in enumerate(PdfReader(io.BytesIO(content)).pages) if SENDER in page.extract_text()
    ]
    assert firsts == ([2, 4] if both else [1, 3])
