"""The demo, whose own system takes tickets."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.printing.press import Press
from tests.bot.tickets.receiver import SECRET, Receiver, receiving
from tests.bot.web.chat.house import ONE_PAGE, House
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def receiver(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    monkeypatch.setenv("DEMO_TICKET_SECRET", SECRET)
    with receiving() as receiver:
        wanted = {"ticket_url": receiver.url, "ticket_secret": "env:DEMO_TICKET_SECRET"}
        with house.app.database.write() as uow:
            uow.brands.save(replace(house.brand, settings={**house.brand.settings, **wanted}))
        house.app.directory.forget()
        yield receiver


@pytest.fixture
def house_press() -> Press:
    """No test here reads what is printed."""
    return ONE_PAGE
