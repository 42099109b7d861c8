"""What a browser complains about fails the test that it was opened for: a fixture for conftests to import."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page


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
