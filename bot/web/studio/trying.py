"""Trying a draft: a rehearsal of a chat, played anew for each message."""

from typing import Any, cast

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from bot.proving import Prover, verdict_of
from bot.studio.backdrop import Customer, customers_for
from bot.studio.catalogue import title_of
from bot.studio.demonstration import demonstrated
from bot.studio.rehearsal import LONGEST_LINE, MOST_LINES, Line, Played, rehearse
from bot.web.errors import ApiError
from bot.web.login import needs
from bot.web.studio.proofs import Demonstration
from bot.web.studio.shown import opened, page, workshop_of
from bot.wiring import Application


def trying_routes(app: Application, prover: Prover) -> Blueprint:
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
            customers=customers_for(workshop.script.kind),
            longest=LONGEST_LINE,
            shown=_demonstration(app, request.args.get("shown")),
        )

    @routes.post("/try/turn")
    @needs("admin")
    def turn() -> ResponseReturnValue:
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            raise ApiError(400, "bad_request", "Expected an object: channel, locale, customer, lines.")
        lines = _lines(data.get("lines"))
        shown = _demonstration(app, data.get("shown"))
        if shown is not None:
            return jsonify(_shown(demonstrated(opened(app), shown.issue, lines)))
        workshop, customer = opened(app), data.get("customer")
        customers = customers_for(workshop.script.kind)
        if customer not in customers:
            raise ApiError(400, "bad_customer", f"Expected customer: one of {', '.join(customers)}.")
        try:
            played = rehearse(
                workshop,
                str(data.get("channel")),
                str(data.get("locale")),
                cast(Customer, customer),
                lines,
            )
        except LookupError as error:
            raise ApiError(400, "bad_stage", f"{error}.") from error
        return jsonify(_shown(played))

    return routes


def _demonstration(app: Application, number: object) -> Demonstration | None:
    """The fault of the draft's proofs with that number, if a conversation shows it."""
    if not str(number).isdigit():
        return None
    with app.database.read() as uow:
        workshop = workshop_of(uow)
        verdict = verdict_of(uow, workshop.body.source)
    issues = () if verdict is None else verdict.issues
    found = issues[int(str(number)) - 1 : int(str(number))]
    return next((Demonstration(int(str(number)), each, None) for each in found if each.conversation), None)


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
