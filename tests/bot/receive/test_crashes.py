"""A message is on disk before anybody is told: what dies in between is done by whoever comes next."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.publishing import Dialog, Dialogs
from bot.receive.inbox import HOLD, MOST_ATTEMPTS, lane_of, process_lane, store_message
from bot.transcript import opened as read_messages
from channels.base import Incoming
from dialogs.ids import RevisionId
from storage.repositories.brands import BrandRow
from storage.repositories.inbox import Duplicate
from storage.unit_of_work import UnitOfWork
from tests.bot.web.chat.house import Clock, House, opened
from tests.bot.web.webhooks.phone import ADA, STRANGER, Phone

LEASE = timedelta(seconds=30)


@pytest.mark.check(11)
def test_what_was_stored_is_processed_by_the_next_process(house: House, tmp_path: Path) -> None:
    stored = store(house, "1", "I want to cancel")
    declared = stored.at

    with another_process(house, tmp_path) as worker:
        assert claimed(worker) == [], "it is left to the process that stored it for a while"
        worker.clock.now += HOLD
        assert len(process_all(worker)) == 1
        worker.run_due()

    phone = Phone(house)
    assert len(phone.received) == 1
    with house.app.database.read() as uow:
        (case,) = uow.cases.of_contact(house.brand.id, phone.address.contact_id)
    assert case.declared_at == declared, "the time it came in counts, not when it was processed"


def test_a_repeat_after_the_crash_is_the_same_message(house: House, tmp_path: Path) -> None:
    incoming = store(house, "1", "I want to cancel")
    assert isinstance(store_message(house.app, house.account("sms"), incoming), Duplicate)

    with another_process(house, tmp_path) as worker:
        worker.clock.now += HOLD
        process_all(worker)
        assert isinstance(store_message(worker.app, worker.account("sms"), incoming), Duplicate)
        assert process_all(worker) == []
        worker.run_due()

    assert len(Phone(house).received) == 1


def test_what_was_decided_and_not_sent_yet_is_sent_by_the_next_process(house: House, tmp_path: Path) -> None:
    phone = Phone(house)
    assert phone.post(phone.form("I want to cancel")).status_code == 204

    with another_process(house, tmp_path) as worker:
        worker.run_due()

    assert len(phone.received) == 1
    assert house.run_due() == 0


def test_an_effect_that_its_process_left_half_way_is_taken_over(house: House, tmp_path: Path) -> None:
    phone = Phone(house)
    phone.post(phone.form("I want to cancel"))
    assert len(house.deliverer.claim()) == 1  # and then the process is gone

    with another_process(house, tmp_path) as worker:
        assert worker.run_due() == 0
        worker.clock.now += LEASE + timedelta(seconds=1)
        worker.run_due()

    assert len(phone.received) == 1


def test_messages_of_one_person_are_heard_in_the_order_they_came(house: House, tmp_path: Path) -> None:
    for number, text in enumerate(["I want to cancel", "BL-1001", "help"]):
        store(house, str(number), text)

    with another_process(house, tmp_path) as worker:
        worker.clock.now += HOLD
        assert len(process_all(worker)) == 3

    assert said(house) == ["I want to cancel", "BL-1001", "help"]


def test_what_fails_is_tried_again_and_holds_up_nobody_else(house: House) -> None:
    broken = replace(house.app, dialogs=BrokenDialogs())
    incoming = store(house, "1", "I want to cancel")
    other = store(house, "2", "I want to cancel", sender=STRANGER)

    assert process_lane(broken, lane(house, incoming)) == []
    assert len(process_lane(house.app, lane(house, other))) == 1
    house.clock.go_on(minutes=1)

    assert len(process_all(house)) == 1
    assert said(house) == ["I want to cancel"]


def test_what_keeps_failing_is_put_aside_for_a_person(house: House) -> None:
    broken = replace(house.app, dialogs=BrokenDialogs())
    incoming = store(house, "1", "I want to cancel")

    for _ in range(MOST_ATTEMPTS):
        process_lane(broken, lane(house, incoming))
        house.clock.go_on(hours=1)

    assert process_all(house) == []
    with house.app.database.read() as uow:
        (parked,) = uow.inbox.parked(house.brand.id)
    assert parked.attempts == MOST_ATTEMPTS
    assert "out of order" in (parked.error or "")


def test_a_message_waits_for_the_one_before_it(house: House) -> None:
    broken = replace(house.app, dialogs=BrokenDialogs())
    first = store(house, "1", "I want to cancel")
    process_lane(broken, lane(house, first))
    store(house, "2", "BL-1001")

    house.clock.go_on(minutes=1)
    process_all(house)

    assert said(house) == ["I want to cancel", "BL-1001"]


@pytest.mark.parametrize("text", ["", "\ud800", "a\x00b", "x" * 200_000, "🙃" * 3_000])
def test_any_text_is_heard(house: House, text: str) -> None:
    readable = text.encode("utf-8", "replace").decode().replace("\x00", "")
    store(house, "1", readable)

    house.clock.go_on(minutes=1)

    assert len(process_all(house)) == 1


class BrokenDialogs(Dialogs):
    """A script that cannot be loaded."""

    def published(self, uow: UnitOfWork, brand: BrandRow, script: str | None = None) -> Dialog:
        raise RuntimeError("out of order")

    def of(self, uow: UnitOfWork, brand: BrandRow, revision: RevisionId) -> Dialog:
        raise RuntimeError("out of order")


def store(house: House, key: str, text: str, sender: str = ADA) -> Incoming:
    """A text is on disk, and its process is gone before it did any more."""
    incoming = Incoming(f"message:{key}", sender, house.clock(), text=text)
    assert not isinstance(store_message(house.app, house.account("sms"), incoming), Duplicate)
    return incoming


@contextmanager
def another_process(house: House, folder: Path) -> Iterator[House]:
    """A process that opens the same database anew."""
    clock = Clock()
    clock.now = house.clock.now
    with opened(house.app.settings.database_url, folder, clock=clock) as worker:
        yield worker


def claimed(house: House) -> list[str]:
    with house.app.database.write() as uow:
        return uow.inbox.claim_lanes(house.clock(), LEASE)


def process_all(house: House) -> list[object]:
    """As the worker does."""
    return [taken for each in claimed(house) for taken in process_lane(house.app, each)]


def lane(house: House, incoming: Incoming) -> str:
    with house.app.database.read() as uow:
        return lane_of(uow, house.account("sms"), incoming.sender)


def said(house: House) -> list[str]:
    """What the known customer's phone said, as the transcript keeps it."""
    with house.app.database.read() as uow:
        conversation = uow.conversations.open_of(house.brand.id, Phone(house).address.id)
        assert conversation is not None
        rows = uow.messages.since(house.brand.id, conversation.id, 0)
    return [each.body.text for each in read_messages(rows) if each.author == "customer"]
