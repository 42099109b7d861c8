"""The demo with its studio, and an admin who is logged in."""

from collections.abc import Callable

import pytest

from bot.web.studio import studio_routes
from tests.bot.web.chat.house import House
from tests.bot.web.studio.admin import Admin


@pytest.fixture
def studio(house: House) -> House:
    """The demo with the studio's routes."""
    if "studio" not in house.flask.blueprints:
        house.flask.register_blueprint(studio_routes(house.app, house.streams))
    return house


@pytest.fixture
def revisions(studio: House) -> Callable[[], int]:
    """How many revisions there are."""

    def count() -> int:
        with studio.app.database.read() as uow:
            return len(uow.revisions.of_script(studio.brand.id, "service"))

    return count


@pytest.fixture
def admin(studio: House) -> Admin:
    """The demo's admin."""
    return Admin(studio.client())
