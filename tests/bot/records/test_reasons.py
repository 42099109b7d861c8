"""A reason that is given after the receipt has a record of its own, which belongs to the first one."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.audit.auditing import audited
from bot.brands import changed_settings
from bot.history.reading import history_of
from bot.records.sealing import verify
from bot.records.stored import StoredRecord, read_stored
from tests.bot.casepage.conftest import Browser
from tests.bot.records.log.sealing import log_all
from tests.bot.rights.conftest import cancelled
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]

ADA = "BL-1001"
WORDS = "my neighbour Ulrike plays the tuba"


@pytest.fixture
def ada(house: House) -> Visitor:
    """Her cancellation is carried out, and she is asked why."""
    return cancelled(house, ADA)


def records(house: House) -> list[StoredRecord]:
    """Those of the brand in the order of their sealing, each of them genuine."""
    with house.app.database.read() as uow:
        rows = uow.records.since(house.brand.id, house.brand.created_at)
        signing = uow.brands.signing_key(house.brand.id)
    key = Ed25519PrivateKey.from_private_bytes(signing).public_key().public_bytes_raw()
    found = []
    for row in rows:
        assert row.body is not None
        stored = read_stored(row.body, row.digest, row.signature, row.key_id)
        assert verify(stored.receipt, key).valid
        found.append(stored)
    return found


def of_reasons(house: House) -> list[dict[str, Any]]:
    return [dict(each.record) for each in records(house) if each.record["kind"] == "reason"]


def test_it_is_sealed_and_leaves_the_first_record_as_it_was(house: House, ada: Visitor) -> None:
    (first,) = records(house)
    house.clock.go_on(minutes=3)

    ada.press("Too expensive")

    again, reason = records(house)
    assert again.receipt == first.receipt
    assert first.record["reason"] is None
    assert (reason.record["kind"], reason.record["reason"]) == ("reason", "too-expensive")
    assert reason.record["completes"] == first.number
    assert reason.record["sealed"]["at"].startswith("2026-03-10T10:3")
    assert ada.look()["record"]["number"] == first.number


def test_it_is_in_the_log_and_an_audit_finds_nothing(house: House, ada: Visitor) -> None:
    ada.press("Too expensive")
    log_all(house)
    house.clock.go_on(minutes=5)

    found = audited(house.app, house.brand).ledger

    assert found.findings == []
    assert found.counts["entries"] == 2


def test_it_is_on_the_time_line_and_on_the_page_of_the_case(house: House, ada: Visitor) -> None:
    ada.press("Too expensive")
    house.run_due()
    first, reason = records(house)

    line = history_of(house.app, house.brand, ADA).entries
    assert [each.what for each in line if each.record == reason.number] == ["Record sealed: reason"]
    state = Browser(house, first.number).prove().state()
    assert state["facts"][-1] == ["Reason", "Too expensive"]
    assert {"number": reason.number, "kind": "reason"} in state["records"]
    assert ["Belongs to", first.number] in Browser(house, reason.number).prove().state()["facts"]


def test_what_is_asked_for_in_words_is_sealed_once_it_is_said(house: House, ada: Visitor) -> None:
    ada.press("Something else")
    assert of_reasons(house) == []

    ada.say(WORDS)

    (reason,) = of_reasons(house)
    assert (reason["reason"], reason["acknowledged"]) == (WORDS, [])


def test_who_says_no_more_than_something_else_has_said_that(house: House, ada: Visitor) -> None:
    ada.press("Something else")
    ada.press("Skip")

    assert [each["reason"] for each in of_reasons(house)] == ["other"]


def test_who_skips_it_has_given_none(house: House, ada: Visitor) -> None:
    ada.press("Skip")

    assert of_reasons(house) == []


def test_one_that_was_volunteered_before_stands_in_the_first_record(house: House) -> None:
    visitor = Visitor(house.client()).begin(ADA)
    visitor.say("I want to cancel, it is too expensive")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")

    (record,) = records(house)
    assert record.record["reason"] == "too-expensive"


def test_of_services_for_health_no_words_are_sealed(house: House, ada: Visitor) -> None:
    with house.app.database.write() as uow:
        uow.brands.save(changed_settings(house.brand, ["profile=health"]))
    house.app.directory.forget()
    ada.press("Something else")
    ada.say(WORDS)

    (reason,) = of_reasons(house)
    assert reason["reason"] == "other"
    assert "tuba" not in json.dumps(reason)
