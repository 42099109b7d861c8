"""Confirmations that can be written nowhere: who is called, when, how often, and what is shown to a human."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calling.calls import EARLIEST, LATEST, REPORTED_WITHIN, allowed_at
from bot.deliver.loop import LEASE
from bot.handoff import retry_effect
from channels.base import OutcomeUnknown, Outgoing, Refused, TryLater, Unreachable
from tests.bot.deliver.conftest import PHONE, Station

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
GONE = Unreachable("no such number", code="30006")


@pytest.fixture
def declared(station: Station) -> Station:
    """Somebody's declaration is receipted by a text that is about to be sent, and there is no mail."""
    station.forget("email")
    for number, words in enumerate(("I want to cancel", "2"), 1):
        station.text(words, f"message:SM{number}")
        station.run_due()
    station.text("Ada Sommer, BL-1001", "message:SM3")
    return station


def calls(station: Station) -> list[Outgoing]:
    return [each for each in station.sender.sent if "/webhooks/voice/" in (each.status_url or "")]


def text_in_vain(station: Station) -> None:
    """Only the text is tried, and does not arrive."""
    with station.house.app.database.write() as uow:
        (sending,) = uow.outbox.claim(
            station.house.clock(), station.house.app.owner, LEASE, 1, ["send_message"]
        )
    station.sender.troubles = [GONE]
    station.deliverer.carry_out(sending)


def given_up(station: Station) -> list[str | None]:
    with station.house.app.database.read() as uow:
        return [each.error for each in uow.outbox.given_up(station.house.brand.id)]


def test_a_receipt_that_cannot_be_texted_is_told_by_phone(declared: Station) -> None:
    declared.sender.troubles = [GONE]
    declared.run_due()

    (call,) = calls(declared)
    assert call.to == PHONE
    assert declared.states("call_confirmation") == ["done"]
    assert declared.states("await_call") == ["due"]
    assert given_up(declared) == []


def test_a_receipt_that_is_texted_is_not_told_by_phone(declared: Station) -> None:
    declared.run_due()

    assert calls(declared) == []
    assert declared.states("call_confirmation") == []


def test_who_has_the_confirmation_by_mail_is_not_called(station: Station) -> None:
    for number, words in enumerate(("I want to cancel", "2"), 1):
        station.text(words, f"message:SM{number}")
        station.run_due()
    station.text("Ada Sommer, BL-1001, ada@example.com", "message:SM3")
    text_in_vain(station)
    station.run_due()

    assert calls(station) == []
    assert station.states("call_confirmation") == ["dropped"]
    assert [each.to for each in station.sender.sent][-1] == "ada@example.com"


def test_without_an_account_to_call_a_human_sees_it(declared: Station) -> None:
    declared.forget("voice")
    declared.sender.troubles = [GONE]
    declared.run_due()

    (error,) = given_up(declared)
    assert error is not None
    assert error.startswith("the receipt has no other way: no such number")


def test_it_is_tried_once_more_when_an_agent_says_so(declared: Station) -> None:
    declared.sender.troubles = [GONE, Refused("no permission to call that country")]
    declared.run_due()
    (error,) = given_up(declared)
    assert error == "nobody could be called: no permission to call that country"
    with declared.house.app.database.read() as uow:
        (row,) = uow.outbox.given_up(declared.house.brand.id)

    retry_effect(declared.house.app, declared.house.agent, row.id)
    declared.run_due()

    assert len(calls(declared)) == 1


def test_nobody_is_called_at_night(declared: Station) -> None:
    declared.house.clock.now = declared.house.clock.now.replace(hour=22)
    declared.sender.troubles = [GONE]
    declared.run_due()
    assert calls(declared) == []

    declared.house.clock.now = datetime(2026, 3, 11, 7, 59, tzinfo=UTC)  # 8:59 in Berlin
    declared.run_due()
    assert calls(declared) == []
    declared.house.clock.go_on(minutes=2)
    declared.run_due()

    assert len(calls(declared)) == 1


@pytest.mark.check(27)
def test_a_call_that_was_interrupted_is_never_placed_again(declared: Station) -> None:
    text_in_vain(declared)
    assert "call_confirmation" in {each.effect.kind for each in declared.deliverer.claim()}
    # The process dies here: its lease runs out and somebody else finds the effect.
    declared.house.clock.now += LEASE + timedelta(seconds=1)
    declared.run_due()

    assert calls(declared) == []
    assert "unknown" in declared.states("call_confirmation")
    (error,) = given_up(declared)
    assert "nobody is called twice" in str(error)


def test_a_call_of_which_nobody_knows_whether_it_was_placed_is_shown(declared: Station) -> None:
    declared.sender.troubles = [GONE, OutcomeUnknown("the connection broke")]
    declared.run_due()
    declared.house.clock.go_on(days=2)
    declared.run_due()

    assert calls(declared) == []
    assert given_up(declared) == ["the connection broke"]


def test_a_provider_that_is_busy_is_asked_again(declared: Station) -> None:
    declared.sender.troubles = [GONE, TryLater("busy", retry_after=40)]
    declared.run_due()
    declared.house.clock.go_on(seconds=41)
    declared.run_due()

    assert len(calls(declared)) == 1


def test_a_call_whose_end_nobody_reports_is_shown(declared: Station) -> None:
    declared.sender.troubles = [GONE]
    declared.run_due()
    declared.house.clock.now += REPORTED_WITHIN
    declared.run_due()

    assert declared.states("await_call") == ["unknown"]
    assert given_up(declared) == ["what became of the call was not reported; it may have been heard"]
    assert len(calls(declared)) == 1


@given(st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NEW_YEAR + timedelta(minutes=minutes)))
def test_whenever_it_is_people_are_called_by_day_and_soon(at: datetime) -> None:
    allowed = allowed_at(at, "Europe/Berlin")

    assert EARLIEST <= allowed.astimezone(ZoneInfo("Europe/Berlin")).time() < LATEST
    assert timedelta(0) <= allowed - at <= timedelta(hours=14)
    assert allowed_at(allowed, "Europe/Berlin") == allowed
