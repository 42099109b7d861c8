"""What the desk does: each route reads its body and calls `bot.handoff`."""

import json
import re
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from bot import handoff
from bot.handoff import HandoffRefused
from bot.web.desk.refusing import not_found, refused
from bot.web.desk.resending import order_letter, send_again
from bot.web.errors import ApiError
from bot.web.login import current_agent, needs
from bot.wiring import Application
from dialogs.ids import AgentId, CaseId, ConversationId, EffectId, InboxId
from storage.errors import Erased
from storage.repositories.staff import AgentRow

_ID = re.compile(r"[0-9a-f]{32}")
Body = dict[str, Any]


def action_routes(app: Application) -> Blueprint:
    """POST /desk/api/conversations/<id>/<action>, and the same for effects and the inbox."""
    routes = Blueprint("actions", __name__, url_prefix="/desk/api")
    conversations, effects, inbox = _conversation_actions(app), _effect_actions(app), _inbox_actions(app)

    @routes.post("/conversations/<conversation>/<action>")
    @needs("agent")
    def on_conversation(conversation: str, action: str) -> ResponseReturnValue:
        return _perform(conversations, action, conversation)

    @routes.post("/effects/<effect>/<action>")
    @needs("agent")
    def on_effect(effect: str, action: str) -> ResponseReturnValue:
        return _perform(effects, action, effect)

    @routes.post("/inbox/<message>/<action>")
    @needs("agent")
    def on_message(message: str, action: str) -> ResponseReturnValue:
        return _perform(inbox, action, message)

    return routes


Action = Callable[[AgentRow, str, Body], Any]


def _conversation_actions(app: Application) -> dict[str, Action]:
    return {
        "claim": lambda me, it, _: handoff.claim(app, me, ConversationId(it)),
        "return": lambda me, it, _: handoff.give_back(app, me, ConversationId(it)),
        "read": lambda me, it, _: handoff.mark_read(app, me, ConversationId(it)),
        "resolve": lambda me, it, body: handoff.resolve(app, me, ConversationId(it), _text(body, "outcome")),
        "transfer": lambda me, it, body: handoff.transfer(
            app, me, ConversationId(it), AgentId(_text(body, "to"))
        ),
        "messages": lambda me, it, body: handoff.write(
            app, me, ConversationId(it), _text(body, "text"), _key(body)
        ),
        "notes": lambda me, it, body: handoff.write_note(
            app, me, ConversationId(it), _text(body, "text"), _key(body)
        ),
        "uphold": lambda me, it, body: handoff.uphold_ending(
            app, me, ConversationId(it), CaseId(_text(body, "case")), _text(body, "reason")
        ),
        "take-back": lambda me, it, body: handoff.take_back_ending(
            app, me, ConversationId(it), CaseId(_text(body, "case")), _text(body, "note")
        ),
        "resend": lambda me, it, body: send_again(
            app, me, ConversationId(it), _text(body, "record"), _text(body, "by")
        ),
        "prefer": lambda me, it, body: handoff.keep_preferred_way(
            app, me, ConversationId(it), _text(body, "by")
        ),
        "letter": lambda me, it, body: order_letter(app, me, ConversationId(it), body),
        "match": lambda me, it, body: handoff.match_customer(
            app, me, ConversationId(it), _text(body, "account")
        ),
    }


def _effect_actions(app: Application) -> dict[str, Action]:
    def settle(me: AgentRow, effect: str, body: Body, *, done: bool) -> None:
        note, end_date = _text(body, "note"), _day(body, "end_date")
        handoff.settle_effect(app, me, EffectId(effect), done=done, note=note, end_date=end_date)

    return {
        "retry": lambda me, it, _: handoff.retry_effect(app, me, EffectId(it)),
        "done": lambda me, it, body: settle(me, it, body, done=True),
        "drop": lambda me, it, body: settle(me, it, body, done=False),
    }


def _inbox_actions(app: Application) -> dict[str, Action]:
    return {
        "retry": lambda me, it, _: handoff.retry_message(app, me, InboxId(it)),
        "drop": lambda me, it, body: handoff.settle_message(app, me, InboxId(it), _text(body, "note")),
    }


def _perform(actions: dict[str, Action], name: str, thing: str) -> ResponseReturnValue:
    action = actions.get(name)
    if action is None or not _ID.fullmatch(thing):
        raise not_found()
    try:
        number = action(current_agent(), thing, _body())
    except HandoffRefused as error:
        raise refused(error) from error
    except Erased as error:
        raise ApiError(410, "erased", "This person's data was erased; nothing can be done here.") from error
    return jsonify({"done": True} | ({} if number is None else {"number": number}))


def _body() -> Body:
    """Raises ApiError 400, 415."""
    if not request.get_data():
        return {}
    if not request.is_json:
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    try:
        body = json.loads(request.get_data().decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "bad_json", "The body is not JSON.") from error
    if not isinstance(body, dict):
        raise ApiError(400, "bad_json", "Expected a JSON object.")
    return body


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise ApiError(400, "bad_body", f"Expected {name!r}, a text.")
    return value


def _key(body: Body) -> str:
    try:
        return str(uuid.UUID(_text(body, "id")))
    except ValueError as error:
        expected = "Expected 'id', a UUID, the same one when a request is repeated."
        raise ApiError(400, "bad_id", expected) from error


def _day(body: Body, name: str) -> date | None:
    if body.get(name) in (None, ""):
        return None
    try:
        return date.fromisoformat(_text(body, name))
    except ValueError as error:
        raise ApiError(400, "bad_date", f"Expected {name!r} as YYYY-MM-DD.") from error
