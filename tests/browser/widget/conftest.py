"""A chat server, and pages whose every complaint fails the test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.widget.fake_chat import FakeChat
from tests.browser.widget.fake_server import brand_page, running_chat, serving


@pytest.fixture
def chat() -> Iterator[FakeChat]:
    with running_chat() as running:
        yield running


@pytest.fixture
def brand_url(chat: FakeChat) -> Iterator[str]:
    """A brand's page that may embed the chat."""
    with serving(brand_page(chat, identity="a.signed.token")) as port:
        chat.embed_origins = (f"http://localhost:{port}",)
        yield f"http://localhost:{port}/"


class Complaints(list[str]):
    """What the browser complained about: errors, refused policies, uncaught exceptions."""

    def heed(self, message: ConsoleMessage) -> None:
        # A refused request is reported by the browser itself; tests that refuse some expect it.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.append(message.text)


@pytest.fixture(autouse=True)
def complaints(page: Page) -> Iterator[Complaints]:
    heard = Complaints()
    page.on("console", heard.heed)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []
