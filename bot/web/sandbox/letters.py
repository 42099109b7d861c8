"""Letters as their receivers get them: what waits to be printed in the demo, or was."""

from dataclasses import dataclass

from flask import Blueprint, Response

from bot.letters.naming import reference_of
from bot.web.sandbox.guard import demo_brands, not_here
from bot.wiring import Application
from storage.repositories.letters import LetterRow, LetterState

STATES: dict[LetterState, str] = {
    "queued": "waits for the print run",
    "printed": "printed",
    "posted": "posted",
    "returned": "came back",
}


@dataclass(frozen=True, slots=True)
class Written:
    """One letter, for the page."""

    reference: str
    name: str
    state: str
    url: str


def letters_written(app: Application) -> list[Written]:
    """All of the demo's, the newest first; those of erased persons are left out."""
    with app.database.read() as uow:
        rows = [row for brand in demo_brands(app) for row in uow.letters.in_states(brand.id, list(STATES))]
    rows.sort(key=lambda row: row.created_at, reverse=True)
    return [_written(row) for row in rows if row.addressee is not None]


def add_letters(routes: Blueprint, app: Application) -> None:
    """GET /sandbox/letters/<id>: the letter as it is printed."""

    @routes.get("/letters/<letter>")
    def letter(letter: str) -> Response:
        with app.database.read() as uow:
            for brand in demo_brands(app):
                row = uow.letters.get(brand.id, letter)
                file = None if row is None else uow.documents.get(brand.id, row.record_id, row.form)
                if row is not None and file is not None and file.content is not None:
                    name = reference_of(row).replace("/", "-")
                    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
                    return Response(file.content, mimetype="application/pdf", headers=headers)
        raise not_here()


def _written(row: LetterRow) -> Written:
    name = (row.addressee or "").split("\n", 1)[0]
    return Written(reference_of(row), name, STATES[row.state], f"/sandbox/letters/{row.id}")
