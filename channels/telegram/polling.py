"""Fetching updates without a webhook, and the bot's own set-up.

The offset is the caller's: it moves on only after what was fetched is on disk,
since asking for the next updates tells Telegram to forget the earlier ones.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError
from aiogram.methods import DeleteWebhook, GetMe, SetWebhook, TelegramMethod

from channels.base import Account, OutcomeUnknown, TryLater
from channels.telegram.connection import Connection
from channels.telegram.errors import send_error
from channels.telegram.settings import TelegramSettings, is_webhook_secret
from channels.telegram.updates import ALLOWED_UPDATES, whole_number

_T = TypeVar("_T")
_ANSWER_S = 10.0


class PolledElsewhere(Exception):
    """Telegram gives the updates to somebody else: another process polls, or a webhook is set (409)."""


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the token belongs to. `username` is without the ``@``."""

    id: int
    username: str
    name: str


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates with the updates as they came: what cannot be understood today must still be kept."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    allowed_updates: list[str]


def next_offset(updates: Iterable[Mapping[str, Any]]) -> int:
    """The offset to fetch from once these updates are on disk.

    An empty answer has confirmed all before the offset that was asked for. Then
    0 asks for the same as that offset would, and is right also when Telegram,
    after a week of silence, goes on with lower numbers.
    """
    numbers = [number for u in updates if (number := whole_number(u.get("update_id"))) is not None]
    return max(numbers) + 1 if numbers else 0


class TelegramPolling:
    """Polls for one bot and sets it up. Blocking; `close` from another thread ends a fetch.

    Every call raises `TryLater` if Telegram cannot be reached or is busy, and
    `Refused` if it refuses, with the setting to look at.
    """

    def __init__(self, account: Account, *, answer_s: float = _ANSWER_S) -> None:
        settings = TelegramSettings.of(account)
        self._token = settings.token
        self._is_local = settings.api_base is not None
        self._answer_s = answer_s
        self._connection = Connection(settings, connect_s=answer_s * 0.3)

    def fetch(self, offset: int, timeout_s: int) -> list[dict[str, Any]]:
        """The raw updates from `offset` on, waiting up to `timeout_s` seconds for the first.

        Begin with 0: what was on disk but not yet confirmed comes again, and is
        known by its provider key. Raises `PolledElsewhere` on a conflict.
        """
        if offset < 0:
            raise ValueError("a negative offset would make Telegram forget updates that nobody has seen")
        method = RawUpdates(offset=offset, timeout=timeout_s, allowed_updates=list(ALLOWED_UPDATES))
        return self._call(method, timeout_s + self._answer_s)

    def delete_webhook(self) -> None:
        """Let updates be polled. Those waiting are kept."""
        self._call(DeleteWebhook(drop_pending_updates=False), self._answer_s)

    def register_webhook(self, url: str, secret: str) -> None:
        """Have updates sent to the URL with the secret in their header. Those waiting are kept.

        `ValueError` if the secret is not one that Telegram takes, or the URL not https.
        """
        if not is_webhook_secret(secret):
            raise ValueError("the setting webhook_secret must be 1-256 of A-Z a-z 0-9 _ -")
        if urlsplit(url).scheme != "https" and not self._is_local:
            raise ValueError("Telegram sends webhooks to https addresses only")
        method = SetWebhook(url=url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))
        self._call(method, self._answer_s)

    def who_am_i(self) -> BotIdentity:
        """The bot behind the token, to check a configuration."""
        me = self._call(GetMe(), self._answer_s)
        return BotIdentity(me.id, me.username or "", me.full_name)

    def close(self) -> None:
        self._connection.close()

    def _call(self, method: TelegramMethod[_T], limit_s: float) -> _T:
        try:
            return self._connection.run(self._calling(method), limit_s)
        except OutcomeUnknown as error:
            # All these calls may be repeated: nothing hangs on whether the first one was taken.
            raise TryLater(error.reason, code=error.code) from error

    def _calling(self, method: TelegramMethod[_T]) -> Callable[[Bot], Awaitable[_T]]:
        async def call(bot: Bot) -> _T:
            try:
                return await bot(method)
            except TelegramConflictError as error:
                raise PolledElsewhere(error.message) from None
            except AiogramError as error:
                # Not chained: a traceback would show the library's own text, which can hold the token.
                raise send_error(error, self._token) from None

        return call
