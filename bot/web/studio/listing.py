"""The list of texts."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.studio.catalogue import catalogue_of, title_of
from bot.web.login import needs
from bot.web.studio.shown import opened, page
from bot.wiring import Application

LONGEST_QUERY = 100


def listing_routes(app: Application, prover: Prover) -> Blueprint:
    """GET /studio/texts."""
    routes = Blueprint("listing", __name__)

    @routes.get("/texts")
    @needs("admin")
    def every() -> ResponseReturnValue:
        workshop = opened(app)
        query, step = request.args.get("q", "")[:LONGEST_QUERY].strip(), request.args.get("step") or None
        only_changed = request.args.get("changed") == "1"
        groups = catalogue_of(workshop, query, step, only_changed=only_changed)
        return page(
            "texts.html",
            workshop,
            here="texts",
            groups=groups,
            query=query,
            step=step,
            step_title=title_of(step) if step else None,
            only_changed=only_changed,
            locales=workshop.script.locales,
            count=sum(len(group.lines) for group in groups),
        )

    return routes
