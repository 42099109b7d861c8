"""Whether this process is alive, how far behind the work is, and whether anybody does it."""

from flask import Blueprint, Response, jsonify

from bot.heartbeat import MISSED_AFTER, has_worker, worker_seen_at
from bot.web.errors import ApiError
from bot.web.streams import Streams
from bot.wiring import Application

_RETRY_AFTER = 10


def health_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /health: alive, while the database answers. GET /ready: alive, and a worker was seen lately."""
    routes = Blueprint("health", __name__)

    @routes.get("/health")
    def health() -> Response:
        return jsonify(_state(app))

    @routes.get("/ready")
    def ready() -> Response:
        state = _state(app)
        if not state["worker"]:
            seconds = int(MISSED_AFTER.total_seconds())
            message = f"No worker was seen for {seconds} seconds: what is accepted is kept, not carried out."
            raise ApiError(503, "no_worker", message, _RETRY_AFTER)
        return jsonify(state)

    return routes


def _state(app: Application) -> dict[str, object]:
    now = app.clock()
    with app.database.read() as uow:
        waiting = uow.outbox.oldest_due()
        arrived = uow.inbox.oldest_pending()
        seen, working = worker_seen_at(uow), has_worker(uow, now)
    return {
        "status": "ok",
        "worker": working,
        "worker_seen_at": None if seen is None else seen.isoformat(timespec="milliseconds"),
        "outbox_behind_seconds": max((now - waiting).total_seconds(), 0) if waiting else 0,
        "inbox_behind_seconds": max((now - arrived).total_seconds(), 0) if arrived else 0,
    }
