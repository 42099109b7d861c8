"""What a person of the staff sees at an address that does not exist: a page with a way back.

Programs, and the scripts of our own pages, are answered in JSON as everywhere.
"""

from flask import Response, render_template, request
from werkzeug.exceptions import NotFound

from bot.web.errors import error_response
from bot.web.login.guard import wants_page

_BACK = {"/desk": "the desk", "/studio": "the studio"}
_API = "/desk/api/"


def missing_page(error: NotFound) -> Response:
    """404 as a page under /desk and /studio, as JSON elsewhere."""
    area = next((path for path in _BACK if _is_below(path)), None)
    if area is None or request.path.startswith(_API) or not wants_page():
        return error_response(404, "not_found", error.description or "")
    page = render_template("desk/missing.html", area=area[1:], back=f"{area}/", place=_BACK[area])
    return Response(page, status=404, mimetype="text/html", headers={"Cache-Control": "no-store"})


def _is_below(path: str) -> bool:
    return request.path == path or request.path.startswith(f"{path}/")
