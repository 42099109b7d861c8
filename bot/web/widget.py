"""The widget's files and the chat page."""

import secrets

from flask import Blueprint, Response, render_template, request, send_from_directory

from bot.room import locale_of
from bot.web.reception import Reception
from bot.web.streams import Streams
from bot.wiring import Application
from channels.webchat import assets


def widget_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /widget/<file> and GET /chat/<brand>/."""
    routes = Blueprint("widget", __name__, template_folder=str(assets.TEMPLATES))
    reception = Reception(app)

    @routes.get("/widget/<path:name>")
    def file(name: str) -> Response:
        response = send_from_directory(assets.STATIC, name, max_age=300)
        response.headers.update(assets.STATIC_HEADERS)
        return response

    @routes.get("/chat/<slug>/")
    def page(slug: str) -> Response:
        brand, account = reception.brand(slug)
        nonce = secrets.token_urlsafe(16)
        wanted = request.args.get("locale") or request.accept_languages.best
        variables = assets.page(
            brand_name=brand.name,
            brand_slug=brand.slug,
            locale=locale_of(wanted, tuple(brand.locales), brand.locale),
            nonce=nonce,
            accent=str(brand.settings.get("accent", assets.DEFAULT_ACCENT)),
            locales=tuple(brand.locales),
            script=request.args.get("script"),
        )
        response = Response(render_template(assets.TEMPLATE, **variables))
        origins = str(account.settings.get("embed_origins", "")).split()
        response.headers["Content-Security-Policy"] = assets.content_security_policy(nonce, origins)
        response.headers["Cache-Control"] = "no-store"
        return response

    return routes
