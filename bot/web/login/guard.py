"""Who asks, and whether they may: used by every route of the staff."""

import hmac
from collections.abc import Callable
from functools import wraps
from typing import Literal, ParamSpec
from urllib.parse import quote

from flask import Response, abort, current_app, g, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from bot.staff import Staff, staff_of
from bot.web.errors import ApiError
from bot.web.security import same_origin
from bot.wiring import Application
from storage.repositories.staff import AgentRow, Role

P = ParamSpec("P")
EXTENSION = "cancelbot.login"
"""Under this name the Flask application keeps the `Application` whose staff logs in."""


def needs(role: Role) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """Only for the staff: `agent` lets in everybody of it, `admin` only admins."""

    def decorate(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            _let_in(role)
            response = make_response(view(*args, **kwargs))
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        return guarded

    return decorate


def signed_in() -> Staff | None:
    """Who is logged in, if anybody; read once a request."""
    if "staff" not in g:
        app: Application = current_app.extensions[EXTENSION]
        token = session_token()
        g.staff = None if token is None else staff_of(app, token)
    staff: Staff | None = g.staff
    return staff


def current_staff() -> Staff:
    """Who is logged in, with brand and token, in a route that `needs` guards."""
    staff = signed_in()
    assert staff is not None, "the route lacks @needs"
    return staff


def current_agent() -> AgentRow:
    """Who is logged in, in a route that `needs` guards."""
    return current_staff().agent


class CsrfField:
    """A hidden field; templates take it as HTML that needs no escaping. The token is URL-safe."""

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        self._token = token

    def __html__(self) -> str:
        return f'<input type="hidden" name="csrf" value="{self._token}">'


def csrf_field() -> CsrfField:
    """The hidden field of a form that changes something."""
    staff = signed_in()
    return CsrfField("" if staff is None else staff.csrf)


def session_token() -> str | None:
    """The token as the browser sent it."""
    return request.cookies.get(cookie_name()) or None


def cookie_name() -> str:
    """Behind https the prefix forbids other hosts and paths to set it."""
    return "__Host-cancelbot-staff" if is_https() else "cancelbot-staff"


def is_https() -> bool:
    app: Application = current_app.extensions[EXTENSION]
    return app.settings.base_url.startswith("https:")


def _let_in(role: Role) -> None:
    staff = signed_in()
    if staff is None:
        _refuse_stranger()
    elif role == "admin" and staff.agent.role != "admin":
        _refuse(403, "forbidden", "This is for admins. Ask one of them to do it, or to change your role.")
    elif request.method not in ("GET", "HEAD") and not _is_ours(staff):
        _refuse(403, "cross_site", "This request did not come from a page of this log-in. Reload the page.")


def _is_ours(staff: Staff) -> bool:
    given = request.headers.get("X-CSRF-Token") or request.form.get("csrf") or ""
    return same_origin() and hmac.compare_digest(given.encode(), staff.csrf.encode())


def _refuse_stranger() -> None:
    if wants_page() and request.method == "GET":
        path = request.full_path.rstrip("?")
        abort(redirect(f"/login?next={quote(path)}", code=303))
    raise ApiError(401, "not_logged_in", "Your log-in has ended. Log in again.")


def _refuse(status: Literal[403], code: str, message: str) -> None:
    if wants_page():
        page = render_template("desk/refused.html", message=message)
        abort(Response(page, status=status, mimetype="text/html"))
    raise ApiError(status, code, message)


def wants_page() -> bool:
    """A browser that goes somewhere names HTML; scripts and other programs ask for anything."""
    return "text/html" in request.headers.get("Accept", "")
