"""The log-in page, logging in and logging out."""

import re

from flask import Blueprint, Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from bot.audit.standing import worry_of
from bot.staff import SESSION_HOURS, LogInRefused, TooManyLogIns, log_in, log_out
from bot.web.errors import ApiError
from bot.web.login.guard import (
    EXTENSION,
    cookie_name,
    csrf_field,
    is_https,
    needs,
    session_token,
    signed_in,
)
from bot.web.login.missing import missing_page
from bot.web.security import same_origin
from bot.wiring import Application

_LOCAL = re.compile(r"/(?!/)[\w\-./?=&%#]*", re.ASCII)
_LONGEST = 300


def login_routes(app: Application) -> Blueprint:
    """GET and POST /login, POST /logout; what `layout.html` asks for, and the page for what is not there."""
    routes = Blueprint("login", __name__)
    routes.record_once(lambda state: state.app.extensions.__setitem__(EXTENSION, app))
    routes.app_errorhandler(404)(missing_page)
    routes.app_context_processor(
        lambda: {"signed_in": signed_in, "csrf_field": csrf_field, "audit_worry": lambda: _audit_worry(app)}
    )

    @routes.get("/login")
    def form() -> ResponseReturnValue:
        if signed_in() is not None:
            return redirect(_next(), code=303)
        return _page(app)

    @routes.post("/login")
    def enter() -> ResponseReturnValue:
        if not same_origin():
            raise ApiError(403, "cross_site", "Log in on the log-in page of this site.")
        try:
            token = log_in(
                app,
                _given("brand") or None,
                _given("email"),
                request.form.get("password", "")[:_LONGEST],
                origin=request.remote_addr or "",
                ended=session_token(),
            )
        except LogInRefused:
            return _page(app, "Name and password do not match. Check both and try again."), 401
        except TooManyLogIns as error:
            return _too_many(app, error)
        response = redirect(_next(), code=303)
        _set_cookie(response, token)
        return response

    @routes.post("/logout")
    @needs("agent")
    def leave() -> ResponseReturnValue:
        log_out(app, session_token() or "")
        response = redirect("/login", code=303)
        response.delete_cookie(cookie_name(), path="/", secure=is_https(), httponly=True, samesite="Strict")
        return response

    return routes


def _audit_worry(app: Application) -> str | None:
    """What the navigation says of the last audit, where an admin should look at it."""
    staff = signed_in()
    if staff is None:
        return None
    with app.database.read() as uow:
        return worry_of(uow, staff.brand, app.clock())


def _page(app: Application, wrong: str | None = None) -> str:
    with app.database.read() as uow:
        several = len(uow.brands.all()) > 1
    return render_template(
        "desk/login.html",
        several=several,
        wrong=wrong,
        next=_next(),
        brand=_given("brand"),
        email=_given("email"),
    )


def _too_many(app: Application, error: TooManyLogIns) -> Response:
    minutes = -(-error.retry_after // 60)
    wrong = f"Too many attempts. Try again in {minutes} minute{'s' if minutes > 1 else ''}."
    response = make_response(_page(app, wrong), 429)
    response.headers["Retry-After"] = str(error.retry_after)
    return response


def _given(name: str) -> str:
    return request.values.get(name, "").strip()[:_LONGEST]


def _next() -> str:
    """Where to go after the log-in: a path of ours, whatever somebody put into the address."""
    wanted = request.values.get("next", "")
    return wanted if _LOCAL.fullmatch(wanted) else "/desk/"


def _set_cookie(response: BaseResponse, token: str) -> None:
    response.set_cookie(
        cookie_name(),
        token,
        max_age=SESSION_HOURS * 3600,
        httponly=True,
        secure=is_https(),
        samesite="Strict",
        path="/",
    )
