"""The settings of a Telegram account, read once and checked."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from channels.base import Account

_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """What is needed to talk to the Bot API. The token is kept out of `repr`, and so out of logs."""

    account_id: str
    token: str
    api_base: str | None
    mode: Literal["polling", "webhook"]

    def __repr__(self) -> str:
        return f"TelegramSettings(account_id={self.account_id!r}, mode={self.mode!r})"

    @classmethod
    def of(cls, account: Account) -> "TelegramSettings":
        """The account's settings; `ValueError` names the setting that is missing or wrong, not its value."""
        token = account.settings.get("token", "")
        if not _TOKEN.fullmatch(token):
            raise ValueError(f"account {account.id}: the setting token is missing or not a bot token")
        return cls(account.id, token, _api_base(account), _mode(account))


def is_webhook_secret(secret: str) -> bool:
    """Whether the Bot API accepts this as `secret_token` (setWebhook)."""
    return _SECRET.fullmatch(secret) is not None


def _api_base(account: Account) -> str | None:
    base = account.settings.get("api_base", "")
    if not base:
        return None
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"account {account.id}: the setting api_base is not an http or https address")
    return base


def _mode(account: Account) -> Literal["polling", "webhook"]:
    mode = account.settings.get("mode", "polling")
    if mode == "polling":
        return "polling"
    if mode == "webhook":
        return "webhook"
    raise ValueError(f"account {account.id}: the setting mode is neither polling nor webhook")
