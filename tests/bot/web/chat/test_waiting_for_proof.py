"""The mail waits for the record's proof, and not for long; the chat never does."""

from collections.abc import Iterator

import pytest

from bot.records.log.sequencer import LEASE
from storage.database import Database
from storage.repositories.runtime import SandboxMessageRow
from tests.bot.web.chat.house import KEYS, House
from tests.bot.web.chat.visitor import Visitor


@pytest.fixture
def elsewhere(house: House) -> Iterator[Database]:
    """Another process has the lease on the log, and died with it."""
    database = Database.open(house.app.settings.database_url, KEYS)
    with database.write() as uow:
        assert uow.record_logs.acquire(house.brand.id, "x/records/demo/1", "dead", house.clock(), LEASE * 6)
    yield database
    database.close()


def mails(house: House) -> list[SandboxMessageRow]:
    return house.sent("ada.sommer@example.com")


def names(mail: SandboxMessageRow) -> list[str]:
    return [each["name"].rpartition(".")[2] for each in (mail.meta or {})["attachments"]]


def confirmed(house: House) -> Visitor:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    assert "Your cancellation is accepted" in str(visitor.press("Confirm cancellation"))
    return visitor


def test_a_mail_waits_for_its_proof(
    house: House, elsewhere: Database, caplog: pytest.LogCaptureFixture
) -> None:
    confirmed(house)
    house.run_due()
    assert mails(house) == []

    with elsewhere.write() as uow:
        log = uow.record_logs.get(house.brand.id)
        assert log is not None
        uow.record_logs.release(log)
    house.clock.go_on(seconds=2)
    house.run_due()

    (mail,) = mails(house)
    assert names(mail) == ["json", "tlog-proof", "pdf"]
    assert "put off" not in caplog.text


def test_a_mail_goes_without_a_proof_that_does_not_come(house: House, elsewhere: Database) -> None:
    confirmed(house)
    for _ in range(40):
        house.run_due()
        house.clock.go_on(seconds=1)
    house.run_due()

    (mail,) = mails(house)
    assert names(mail) == ["json", "pdf"]
    assert "tlog-proof" not in mail.body


def test_a_mail_asked_for_again_has_the_same_proof(house: House) -> None:
    ada = confirmed(house)
    house.run_due()
    Visitor(house.client()).begin("BL-1006")
    house.clock.go_on(minutes=5)
    ada.say("send me the confirmation again")
    house.run_due()

    first, second = mails(house)
    assert first.meta is not None
    assert second.meta is not None
    assert first.meta["attachments"] == second.meta["attachments"]
