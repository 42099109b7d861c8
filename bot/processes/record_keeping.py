"""What a worker does for the records beside everything else, on a thread of its own: nothing waits for it."""

import logging
import threading

from bot.audit.auditing import Auditing
from bot.records.log.sequencer import EVERY, Sequencer
from bot.wiring import Application
from storage.errors import Busy

log = logging.getLogger("cancelbot.records")


class RecordKeeping(threading.Thread):
    """Appends to the logs and signs them once a second, and audits everything once a day, a page a second."""

    def __init__(self, app: Application) -> None:
        super().__init__(name="records", daemon=True)
        self._sequencer = Sequencer(app, EVERY)
        self._auditing = Auditing(app)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End after what is under way; it takes no longer than a batch."""
        self._stopped.set()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._sequencer.go_on()
                self._auditing.go_on()
            except Busy as error:
                log.warning("%s; trying again", error)
            except Exception:
                # Whatever it is: records are confirmed all the same, and wait.
                log.exception("the records could not be logged or audited; trying again")
            self._stopped.wait(EVERY.total_seconds())
