"""A demo with its worker, and pages whose every complaint fails the test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.bot.web.sandbox.demo import Demo, running_demo, working


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demo a module: each test is a customer or a phone of its own."""
    with running_demo(tmp_path_factory.mktemp("demo")) as running, working(running):
        yield running


@pytest.fixture(autouse=True)
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complained about: errors, refused policies, uncaught exceptions."""
    heard: list[str] = []

    def heed(message: ConsoleMessage) -> None:
        # The browser itself reports a stream that ends because the server does.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            heard.append(message.text)

    page.on("console", heed)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []
