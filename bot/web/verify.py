"""The page on which anybody verifies a document of ours, in their own browser; and the keys that it asks for.

No file leaves the browser: all that is asked of us is a public key, by the name that the document gives it.
Whoever wants not even that takes the program that `cancelbot record verifier` prints.
"""

import re
from datetime import timedelta

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from bot.records.sealing import key_id_of
from bot.web.errors import ApiError
from bot.web.streams import Streams
from bot.wiring import Application

_KEY_ID = re.compile(r"[0-9a-f]{16}")
_KEPT = timedelta(hours=1)


def verify_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /verify and GET /verify/keys/<key id>. Which brands there are is told to nobody."""
    routes = Blueprint("verify", __name__, url_prefix="/verify")

    @routes.get("")
    def page() -> ResponseReturnValue:
        return render_template("verify/verify.html")

    @routes.get("/keys/<key_id>")
    def key(key_id: str) -> ResponseReturnValue:
        with app.database.read() as uow:
            keys = [brand.signing_public for brand in uow.brands.all()] if _KEY_ID.fullmatch(key_id) else []
        found = next((each for each in keys if key_id_of(each) == key_id), None)
        if found is None:
            raise ApiError(404, "unknown_key", "No brand here seals with that key.")
        response = jsonify(id=key_id, alg="Ed25519", key=found.hex())
        response.cache_control.public = True
        response.cache_control.max_age = int(_KEPT.total_seconds())
        return response

    return routes
