"""Sending: one message to one person, within Telegram's limits."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery

from channels.base import Account, OutcomeUnknown, Outgoing, Refused, Sent, TryLater
from channels.telegram.connection import Connection
from channels.telegram.errors import send_error
from channels.telegram.limiter import Limiter
from channels.telegram.methods import method_of
from channels.telegram.pieces import Piece, pieces_of
from channels.telegram.settings import TelegramSettings

_log = logging.getLogger(__name__)

TIME_LIMIT_S = 10.0
_ACKNOWLEDGE_S = 2.0
_REMEMBERED = 1000


class TelegramOutbound:
    """Sends for one bot. `clock` is monotonic, `time_limit_s` and `sleep` are in seconds.

    Raises `ValueError` naming the setting if the account cannot work.
    """

    def __init__(
        self,
        account: Account,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        time_limit_s: float = TIME_LIMIT_S,
    ) -> None:
        settings = TelegramSettings.of(account)
        self._token = settings.token
        self._time_limit_s = time_limit_s
        self._connect_s = time_limit_s * 0.3
        self._connection = Connection(settings, self._connect_s)
        self._sleep = sleep
        self._limiter = Limiter(clock)
        self._unfinished = _Unfinished()

    def send(self, outgoing: Outgoing) -> Sent:
        """Hand the message to Telegram; `Sent.message_id` is that of its last part.

        Raises a `SendError`. If a message of several parts breaks off, sending
        it again under the same key goes on with the part that failed.
        """
        chat = _chat(outgoing.to)
        pieces = pieces_of(outgoing)
        return self._connection.run(
            lambda bot: self._deliver(bot, chat, outgoing, pieces), self._time_limit_s + _ACKNOWLEDGE_S
        )

    def close(self) -> None:
        self._connection.close()

    async def _deliver(self, bot: Bot, chat: int, outgoing: Outgoing, pieces: tuple[Piece, ...]) -> Sent:
        acknowledging = asyncio.create_task(_acknowledge(bot, outgoing.callback_id))
        try:
            return await self._send_pieces(bot, chat, outgoing.key, pieces)
        finally:
            await acknowledging

    async def _send_pieces(self, bot: Bot, chat: int, key: str, pieces: tuple[Piece, ...]) -> Sent:
        deadline = asyncio.get_running_loop().time() + self._time_limit_s
        message_id = ""  # stays empty when there was only a button to acknowledge
        for position in range(self._unfinished.position(key, pieces), len(pieces)):
            self._unfinished.keep(key, pieces, position)
            await self._sleep(self._limiter.turn(chat))
            message_id = await self._send_piece(bot, chat, pieces[position], deadline)
        self._unfinished.forget(key)
        return Sent(message_id, segments=len(pieces))

    async def _send_piece(self, bot: Bot, chat: int, piece: Piece, deadline: float) -> str:
        if asyncio.get_running_loop().time() + self._connect_s > deadline:
            raise TryLater("no time is left to send the rest of the message")
        try:
            async with asyncio.timeout_at(deadline):
                message = await bot(method_of(piece, chat))
        except TimeoutError as error:
            raise OutcomeUnknown("Telegram did not answer in time") from error
        except AiogramError as error:
            # Not chained: a traceback would show the library's own text, with token and message in it.
            raise self._failed(error, chat) from None
        return str(message.message_id)

    def _failed(self, error: AiogramError, chat: int) -> Exception:
        failure = send_error(error, self._token)
        if isinstance(failure, TryLater) and failure.retry_after:
            self._limiter.hold(chat, failure.retry_after)
        return failure


class _Unfinished:
    """Which part of a message comes next, for messages that broke off; the oldest are forgotten first.

    Only in memory: after a restart the whole message comes again, which is the
    lesser evil than a part that never comes.
    """

    def __init__(self) -> None:
        self._positions: OrderedDict[str, tuple[tuple[Piece, ...], int]] = OrderedDict()

    def position(self, key: str, pieces: tuple[Piece, ...]) -> int:
        kept, position = self._positions.get(key, (pieces, 0))
        return position if kept == pieces else 0

    def keep(self, key: str, pieces: tuple[Piece, ...], position: int) -> None:
        if key and position > 0:
            self._positions[key] = (pieces, position)
            if len(self._positions) > _REMEMBERED:
                self._positions.popitem(last=False)

    def forget(self, key: str) -> None:
        self._positions.pop(key, None)


async def _acknowledge(bot: Bot, callback_id: str | None) -> None:
    """End the spinner on a pressed button: a courtesy, whose failure is no failure of the message."""
    if callback_id is None:
        return
    try:
        async with asyncio.timeout(_ACKNOWLEDGE_S):
            await bot(AnswerCallbackQuery(callback_query_id=callback_id))
    except (AiogramError, TimeoutError) as error:
        _log.info("a pressed button was not acknowledged: %s", type(error).__name__)


def _chat(address: str) -> int:
    """The private chat's id. Groups have negative ids; nothing about a customer is said there."""
    if not (address.isascii() and address.isdigit() and 0 < int(address[:20]) < 2**63):
        raise Refused("the address is not the id of a private chat")
    return int(address)
