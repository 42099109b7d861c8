"""What an error of the Bot API means for a message."""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError, InvalidURL

from channels.base import OutcomeUnknown, Refused, SendError, TryLater, Unreachable

_NEVER_SENT = (ClientConnectorError, ConnectionTimeoutError, InvalidURL)
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


def send_error(error: AiogramError, token: str) -> SendError:
    """The `SendError` that this error is. Its text never holds the token, nor what was being sent to whom."""
    reason = _reason(error).replace(token, "<token>")
    match error:
        case TelegramRetryAfter():
            return TryLater(reason, code="429", retry_after=float(error.retry_after))
        case TelegramForbiddenError():
            # Not an opt-out to be remembered: who unblocks the bot must get answers again.
            return Unreachable(reason, code="403")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Refused(f"Telegram does not know this bot: check the setting token ({reason})", code="401")
        case TelegramEntityTooLarge():
            return Refused(reason, code="413")
        case TelegramBadRequest():
            return _bad_request(reason)
        case TelegramNetworkError() if isinstance(error.__cause__, _NEVER_SENT):
            return TryLater(reason)
        case RestartingTelegram():
            return TryLater(reason, code="500")
        case TelegramServerError():
            # A message can have been taken before the server failed.
            return OutcomeUnknown(reason, code="500")
        case _:
            return OutcomeUnknown(reason)


def _reason(error: AiogramError) -> str:
    if isinstance(error, TelegramRetryAfter):
        return f"Telegram asks to wait {error.retry_after} s"  # its own text names the chat
    if isinstance(error, TelegramAPIError):
        return f"{error.label}: {error.message}"
    if isinstance(error, ClientDecodeError):
        return "Telegram's answer cannot be read"
    return type(error).__name__


def _bad_request(reason: str) -> Refused:
    if any(sign in reason.lower() for sign in _NOBODY_THERE):
        return Unreachable(reason, code="400")
    return Refused(reason, code="400")
