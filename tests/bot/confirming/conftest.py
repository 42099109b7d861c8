"""Somebody who has cancelled on the web, and whoever has their confirmation sent again."""

import pytest

from tests.bot.deliver.conftest import Station, station
from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house", "station"]


def cancelling(house: House, customer: str = "BL-1001") -> Visitor:
    """The customer has cancelled in the web chat; nothing was delivered yet."""
    visitor = Visitor(house.client()).begin(customer)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    return visitor


def number_of(visitor: Visitor) -> str:
    return str(visitor.look()["record"]["number"])


@pytest.fixture
def ada(house: House) -> Visitor:
    """She has cancelled, and everything was carried out."""
    visitor = cancelling(house)
    house.run_due()
    return visitor


@pytest.fixture
def systems(house: House) -> Systems:
    return Systems(house)


@pytest.fixture
def at_station(station: Station) -> Visitor:
    """The same where the sender does as it is told; nothing was sent yet."""
    return cancelling(station.house)
