"""Whether this process is alive and how far behind the work is."""

from flask import Blueprint, Response, jsonify

from bot.web.streams import Streams
from bot.wiring import Application


def health_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /health: how many seconds the oldest work is behind; 503 when the database does not answer."""
    routes = Blueprint("health", __name__)

    @routes.get("/health")
    def health() -> Response:
        with app.database.read() as uow:
            waiting = uow.outbox.oldest_due()
            arrived = uow.inbox.oldest_pending()
        now = app.clock()
        return jsonify(
            status="ok",
            outbox_behind_seconds=max((now - waiting).total_seconds(), 0) if waiting else 0,
            inbox_behind_seconds=max((now - arrived).total_seconds(), 0) if arrived else 0,
        )

    return routes
