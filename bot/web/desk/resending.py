"""Having a confirmation sent again from the desk, or as a letter: by which ways, where to, and doing it."""

from typing import Any

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from bot import handoff
from bot.confirming.ways import NAMES
from bot.handoff import HandoffRefused
from bot.letters.asking import Envelope
from bot.web.desk.panel import record_beside
from bot.web.desk.refusing import not_found, refused
from bot.web.errors import ApiError
from bot.web.login import current_agent, needs
from bot.wiring import Application
from channels.letter.fitting import letters_in
from dialogs.ids import ConversationId
from storage.repositories.staff import AgentRow


def resending_routes(app: Application) -> Blueprint:
    """GET conversations/<id>/records/<number>/ways and .../envelope, and <id>/preference, under /desk/api."""
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

    @routes.get("/conversations/<conversation>/records/<number>/envelope")
    @needs("agent")
    def envelope(conversation: str, number: str) -> ResponseReturnValue:
        me = current_agent()
        _must_stand_beside(app, me, ConversationId(conversation), number)
        try:
            return jsonify(_shown(handoff.envelope_of_record(app, me, number)))
        except HandoffRefused as error:
            raise refused(error) from error

    @routes.get("/conversations/<conversation>/preference")
    @needs("agent")
    def preference(conversation: str) -> ResponseReturnValue:
        try:
            found = handoff.preference_of(app, current_agent(), ConversationId(conversation))
        except HandoffRefused as error:
            raise refused(error) from error
        ways = [{"way": way, "name": NAMES[way]} for way in found.ways]
        return jsonify(preferred=found.preferred, ways=ways)

    return routes


def _shown(envelope: Envelope) -> dict[str, Any]:
    address = envelope.address
    return {
        "name": envelope.name,
        "lines": [] if address is None else list(address.lines),
        "country": envelope.home if address is None else address.country,
        "problem": envelope.problem,
        "most_lines": envelope.window.lines - 1,
        "letters_in_line": letters_in(envelope.window),
        "ordered": envelope.ordered,
    }


def order_letter(app: Application, me: AgentRow, conversation: ConversationId, body: dict[str, Any]) -> None:
    """Of a case that stands beside this chat. Raises ApiError, HandoffRefused."""
    number, lines, country = (body.get(name) for name in ("record", "lines", "country"))
    if not (isinstance(number, str) and isinstance(lines, str) and isinstance(country, str)):
        raise ApiError(400, "bad_body", "Expected 'record', 'lines' and 'country', texts.")
    _must_stand_beside(app, me, conversation, number)
    handoff.order_letter_about(app, me, number, lines, country, again=body.get("again") is True)


def send_again(app: Application, me: AgentRow, conversation: ConversationId, number: str, by: str) -> None:
    """Of a case that stands beside this chat. Raises ApiError, HandoffRefused."""
    _must_stand_beside(app, me, conversation, number)
    handoff.send_confirmation_again(app, me, number, by)


def _must_stand_beside(app: Application, me: AgentRow, conversation: ConversationId, number: str) -> None:
    with app.database.read() as uow:
        found = uow.conversations.get(me.brand_id, conversation)
        if found is None or record_beside(uow, found, number) is None:
            raise not_found()
