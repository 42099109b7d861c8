"""What a brand's own systems call to have a confirmation sent again, in requests signed with its key."""

import json
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.confirming.ways import WAYS
from bot.sending_again import Asker, NotSentAgain, send_again
from bot.web.errors import ApiError
from bot.web.signed import signed_by
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.values import Way

ASKER = Asker("The brand's own system")
RETRY_AFTER = {"too_often": 3600, "back_office": 60}
_STATUS = {"unknown_record": 404, "no_way": 409, "too_often": 429, "back_office": 503}


def confirmation_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /api/brands/<brand>/records/<number>/confirmations."""
    routes = Blueprint("confirmations", __name__)

    @routes.post("/api/brands/<slug>/records/<number>/confirmations")
    def again(slug: str, number: str) -> tuple[Response, int]:
        brand = signed_by(app, slug)
        by = _by()
        try:
            send_again(app, brand, number, by, ASKER)
        except NotSentAgain as error:
            raise not_sent(error) from error
        return jsonify(number=number, by=by), 202

    return routes


def not_sent(error: NotSentAgain) -> ApiError:
    """Why it was not queued, as an answer."""
    return ApiError(_STATUS[error.code], error.code, str(error), RETRY_AFTER.get(error.code))


def way_in(data: Any) -> Way:
    """Raises ApiError 422."""
    by = data.get("by") if isinstance(data, dict) else None
    found = next((way for way in WAYS if way == by), None)
    if found is None:
        raise ApiError(422, "bad_way", f'Expected {{"by": ...}} with one of {", ".join(WAYS)}.')
    return found


def _by() -> Way:
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    try:
        return way_in(json.loads(request.get_data(cache=True)))
    except ValueError as error:
        raise ApiError(400, "bad_json", "The body is not JSON.") from error
