"""The desk's event stream: it says that something changed, never what.

A stream holds no database connection while it waits, and ends as soon as its
log-in does.
"""

import json
import time
from collections.abc import Iterator
from datetime import timedelta

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from bot.staff import Staff, staff_of
from bot.web.login import current_staff, needs
from bot.web.login.guard import session_token
from bot.web.streams import Streams, TooManyStreams
from bot.wiring import Application
from dialogs.ids import ConversationId

KEEP_ALIVE = 15.0
"""Seconds between signs of life, and at most until a change that nobody announced is seen."""
PAUSE = 0.25
"""Seconds in which changes that come fast are gathered."""
OVERLAP = timedelta(seconds=5)
"""A transaction may commit after a later one, so the last seconds are read again."""

TOPICS = ("conversation:*", "case:*", "outbox")


def live_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /desk/events."""
    routes = Blueprint("live", __name__)

    @routes.get("/desk/events")
    @needs("agent")
    def events() -> ResponseReturnValue:
        stream = _events(app, streams, current_staff(), session_token() or "")
        return Response(
            stream,
            mimetype="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    return routes


def _events(app: Application, streams: Streams, staff: Staff, token: str) -> Iterator[str]:
    news = News(app, staff)
    try:
        with streams.waiting(*TOPICS) as waiter:
            yield "retry: 2000\n\n" + _event("ready", {})
            while not streams.closing:
                woken = waiter.wait(KEEP_ALIVE)
                if staff_of(app, token) is None:
                    yield _event("ended", {})
                    return
                yield _event("changed", {"conversations": news.changed(), "woken": woken})
                time.sleep(PAUSE)
    except TooManyStreams:
        yield "retry: 15000\n: too many streams\n\n"


class News:
    """Which conversations of the brand changed since it was last asked."""

    def __init__(self, app: Application, staff: Staff) -> None:
        self._app, self._brand = app, staff.brand.id
        self._since = app.clock()
        self._known: dict[ConversationId, int] = {}

    def changed(self) -> list[str]:
        now = self._app.clock()
        with self._app.database.read() as uow:
            heads = uow.conversations.changed_since(self._since - OVERLAP)
        seen = {head.id: head.version for head in heads if head.brand_id == self._brand}
        fresh: list[str] = [each for each, version in seen.items() if self._known.get(each) != version]
        self._known, self._since = seen, now
        return fresh


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
