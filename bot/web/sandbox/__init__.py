"""The sandbox's pages and the addresses of its simulated providers; only for a demo on loopback.

Here belongs HTTP: reading requests, choosing templates, statuses. What a provider
or a person does belongs to `bot.sandbox`.
"""

from flask import Blueprint

from bot.sandbox.posting import Reports
from bot.sandbox.telegram.bot_api import BotApi
from bot.sandbox.twilio import Twilio
from bot.web.sandbox.bot_api import add_bot_api
from bot.web.sandbox.guard import only_in_the_demo
from bot.web.sandbox.letters import add_letters
from bot.web.sandbox.mail import add_mail
from bot.web.sandbox.outbox import add_outbox
from bot.web.sandbox.phone import add_phone
from bot.web.sandbox.telegram import add_telegram
from bot.web.sandbox.twilio import add_twilio
from bot.web.streams import Streams
from bot.wiring import Application

__all__ = ["sandbox_routes"]


def sandbox_routes(app: Application, streams: Streams) -> Blueprint:
    """Everything under /sandbox."""
    routes = Blueprint("sandbox", __name__, url_prefix="/sandbox")
    only_in_the_demo(routes, app)
    add_outbox(routes, app)
    add_mail(routes, app)
    add_letters(routes, app)
    add_twilio(routes, app, Twilio(app, Reports()))
    add_phone(routes, app)
    add_bot_api(routes, BotApi(app, streams))
    add_telegram(routes, app)
    return routes
