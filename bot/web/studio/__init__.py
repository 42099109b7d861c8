"""The studio's pages, for admins: overview, flow, texts, trying, publishing, revisions.

Plain pages with forms; `static/studio` adds what happens while typing. What is
done is in `bot.studio`; here are addresses, forms and words. All of it is about
the brand of whoever is logged in, so no address names a brand.
"""

from flask import Blueprint

from bot.web.streams import Streams
from bot.web.studio.history import history_routes
from bot.web.studio.listing import listing_routes
from bot.web.studio.overview import overview_routes
from bot.web.studio.publishing import publishing_routes
from bot.web.studio.shown import words_for_templates
from bot.web.studio.texts import text_routes
from bot.web.studio.trying import trying_routes
from bot.wiring import Application

PARTS = (overview_routes, listing_routes, text_routes, trying_routes, publishing_routes, history_routes)


def studio_routes(app: Application, streams: Streams) -> Blueprint:
    """Everything under /studio/. The staff's log-in comes with the desk."""
    routes = Blueprint("studio", __name__, url_prefix="/studio")
    for part in PARTS:
        routes.register_blueprint(part(app))
    words_for_templates(routes)
    return routes


__all__ = ["studio_routes"]
