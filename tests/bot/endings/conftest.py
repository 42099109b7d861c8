"""The demo and its own systems."""

import pytest

from tests.bot.endings.brand import Systems
from tests.bot.web.chat.house import House
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def systems(house: House) -> Systems:
    """They have sent nothing yet."""
    return Systems(house)
