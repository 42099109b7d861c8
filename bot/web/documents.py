"""Handing out a record's PDF: to those whose it is, in a chat in which they are known, and to the desk."""

import time

from flask import Blueprint, Response

from bot.documents import MEDIA_TYPE, Document, kept_document, queue_making
from bot.records.handing_out import record_of
from bot.records.numbers import read_number
from bot.web.desk.panel import record_beside
from bot.web.desk.refusing import not_found
from bot.web.errors import ApiError
from bot.web.login import current_staff, needs
from bot.web.reception import Reception
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.ids import ConversationId
from storage.errors import Erased
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationRow

PATIENCE = 2.5
"""Seconds that a request waits for a PDF which the worker is making."""
LOOK = 0.2


def document_routes(app: Application, streams: Streams) -> Blueprint:
    """GET records/<number>/pdf, under /chat/<brand> and under a conversation of the desk's."""
    routes = Blueprint("documents", __name__)
    chats = Reception(app)

    @routes.get("/chat/<slug>/records/<number>/pdf")
    def for_customer(slug: str, number: str) -> Response:
        conversation = chats.need_session(slug)
        read = read_number(number)
        with app.database.read() as uow:
            row = None if read is None else record_of(uow, conversation, read)
        if row is None:
            raise ApiError(404, "unknown_record", "There is no such record of whoever writes in this chat.")
        return handed_out(app, conversation, row)

    @routes.get("/desk/api/conversations/<conversation>/records/<number>/pdf")
    @needs("agent")
    def for_agent(conversation: str, number: str) -> Response:
        try:
            with app.database.read() as uow:
                found = uow.conversations.get(current_staff().brand.id, ConversationId(conversation))
                row = None if found is None else record_beside(uow, found, number)
        except Erased as error:
            raise ApiError(410, "erased", "This person's data was erased; nothing can be shown.") from error
        if found is None or row is None:
            raise not_found()
        return handed_out(app, found, row)

    return routes


def handed_out(app: Application, conversation: ConversationRow, row: RecordRow) -> Response:
    """The record's PDF; made first where there is none. Raises ApiError 410, 503."""
    if row.body is None:
        raise ApiError(410, "erased", "What the record says was erased.")
    document = _found(app, row)
    if document is None:
        with app.database.write() as uow:
            queue_making(uow, conversation, row.number, app.clock())
        document = _awaited(app, row)
    response = Response(document.content, mimetype=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{row.number}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _awaited(app: Application, row: RecordRow) -> Document:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        time.sleep(LOOK)
        document = _found(app, row)
        if document is not None:
            return document
    raise ApiError(503, "not_ready", "The document is being made; please ask for it again.", retry_after=3)


def _found(app: Application, row: RecordRow) -> Document | None:
    with app.database.read() as uow:
        return kept_document(uow, row.brand_id, row.number)
