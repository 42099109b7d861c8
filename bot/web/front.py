"""The front page of an installation that is no demo: what runs here, and for whom there is a door."""

from flask import Blueprint, render_template

from bot.web.streams import Streams
from bot.wiring import Application


def front_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /. It names no brand: which ones are served here is nobody's business."""
    routes = Blueprint("front", __name__)

    @routes.get("/")
    def front() -> str:
        return render_template("front.html")

    return routes
