"""How many codes are sent, to whom and for whom: nobody is pestered, and nobody is shut out."""

import pytest

from bot.backoffice.base import Unavailable
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

PER_SENDER = 6
PER_IDENTIFIER = 6
PER_ORIGIN = 30


@pytest.mark.check(41)
def test_a_chat_gets_six_codes_an_hour(house: House) -> None:
    visitor = at_identification(house)
    for n in range(PER_SENDER):
        visitor.say(f"BL-2{n:03}")
        assert visitor.answer["step"] == "verify"

    visitor.say("BL-2999")

    assert "No more codes" in visitor.text
    assert visitor.answer["step"] == "declare"


@pytest.mark.check(41)
def test_an_account_is_sent_six_codes_an_hour_whoever_asks(house: House) -> None:
    for n in range(PER_IDENTIFIER):
        at_identification(house, address=f"192.0.2.{n}").say("BL-1001")
    house.run_due()

    refused = at_identification(house, address="192.0.2.99")
    refused.say("BL-1001")
    house.run_due()

    assert refused.answer["step"] == "declare"
    assert len(house.sent("+491713920001")) == PER_IDENTIFIER


@pytest.mark.check(41)
def test_an_account_has_one_limit_however_it_is_written(house: House) -> None:
    written = ("BL-1001", "bl-1001", "BL 1001", "bl1001", "Bl 1001", "my number is BL-1001")
    for n, account in enumerate(written):
        at_identification(house, address=f"192.0.2.{n}").say(account)
    house.run_due()

    refused = at_identification(house, address="192.0.2.99")
    refused.say("BL-1001")
    house.run_due()

    assert refused.answer["step"] == "declare"
    assert len(house.sent("+491713920001")) == PER_IDENTIFIER


@pytest.mark.check(41)
def test_a_phone_gets_six_codes_an_hour_whatever_its_owner_is_looked_up_by(house: House) -> None:
    ways = ("BL-1001", "ada.sommer@example.com", "+491713920001")
    for n in range(PER_IDENTIFIER):
        for m, identifier in enumerate(ways):
            asked = at_identification(house, address=f"192.0.2.{3 * n + m}")
            assert asked.say(identifier)["step"] == "verify"
    house.run_due()

    assert len(house.sent("+491713920001")) == PER_IDENTIFIER


def test_codes_that_were_held_up_count_as_well(house: House) -> None:
    ways = ("BL-1001", "ada.sommer@example.com")
    for n in range(PER_IDENTIFIER):
        for m, identifier in enumerate(ways):
            at_identification(house, address=f"192.0.2.{2 * n + m}").say(identifier)
    house.offices.fault = Unavailable("no answer")
    house.run_due()
    house.offices.fault = None
    house.clock.go_on(minutes=1)
    house.run_due()

    assert len(house.sent("+491713920001")) == PER_IDENTIFIER


def test_a_code_asked_for_again_by_button_counts_for_its_account(house: House) -> None:
    visitors = [at_identification(house, address=f"192.0.2.{n}") for n in range(PER_IDENTIFIER)]
    for visitor in visitors:
        visitor.say("BL-1001")
    house.run_due()

    visitors[-1].send(choice="resend")
    house.run_due()

    assert len(house.sent("+491713920001")) == PER_IDENTIFIER


