"""The demo with its studio, and an admin who is logged in."""

from collections.abc import Callable

import pytest

from bot.proving import Verdict, keep_verdict
from bot.web.studio import studio_routes
from tests.bot.web.chat.house import House
from tests.bot.web.studio.admin import Admin


@pytest.fixture
def seeded_url(seeded_sqlite: str) -> str:
    """Pages are the same on either database; the modules that are about SQL run on both."""
    return seeded_sqlite


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


@pytest.fixture
def proved(studio: House) -> Callable[[str], None]:
    """Know of a script that it traps nobody, without having run it."""

    def keep(source: str) -> None:
        with studio.app.database.write() as uow:
            keep_verdict(uow, source, Verdict(("nobody is trapped",)))

    return keep
