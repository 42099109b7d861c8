"""What monitoring is told: the process lives, and whether anybody does the work."""

import threading

from bot.heartbeat import MISSED_AFTER
from bot.outbounds import Outbounds
from bot.processes.worker import Worker
from bot.sandbox.wiring import direct_outbound
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import error_in
from tests.journeys.waiting import until


def work_once(house: House) -> None:
    """A worker that is stopped as soon as it was seen."""
    app = house.app
    worker = Worker(app, Outbounds(direct_outbound(app.database, app.clock)))
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        until(lambda: house.client().get("/health").get_json()["worker"], "a worker was seen")
    finally:
        worker.stop()
        thread.join()


def test_without_a_worker_it_lives_but_is_not_ready(house: House) -> None:
    client = house.client()

    alive, ready = client.get("/health"), client.get("/ready")

    assert (alive.status_code, alive.get_json()["worker"]) == (200, False)
    assert alive.get_json()["worker_seen_at"] is None
    assert error_in(ready) == (503, "no_worker")
    assert ready.headers["Retry-After"] == "10"


def test_a_worker_is_seen_until_it_has_been_away_for_a_minute(house: House) -> None:
    client = house.client()
    work_once(house)

    assert client.get("/ready").get_json()["worker_seen_at"] == NOW.isoformat(timespec="milliseconds")
    house.clock.now += MISSED_AFTER
    assert client.get("/ready").status_code == 503
    assert client.get("/health").get_json()["worker"] is False

    work_once(house)
    assert client.get("/ready").status_code == 200
