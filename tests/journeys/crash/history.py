"""What clients saw, written down at the time: the other half of what the database has to agree with."""

import threading
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Told:
    """One client's conversation: what they sent, in order, and what they were told in the end."""

    client: str
    channel: str
    acknowledged: list[str] = field(default_factory=list)
    """The provider keys of the messages that were answered with 2xx, in the order in which they were sent."""
    replies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """To each message sent in the web chat, every answer that came: repeated ones must say the same."""
    record: str | None = None
    finished: bool = False
    trouble: str | None = None


class History:
    """All clients' stories; clients write from their threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.told: list[Told] = []
        self.attempts = 0
        self.failed_attempts = 0
        self.kills: list[str] = []

    def begin(self, client: str, channel: str) -> Told:
        told = Told(client, channel)
        with self._lock:
            self.told.append(told)
        return told

    def tried(self, *, failed: bool) -> None:
        with self._lock:
            self.attempts += 1
            self.failed_attempts += failed

    def killed(self, what: str) -> None:
        with self._lock:
            self.kills.append(what)
