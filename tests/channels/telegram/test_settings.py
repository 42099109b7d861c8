"""A setting that cannot work is named at the start; its value never appears."""

import pytest

from channels.base import Account
from channels.telegram import TELEGRAM
from channels.telegram.outbound import TelegramOutbound
from channels.telegram.settings import TelegramSettings

GOOD = {"token": "4242:TEST-token_1"}


def account(**settings: str) -> Account:
    return Account("acme-bot", "telegram", "acme_bot", settings)


def test_a_token_is_enough() -> None:
    settings = TelegramSettings.of(account(**GOOD))

    assert (settings.mode, settings.api_base) == ("polling", None)


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({}, "token"),
        ({"token": ""}, "token"),
        ({"token": "sesame"}, "token"),
        ({"token": "4242:a/../b"}, "token"),
        (GOOD | {"api_base": "file:///etc/passwd"}, "api_base"),
        (GOOD | {"mode": "both"}, "mode"),
    ],
)
def test_a_wrong_setting_is_named(settings: dict[str, str], name: str) -> None:
    with pytest.raises(ValueError, match=f"account acme-bot: the setting {name} "):
        TelegramOutbound(account(**settings))


def test_the_token_is_not_shown() -> None:
    assert GOOD["token"] not in repr(TelegramSettings.of(account(**GOOD)))


def test_each_secret_is_a_setting() -> None:
    assert TELEGRAM.secrets <= TELEGRAM.settings.keys()
