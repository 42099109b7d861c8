"""Where the contract can be read."""

from functools import lru_cache

from flask import Blueprint, Response, current_app, jsonify, render_template

from bot.web.openapi.document import document
from bot.web.openapi.operation import Json
from bot.web.openapi.page import groups_of, models_of
from bot.web.streams import Streams
from bot.wiring import Application

SANDBOX = "/sandbox/outbox"


def openapi_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /openapi.json for programs, GET /docs for people."""
    routes = Blueprint("openapi", __name__)

    @lru_cache(maxsize=2)
    def contract(demo: bool) -> Json:
        return document(app.settings.base_url, demo=demo)

    @routes.get("/openapi.json")
    def as_json() -> Response:
        response = jsonify(contract(_has_sandbox()))
        # Nothing secret is in it: client generators and viewers of other sites may read it.
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    @routes.get("/docs")
    def as_page() -> str:
        found = contract(_has_sandbox())
        return render_template(
            "openapi/docs.html", contract=found, groups=groups_of(found), models=models_of(found)
        )

    return routes


def _has_sandbox() -> bool:
    """Only a demo has the sandbox; whether this is one is seen by its routes being there."""
    return any(rule.rule == SANDBOX for rule in current_app.url_map.iter_rules())
