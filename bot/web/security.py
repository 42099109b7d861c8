"""What every answer carries, and what every request from a page must carry."""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from bot.web.errors import ApiError
from bot.wiring import Application

PAGE_HEADER = "X-Cancelbot"
"""Our own pages send it with every request; another site's form or image cannot."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


def secure(flask: Flask, app: Application) -> None:
    """Headers on every answer; a page may set a policy of its own before."""
    https = app.settings.base_url.startswith("https:")

    @flask.after_request
    def _headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if https:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response


def same_origin() -> bool:
    """Whether the browser says that the request comes from a page of ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or _host_of(origin) == request.host


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def require_own_page() -> None:
    """A request that a cookie signs must come from our own page. Raises ApiError 403."""
    if not same_origin() or request.headers.get(PAGE_HEADER) != "1":
        raise ApiError(403, "cross_site", "This request must come from the chat's own page.")
