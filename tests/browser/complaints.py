"""What a browser complains about fails the test that it was opened for: fixtures for conftests to import."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page


class Complaints(list[str]):
    """What browsers complained about: errors, refused policies, uncaught exceptions."""

    def listen_to(self, page: Page) -> None:
        page.on("console", self._heed)
        page.on("pageerror", lambda error: self.append(str(error)))

    def _heed(self, message: ConsoleMessage) -> None:
        # The browser itself reports a refused request, and a stream that ends because the server does.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.append(message.text)


@pytest.fixture(autouse=True)
def complaints(page: Page) -> Iterator[Complaints]:
    """Those of the one page of a test."""
    heard = Complaints()
    heard.listen_to(page)
    yield heard
    assert heard == []


@pytest.fixture(name="complaints")
def complaints_of_all() -> Iterator[Complaints]:
    """Those of each page that a test opens and has listened to."""
    heard = Complaints()
    yield heard
    assert heard == []
