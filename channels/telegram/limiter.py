"""Telegram's limits on sending, kept before Telegram has to remind us.

About 30 messages a second in all, and about one a second to one chat, short
bursts allowed (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
Several processes may send for one bot, each with a limiter of its own: what
they exceed together comes back as 429 and is honoured there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from channels.base import TryLater

LONGEST_WAIT_S = 1.0
_PRUNE_ABOVE = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """One message every `interval_s` on average, and up to `burst` at once."""

    interval_s: float
    burst: int

    @property
    def slack_s(self) -> float:
        return (self.burst - 1) * self.interval_s


# 25 a second after a burst of 5: no second sees more than 30.
OVERALL = Pace(interval_s=1 / 25, burst=5)
PER_CHAT = Pace(interval_s=1.0, burst=3)


class Limiter:
    """Gives each message its turn. `clock` is monotonic, in seconds. For one thread only.

    For the whole bot and for each chat it keeps the moment at which the messages
    let through so far would be used up at the steady pace (the generic cell rate
    algorithm): one number each, and no timer.
    """

    def __init__(
        self, clock: Callable[[], float], overall: Pace = OVERALL, per_chat: Pace = PER_CHAT
    ) -> None:
        self._clock = clock
        self._overall = overall
        self._per_chat = per_chat
        self._used_up_to = 0.0
        self._chats: dict[int, float] = {}

    def turn(self, chat: int) -> float:
        """Seconds to wait before sending to the chat, 0 to 1; the turn is then taken.

        Raises `TryLater` with `retry_after` in seconds when the wait would be
        longer. No turn is taken then.
        """
        now = self._clock()
        overall = max(self._used_up_to, now)
        of_chat = max(self._chats.get(chat, now), now)
        wait = max(overall - self._overall.slack_s, of_chat - self._per_chat.slack_s, now) - now
        if wait > LONGEST_WAIT_S:
            raise TryLater("too many messages at once for Telegram's limits", code="429", retry_after=wait)
        self._used_up_to = overall + self._overall.interval_s
        self._chats[chat] = of_chat + self._per_chat.interval_s
        self._prune(now)
        return wait

    def hold(self, chat: int, seconds: float) -> None:
        """Let nothing through to the chat for so long: Telegram said so, and asking earlier annoys it."""
        self._chats[chat] = self._clock() + seconds + self._per_chat.slack_s

    def _prune(self, now: float) -> None:
        if len(self._chats) > _PRUNE_ABOVE:
            self._chats = {chat: until for chat, until in self._chats.items() if until > now}
