"""What kind of file is printed."""

import subprocess
import sys
from typing import Any

import pytest

from bot.printing.press import NoPress, Press
from bot.records.contents import KINDS, RecordKind
from bot.records.pdf.page import page_of
from bot.records.sealing import verify
from dialogs.texts import packaged_texts
from tests.bot.printing.reading import Printed
from tests.bot.records.examples import PUBLIC_KEY, stored
from tests.structure.sources import ROOT

TEXTS = packaged_texts(("en", "de", "ru"))
URL = "https://bot.example/verify"


@pytest.fixture(scope="module")
def printed(press: Press) -> Printed:
    return Printed(press.print_page(page_of(stored(locale="ru"), TEXTS, URL)))


def test_every_letter_can_be_read_out_of_it(printed: Printed) -> None:
    assert "Brightline подтверждает: Brightline Fibre 100 отменено." in printed.text
    assert "Возврат 12,34\xa0€ за неиспользованное время" in printed.text


def test_it_calls_itself_what_it_is(printed: Printed) -> None:
    """PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5), in a language and with a title."""
    metadata = printed.metadata

    assert 'pdfaid:part="3"' in metadata
    assert 'pdfaid:conformance="A"' in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert metadata.count("</rdf:RDF>") == 1
    assert printed.catalogue["/Lang"] == "ru"
    assert printed.catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - its own kind of true
    assert printed.catalogue["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_it_is_tagged(printed: Printed) -> None:
    structure = printed.structure
    kinds = [kind for kind, _ in structure if kind not in ("Span", "NonStruct", "Div")]

    assert kinds[:7] == ["Document", "P", "H1", "Part", "Table", "TBody", "TR"]
    assert kinds.count("H1") == 1
    assert kinds.count("TH") == kinds.count("TD")
    assert [alternative for kind, alternative in structure if kind == "Figure"] == [
        "QR-код с адресом, по которому можно проверить этот документ"
    ]


def test_each_row_s_header_says_what_it_heads(printed: Printed) -> None:
    """In either way that readers know: by its scope, and by the cells that name it."""
    listed = printed.catalogue["/StructTreeRoot"]["/IDTree"]["/Names"]
    names, headers = list(listed[::2]), [each.get_object() for each in listed[1::2]]

    assert names == sorted(names)
    assert len(names) == [kind for kind, _ in printed.structure].count("TH")
    assert [str(each["/ID"]) for each in headers] == names
    assert {(each["/S"], each["/A"]["/Scope"]) for each in headers} == {("/TH", "/Row")}


def test_its_fonts_are_embedded(printed: Printed) -> None:
    assert printed.fonts
    assert all(printed.fonts.values())
    assert all(name.startswith("Source-Sans") for name in printed.fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_receipt_is_inside_and_verifies(press: Press, kind: RecordKind) -> None:
    record = stored(kind)

    attached = Printed(press.print_page(page_of(record, TEXTS, URL))).attached

    assert attached == {"BL-7KQ2M9XA.json": [record.receipt]}
    assert verify(attached["BL-7KQ2M9XA.json"][0], PUBLIC_KEY).valid


PRINT = """
import sys
from bot.records.pdf.page import page_of
from bot.printing.press import Press
from dialogs.texts import packaged_texts
from tests.bot.records.examples import stored
page = page_of(stored(locale="de"), packaged_texts(("en", "de", "ru")), "https://bot.example/verify")
sys.stdout.buffer.write(Press().print_page(page))
"""


def test_the_same_record_gives_the_same_bytes_in_another_process(press: Press) -> None:
    page = page_of(stored(locale="de"), TEXTS, URL)
    first, second = press.print_page(page), press.print_page(page)

    elsewhere = subprocess.run(
        [sys.executable, "-c", PRINT], check=True, capture_output=True, cwd=ROOT, env={"TZ": "Asia/Tokyo"}
    )

    assert first == second
    assert first == elsewhere.stdout


def test_without_the_system_s_libraries_it_says_what_to_install() -> None:
    def load() -> Any:
        raise OSError("cannot load library 'libpango-1.0-0': no such file\nand more")

    press = Press(load)

    assert press.problem == (
        "PDFs cannot be made, since a library of the system is missing (cannot load library "
        "'libpango-1.0-0': no such file); on Debian: sudo apt-get install -y libpango-1.0-0 "
        "libpangoft2-1.0-0 libharfbuzz0b libfontconfig1 libharfbuzz-subset0"
    )
    with pytest.raises(NoPress):
        press.print_page(page_of(stored(), TEXTS, URL))
