"""The demo, as the tests of its HTTP border open it."""

import pytest

from bot.printing.press import Press
from tests.bot.web.chat.house import ONE_PAGE
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
