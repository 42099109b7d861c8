"""What tests of any folder may ask for: databases and a browser. Nothing here knows what Cancelbot does."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from bot import bootstrap
from tests.postgres import PostgresServer, running_postgres

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",  # it does not start as root otherwise
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Which fixtures bring which marker.
MARKERS = {
    "browser": "browser",
    "page": "browser",
    "postgres_server": "postgresql",
    "postgres_url": "postgresql",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests by what they need, so that `-m "not browser"` leaves out all that need a browser.

    The modules that take longest come first: the last one keeps a single worker busy and the others idle.
    """
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in MARKERS:
                item.add_marker(MARKERS[fixture])
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path not in slow, "journeys" not in item.path.parts))


def pytest_collection_finish() -> None:
    """Let the collector leave alone what is here for good: the tests themselves and all imported modules.

    It would go through these millions of objects again and again, for a sixth of the whole time.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server, one a worker, started when the first test asks for it (a second)."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, for one test.

    A module that wants to share one asks for postgres_server and calls create_database() itself.
    """
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/x.db"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, one a module.

    Not one a session: while it runs, its event loop counts as running in this thread, and every later test
    that calls asyncio.run() would fail.
    """
    with sync_playwright() as playwright:
        path = bootstrap.find_chromium() or playwright.chromium.executable_path
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        except BrowserError as error:
            pytest.fail(
                f"Chromium did not start; `python3 -m tests` installs one.\n{error.message}", pytrace=False
            )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a session of its own: no cookie or cache of another test."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
