"""The demo, made once a session on SQLite and on PostgreSQL; each test has a fresh copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.printing.press import Press
from bot.publishing import Dialogs
from tests.bot.web.chat.house import PRESS, seed
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def dialogs() -> Dialogs:
    """Scripts, loaded once: revisions never change."""
    return Dialogs()


@pytest.fixture(scope="session")
def press() -> Press:
    """The press, with its library loaded once."""
    assert PRESS.problem is None
    return PRESS


@pytest.fixture
def house_press() -> Press:
    """The real one, unless a folder says that its tests do not read what is printed."""
    return PRESS


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with the demo, to be copied."""
    folder = tmp_path_factory.mktemp("seeded")
    seed(f"sqlite:///{folder}/seeded.db", folder)
    return folder / "seeded.db"


@pytest.fixture(scope="session")
def seeded_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a PostgreSQL database with the demo, to be copied."""
    url = postgres_server.create_database()
    seed(url, tmp_path_factory.mktemp("seeded"))
    return url


@pytest.fixture
def seeded_sqlite(seeded_file: Path, tmp_path: Path) -> str:
    """The URL of an SQLite database with the demo in which nothing has happened."""
    shutil.copy(seeded_file, tmp_path / "demo.db")
    return f"sqlite:///{tmp_path}/demo.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def seeded_on_both(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a database with the demo in which nothing has happened: the test runs on each kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("seeded_sqlite")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    template: str = request.getfixturevalue("seeded_template")
    url = server.copy_database(template)
    yield url
    server.drop_database(url)


@pytest.fixture
def seeded_url(seeded_on_both: str) -> str:
    """Both kinds of databases, unless a folder says that its tests are not about them."""
    return seeded_on_both
