"""What a brand's own systems call to have a confirmation sent again, in requests signed with its key."""

import json
from typing import Any

from flask import Blueprint, Response, jsonify, request

from bot.backoffice.base import PostalAddress
from bot.confirming.ways import WAYS
from bot.letters.asking import WrongAddress, ask_for_letter, read_address
from bot.sending_again import Asker, NotSentAgain, send_again
from bot.web.errors import ApiError
from bot.web.signed import signed_by
from bot.web.streams import Streams
from bot.wiring import Application
from dialogs.values import Way

ASKER = Asker("The brand's own system")
RETRY_AFTER = {"too_often": 3600, "back_office": 60}
_STATUS = {
    "unknown_record": 404,
    "no_way": 409,
    "no_letters": 409,
    "ordered_before": 409,
    "bad_address": 422,
    "too_often": 429,
    "back_office": 503,
}


def confirmation_routes(app: Application, streams: Streams) -> Blueprint:
    """POST /api/brands/<brand>/records/<number>/confirmations, and .../letters."""
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

    @routes.post("/api/brands/<slug>/records/<number>/letters")
    def letter(slug: str, number: str) -> tuple[Response, int]:
        brand = signed_by(app, slug)
        body = _body()
        try:
            address = _address(body.get("address"))
            ask_for_letter(app, brand, number, ASKER, address, again=body.get("again") is True)
        except NotSentAgain as error:
            raise not_sent(error) from error
        return jsonify(number=number), 202

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
    return way_in(_body())


def _address(given: Any) -> PostalAddress | None:
    """Raises ApiError 422, WrongAddress."""
    if given is None:
        return None
    lines = given.get("lines") if isinstance(given, dict) else None
    country = given.get("country") if isinstance(given, dict) else None
    if not isinstance(lines, list) or not all(isinstance(each, str) for each in lines):
        raise ApiError(422, "bad_address", 'Expected {"address": {"lines": [...], "country": ...}}.')
    address = read_address(lines, country if isinstance(country, str) else "")
    if address is None:
        raise WrongAddress("The address has no lines: expected street and place.")
    return address


def _body() -> dict[str, Any]:
    """Raises ApiError 400, 415."""
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Expected a body with Content-Type: application/json.")
    try:
        body = json.loads(request.get_data(cache=True))
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "bad_json", "The body is not JSON.") from error
    return body if isinstance(body, dict) else {}
