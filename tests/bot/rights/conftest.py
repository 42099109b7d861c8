"""The demo, in which customers cancel and are then exported, held and erased."""

import pytest

from bot.printing.press import Press
from tests.bot.rights.keeper import Keeper
from tests.bot.web.chat.house import ONE_PAGE, House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def keeper(house: House) -> Keeper:
    """Whoever answers requests about data."""
    return Keeper(house)


@pytest.fixture
def ada(house: House) -> Visitor:
    """Ada Sommer has cancelled in the web chat, it is carried out, and she has said why."""
    visitor = cancelled(house, "BL-1001")
    visitor.say("my neighbour Ulrike Zwiebelturm plays the tuba")
    house.run_due()
    return visitor


def cancelled(house: House, customer: str) -> Visitor:
    """Somebody whose cancellation is carried out."""
    visitor = Visitor(house.client()).begin(customer)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    return visitor


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
