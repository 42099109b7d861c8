"""The demo with records in its log, on both databases."""

import pytest

from bot.printing.press import Press
from tests.bot.audit.insider import Insider
from tests.bot.records.log.sealing import log_all, seal_some
from tests.bot.web.chat.house import ONE_PAGE, House
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def insider(house: House) -> Insider:
    """Somebody with the whole database, but none of its keys, some minutes after twelve cancellations.

    They were signed in four checkpoints.
    """
    rows = []
    for _ in range(4):
        rows += seal_some(house, 3)
        log_all(house)
    house.clock.go_on(minutes=5)
    return Insider(house, rows)


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
