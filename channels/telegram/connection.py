"""One bot's connection: aiogram on an event loop in a thread of its own, called from blocking code."""

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiohttp import ClientTimeout

from channels.base import OutcomeUnknown, TryLater
from channels.telegram.settings import TelegramSettings

_T = TypeVar("_T")
_GRACE_S = 5.0


class Connection:
    """Runs coroutines with the bot. The loop starts at the first use, so after any fork.

    `connect_s` limits connecting alone, in seconds: a request that never got
    through is then known as such, and may simply be sent again.
    """

    def __init__(self, settings: TelegramSettings, connect_s: float = 3.0) -> None:
        self._settings = settings
        self._connect_s = connect_s
        self._lock = threading.Lock()
        self._running: _Running | None = None
        self._closed = False

    def run(self, work: Callable[[Bot], Awaitable[_T]], limit_s: float) -> _T:
        """What the work gives, within about `limit_s` seconds.

        Raises what the work raises; `TryLater` if the connection is closed, and
        `OutcomeUnknown` if it is closed, or time is over, in the midst of the work.
        """
        running = self._started()
        future = asyncio.run_coroutine_threadsafe(_limited(work, running.bot, limit_s), running.loop)
        try:
            # The work keeps its own limit; this one only guards against a loop that stands still.
            return future.result(limit_s + _GRACE_S)
        except TimeoutError as error:
            future.cancel()
            raise OutcomeUnknown("Telegram did not answer in time") from error
        except CancelledError as error:
            raise OutcomeUnknown("the connection was closed before Telegram answered") from error

    def close(self) -> None:
        """End the work under way, the connections and the thread. May be called twice."""
        with self._lock:
            running, self._running, self._closed = self._running, None, True
        if running is not None and running.pid == os.getpid():
            running.close()

    def _started(self) -> "_Running":
        with self._lock:
            if self._closed:
                raise TryLater("the connection to Telegram is closed")
            # A forked process has the parent's loop object but not its thread.
            if self._running is None or self._running.pid != os.getpid():
                self._running = _Running(_bot(self._settings, self._connect_s), self._settings.account_id)
            return self._running


class _Running:
    """The loop, its thread and the bot that lives there."""

    def __init__(self, bot: Bot, name: str) -> None:
        self.pid = os.getpid()
        self.bot = bot
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=f"telegram-{name}", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()
        self.loop.close()

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(_GRACE_S)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(_GRACE_S)

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.bot.session.close()


async def _limited(work: Callable[[Bot], Awaitable[_T]], bot: Bot, limit_s: float) -> _T:
    async with asyncio.timeout(limit_s):
        return await work(bot)


def _bot(settings: TelegramSettings, connect_s: float) -> Bot:
    base = settings.api_base
    server = TelegramAPIServer.from_base(base) if base else PRODUCTION
    # aiogram hands its time limit to aiohttp as it is. Only this form of it limits connecting by itself.
    limits: Any = ClientTimeout(total=None, connect=connect_s)
    return Bot(settings.token, session=AiohttpSession(api=server, timeout=limits))
