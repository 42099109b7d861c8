"""A confirmation that does not arrive goes by the next way; whoever nothing reaches is on the desk."""

import pytest

from bot.reports import note_status
from channels.base import Outgoing, Refused, SendError, StatusReport, TryLater, Unreachable
from tests.bot.confirming.conftest import number_of
from tests.bot.deliver.conftest import PHONE, Station
from tests.bot.web.chat.visitor import Visitor

GONE = Unreachable("no such mailbox", code="5.1.1")
FULL = Refused("mailbox full", code="5.2.2")
LANDLINE = Unreachable("is a landline", code="30006")


def to(station: Station) -> list[str]:
    return [each.to for each in station.sender.sent]


def given_up(station: Station) -> list[str | None]:
    with station.house.app.database.read() as uow:
        return [each.error for each in uow.outbox.given_up(station.house.brand.id)]


def texts(station: Station) -> list[Outgoing]:
    return [each for each in station.sender.sent if each.to == PHONE]


@pytest.mark.parametrize("trouble", [GONE, FULL])
def test_a_bounced_mail_is_followed_by_a_text(
    station: Station, at_station: Visitor, trouble: SendError
) -> None:
    station.sender.troubles = [trouble]
    station.run_due()

    (text,) = texts(station)
    assert number_of(at_station) in text.text
    assert given_up(station) == []
    assert station.states("send_confirmation") == ["dropped"]
    assert station.states("forward_confirmation") == ["done"]


def test_a_mailbox_that_is_full_just_now_is_not_waited_for(station: Station, at_station: Visitor) -> None:
    station.sender.troubles = [TryLater("over quota", code="4.2.2")]
    station.run_due()

    assert to(station) == [PHONE]
    station.house.clock.go_on(minutes=1)
    station.run_due()
    assert to(station) == [PHONE, "ada.sommer@example.com"]


def test_a_fault_of_our_own_mail_is_seen_and_the_customer_has_it_all_the_same(
    station: Station, at_station: Visitor
) -> None:
    station.sender.troubles = [Refused("the log-in is refused")]
    station.run_due()

    assert given_up(station) == ["the log-in is refused"]
    assert to(station) == [PHONE]


def test_whom_nothing_reaches_is_on_the_desk(station: Station, at_station: Visitor) -> None:
    station.sender.troubles = [GONE, LANDLINE]
    station.run_due()

    assert to(station) == []
    assert given_up(station) == ["is a landline"]
    assert station.states("forward_confirmation") == ["parked"]


def report(station: Station, message_id: str) -> None:
    with station.house.app.database.write() as uow:
        told = StatusReport(f"{message_id}:failed", message_id, "undelivered", code="30006")
        note_status(uow, station.house.brand.id, told, station.house.clock())


def test_what_is_reported_as_not_delivered_goes_on(station: Station, at_station: Visitor) -> None:
    station.run_due()
    assert to(station) == ["ada.sommer@example.com"]

    report(station, "SM1")
    report(station, "SM1")
    station.run_due()
    assert to(station) == ["ada.sommer@example.com", PHONE]

    report(station, "SM2")
    station.run_due()
    # She never wrote on Telegram: nothing is left.
    (error,) = given_up(station)
    assert error is not None
    assert "the customer cannot be reached by telegram" in error
    assert "reported as not delivered" in error


def test_a_report_that_comes_before_our_commit_counts(station: Station, at_station: Visitor) -> None:
    station.sender.troubles = [GONE]
    report(station, "SM1")
    station.run_due()

    (error,) = given_up(station)
    assert error is not None
    assert "reported as not delivered" in error
