"""The demo and its own systems."""

import pytest

from bot.printing.press import Press
from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import ONE_PAGE, House
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def systems(house: House) -> Systems:
    """They have sent nothing yet."""
    return Systems(house)


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
