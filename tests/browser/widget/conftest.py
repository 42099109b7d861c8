"""A chat server, and pages whose every complaint fails the test."""

from collections.abc import Iterator

import pytest

from tests.browser.complaints import complaints
from tests.browser.widget.fake_chat import FakeChat
from tests.browser.widget.fake_server import brand_page, running_chat, serving

__all__ = ["complaints"]


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
