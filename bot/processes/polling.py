"""Telegram's updates by long polling: stored first; only then the next offset confirms them.

One process polls a bot at a time, by a lease in the database.
"""

import logging
import threading
from datetime import timedelta

from bot.deliver.look_ups import run_look_ups
from bot.receive.inbox import process_lane, store_message
from bot.web.webhooks import lane
from bot.wiring import Application
from channels.base import Incoming, SendError
from channels.telegram.polling import PolledElsewhere, TelegramPolling, next_offset
from channels.telegram.updates import parse_update
from storage.repositories.brands import AccountRow
from storage.repositories.runtime import PollerRow

log = logging.getLogger("cancelbot.polling")

LEASE = timedelta(seconds=60)
WAIT = 8
"""Seconds that Telegram holds an empty answer back."""
PAUSE = 3.0


def pollers_for(app: Application) -> list["Poller"]:
    """A poller for each Telegram account that is set to polling (the default)."""
    with app.database.read() as uow:
        accounts = [each for each in uow.accounts.all() if each.kind == "telegram"]
    return [Poller(app, each) for each in accounts if each.settings.get("mode", "polling") == "polling"]


class Poller(threading.Thread):
    """Polls one bot while it holds the lease."""

    def __init__(self, app: Application, account: AccountRow) -> None:
        super().__init__(name=f"poll-{account.address}", daemon=True)
        self._app = app
        self._account = account
        self._stopped = threading.Event()
        self._lease: PollerRow | None = None
        self._offset = 0

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        polling = TelegramPolling(self._app.channel_account(self._account))
        while not self._stopped.is_set():
            try:
                self._poll(polling)
            except PolledElsewhere as error:
                log.warning("%s: %s", self.name, error)
                self._stopped.wait(PAUSE * 3)
            except SendError as error:
                log.warning("%s: %s", self.name, error.reason)
                self._stopped.wait(PAUSE)
            except Exception:
                log.exception("%s failed; trying again", self.name)
                self._stopped.wait(PAUSE)
        polling.close()
        self._release()

    def _poll(self, polling: TelegramPolling) -> None:
        if not self._hold_lease():
            self._stopped.wait(PAUSE)
            return
        updates = polling.fetch(self._offset, WAIT)
        lanes: dict[str, None] = {}
        for update in updates:
            for received in parse_update(update, self._app.clock()):
                if isinstance(received, Incoming):
                    store_message(self._app, self._account, received)
                    lanes[lane(self._app, self._account, received)] = None
        self._offset = next_offset(updates)
        for each in lanes:
            for taken in process_lane(self._app, each):
                run_look_ups(self._app, taken.look_ups)

    def _hold_lease(self) -> bool:
        with self._app.database.write() as uow:
            self._lease = uow.pollers.acquire(
                self._account.brand_id, self._account.id, self._app.owner, self._app.clock(), LEASE
            )
        return self._lease is not None

    def _release(self) -> None:
        if self._lease is not None:
            with self._app.database.write() as uow:
                uow.pollers.release(self._lease)
