"""The demo's start page: who to be, where to chat, what was sent, who works there, and starting over.

Only for a demo on loopback, like the sandbox, of which it shows the outbox.
"""

import secrets

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from bot.demo.brand import DEMO_AGENTS
from bot.demo.chats import open_waiting_chats
from bot.demo.seed import Publish, reset_demo
from bot.identification.tokens import mint_token
from bot.outbounds import account_of
from bot.publishing import publish_all_packaged
from bot.web.errors import ApiError
from bot.web.sandbox.guard import demo_brands, not_here, only_in_the_demo
from bot.web.sandbox.people import people
from bot.web.sandbox.reading import json_body, text_of
from bot.web.streams import Streams
from bot.wiring import Application
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

__all__ = ["start_routes"]


def start_routes(app: Application, streams: Streams) -> Blueprint:
    """GET /, POST /start/identity, POST /start/stranger and POST /start/reset."""
    routes = Blueprint("start", __name__)
    only_in_the_demo(routes, app)

    @routes.get("/")
    def start() -> str:
        return render_template(
            "start/start.html",
            area="start",
            brand=_demo(app),
            people=people(),
            staff=DEMO_AGENTS,
            was_reset="reset" in request.args,
        )

    @routes.post("/start/identity")
    def identity() -> Response:
        """What the brand's own page would say of its signed-in customer."""
        brand = _demo(app)
        return jsonify(identity=_minted(app, brand, text_of(json_body(), "customer")))

    @routes.post("/start/stranger")
    def stranger() -> Response:
        """Forget this browser's chat, so that the next one begins with nobody known."""
        response = Response(status=204)
        _forget_chat(response, _demo(app))
        return response

    @routes.post("/start/reset")
    def reset() -> AnyResponse:
        brand = reset_demo(app.database, app.clock(), _publisher(app))
        open_waiting_chats(app, brand.id)
        app.directory.forget()
        # Chats that are gone were not told about one by one.
        streams.wake(frozenset())
        response = redirect("/?reset", code=303)
        _forget_chat(response, brand)
        return response

    return routes


def _demo(app: Application) -> BrandRow:
    """The brand that the page is about. Raises `ApiError` 404."""
    found = next((brand for brand in demo_brands(app) if brand.slug == "demo"), None)
    if found is None:
        raise not_here()
    return found


def _minted(app: Application, brand: BrandRow, customer: str) -> str:
    if customer not in {each["ref"] for each in people()}:
        raise ApiError(404, "unknown_customer", "The demo has no such customer.")
    with app.database.read() as uow:
        accounts = app.directory.accounts_of(uow, brand.id)
    chat = next((account_of(each) for each in accounts if each.kind == "webchat"), None)
    if chat is None or "token_key" not in chat.settings:
        raise ApiError(404, "no_account", "The brand has no web chat with a key for identity tokens.")
    key = chat.settings["token_key"]
    return mint_token(key, brand.slug, customer, secrets.token_urlsafe(16), app.clock())


def _publisher(app: Application) -> Publish:
    def publish(uow: UnitOfWork, brand: BrandRow) -> None:
        publish_all_packaged(uow, brand.id, "Cancelbot", app.clock())

    return publish


def _forget_chat(response: AnyResponse, brand: BrandRow) -> None:
    """End the session of this browser's chat (`bot.web.chat` sets the cookie)."""
    for name in (f"chat-{brand.slug}", f"__Host-chat-{brand.slug}"):
        response.delete_cookie(name, path="/", secure=name.startswith("__Host-"))
