"""The fake server's memory, and the levers that make it fail."""

import json
import threading
from collections.abc import Iterator
from typing import Any

from tests.browser.widget.dialog import Conversation, Message


class FakeChat:
    """Calls are safe from the test's thread while the server runs in its own."""

    def __init__(self) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.conversations: dict[str, Conversation] = {}
        self.posts: list[Message] = []
        self.begun: list[Message] = []
        self.delay = 0.0
        """Seconds before a message is taken."""
        self.answer_late = 0.0
        """Seconds after it was taken until the answer leaves, with what was true before."""
        self.refuse_streams = False
        self.cookies = True
        self.embed_origins: tuple[str, ...] = ()
        self.streams = 0
        self.stream_requests: list[tuple[str | None, str | None]] = []
        self._refusals: list[tuple[int, int | None]] = []
        self._cut = 0
        self.port = 0

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/chat/demo/"

    @property
    def conversation(self) -> Conversation:
        """The newest one."""
        return list(self.conversations.values())[-1]

    def refuse(self, times: int, status: int, retry_after: int | None = None) -> None:
        """Answer the next posts with this status."""
        self._refusals = [(status, retry_after)] * times

    def refusal(self) -> tuple[int, int | None] | None:
        return self._refusals.pop(0) if self._refusals else None

    def cut_streams(self) -> None:
        with self.changed:
            self._cut += 1
            self.changed.notify_all()

    def forget(self) -> None:
        """All sessions are gone."""
        with self.changed:
            self.conversations.clear()
            self._cut += 1
            self.changed.notify_all()

    def say(self, author: str, text: str, **more: Any) -> None:
        """Write into the newest conversation; the streams tell it."""
        with self.changed:
            self.conversation.write(author, text, **more)
            self.changed.notify_all()

    def set(self, **state: Any) -> None:
        with self.changed:
            for name, value in state.items():
                setattr(self.conversation, name, value)
            self.changed.notify_all()

    def agent_joins(self, name: str, text: str) -> None:
        self.set(status="agent")
        self.say("agent", text, name=name)

    def events(self, conversation: Conversation, cursor: int) -> Iterator[str]:
        with self.changed:
            cut, state = self._cut, None
            self.streams += 1
        try:
            while True:
                with self.changed:
                    if self._cut != cut:
                        return
                    news = conversation.messages[cursor:]
                    cursor += len(news)
                    now = conversation.state()
                for message in news:
                    yield f"id: {message['number']}\nevent: message\ndata: {json.dumps(message)}\n\n"
                if now != state:
                    state = now
                    yield f"event: state\ndata: {json.dumps(now)}\n\n"
                with self.changed:
                    if not self.changed.wait(timeout=0.5):
                        yield "event: ping\ndata: {}\n\n"
        finally:
            with self.changed:
                self.streams -= 1
