"""What a brand's own systems call: endings, in requests signed with the brand's key."""

import json
import logging
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.backoffice.base import BackOfficeError
from bot.endings.declaring import declare_endings
from bot.endings.given import MOST_ROWS, EndingsRefused, Row, given_in
from bot.endings.places import NoChat
from bot.endings.shown import shown
from bot.endings.withdrawing import TooLate, UnknownEnding, withdraw_ending
from bot.web.errors import ApiError
from bot.web.signed import signed_by
from bot.web.streams import Streams
from bot.wiring import Application

log = logging.getLogger("cancelbot.web")


def ending_routes(app: Application, streams: Streams) -> Blueprint:
    """POST and DELETE under /api/brands/<brand>/endings."""
    routes = Blueprint("endings", __name__)

    @routes.post("/api/brands/<slug>/endings")
    def declare(slug: str) -> Response:
        brand = signed_by(app, slug)
        rows = _rows()
        try:
            cases = declare_endings(app, brand, given_in(rows))
        except EndingsRefused as refused:
            raise ApiError(422, "faulty", str(refused)) from refused
        except BackOfficeError as error:
            log.warning("endings of %s put off: %s", slug, error.reason)
            message = "The back office does not answer; please send it again."
            raise ApiError(503, "back_office", message, 60) from error
        except NoChat as error:
            raise ApiError(422, "faulty", str(error)) from error
        return jsonify(endings=[shown(case) for case in cases])

    @routes.delete("/api/brands/<slug>/endings/<path:reference>")
    def withdraw(slug: str, reference: str) -> Response:
        brand = signed_by(app, slug)
        try:
            return jsonify(shown(withdraw_ending(app, brand, reference)))
        except UnknownEnding as error:
            raise ApiError(404, "unknown_ending", "There is no ending with this reference.") from error
        except TooLate as error:
            raise ApiError(409, "too_late", str(error)) from error

    return routes


def _rows() -> list[Row]:
    """The rows of the request, numbered from 1. Raises ApiError."""
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    try:
        data: Any = json.loads(request.get_data(cache=True))
    except ValueError as error:
        raise ApiError(400, "bad_json", "The body is not JSON.") from error
    rows = data.get("endings") if isinstance(data, dict) else None
    if not isinstance(rows, list) or not rows or not all(isinstance(each, dict) for each in rows):
        raise ApiError(400, "bad_json", 'Expected {"endings": [...]} with one object or more.')
    if len(rows) > MOST_ROWS:
        raise ApiError(422, "faulty", f"Expected {MOST_ROWS} endings at most.")
    return list(enumerate(rows, 1))
