"""Sending messages: each trouble a provider can make, and what follows."""

from datetime import timedelta

import pytest

from bot.deliver.loop import LEASE, MOST_UNSETTLED
from bot.identification.codes import VALID_MINUTES
from channels.base import OutcomeUnknown, Refused, TryLater, Unreachable
from tests.bot.deliver.conftest import PHONE, Station
from tests.bot.web.chat.visitor import Visitor

MOST_CODES = 6


def test_a_message_is_sent_with_its_digits(station: Station) -> None:
    station.text("I want to end my contract")
    station.run_due()
    (sent,) = station.sender.sent
    assert sent.to == PHONE
    assert "1 Use this phone number" in sent.text
    assert sent.status_url == "http://localhost/webhooks/sms/demo"
    assert station.states("send_message") == ["done"]


def test_a_busy_provider_is_asked_again_when_it_said(station: Station) -> None:
    station.sender.troubles.append(TryLater("busy", retry_after=40))
    station.text("hello")
    station.run_due()
    assert station.states("send_message") == ["due"]
    station.house.clock.go_on(seconds=39)
    station.run_due()
    assert station.sender.sent == []
    station.house.clock.go_on(seconds=2)
    station.run_due()
    assert len(station.sender.sent) == 1


def test_an_unknown_outcome_is_sent_once_more_identical(station: Station) -> None:
    station.sender.troubles.append(OutcomeUnknown("the connection broke"))
    station.text("hello")
    station.run_due()
    station.house.clock.go_on(minutes=1)
    station.run_due()
    assert len(station.sender.sent) == 1


def test_a_provider_that_is_away_for_hours_loses_nothing(station: Station) -> None:
    station.sender.troubles += [TryLater("refused")] * 40
    station.text("hello")
    for _ in range(45):
        station.run_due()
        station.house.clock.go_on(minutes=15)
    assert len(station.sender.sent) == 1


def test_what_may_have_arrived_goes_a_few_times_more_and_then_to_a_human(station: Station) -> None:
    station.sender.troubles += [OutcomeUnknown("no answer")] * 100
    station.text("hello")
    for _ in range(60):
        station.run_due()
        station.house.clock.go_on(minutes=3)
    assert 75 < len(station.sender.troubles) < 95
    assert station.states("send_message") == ["parked"]


def test_what_may_have_arrived_after_hours_of_nothing_goes_once_more(station: Station) -> None:
    station.sender.troubles += [TryLater("refused")] * 15 + [OutcomeUnknown("no answer")]
    station.text("hello")
    for _ in range(20):
        station.run_due()
        station.house.clock.go_on(minutes=15)
    assert len(station.sender.sent) == 1


def test_an_opted_out_address_gets_nothing_more(station: Station) -> None:
    station.sender.troubles.append(Unreachable("21610", code="21610", opted_out=True))
    station.text("hello")
    station.run_due()
    station.text("hello again", "message:SM2")
    station.house.clock.go_on(minutes=5)
    station.run_due()
    assert station.sender.sent == []
    assert station.states("send_message") == ["dropped", "dropped"]


def test_where_nothing_arrives_nothing_more_is_tried_until_the_person_writes(station: Station) -> None:
    station.sender.troubles.append(Unreachable("no such number", code="30005"))
    station.text("hello")
    station.text("help", "message:SM2")
    station.run_due()
    assert station.sender.sent == []
    assert set(station.states("send_message")) == {"dropped"}
    station.text("help", "message:SM3")
    station.run_due()
    assert station.sender.sent


def test_a_receipt_that_has_no_other_way_is_shown_to_a_human(station: Station) -> None:
    station.forget("email", "voice")
    for number, words in enumerate(("I want to cancel", "2", "Ada Sommer, BL-1001"), 1):
        station.sender.troubles = [Unreachable("no such number", code="30005")]
        station.text(words, f"message:SM{number}")
        station.run_due()
    with station.house.app.database.read() as uow:
        (given_up,) = uow.outbox.given_up(station.house.brand.id)
    assert given_up.error is not None
    assert given_up.error.startswith("the receipt has no other way")


