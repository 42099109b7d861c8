"""The widget's HTTP contract, kept over a FakeChat."""

import secrets
import time
from typing import cast

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    g,
    jsonify,
    render_template,
    request,
    send_from_directory,
)

from channels.webchat import assets
from tests.browser.widget.dialog import GREETING, Conversation, Message, reply, take
from tests.browser.widget.fake_chat import FakeChat

routes = Blueprint("chat", __name__, template_folder=str(assets.TEMPLATES))


def make_app(chat: FakeChat) -> Flask:
    app = Flask(__name__, static_folder=None)
    app.extensions["chat"] = chat
    app.register_blueprint(routes)
    return app


def the_chat() -> FakeChat:
    return cast("FakeChat", current_app.extensions["chat"])


@routes.before_request
def find_session() -> Response | None:
    g.conversation = the_chat().conversations.get(request.cookies.get("chat-demo", ""))
    if request.method == "POST" and not genuine():
        return error(403, "forbidden", "Not from this page")
    return None


def genuine() -> bool:
    headers = request.headers
    return headers.get("X-Cancelbot") == "1" and headers.get("Sec-Fetch-Site") == "same-origin"


@routes.get("/widget/<path:name>")
def widget(name: str) -> Response:
    response = send_from_directory(assets.STATIC, name, max_age=0)
    response.headers.update(assets.STATIC_HEADERS)
    return response


@routes.get("/chat/demo/")
def chat_page() -> Response:
    nonce = secrets.token_urlsafe(16)
    variables = assets.page(
        brand_name="Northwind",
        brand_slug="demo",
        locale=request.args.get("locale", "en"),
        nonce=nonce,
        accent=request.args.get("accent", assets.DEFAULT_ACCENT),
    )
    response = Response(render_template(assets.TEMPLATE, **variables))
    policy = assets.content_security_policy(nonce, the_chat().embed_origins)
    response.headers["Content-Security-Policy"] = policy
    return response


@routes.get("/chat/demo/session")
def session() -> Response:
    if g.conversation is None:
        return Response(status=204)
    return jsonify(g.conversation.since(0))


@routes.post("/chat/demo/sessions")
def begin() -> Response:
    chat = the_chat()
    if (refusal := chat.refusal()) is not None:
        return error(refusal[0], "refused", "As told", refusal[1])
    body = cast("Message", request.get_json())
    chat.begun.append(body)
    if "expired" in (body.get("identity"), body.get("continue")):
        return error(401, "expired", "This token has expired")
    conversation = Conversation(locale=body["locale"])
    reply(conversation, "start", GREETING)
    chat.conversations[conversation.token] = conversation
    response = jsonify(conversation.since(0))
    response.status_code = 201
    if chat.cookies:
        response.set_cookie("chat-demo", conversation.token, httponly=True, samesite="Lax")
    return response


@routes.get("/chat/demo/messages")
def since() -> Response:
    if g.conversation is None:
        return error(401, "no_session", "There is none")
    return jsonify(g.conversation.since(int(request.args["since"])))


@routes.post("/chat/demo/messages")
def post() -> Response:
    chat = the_chat()
    body = cast("Message", request.get_json())
    chat.posts.append(body)
    time.sleep(chat.delay)
    if (refusal := chat.refusal()) is not None:
        return error(refusal[0], "refused", "As told", refusal[1])
    if g.conversation is None:
        return error(401, "no_session", "There is none")
    with chat.changed:
        before = take(g.conversation, body)
        answer = jsonify(g.conversation.since(before))
        chat.changed.notify_all()
    time.sleep(chat.answer_late)
    return answer


@routes.get("/chat/demo/events")
def events() -> Response:
    chat = the_chat()
    header, since = request.headers.get("Last-Event-ID"), request.args.get("since")
    chat.stream_requests.append((header, since))
    if g.conversation is None or chat.refuse_streams:
        return error(503, "busy", "No streams now")
    stream = chat.events(g.conversation, int(header or since or 0))
    return Response(stream, mimetype="text/event-stream", headers={"Cache-Control": "no-store"})


def error(status: int, code: str, message: str, retry_after: int | None = None) -> Response:
    response = jsonify({"error": {"code": code, "message": message}})
    response.status_code = status
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response
