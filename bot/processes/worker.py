"""The worker: stored messages that nobody processed, effects that are due, Telegram's updates, logs."""

import logging
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from types import FrameType

from bot.deliver.look_ups import run_look_ups
from bot.deliver.loop import Deliverer
from bot.heartbeat import EVERY, note_worker
from bot.outbounds import Outbounds
from bot.processes.polling import Poller, pollers_for
from bot.processes.record_keeping import RecordKeeping
from bot.receive.inbox import process_lane
from bot.rights.expiring import Expiring
from bot.wiring import Application
from storage.changes import Changes
from storage.errors import Busy, StorageError

log = logging.getLogger("cancelbot.worker")

IDLE = 1.0
"""Seconds between looks at the database when nothing wakes us: polling is the truth."""
HOLD = timedelta(seconds=30)


class Worker:
    """One worker process. `run` returns after `stop`."""

    def __init__(self, app: Application, outbounds: Outbounds) -> None:
        self._app = app
        self._outbounds = outbounds
        self._deliverer = Deliverer(app, outbounds)
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._pollers: list[Poller] = []
        self._shown_at: datetime | None = None
        self._expiring = Expiring(app)
        self._record_keeping = RecordKeeping(app)

    def stop(self) -> None:
        self._stopped.set()
        self._woken.set()

    def run(self) -> None:
        """Work until stopped; an unforeseen fault of the database is logged and tried again."""
        with Changes(self._app.database) as changes:
            changes.subscribe(lambda topics: self._woken.set())
            self._pollers = pollers_for(self._app)
            for poller in self._pollers:
                poller.start()
            self._record_keeping.start()
            while not self._stopped.is_set():
                self._woken.clear()
                if not self._look():
                    self._woken.wait(IDLE)
            self._close()

    def _look(self) -> bool:
        """Start what is there to be done; whether there was anything."""
        try:
            self._show_life()
            # What customers wait for comes first.
            return self._process_lanes() + self._deliverer.start_due() + self._expiring.go_on() > 0
        except Busy as error:
            log.warning("%s; trying again", error)
            return False
        except StorageError:
            log.exception("the database could not be used; trying again")
            self._stopped.wait(IDLE)
            return False
        except Exception:
            # Whatever it is, the other lanes and effects must not stop for it.
            log.exception("an unforeseen error; going on")
            self._stopped.wait(IDLE)
            return False

    def _show_life(self) -> None:
        """Note every few seconds that there is a worker, and that its loop turns."""
        now = self._app.clock()
        if self._shown_at is None or not timedelta(0) <= now - self._shown_at < EVERY:
            with self._app.database.write() as uow:
                note_worker(uow, now)
            self._shown_at = now

    def _process_lanes(self) -> int:
        with self._app.database.read() as uow:
            oldest = uow.inbox.oldest_pending()
        if oldest is None:
            return 0
        with self._app.database.write() as uow:
            lanes = uow.inbox.claim_lanes(self._app.clock(), HOLD)
        for lane in lanes:
            for taken in process_lane(self._app, lane):
                run_look_ups(self._app, taken.look_ups)
        return len(lanes)

    def _close(self) -> None:
        for poller in self._pollers:
            poller.stop()
        self._record_keeping.stop()
        self._deliverer.close()
        self._outbounds.close()


def stop_on_signals(stop: Callable[[], None]) -> None:
    """SIGTERM and SIGINT end the process after what is under way."""

    def handle(number: int, frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
