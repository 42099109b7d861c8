"""The desk: queue, transcript and side panel for the people who answer.

The page is one document with plain modules (`static/desk`); everything else is
JSON under `/desk/api`, read again whenever the event stream says that something
changed. What is shown is made here (`queue`, `chat`, `panel`); what is done is
in `bot.handoff`. It brings the staff's log-in (`bot.web.login`) with it.
"""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from bot.web.desk.actions import action_routes
from bot.web.desk.audits import audit_pages
from bot.web.desk.history import history_page
from bot.web.desk.live import live_routes
from bot.web.desk.reading import reading_routes
from bot.web.desk.resending import resending_routes
from bot.web.login import login_routes, needs
from bot.web.streams import Streams
from bot.wiring import Application


def desk_routes(app: Application, streams: Streams) -> Blueprint:
    """/desk/, what it reads and does, its event stream, and the log-in."""
    routes = Blueprint("desk", __name__)
    routes.register_blueprint(login_routes(app))
    routes.register_blueprint(reading_routes(app))
    routes.register_blueprint(resending_routes(app))
    routes.register_blueprint(history_page(app))
    routes.register_blueprint(audit_pages(app))
    routes.register_blueprint(action_routes(app))
    routes.register_blueprint(live_routes(app, streams))

    @routes.get("/desk/")
    @needs("agent")
    def page() -> ResponseReturnValue:
        return render_template("desk/desk.html", area="desk")

    return routes
