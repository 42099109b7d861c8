"""The event stream: it says that something changed, to whom it concerns, while the log-in lasts."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue

from tests.bot.web.desk.world import Customer, Desk, World

SOON = 10.0


class Listener:
    """Reads a stream in a thread, as a browser would."""

    def __init__(self, desk: Desk) -> None:
        self.answer = desk.http.get("/desk/events", buffered=False)
        self.heard: Queue[tuple[str, dict[str, list[str]]]] = Queue()
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        for chunk in self.answer.response:
            for block in (chunk if isinstance(chunk, str) else chunk.decode()).split("\n\n"):
                fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
                if "event" in fields:
                    self.heard.put((fields["event"], json.loads(fields["data"])))

    def next(self) -> tuple[str, dict[str, list[str]]]:
        return self.heard.get(timeout=SOON)

    def hears_of(self, conversation: str) -> bool:
        """Whether the conversation is told to have changed, soon."""
        try:
            while True:
                name, data = self.heard.get(timeout=2)
                if name == "changed" and conversation in data["conversations"]:
                    return True
        except Empty:
            return False


@contextmanager
def listening(world: World, desk: Desk) -> Iterator[Listener]:
    forget = world.database.on_commit(world.streams.wake)
    listener = Listener(desk)
    try:
        assert listener.next()[0] == "ready"
        yield listener
    finally:
        world.streams.close()
        listener.thread.join(SOON)
        forget()
        listener.answer.close()


def test_a_customers_message_is_announced(world: World, kim: Desk, customer: Customer) -> None:
    with listening(world, kim) as listener:
        customer.says("are you there?")

        assert listener.hears_of(customer.id)


def test_what_happens_at_another_brand_is_not_told(world: World, kim: Desk) -> None:
    theirs = world.waiting(house=world.other)

    with listening(world, kim) as listener:
        theirs.says("hello")

        assert not listener.hears_of(theirs.id)


def test_a_stream_ends_with_its_log_in(world: World, kim: Desk, robin: Desk, customer: Customer) -> None:
    with listening(world, kim) as listener:
        kim.http.post("/logout", data={"csrf": kim.csrf})
        robin.act(customer, "claim")

        names = [listener.next()[0]]
        while names[-1] != "ended":
            names.append(listener.next()[0])

        assert set(names[:-1]) <= {"changed"}
