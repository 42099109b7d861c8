"""The Bot API and what talks to it, closed after each test."""

from collections.abc import Iterator

import pytest

from channels.base import Account
from channels.telegram.outbound import TelegramOutbound
from channels.telegram.polling import TelegramPolling
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.channels.telegram.fake_updates import ADA


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    """A Bot API whose bot Ada has started."""
    with FakeBotApi() as server:
        server.meet(ADA)
        yield server


@pytest.fixture
def account(api: FakeBotApi) -> Account:
    return Account("acme-bot", "telegram", "acme_bot", {"token": TOKEN, "api_base": api.url})


@pytest.fixture
def outbound(account: Account) -> Iterator[TelegramOutbound]:
    sender = TelegramOutbound(account)
    yield sender
    sender.close()


@pytest.fixture
def polling(account: Account) -> Iterator[TelegramPolling]:
    poller = TelegramPolling(account)
    yield poller
    poller.close()
