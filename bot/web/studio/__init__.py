"""The studio's pages, for admins: overview, flow, script, texts, trying, publishing, revisions.

Plain pages with forms; `static/studio` adds what happens while typing. What is
done is in `bot.studio`; here are addresses, forms and words. All of it is about
the brand of whoever is logged in, so no address names a brand. The pages of a
brand's first script are at /studio/, those of another one at /studio/scripts/NAME/.
"""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, g, jsonify
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.web.streams import Streams
from bot.web.studio.history import history_routes
from bot.web.studio.listing import listing_routes
from bot.web.studio.moving import moving_routes
from bot.web.studio.overview import overview_routes
from bot.web.studio.proofs import proof_routes
from bot.web.studio.publishing import publishing_routes
from bot.web.studio.script import script_routes
from bot.web.studio.shown import named_script, words_for_templates
from bot.web.studio.texts import text_routes
from bot.web.studio.trying import trying_routes
from bot.wiring import Application
from dialogs.script import json_schema

Part = Callable[[Application, Prover], Blueprint]
PARTS: tuple[Part, ...] = (
    overview_routes,
    script_routes,
    listing_routes,
    text_routes,
    trying_routes,
    proof_routes,
    publishing_routes,
    history_routes,
    moving_routes,
)


def studio_routes(app: Application, streams: Streams) -> Blueprint:
    """Everything under /studio/. The staff's log-in comes with the desk."""
    routes = Blueprint("studio", __name__, url_prefix="/studio")
    prover = Prover(app.database)
    routes.register_blueprint(_pages("first", "", app, prover))
    named = _pages("named", "/scripts/<script>", app, prover)
    named.url_value_preprocessor(_note_script)
    named.url_defaults(_name_script)
    routes.register_blueprint(named)
    words_for_templates(routes)

    @routes.get("/script.schema.json")
    def schema() -> ResponseReturnValue:
        """For editors, which log in nowhere; nothing of any brand is in it."""
        answer = jsonify(json_schema())
        answer.mimetype = "application/schema+json"
        return answer

    return routes


def _pages(name: str, prefix: str, app: Application, prover: Prover) -> Blueprint:
    pages = Blueprint(name, __name__, url_prefix=prefix)
    for part in PARTS:
        pages.register_blueprint(part(app, prover))
    return pages


def _note_script(endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.studio_script = None if values is None else values.pop("script", None)


def _name_script(endpoint: str, values: dict[str, Any]) -> None:
    values.setdefault("script", named_script())


__all__ = ["studio_routes"]
