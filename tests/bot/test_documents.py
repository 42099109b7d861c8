"""Records as files: made once, sealed with the brand's seal, kept for their person, and checked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from bot.deliver.loop import Deliverer
from bot.documents import document_of, kept_document
from bot.outbounds import Outbounds
from bot.printing.press import Press
from bot.publishing import Dialogs
from bot.records.pdf.verifying import verify_pdf
from bot.rights.erasing import erase_record, set_apart
from bot.sandbox.files import read_file
from bot.sandbox.wiring import direct_outbound
from bot.seals import given_seal, seal_problem
from bot.settings import SettingsError
from dialogs.texts import packaged_texts
from storage.repositories.brands import BrandRow
from tests.bot.printing.certificates import Authority, pem_of
from tests.bot.web.chat.house import House, opened
from tests.bot.web.chat.visitor import Visitor

TEXTS = packaged_texts(("en", "de", "fr", "es", "pt", "ru"))


@pytest.fixture
def house(seeded_url: str, tmp_path: Path, dialogs: Dialogs) -> Iterator[House]:
    with opened(seeded_url, tmp_path, dialogs) as house:
        yield house


def cancelled(house: House) -> str:
    """Somebody cancels and everything is carried out; the record's number."""
    ada = Visitor(house.client()).begin("BL-1001")
    ada.say("I want to cancel")
    ada.press("No, cancel")
    ada.press("Confirm cancellation")
    number = ada.answer["record"]["number"]
    house.run_due()
    return str(number)


def mailed(house: House, number: str) -> list[dict[str, bytes]]:
    """The files of each mail about the record."""
    mails = [row for row in house.sent() if row.channel == "email" and number in (row.subject or "")]
    files = [[read_file(file) for file in (row.meta or {})["attachments"]] for row in mails]
    return [{file.name: file.content for file in each} for each in files]


def with_settings(house: House, **settings: str) -> BrandRow:
    with house.app.database.write() as uow:
        row = replace(house.brand, settings={**house.brand.settings, **settings})
        uow.brands.save(row)
    house.app.directory.forget()
    return row


def test_a_confirmation_carries_the_sealed_pdf(house: House) -> None:
    number = cancelled(house)

    (files,) = mailed(house, number)

    assert set(files) == {f"{number}.json", f"{number}.tlog-proof", f"{number}.pdf"}
    verdict = verify_pdf(files[f"{number}.pdf"], house.brand.signing_public)
    assert (verdict.valid, verdict.number) == (True, number)
    assert verdict.signer == "CN=Brightline (DEMO\\, proves nothing),O=Brightline"


def test_what_is_kept_is_what_was_sent_and_stays_so(house: House) -> None:
    """Whatever changes meanwhile: texts, colour, seal."""
    number = cancelled(house)
    sent = mailed(house, number)[0][f"{number}.pdf"]

    brand = with_settings(house, accent="#aa0011")
    again = document_of(house.app, brand, number, packaged_texts(("en",)))
    with house.app.database.read() as uow:
        kept = kept_document(uow, brand.id, number)
        record = uow.records.by_number(brand.id, number)
        assert record is not None
        (row,) = uow.documents.of_record(brand.id, record.id)

    assert again is not None
    assert kept is not None
    assert sent == again.content == kept.content
    assert row.digest == sha256(sent).digest()


def test_asked_for_again_the_same_bytes_come(house: House) -> None:
    number = cancelled(house)
    ada = Visitor(house.client()).begin("BL-1001")
    ada.say("send my confirmation again")
    house.run_due()

    first, second = mailed(house, number)

    assert first == second


def test_who_is_first_makes_the_document(house: House) -> None:
    """Two workers print the same record at once, and each seals it differently: one of them is kept."""
    number = cancelled(house)
    with house.app.database.write() as uow:
        record = uow.records.by_number(house.brand.id, number)
        assert record is not None
        (row,) = uow.documents.of_record(house.brand.id, record.id)
        kept = uow.documents.keep(replace(row, content=b"another", digest=bytes(32)))

    assert kept == row


