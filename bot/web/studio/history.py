"""Revisions: the list, one compared with another, and going back."""

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.publishing import RevisionBody
from bot.studio.changes import changes_between, passages_between, pieces_of
from bot.studio.release import Faulty, NotPublished, Unchecked, go_back
from bot.studio.under_way import under_way
from bot.studio.workshop import Workshop, validity_of
from bot.web.login import current_agent, needs
from bot.web.studio.publishing import published, seen_of_form, status_of, words_for
from bot.web.studio.shown import base, found_revision, page, workshop_of
from bot.wiring import Application
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork


def history_routes(app: Application, prover: Prover) -> Blueprint:
    """GET /studio/revisions and below it."""
    routes = Blueprint("history", __name__, url_prefix="/revisions")

    @routes.get("")
    @needs("admin")
    def every() -> ResponseReturnValue:
        return _list(app)

    @routes.get("/<revision>")
    @needs("admin")
    def one(revision: str) -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            row = found_revision(uow, workshop, revision)
            other = _compared(uow, workshop, row, request.args.get("with"))
            valid = validity_of(uow.revisions.of_script(workshop.brand.id, workshop.name))
        before, after = RevisionBody.loaded(other.body), RevisionBody.loaded(row.body)
        changes = changes_between(before, after)
        return page(
            "revision.html",
            workshop,
            here="revisions",
            revision=row,
            valid=valid.get(row.id),
            other=other,
            changes=[(change, *pieces_of(change)) for change in changes],
            passages=passages_between(before.source, after.source),
        )

    @routes.post("/<revision>/publish")
    @needs("admin")
    def back(revision: str) -> ResponseReturnValue:
        seen = seen_of_form()

        def work(uow: UnitOfWork, workshop: Workshop) -> RevisionRow:
            author, now = current_agent().name, app.clock()
            return go_back(uow, workshop, revision, seen=seen, author=author, now=now)

        try:
            row = published(app, work)
        except LookupError:
            abort(404)
        except NotPublished as refusal:
            if isinstance(refusal, Unchecked):
                prover.begin(refusal.source)
            return _list(app, refusal, revision), status_of(refusal)
        return redirect(f"{base()}/revisions/{row.id}/published", code=303)

    return routes


def _list(app: Application, refusal: NotPublished | None = None, wanted: str = "") -> str:
    """Args: wanted: the revision that could not be gone back to."""
    with app.database.read() as uow:
        workshop = workshop_of(uow)
        rows = uow.revisions.of_script(workshop.brand.id, workshop.name)
        counted = under_way(uow, workshop.brand.id, rows)
    released = [row for row in rows if row.status != "draft"]
    return page(
        "revisions.html",
        workshop,
        here="revisions",
        rows=released,
        valid=validity_of(rows),
        under_way=counted,
        checking=wanted if isinstance(refusal, Unchecked) else None,
        refused=words_for(refusal),
        errors=list(refusal.issues) if isinstance(refusal, Faulty) else [],
    )


def _compared(uow: UnitOfWork, workshop: Workshop, row: RevisionRow, other: str | None) -> RevisionRow:
    """What it is compared with: the named one, or the one that was published before it."""
    if other:
        return found_revision(uow, workshop, other)
    rows = uow.revisions.of_script(workshop.brand.id, row.script)
    before = (each for each in rows if each.status != "draft" and each.number < row.number)
    return next(before, row)