def test_a_confirmation_is_sent_again_three_times_an_hour(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    before = len(house.sent("ada.sommer@example.com"))

    for _ in range(5):
        visitor.say("please send me the confirmation again")
        house.run_due()
    within_the_hour = len(house.sent("ada.sommer@example.com")) - before
    house.clock.go_on(hours=1)
    visitor.say("please send me the confirmation again")
    house.run_due()

    assert within_the_hour == 3
    assert len(house.sent("ada.sommer@example.com")) - before == 4


def test_a_confirmation_sent_often_is_not_said_to_be_on_its_way(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    visitor.press("Skip")
    visitor.press("Skip")
    house.run_due()
    for _ in range(3):
        house.clock.go_on(minutes=2)
        visitor.say("please send me the confirmation again")
        assert "on its way again" in visitor.text
        house.run_due()
    house.clock.go_on(minutes=5)

    visitor.say("please send me the confirmation again")

    assert "was last sent on Mar 10, 2026, 10:36" in visitor.text
    assert "on its way" not in visitor.text
    assert visitor.labels == ["Talk to a person"]
    visitor.press("Talk to a person")
    assert visitor.answer["status"] == "waiting"


def test_the_same_is_told_in_another_chat_after_identification(house: House) -> None:
    first = Visitor(house.client()).begin("BL-1001")
    first.say("I want to cancel")
    first.press("No, cancel")
    first.press("Confirm cancellation")
    for _ in range(3):
        first.say("please send me the confirmation again")
    house.run_due()
    other = Visitor(house.client()).begin("BL-1001")

    other.say("please send me the confirmation again")

    assert "was last sent on" in other.text


def test_a_confirmation_that_was_never_sent_is_still_on_its_way(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    for _ in range(4):
        visitor.say("please send me the confirmation again")

    assert "on its way again" in visitor.text


def test_the_limit_is_the_same_for_an_unknown_account(house: House) -> None:
    for n in range(PER_IDENTIFIER):
        at_identification(house, address=f"192.0.2.{n}").say("BL-7777")

    refused = at_identification(house, address="192.0.2.99")
    refused.say("BL-7777")

    assert refused.answer["step"] == "declare"


@pytest.mark.check(41)
def test_one_network_address_gets_thirty_codes_an_hour(house: House) -> None:
    for n in range(PER_ORIGIN // PER_SENDER):
        visitor = at_identification(house, address="192.0.2.1")
        for account in range(PER_SENDER):
            visitor.say(f"BL-3{n}{account:02}")
            assert visitor.answer["step"] == "verify"

    assert at_identification(house, address="192.0.2.1").say("BL-1001")["step"] == "declare"
    assert at_identification(house, address="192.0.2.2").say("BL-1001")["step"] == "verify"


def test_a_made_up_forwarding_header_gets_no_more_codes(house: House) -> None:
    for n in range(PER_ORIGIN // PER_SENDER):
        visitor = at_identification(house)
        for account in range(PER_SENDER):
            visitor.say(f"BL-4{n}{account:02}")
    client = house.client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.1"
    client.environ_base["HTTP_X_FORWARDED_FOR"] = "198.51.100.7"

    visitor = Visitor(client).begin()
    visitor.say("I want to cancel")

    assert visitor.say("BL-1001")["step"] == "declare"


def test_after_an_hour_codes_are_sent_again(house: House) -> None:
    for n in range(PER_IDENTIFIER):
        at_identification(house, address=f"192.0.2.{n}").say("BL-1001")
    house.clock.go_on(hours=1)

    assert at_identification(house).say("BL-1001")["step"] == "verify"


def test_fifteen_attempts_an_hour_are_compared_in_one_chat(house: House) -> None:
    visitor = at_identification(house)
    for account in ("BL-1002", "BL-1003", "BL-1004"):
        visitor.say(account)
        for n in range(4):
            visitor.say(f"{n:06}")
    visitor.say("BL-1001")
    house.run_due()
    for n in range(3):
        visitor.say(f"{n:06}")

    visitor.say(house.sent("+491713920001")[-1].body[:6])

    assert visitor.answer["step"] == "declare"


def test_who_is_limited_can_still_leave(house: House) -> None:
    visitor = at_identification(house)
    for n in range(PER_SENDER + 1):
        visitor.say(f"BL-2{n:03}")

    visitor.say("Ada Sommer, BL-1001, ada.sommer@example.com")

    assert visitor.answer["record"]["kind"] == "declaration"


def at_identification(house: House, address: str = "192.0.2.1") -> Visitor:
    """Somebody at a network address who wants to cancel and was asked who they are."""
    client = house.client()
    client.environ_base["REMOTE_ADDR"] = address
    visitor = Visitor(client).begin()
    visitor.say("I want to cancel")
    return visitor