def test_a_refused_message_is_shown_to_a_human_and_blocks_no_other(station: Station) -> None:
    station.sender.troubles.append(Refused("too long", code="21617"))
    station.text("hello")
    station.text("help", "message:SM2")
    station.run_due()
    assert station.states("send_message")[0] == "parked"
    assert station.sender.sent
    with station.house.app.database.read() as uow:
        assert [each.error for each in uow.outbox.given_up(station.house.brand.id)] == ["too long"]


def test_order_holds_while_the_first_is_put_off(station: Station) -> None:
    station.sender.troubles.append(TryLater("busy"))
    station.text("hello")
    station.text("help", "message:SM2")
    station.run_due()
    assert station.sender.sent == []
    station.house.clock.go_on(minutes=1)
    station.run_due()
    assert "What can I do for you?" in station.sender.sent[0].text
    assert len(station.sender.sent) == 3


def test_a_code_that_was_interrupted_is_never_sent_again(station: Station) -> None:
    station.text("I want to end my contract")
    station.text("BL-1001", "message:SM2")
    claimed = station.deliverer.claim()
    assert "send_code" in {each.effect.kind for each in claimed}
    # The process dies here: its lease runs out and somebody else finds the effects.
    station.house.clock.now += LEASE + timedelta(seconds=1)
    station.run_due()
    assert station.states("send_code") == ["unknown"]
    assert not any("is your code" in sent.text for sent in station.sender.sent)


def test_a_code_that_expired_before_it_could_be_sent_is_not_sent(station: Station) -> None:
    station.text("I want to end my contract")
    station.text("BL-1001", "message:SM2")
    station.house.clock.go_on(minutes=VALID_MINUTES)
    station.run_due()
    assert station.states("send_code") == ["dropped"]
    assert not any("is your code" in sent.text for sent in station.sender.sent)


def test_an_interrupted_prompt_is_sent_once_more(station: Station) -> None:
    station.text("hello")
    assert station.deliverer.claim()
    station.house.clock.now += LEASE + timedelta(seconds=1)
    station.run_due()
    assert len(station.sender.sent) == 1


def test_whoever_lost_the_lease_writes_nothing(station: Station, caplog: pytest.LogCaptureFixture) -> None:
    station.text("hello")
    (late,) = station.deliverer.claim()
    station.house.clock.now += LEASE + timedelta(seconds=1)
    station.run_due()
    station.sender.troubles.append(Refused("what the late one met"))
    station.deliverer.carry_out(late)
    assert station.states("send_message") == ["done"]
    assert "the lease was lost" in caplog.text
    assert "given up" not in caplog.text


def test_a_pressed_button_is_acknowledged_once_and_best_effort(station: Station) -> None:
    for number, callback in enumerate(("press-1", "press-2")):
        station.sender.troubles = [TryLater("busy")] if callback == "press-2" else []
        station.press("BL-1001", callback, f"update:{number}")
        station.run_due()
        station.house.clock.go_on(minutes=1)
        station.run_due()
    acknowledged = [sent.callback_id for sent in station.sender.sent if sent.callback_id]
    assert acknowledged == ["press-1"]
    assert station.states("acknowledge_press") == ["done", "dropped"]


def test_a_code_that_is_tried_again_counts_once(station: Station) -> None:
    for _ in range(MOST_CODES):
        visitor = Visitor(station.house.client()).begin()
        visitor.say("I want to cancel")
        visitor.say("BL-1001")
    station.sender.troubles += [TryLater("busy")] * MOST_CODES
    station.run_due()
    station.house.clock.go_on(minutes=1)

    station.run_due()

    assert len(station.sender.sent) == MOST_CODES


def test_a_database_that_is_busy_gives_nothing_up(station: Station, caplog: pytest.LogCaptureFixture) -> None:
    station.text("hello")
    with station.house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE effect SET attempts = ?", (MOST_UNSETTLED,))
    (claimed,) = station.deliverer.claim()

    with station.house.app.database.engine.connect() as another:
        another.exec_driver_sql("UPDATE effect SET error = error")
        station.deliverer.carry_out(claimed)
        another.rollback()
    assert "could not be settled" in caplog.text
    assert station.states("send_message") == ["leased"]

    station.house.clock.now += LEASE + timedelta(seconds=1)
    station.run_due()
    assert station.states("send_message") == ["done"]
