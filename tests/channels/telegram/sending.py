"""Short ways for tests to send something to Ada."""

import pytest

from channels.base import Account, Outgoing, SendError
from channels.telegram.outbound import TelegramOutbound
from tests.channels.telegram.fake_updates import ADA


def to_ada(text: str = "Sure?", **fields: object) -> Outgoing:
    return Outgoing(str(ADA.id), text, **fields)  # type: ignore[arg-type]


def failure(outbound: TelegramOutbound, outgoing: Outgoing) -> SendError:
    with pytest.raises(SendError) as caught:
        outbound.send(outgoing)
    return caught.value


def with_settings(account: Account, **settings: str) -> Account:
    return Account(account.id, account.kind, account.address, {**account.settings, **settings})
