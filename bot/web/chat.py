"""The chat's HTTP contract, as `bot.web.openapi` documents it.

A session is a bearer token in the Authorization header or, for our own page, a
cookie that scripts cannot read.
"""

import json
import logging
import math
import re
import uuid
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.chats import (
    Answer,
    TokenUsed,
    Visitor,
    answer_since,
    bring_code,
    new_token,
    open_chat,
    public_message,
    public_state,
    say,
    sender_of,
)
from bot.web.arrivals import FOR_A_DEMO, FOR_PEOPLE, Arrivals
from bot.web.errors import ApiError
from bot.web.reception import Reception
from bot.web.streams import Streams, TooManyStreams
from bot.wiring import Application
from channels.base import Incoming
from dialogs.continuing import code_in
from dialogs.ids import BrandId, ConversationId
from storage.errors import Erased
from storage.repositories.brands import BrandRow

log = logging.getLogger("cancelbot.chat")

LONGEST_TEXT = 100_000
"""Characters of a message; what is longer than a person writes is answered as such by the bot."""
LONGEST_CODE = 64
"""Characters of what somebody brings as a code; a longer one is none."""
KEEP_ALIVE = 20.0
"""Seconds between signs of life on a stream on which nothing happens."""
_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def chat_routes(app: Application, streams: Streams) -> Blueprint:
    """POST sessions and messages, GET session, messages and events, under /chat/<brand>."""
    routes = Blueprint("chat", __name__, url_prefix="/chat/<slug>")
    desk = Reception(app)
    arrivals = Arrivals(app.clock)

    @routes.post("/sessions")
    def begin(slug: str) -> tuple[Response, int]:
        brand, account = desk.brand(slug)
        own_page = desk.is_own_page()
        wanted = _json()
        locale = _locale(wanted)
        vouched = desk.vouched(brand, account, wanted.get("identity"))
        code = _continuation(wanted)
        script = desk.script(brand, wanted.get("script"))
        going_on = (
            desk.going_on(slug, vouched, wanted.get("script"), brings_code=code is not None)
            if own_page
            else None
        )
        if going_on is not None:
            if code is not None:
                bring_code(app, going_on, code)
            with app.database.read() as uow:
                return jsonify(_shown(answer_since(uow, brand.id, going_on.id, 0), all_authors=True)), 201
        _let_in(arrivals, brand)
        token = new_token()
        visitor = Visitor(account, sender_of(token))
        try:
            origin = desk.origin(brand)
            taken = open_chat(app, visitor, locale, vouched, origin=origin, code=code, script=script)
        except TokenUsed as error:
            raise ApiError(
                401, "token_used", "The identity token was used before; expected a fresh one."
            ) from error
        with app.database.read() as uow:
            shown = _shown(answer_since(uow, brand.id, taken.conversation, 0), all_authors=True)
        # Our own page works with the cookie: its scripts never hold the token.
        response = jsonify(shown if own_page else {"token": token} | shown)
        desk.set_cookie(response, brand, token)
        return response, 201

    @routes.get("/session")
    def resume(slug: str) -> Response:
        found = desk.session(slug, required=False)
        if found is None or not desk.follows(found, request.args.get("script")):
            return Response(status=204)
        with app.database.read() as uow:
            return jsonify(_shown(answer_since(uow, found.brand_id, found.id, 0), all_authors=True))

    @routes.get("/messages")
    def since(slug: str) -> Response:
        found = desk.need_session(slug)
        with app.database.read() as uow:
            return jsonify(_shown(answer_since(uow, found.brand_id, found.id, _since()), all_authors=True))

    @routes.post("/messages")
    def post(slug: str) -> Response:
        _, account = desk.brand(slug)
        token, by_cookie = desk.token(slug)
        incoming = _incoming(_json(), sender_of(token), app)
        visitor = Visitor(account, incoming.sender)
        desk.need_chat(visitor)
        _, answer = say(app, visitor, incoming)
        return jsonify(_shown(answer, all_authors=by_cookie))

    @routes.get("/events")
    def events(slug: str) -> Response:
        found = desk.need_session(slug)
        cursor = _since()
        stream = _events(app, streams, found.brand_id, found.id, cursor)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return Response(stream, mimetype="text/event-stream", headers=headers)

    return routes


