"""What would have been sent: as JSON, and as a page."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from bot.sandbox.kept import iso, sent_rows
from bot.web.sandbox.guard import demo_brands
from bot.web.sandbox.letters import letters_written
from bot.web.sandbox.people import people
from bot.web.sandbox.reading import whole_argument
from bot.wiring import Application
from storage.repositories.runtime import SandboxMessageRow


def add_outbox(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/ and GET /sandbox/outbox."""

    @routes.get("/")
    def outbox_page() -> str:
        to = _recipient() or ""
        letters = [] if to else letters_written(app)
        return render_template("sandbox/outbox.html", to=to, people=people(), letters=letters)

    @routes.get("/outbox")
    def outbox() -> Response:
        """Everything, to everybody: `to`, `since` (an id) and `limit` (the newest so many) narrow it."""
        to, since, limit = _recipient(), whole_argument("since"), whole_argument("limit")
        with app.database.read() as uow:
            rows = [row for brand in brands() for row in sent_rows(uow, brand.id, to, since)]
        rows.sort(key=lambda row: row.seq)
        response = jsonify([_shown(row) for row in rows[-limit:]])
        response.headers["Cache-Control"] = "no-store"
        return response

    def brands() -> list[Any]:
        slug = request.args.get("brand")
        return [brand for brand in demo_brands(app) if slug in (None, brand.slug)]


def _recipient() -> str | None:
    """Whose messages are wanted. A plus that was not escaped arrives as a space."""
    to = request.args.get("to", "")
    return f"+{to.strip()}" if to.startswith(" ") else to.strip() or None


def _shown(row: SandboxMessageRow) -> dict[str, Any]:
    """One message. `buttons` holds what can be pressed: id, label, kind, url."""
    files = (row.meta or {}).get("attachments") or []
    return {
        "id": row.seq,
        "channel": row.channel,
        "to": row.recipient,
        "subject": row.subject,
        "text": row.body,
        "buttons": row.buttons or [],
        "at": iso(row.created_at),
        "page": f"/sandbox/mail/{row.seq}" if row.channel == "email" else None,
        "attachments": [
            {"name": file["name"], "url": f"/sandbox/files/{row.seq}/{index}"}
            for index, file in enumerate(files)
        ],
    }
