"""Told to stop amid work, the program loses nothing that it acknowledged, and streams go on afterwards."""

import signal
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException

from tests.journeys.people import Visitor
from tests.journeys.running import Running
from tests.journeys.stream import Event
from tests.journeys.waiting import NeverHappened, until

VISITORS = 5
ENOUGH = 4
"""Messages that each has acknowledged before, and again after, the stop."""


@dataclass(slots=True)
class Talker:
    """A visitor who talks without a pause, and reads along on a stream that they open again when it ends."""

    visitor: Visitor
    acknowledged: list[str] = field(default_factory=list)
    heard: list[Event] = field(default_factory=list)
    ends: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def talk(self) -> None:
        while not self.over.is_set():
            key = str(uuid.uuid4())
            while not self.over.is_set() and not self._taken(key):
                self.over.wait(0.1)

    def _taken(self, key: str) -> bool:
        try:
            taken = self.visitor.post({"id": key, "text": "help"}).status == 200
        except (OSError, HTTPException):
            return False
        if taken:
            self.acknowledged.append(key)
        return taken

    def listen(self) -> None:
        while not self.over.is_set():
            try:
                with self.visitor.stream(self.heard[-1].id if self.heard else "") as stream:
                    self._hear(stream.next)
            except (OSError, HTTPException):
                self.over.wait(0.1)

    def _hear(self, next_event: Callable[[str], Event]) -> None:
        try:
            while not self.over.is_set():
                self.heard.append(next_event("message"))
        except NeverHappened:
            self.ends += 1


def test_nothing_acknowledged_is_lost_and_streams_go_on(demo: Running) -> None:
    talkers = [Talker(Visitor.of(demo)) for _ in range(VISITORS)]
    threads = [threading.Thread(target=work) for each in talkers for work in (each.talk, each.listen)]
    for thread in threads:
        thread.start()
    try:
        wait_for_more(talkers)
        demo.restart("web", signal.SIGTERM)
        wait_for_more(talkers)
    finally:
        for each in talkers:
            each.over.set()
        for thread in threads:
            thread.join()

    for each in talkers:
        state = each.visitor.state()["messages"]
        kept = [message["client_id"] for message in state if message["author"] == "customer"]
        assert [key for key in kept if key in each.acknowledged] == each.acknowledged
        assert len(set(kept)) == len(kept)
        assert [int(event.id) for event in each.heard] == list(range(1, len(each.heard) + 1))
        assert [event.data for event in each.heard] == state[: len(each.heard)]
        assert each.ends >= 1


def wait_for_more(talkers: list[Talker]) -> None:
    """Until everybody has been heard and has heard several times more."""
    goals = [(len(each.acknowledged) + ENOUGH, len(each.heard) + ENOUGH) for each in talkers]

    def reached() -> bool:
        return all(
            len(each.acknowledged) >= said and len(each.heard) >= heard
            for each, (said, heard) in zip(talkers, goals, strict=True)
        )

    until(reached, "more messages of everybody")
