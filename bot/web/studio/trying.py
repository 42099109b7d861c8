"""Trying a draft: a rehearsal of a chat, played anew for each message."""

from typing import Any, cast

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from bot.studio.backdrop import CUSTOMERS, Customer
from bot.studio.catalogue import title_of
from bot.studio.rehearsal import LONGEST_LINE, MOST_LINES, Line, Played, rehearse
from bot.web.errors import ApiError
from bot.web.login import needs
from bot.web.studio.shown import opened, page
from bot.wiring import Application


def trying_routes(app: Application) -> Blueprint:
    """GET /studio/try, POST /studio/try/turn."""
    routes = Blueprint("trying", __name__)

    @routes.get("/try")
    @needs("admin")
    def room() -> ResponseReturnValue:
        workshop = opened(app)
        channels = [channel for channel in workshop.subject.channels if channel.carries == "dialog"]
        return page(
            "try.html",
            workshop,
            here="try",
            channels=channels,
            locales=workshop.script.locales,
            customers=CUSTOMERS,
            longest=LONGEST_LINE,
        )

    @routes.post("/try/turn")
    @needs("admin")
    def turn() -> ResponseReturnValue:
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            raise ApiError(400, "bad_request", "Expected an object: channel, locale, customer, lines.")
        customer = data.get("customer")
        if customer not in CUSTOMERS:
            raise ApiError(400, "bad_customer", f"Expected customer: one of {', '.join(CUSTOMERS)}.")
        lines = _lines(data.get("lines"))
        try:
            played = rehearse(
                opened(app),
                str(data.get("channel")),
                str(data.get("locale")),
                cast(Customer, customer),
                lines,
            )
        except LookupError as error:
            raise ApiError(400, "bad_stage", f"{error}.") from error
        return jsonify(_shown(played))

    return routes


def _lines(data: Any) -> list[Line]:
    expected = f"Expected lines: at most {MOST_LINES} objects with text or choice."
    if not isinstance(data, list) or len(data) > MOST_LINES:
        raise ApiError(400, "bad_lines", expected)
    if not all(isinstance(each, dict) and _is_said(each) for each in data):
        raise ApiError(400, "bad_lines", expected)
    return [Line(each.get("text") or "", each.get("choice")) for each in data]


def _is_said(line: dict[str, Any]) -> bool:
    text, choice = line.get("text", ""), line.get("choice")
    return isinstance(text, str) and len(text) <= LONGEST_LINE and (choice is None or isinstance(choice, str))


def _shown(played: Played) -> dict[str, Any]:
    return {
        "step": {"name": played.step, "title": title_of(played.step)},
        "messages": [
            {
                "author": message.author,
                "text": message.text,
                "choices": [{"id": choice, "label": label} for choice, label in message.choices],
                "name": message.text_id,
                "segments": message.segments,
            }
            for message in played.messages
        ],
    }