def test_its_seal_is_the_brand_s_where_there_is_one(house: House, tmp_path: Path) -> None:
    key, certificate = Authority().issue("Brightline GmbH")
    (tmp_path / "seal.pem").write_bytes(pem_of(key, certificate))
    brand = with_settings(house, seal=f"file:{tmp_path / 'seal.pem'}")

    number = cancelled(house)

    with house.app.database.read() as uow:
        record = uow.records.by_number(brand.id, number)
        assert record is not None
        (row,) = uow.documents.of_record(brand.id, record.id)
    assert row.content is not None
    verdict = verify_pdf(row.content, brand.signing_public, row.sealed_by.split())
    assert (verdict.valid, verdict.signer) == (True, "CN=Brightline GmbH")


def test_an_expired_seal_is_told_and_keeps_nothing_back(house: House, tmp_path: Path) -> None:
    key, certificate = Authority().issue("Brightline GmbH", until=datetime(2026, 2, 1, tzinfo=UTC))
    (tmp_path / "seal.pem").write_bytes(pem_of(key, certificate))
    brand = with_settings(house, seal=f"file:{tmp_path / 'seal.pem'}")

    number = cancelled(house)

    assert f"{number}.pdf" in mailed(house, number)[0]
    assert seal_problem(brand, house.clock()) == (
        "PDFs of Brightline: the certificate of CN=Brightline GmbH expired on 2026-02-01. "
        "They are sealed all the same; readers will warn."
    )


def test_a_seal_that_is_gone_is_told_and_keeps_nothing_back(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    brand = with_settings(house, seal=f"file:{tmp_path / 'gone.p12'}")

    number = cancelled(house)

    assert f"{number}.pdf" in mailed(house, number)[0]
    assert "gone.p12' cannot be read: No such file" in (seal_problem(brand, house.clock()) or "")
    assert "its own seal is used" in caplog.text


def test_without_the_libraries_the_mail_goes_without_a_pdf(house: House) -> None:
    def load() -> Any:
        raise OSError("cannot load library 'libpango-1.0-0'")

    poor = replace(house.app, press=Press(load))
    ada = Visitor(house.client()).begin("BL-1001")
    ada.say("I want to cancel")
    ada.press("No, cancel")
    ada.press("Confirm cancellation")
    number = ada.answer["record"]["number"]
    outbounds = Outbounds(direct_outbound(house.app.database, house.clock))
    Deliverer(poor, outbounds, threads=1).run_due()

    (files,) = mailed(house, number)

    assert set(files) == {f"{number}.json", f"{number}.tlog-proof"}


def test_a_record_that_outlives_its_person_keeps_its_document(house: House) -> None:
    number = cancelled(house)
    sent = mailed(house, number)[0][f"{number}.pdf"]
    brand = house.brand
    with house.app.database.write() as uow:
        record = uow.records.by_number(brand.id, number)
        assert record is not None
        apart = set_apart(uow, record)
        uow.contacts.erase(brand.id, record.person_id, house.clock())
    with house.app.database.read() as uow:
        kept = kept_document(uow, brand.id, number)
    assert kept is not None
    assert kept.content == sent

    with house.app.database.write() as uow:
        erase_record(uow, apart, house.clock())

    with house.app.database.read() as uow:
        (row,) = uow.documents.of_record(brand.id, record.id)
    assert (row.content, row.digest) == (None, sha256(sent).digest())
    assert document_of(house.app, brand, number, TEXTS) is None


@pytest.mark.parametrize("content", [b"", b"nonsense"])
def test_a_seal_that_is_none_is_named(house: House, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "seal.p12").write_bytes(content)
    brand = with_settings(house, seal=f"file:{tmp_path / 'seal.p12'}")

    with pytest.raises(SettingsError, match=r"brand 'demo': the seal 'file:.*seal\.p12' cannot be used"):
        given_seal(brand)
