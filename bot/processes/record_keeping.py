"""What a worker does for the records beside everything else, on its own threads: nothing waits for them."""

import logging
import threading
from collections.abc import Callable

from bot.audit.auditing import Auditing
from bot.records.log.sequencer import EVERY, Sequencer
from bot.wiring import Application
from storage.errors import Busy

log = logging.getLogger("cancelbot.records")


class RecordKeeping:
    """Appends to the logs and signs them once a second, and audits everything once a day, a page a second.

    An audit asks the back office, which may be slow to answer: no signature waits for that.
    """

    def __init__(self, app: Application) -> None:
        self._threads = (
            _Keeping("records", Sequencer(app, EVERY).go_on),
            _Keeping("audits", Auditing(app).go_on),
        )

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after what is under way; it takes no longer than a batch, or some calls of a back office."""
        for thread in self._threads:
            thread.stopped.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()


class _Keeping(threading.Thread):
    """Does one thing once a second until it is stopped."""

    def __init__(self, name: str, go_on: Callable[[], object]) -> None:
        super().__init__(name=name, daemon=True)
        self.stopped = threading.Event()
        self._go_on = go_on

    def run(self) -> None:
        while not self.stopped.is_set():
            try:
                self._go_on()
            except Busy as error:
                log.warning("%s; trying again", error)
            except Exception:
                # Whatever it is: records are confirmed all the same, and wait.
                log.exception("the records could not be logged or audited; trying again")
            self.stopped.wait(EVERY.total_seconds())