def _let_in(arrivals: Arrivals, brand: BrandRow) -> None:
    """Raises ApiError 429 where chats are begun faster than people do."""
    wait = arrivals.wait_of(brand.slug, request.remote_addr or "", FOR_A_DEMO if brand.demo else FOR_PEOPLE)
    if wait:
        message = "Too many chats were begun from your network; please try again in a moment."
        raise ApiError(429, "too_many_chats", message, math.ceil(wait))


def _shown(answer: Answer, *, all_authors: bool) -> dict[str, Any]:
    messages = [m for m in answer.messages if all_authors or m.author != "customer"]
    return {"messages": [public_message(m) for m in messages]} | public_state(answer)


def _json() -> dict[str, Any]:
    """The body. Raises ApiError 415, 400."""
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


def _locale(wanted: dict[str, Any]) -> str | None:
    locale = wanted.get("locale")
    if locale is None:
        return request.accept_languages.best or None
    if not isinstance(locale, str) or not _LOCALE.fullmatch(locale):
        raise ApiError(400, "bad_locale", 'locale must be a language tag such as "en" or "de".')
    return locale


def _continuation(wanted: dict[str, Any]) -> str | None:
    """The code with which somebody comes from another channel. Raises ApiError 400."""
    code = wanted.get("continue")
    if code is None:
        return None
    if not isinstance(code, str):
        raise ApiError(400, "bad_continue", "continue must be a text: the code that another chat showed.")
    return code_in(code) or code[:LONGEST_CODE]


def _incoming(body: dict[str, Any], sender: str, app: Application) -> Incoming:
    """The message. Raises ApiError 400, 413 saying what was expected."""
    text, choice = body.get("text"), body.get("choice")
    if (text is None) == (choice is None):
        raise ApiError(400, "bad_message", 'Expected either "text" or "choice".')
    said = text if choice is None else choice
    if not isinstance(said, str):
        raise ApiError(400, "bad_message", '"text" and "choice" must be texts.')
    if len(said) > LONGEST_TEXT:
        raise ApiError(413, "too_long", f"A message has at most {LONGEST_TEXT} characters.")
    said = said.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    if choice is None and not said.strip():
        raise ApiError(400, "empty", "The message is empty; write something or press a choice.")
    key = f"web:{sender[:16]}:{_message_id(body.get('id'))}"
    now = app.clock()
    if choice is None:
        return Incoming(key, sender, now, text=said)
    return Incoming(key, sender, now, choice=said)


def _message_id(value: Any) -> str:
    try:
        return str(uuid.UUID(value)) if isinstance(value, str) else _no_id()
    except ValueError:
        return _no_id()


def _no_id() -> str:
    raise ApiError(400, "bad_id", '"id" must be a UUID, the same one when a message is sent again.')


def _since() -> int:
    """Number of the last message that the client has. Raises ApiError 400."""
    value = request.headers.get("Last-Event-ID") or request.args.get("since") or "0"
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ApiError(400, "bad_cursor", "since and Last-Event-ID are a message's number.")
    return int(value)


def _events(
    app: Application, streams: Streams, brand: BrandId, conversation: ConversationId, cursor: int
) -> Iterator[str]:
    """The stream: what is there first, then what comes. The transcript is read anew each time."""
    state: dict[str, Any] | None = None
    try:
        with streams.waiting(f"conversation:{conversation}") as waiter:
            yield "retry: 2000\n\n"
            while not streams.closing:
                with app.database.read() as uow:
                    answer = answer_since(uow, brand, conversation, cursor)
                for message in answer.messages:
                    cursor = message.number
                    yield _event("message", public_message(message), message.number)
                if public_state(answer) != state:
                    state = public_state(answer)
                    yield _event("state", state)
                if not waiter.wait(KEEP_ALIVE):
                    yield "event: ping\ndata: {}\n\n"
    except (LookupError, Erased):
        log.info("a stream ended: its conversation is gone")
    except TooManyStreams:
        yield "retry: 15000\n: too many streams\n\n"


def _event(name: str, data: Any, number: int | None = None) -> str:
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
