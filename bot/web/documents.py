"""Handing out a record's PDF: to whoever was shown its receipt, and to the desk."""

import time

from flask import Blueprint, Response

from bot.chats import answer_since
from bot.documents import MEDIA_TYPE, Document, kept_document, queue_making
from bot.records.numbers import read_number
from bot.web.desk.panel import records_beside
from bot.web.desk.refusing import not_found
from bot.web.errors import ApiError
from bot.web.login import current_staff, needs
from bot.web.reception import Reception
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.ids import BrandId, ConversationId
from storage.errors import Erased
from storage.repositories.conversations import ConversationRow

PATIENCE = 2.5
"""Seconds that a request waits for a PDF which the worker is making."""
LOOK = 0.2


def document_routes(app: Application, streams: Streams) -> Blueprint:
    """GET records/<number>.pdf, under /chat/<brand> and under a conversation of the desk's."""
    routes = Blueprint("documents", __name__)
    chats = Reception(app)

    @routes.get("/chat/<slug>/records/<name>")
    def for_customer(slug: str, name: str) -> Response:
        found = chats.need_session(slug)
        number = record_number(name)
        if not shown_in(app, found, number):
            raise unknown_record()
        return handed_out(app, found, number)

    @routes.get("/desk/api/conversations/<conversation>/records/<name>")
    @needs("agent")
    def for_agent(conversation: str, name: str) -> Response:
        number = record_number(name)
        try:
            with app.database.read() as uow:
                row = uow.conversations.get(current_staff().brand.id, ConversationId(conversation))
                if row is None or number not in records_beside(uow, row):
                    raise not_found()
        except Erased as error:
            raise ApiError(410, "erased", "This person's data was erased; nothing can be shown.") from error
        return handed_out(app, row, number)

    return routes


def shown_in(app: Application, conversation: ConversationRow, number: str) -> bool:
    """Whether that chat's customer was shown the receipt of this record there."""
    with app.database.read() as uow:
        answer = answer_since(uow, conversation.brand_id, conversation.id, 0)
    if answer.case is not None and answer.case.record_number == number:
        return True
    return any(message.body.receipt == number for message in answer.messages)


def record_number(name: str) -> str:
    """The number in a file's name. Raises ApiError 404."""
    number = read_number(name.removesuffix(".pdf")) if name.endswith(".pdf") else None
    if number is None:
        raise unknown_record()
    return number


def handed_out(app: Application, conversation: ConversationRow, number: str) -> Response:
    """The PDF; made first where there is none. Raises ApiError 404, 503."""
    document = _found(app, conversation.brand_id, number)
    if document is None:
        with app.database.write() as uow:
            if uow.records.by_number(conversation.brand_id, number) is None:
                raise unknown_record()
            queue_making(uow, conversation, number, app.clock())
        document = _awaited(app, conversation.brand_id, number)
    response = Response(document.content, mimetype=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def unknown_record() -> ApiError:
    return ApiError(404, "unknown_record", "There is no such record that this chat was shown.")


def _awaited(app: Application, brand: BrandId, number: str) -> Document:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        time.sleep(LOOK)
        document = _found(app, brand, number)
        if document is not None:
            return document
    raise ApiError(503, "not_ready", "The document is being made; please ask for it again.", retry_after=3)


def _found(app: Application, brand: BrandId, number: str) -> Document | None:
    with app.database.read() as uow:
        return kept_document(uow, brand, number)
