"""Having a confirmation sent again from the desk: by which ways that can be, and doing it."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from bot import handoff
from bot.confirming.ways import NAMES
from bot.handoff import HandoffRefused
from bot.web.desk.panel import record_beside
from bot.web.desk.refusing import not_found, refused
from bot.web.login import current_agent, needs
from bot.wiring import Application
from dialogs.ids import ConversationId
from storage.repositories.staff import AgentRow


def resending_routes(app: Application) -> Blueprint:
    """GET conversations/<id>/records/<number>/ways, under /desk/api."""
    routes = Blueprint("resending", __name__, url_prefix="/desk/api")

    @routes.get("/conversations/<conversation>/records/<number>/ways")
    @needs("agent")
    def ways(conversation: str, number: str) -> ResponseReturnValue:
        me = current_agent()
        _must_stand_beside(app, me, ConversationId(conversation), number)
        try:
            there = handoff.ways_of_record(app, me, number)
        except HandoffRefused as error:
            raise refused(error) from error
        return jsonify(items=[{"way": way, "name": NAMES[way]} for way in there])

    return routes


def send_again(app: Application, me: AgentRow, conversation: ConversationId, number: str, by: str) -> None:
    """Of a case that stands beside this chat. Raises ApiError, HandoffRefused."""
    _must_stand_beside(app, me, conversation, number)
    handoff.send_confirmation_again(app, me, number, by)


def _must_stand_beside(app: Application, me: AgentRow, conversation: ConversationId, number: str) -> None:
    with app.database.read() as uow:
        found = uow.conversations.get(me.brand_id, conversation)
        if found is None or record_beside(uow, found, number) is None:
            raise not_found()
