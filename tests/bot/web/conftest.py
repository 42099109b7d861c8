"""The demo behind its HTTP border."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bot.printing.press import Press
from bot.publishing import Dialogs
from tests.bot.web.chat.house import Clock, House, opened
from tests.bot.web.chat.visitor import Visitor


@pytest.fixture
def house(seeded_url: str, tmp_path: Path, dialogs: Dialogs, house_press: Press) -> Iterator[House]:
    """The demo, open."""
    with opened(seeded_url, tmp_path, dialogs, press=house_press) as house:
        yield house


@pytest.fixture
def clock(house: House) -> Clock:
    """The demo's clock."""
    return house.clock


@pytest.fixture
def client(house: House) -> FlaskClient:
    """A client that was never here before."""
    return house.client()


@pytest.fixture
def visitor(client: FlaskClient) -> Visitor:
    """Somebody who has not opened the chat yet."""
    return Visitor(client)
