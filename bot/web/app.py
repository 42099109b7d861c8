"""The Flask application, made from its parts in one place."""

from collections.abc import Callable

from flask import Blueprint, Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from bot.web.calls import call_routes
from bot.web.case import case_routes
from bot.web.chat import chat_routes
from bot.web.confirmations import confirmation_routes
from bot.web.desk import desk_routes
from bot.web.documents import document_routes
from bot.web.endings import ending_routes
from bot.web.errors import handle_errors
from bot.web.front import front_routes
from bot.web.health import health_routes
from bot.web.mails import mail_routes
from bot.web.openapi import openapi_routes
from bot.web.records import record_routes
from bot.web.routing import Web
from bot.web.sandbox import sandbox_routes
from bot.web.security import secure
from bot.web.start import start_routes
from bot.web.streams import Streams
from bot.web.stripe_events import stripe_routes
from bot.web.studio import studio_routes
from bot.web.verify import verify_routes
from bot.web.webhooks import webhook_routes
from bot.web.widget import widget_routes
from bot.wiring import Application

LARGEST_BODY = 1_000_000
"""Bytes of a request; more are refused with 413."""


def create_app(app: Application, streams: Streams, *, demo: bool) -> Flask:
    """The web application.

    Args:
        demo: adds the start page, the sandbox and the demo's log-ins; only ever on loopback.
    """
    flask = Web()
    flask.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    flask.json.sort_keys = False  # type: ignore[attr-defined]
    if hops := app.settings.proxies:
        # Only as many as there are: a header that anybody can send must not say who is asking.
        flask.wsgi_app = ProxyFix(flask.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    handle_errors(flask)
    secure(flask, app)
    for routes in _areas(demo):
        flask.register_blueprint(routes(app, streams))
    return flask


Area = Callable[[Application, Streams], Blueprint]


def _areas(demo: bool) -> list[Area]:
    always: list[Area] = [
        health_routes,
        chat_routes,
        case_routes,
        document_routes,
        record_routes,
        widget_routes,
        webhook_routes,
        ending_routes,
        confirmation_routes,
        mail_routes,
        stripe_routes,
        call_routes,
        openapi_routes,
        desk_routes,
        studio_routes,
        verify_routes,
    ]
    return [*always, start_routes, sandbox_routes] if demo else [*always, front_routes]
