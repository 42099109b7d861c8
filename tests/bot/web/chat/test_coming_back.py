"""Back after half a day: a yes counts for what it was said to, and for nothing that came after it."""

import re

import pytest

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]

PHONES = {"BL-1001": "+491713920001", "BL-1002": "+491713920002"}


def test_a_yes_is_not_kept_for_the_case_after_one_that_was_kept(house: House) -> None:
    visitor = agreed_late(house, "BL-1001")
    visitor.say("keep it")
    assert visitor.answer["case"]["status"] == "kept"

    house.clock.go_on(minutes=3)
    visitor.say("I want to cancel")
    identify(house, visitor, "BL-1001")

    assert visitor.answer["case"]["status"] == "requested"
    assert "No, cancel" in visitor.labels


def test_a_yes_counts_once_it_is_known_who_said_it(house: House) -> None:
    visitor = agreed_late(house, "BL-1001")

    visitor.say(code(house, "BL-1001"))

    assert visitor.answer["case"]["status"] == "accepted"


def test_a_yes_to_one_service_is_none_to_another_that_is_named_then(house: House) -> None:
    visitor = agreed_late(house, "BL-1002", "Fibre")
    visitor.say("cancel my Brightline TV")

    visitor.say(code(house, "BL-1002"))

    assert visitor.answer["case"]["status"] == "requested"
    assert "TV" in visitor.text


def agreed_late(house: House, customer: str, service: str | None = None) -> Visitor:
    """Somebody who said yes to terms of yesterday, and now has to show by a code who they are."""
    visitor = Visitor(house.client()).begin(identity=vouching(customer, house.clock.now))
    visitor.say("I want to cancel")
    if service is not None:
        visitor.press(next(label for label in visitor.labels if service in label))
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    house.clock.go_on(hours=13)
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE bo_customer SET risk = 'high'")
    visitor.press("Confirm cancellation")
    house.run_due()
    return visitor


def identify(house: House, visitor: Visitor, customer: str) -> None:
    visitor.say(customer)
    house.run_due()
    visitor.say(code(house, customer))


def code(house: House, customer: str) -> str:
    """The newest code that was sent to the customer."""
    for message in reversed(house.sent(PHONES[customer])):
        found = re.search(r"\b(\d{6})\b", message.body)
        if found is not None:
            return found[1]
    pytest.fail("no code was sent")
