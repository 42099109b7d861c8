"""Sealed PDFs: whole ones are told to be, and whatever was changed is found.

Every bit of one: ``python -m tests.bot.records.pdf.every_bit`` (twenty minutes).
"""

import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from bot.printing.press import Press
from bot.printing.sealing import sealed_pdf
from bot.printing.seals import own_seal, read_seal
from bot.records.pdf.page import page_of
from bot.records.pdf.verifying import receipt_in, verify_pdf
from bot.records.sealing import verify
from dialogs.texts import packaged_texts
from tests.bot.printing.certificates import ALGORITHMS, Authority, pem_of
from tests.bot.printing.reading import Printed
from tests.bot.records.examples import DECIDED, PUBLIC_KEY, SIGNING_KEY, stored

TEXTS = packaged_texts(("en", "de"))
NUMBER = "BL-7KQ2M9XA"


@pytest.fixture(scope="module")
def plain(press: Press) -> bytes:
    return press.print_page(page_of(stored(), TEXTS, "https://bot.example/verify"))


@pytest.fixture(scope="module")
def sealed(plain: bytes) -> bytes:
    return sealed_pdf(plain, own_seal(SIGNING_KEY, "Brightline", DECIDED), "Brightline", NUMBER)


def test_a_sealed_pdf_is_valid_and_carries_its_receipt(plain: bytes, sealed: bytes) -> None:
    verdict = verify_pdf(sealed, PUBLIC_KEY)

    assert (verdict.valid, verdict.problem, verdict.number, verdict.note) == (True, None, NUMBER, None)
    assert verdict.signer == "CN=Brightline (records),O=Brightline"
    assert verdict.sealed_at is not None
    assert abs(verdict.sealed_at - datetime.now(UTC)) < timedelta(minutes=5)
    assert sealed.startswith(plain)
    assert verify(receipt_in(sealed), PUBLIC_KEY).valid


def test_its_seal_keeps_the_page_what_it_was(sealed: bytes) -> None:
    """Tagged, archivable and accessible: the field is outside of the page, and may be printed."""
    printed = Printed(sealed)
    field = printed.catalogue["/AcroForm"]["/Fields"][0].get_object()

    assert "Brightline confirms" in printed.text
    assert int(field["/F"]) & 0b100
    assert not int(field["/F"]) & 0b10
    assert float(field["/Rect"][2]) < 0


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_seal_with_a_certificate_of_the_brand_is_valid_where_that_is_known(
    plain: bytes, algorithm: str
) -> None:
    authority = Authority(algorithm)
    seal = read_seal(pem_of(*authority.issue("Acme GmbH", algorithm), authority.certificate))
    content = sealed_pdf(plain, seal, "Brightline", NUMBER)

    known, unknown = (
        verify_pdf(content, PUBLIC_KEY, fingerprints) for fingerprints in (seal.fingerprints, ())
    )

    assert (known.valid, known.signer) == (True, "CN=Acme GmbH")
    assert unknown.problem == "it is sealed by CN=Acme GmbH, which is not known as the brand's"


def test_an_expired_certificate_is_told_and_the_seal_is_whole_all_the_same(plain: bytes) -> None:
    seal = read_seal(pem_of(*Authority().issue("Acme GmbH", until=datetime(2026, 6, 1, tzinfo=UTC))))
    content = sealed_pdf(plain, seal, "Brightline", NUMBER)

    verdict = verify_pdf(content, PUBLIC_KEY, seal.fingerprints)

    assert (verdict.valid, verdict.note) == (True, "its certificate had expired on 2026-06-01")
    changed = bytearray(content)
    changed[500] ^= 1
    assert not verify_pdf(bytes(changed), PUBLIC_KEY, seal.fingerprints).valid


def test_a_record_of_another_brand_is_not_ours(sealed: bytes) -> None:
    assert verify_pdf(sealed, bytes(31) + b"\1").problem == (
        "the receipt in it: it is sealed with another key than this brand's"
    )


def test_a_pdf_sealed_by_somebody_else_is_not_ours(plain: bytes) -> None:
    """Whoever prints a genuine receipt on a page of their own cannot seal it."""
    content = sealed_pdf(plain, own_seal(bytes(32), "Brightline", DECIDED), "Brightline", NUMBER)

    assert "which is not known as the brand's" in (verify_pdf(content, PUBLIC_KEY).problem or "")


def test_a_pdf_without_a_seal_is_none(plain: bytes) -> None:
    assert verify_pdf(plain, PUBLIC_KEY).problem == "it is not sealed"


def test_what_an_editor_adds_at_the_end_is_found(sealed: bytes) -> None:
    """A reader shows the newest revision of a page; the seal, by itself, holds the older one."""
    edited = IncrementalPdfFileWriter(io.BytesIO(sealed))
    edited.root["/Lang"] = generic.TextStringObject("de")
    edited.update_root()  # type: ignore[no-untyped-call]
    output = io.BytesIO()
    edited.write(output)  # type: ignore[no-untyped-call]

    verdict = verify_pdf(output.getvalue(), PUBLIC_KEY)

    assert output.getvalue().startswith(sealed)
    assert verdict.problem == "something was added to it after it was sealed"


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"{}", b"x" * 1000], ids=lambda c: repr(c[:12])
)
def test_what_is_no_record_s_pdf_is_told(content: bytes) -> None:
    assert not verify_pdf(content, PUBLIC_KEY).valid


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_changed_bit_is_found(sealed: bytes, data: st.DataObject) -> None:
    changed = bytearray(sealed)
    changed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    assert not verify_pdf(bytes(changed), PUBLIC_KEY).valid


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_changed_bit_of_the_seal_itself_is_found(sealed: bytes, data: st.DataObject) -> None:
    """The signature cannot cover its own bytes: there it takes more than checking it."""
    begin, end = seal_in(sealed)
    changed = bytearray(sealed)
    changed[data.draw(st.integers(begin, end - 1))] ^= 1 << data.draw(st.integers(0, 7))

    assert not verify_pdf(bytes(changed), PUBLIC_KEY).valid


@settings(max_examples=40, deadline=None)
@given(added=st.binary(min_size=1, max_size=200))
def test_added_bytes_are_found(sealed: bytes, added: bytes) -> None:
    assert not verify_pdf(sealed + added, PUBLIC_KEY).valid
    assert not verify_pdf(added + sealed, PUBLIC_KEY).valid


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_shortened_file_is_found(sealed: bytes, data: st.DataObject) -> None:
    assert not verify_pdf(sealed[: data.draw(st.integers(0, len(sealed) - 1))], PUBLIC_KEY).valid


def seal_in(content: bytes) -> tuple[int, int]:
    """Where the signature stands, with its brackets."""
    begin = content.rindex(b"<30")
    return begin, content.index(b">", begin) + 1
