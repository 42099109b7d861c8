"""A mail as its receiver sees it, and the files that went along with messages."""

from flask import Blueprint, Response, render_template

from bot.sandbox.files import read_file
from bot.sandbox.kept import SENT, iso, row_numbered
from bot.web.sandbox.guard import demo_brands, not_here
from bot.wiring import Application
from storage.repositories.runtime import SandboxMessageRow

_MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)
"""A mail runs nothing and loads nothing, as in a careful mail reader."""


def add_mail(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/mail/<id>, its HTML, and GET /sandbox/files/<id>/<index>."""

    def found(number: int, *kinds: str) -> SandboxMessageRow:
        with app.database.read() as uow:
            for brand in demo_brands(app):
                for kind in kinds:
                    row = row_numbered(uow, brand.id, kind, number)
                    if row is not None:
                        return row
        raise not_here()

    @routes.get("/mail/<int:number>")
    def mail_page(number: int) -> str:
        row = found(number, "email")
        files = (row.meta or {}).get("attachments") or []
        return render_template(
            "sandbox/mail.html",
            mail=row,
            at=iso(row.created_at),
            files=[read_file(file) for file in files],
            has_html=bool((row.meta or {}).get("html")),
        )

    @routes.get("/mail/<int:number>/html")
    def mail_html(number: int) -> Response:
        html = (found(number, "email").meta or {}).get("html")
        if not html:
            raise not_here()
        response = Response(_opening_elsewhere(html), mimetype="text/html")
        response.headers["Content-Security-Policy"] = _MAIL_POLICY
        return response

    @routes.get("/files/<int:number>/<int:index>")
    def file(number: int, index: int) -> Response:
        stored = (found(number, *SENT).meta or {}).get("attachments") or []
        if index >= len(stored):
            raise not_here()
        attachment = read_file(stored[index])
        response = Response(attachment.content, mimetype=attachment.media_type)
        response.headers["Content-Disposition"] = _saved_as(attachment.name)
        return response


def _opening_elsewhere(html: str) -> str:
    """The mail's links open beside it, not in its frame."""
    return html.replace("<head>", '<head><base target="_blank">', 1)


def _saved_as(name: str) -> str:
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)
    return f'attachment; filename="{plain or "file"}"'
