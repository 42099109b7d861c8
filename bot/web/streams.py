"""Open event streams of this process: woken by commits, of any process, without a connection each.

Flask's blueprints wait here; the one watcher of the process (`storage.changes`)
tells which conversations changed. Where it cannot say which, all are woken.
"""

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from storage.transaction import Topics

MOST_STREAMS = 4_000
"""Streams that one process holds open; more are asked to come back later."""


MOST_PER_CONVERSATION = 6
"""Streams that wait for one conversation; one more ends the oldest."""


class TooManyStreams(Exception):
    """This process, or a conversation, has as many streams as it can."""


class Waiter:
    """One stream's wait for news of its topics."""

    __slots__ = ("_event", "_is_over")

    def __init__(self) -> None:
        self._event = threading.Event()
        self._is_over = False

    def wait(self, seconds: float) -> bool:
        """Whether there was news within the time. Raises TooManyStreams when newer streams took its place."""
        woken = self._event.wait(seconds)
        if self._is_over:
            raise TooManyStreams
        self._event.clear()
        return woken

    def wake(self) -> None:
        self._event.set()

    def end(self) -> None:
        """Let the stream end at its wait."""
        self._is_over = True
        self._event.set()


class Streams:
    """Who waits for what.

    Args:
        most: streams that may be open at once. Each holds one thread, and some must be left for requests.
    """

    def __init__(self, most: int = MOST_STREAMS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._waiting: dict[str, dict[Waiter, None]] = defaultdict(dict)
        """The waiters of each topic, oldest first."""
        self._count = 0
        self.closing = False

    @contextmanager
    def waiting(self, *topics: str) -> Iterator[Waiter]:
        """Wait for topics such as ``conversation:<id>`` or ``desk:<brand>``. Raises TooManyStreams."""
        waiter = Waiter()
        with self._lock:
            if self._count >= self._most:
                raise TooManyStreams
            self._count += 1
            for topic in topics:
                self._make_room(topic)
                self._waiting[topic][waiter] = None
        try:
            yield waiter
        finally:
            self._forget(waiter, topics)

    @property
    def are_waited_for(self) -> bool:
        """Whether there is any stream at all."""
        return self._count > 0

    def _make_room(self, topic: str) -> None:
        waiting = self._waiting[topic]
        if _is_one_conversation(topic) and len(waiting) >= MOST_PER_CONVERSATION:
            oldest = next(iter(waiting))
            del waiting[oldest]
            oldest.end()

    def _forget(self, waiter: Waiter, topics: tuple[str, ...]) -> None:
        with self._lock:
            self._count -= 1
            for topic in topics:
                self._waiting[topic].pop(waiter, None)
                if not self._waiting[topic]:
                    del self._waiting[topic]

    def wake(self, topics: Topics) -> None:
        """Wake those who wait for these topics; everybody where it is not known what changed."""
        with self._lock:
            everybody = not topics
            woken = {
                waiter
                for topic, waiters in self._waiting.items()
                if everybody or topic in topics or _is_family(topic, topics)
                for waiter in waiters
            }
        for waiter in woken:
            waiter.wake()

    def close(self) -> None:
        """Let every stream end, so that the process can stop; browsers reconnect to the next one."""
        self.closing = True
        self.wake(frozenset())


def _is_one_conversation(topic: str) -> bool:
    return topic.startswith("conversation:") and not topic.endswith(":*")


def _is_family(topic: str, topics: Topics) -> bool:
    """``conversation:*`` is woken by any conversation: the desk's lists wait for it."""
    if not topic.endswith(":*"):
        return False
    return any(changed.startswith(topic[:-1]) for changed in topics)
