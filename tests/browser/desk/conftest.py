"""A served desk, and agents in browsers whose every complaint fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from storage.database import Database
from tests.bot.databases import migrated
from tests.bot.web.desk.world import PASSWORD, World
from tests.browser.complaints import Complaints, complaints_of_all
from tests.browser.desk.scene import serving

__all__ = ["complaints_of_all"]

LogIn = Callable[..., Page]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with migrated(f"sqlite:///{tmp_path_factory.mktemp('database')}/desk.db") as database:
        yield database


@pytest.fixture
def served(database: Database, tmp_path: Path) -> Iterator[tuple[World, str]]:
    with serving(database, tmp_path) as running:
        yield running


@pytest.fixture
def world(served: tuple[World, str]) -> World:
    return served[0]


@pytest.fixture
def url(served: tuple[World, str]) -> str:
    return served[1]


@pytest.fixture
def log_in(browser: Browser, world: World, url: str, complaints: Complaints) -> Iterator[LogIn]:
    """Open the desk as somebody, in a browser of their own, by keyboard alone."""
    contexts: list[BrowserContext] = []

    def opened(name: str = "kim", width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="en-GB",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        complaints.listen_to(page)
        page.goto(f"{url}/login")
        expect(page.get_by_label("Brand")).to_be_focused()
        for words in (world.house.brand.slug, f"{name}@example.com", PASSWORD):
            page.keyboard.insert_text(words)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Waiting")).to_be_visible()
        return page

    yield opened
    for context in contexts:
        context.close()
