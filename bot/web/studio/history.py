"""Revisions: the list, one compared with another, going back, and the page after publishing."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.publishing import RevisionBody
from bot.studio.changes import changes_between, pieces_of
from bot.studio.release import Faulty, NotPublished, go_back
from bot.studio.under_way import under_way
from bot.studio.workshop import Workshop, revision_of
from bot.web.login import current_agent, needs
from bot.web.studio.publishing import published, seen_of_form, status_of, words_for
from bot.web.studio.shown import page, workshop_of
from bot.wiring import Application
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork


def history_routes(app: Application) -> Blueprint:
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
            row = _found(uow, workshop, revision)
            other = _compared(uow, workshop, row, request.args.get("with"))
        changes = changes_between(RevisionBody.loaded(other.body), RevisionBody.loaded(row.body))
        differing = [(change, *pieces_of(change)) for change in changes]
        return page("revision.html", workshop, here="revisions", revision=row, other=other, changes=differing)

    @routes.get("/<revision>/published")
    @needs("admin")
    def done(revision: str) -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            row = _found(uow, workshop, revision)
            counted = under_way(uow, workshop.brand.id)
        staying = counted.total - counted.on(row.id)
        return page(
            "published.html", workshop, here="publish", revision=row, under_way=counted, staying=staying
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
            return _list(app, refusal), status_of(refusal)
        return redirect(url_for(".done", revision=row.id), code=303)

    return routes


def _list(app: Application, refusal: NotPublished | None = None) -> str:
    with app.database.read() as uow:
        workshop = workshop_of(uow)
        counted = under_way(uow, workshop.brand.id)
        rows = uow.revisions.of_script(workshop.brand.id, workshop.published.script)
    released = [row for row in rows if row.status != "draft"]
    return page(
        "revisions.html",
        workshop,
        here="revisions",
        rows=released,
        under_way=counted,
        refused=words_for(refusal),
        errors=list(refusal.issues) if isinstance(refusal, Faulty) else [],
    )


def _found(uow: UnitOfWork, workshop: Workshop, revision: str) -> RevisionRow:
    """A revision of this brand, or 404."""
    try:
        return revision_of(uow, workshop.brand.id, revision)
    except LookupError:
        abort(404)


def _compared(uow: UnitOfWork, workshop: Workshop, row: RevisionRow, other: str | None) -> RevisionRow:
    """What it is compared with: the named one, or the one that was published before it."""
    if other:
        return _found(uow, workshop, other)
    rows = uow.revisions.of_script(workshop.brand.id, row.script)
    before = (each for each in rows if each.status != "draft" and each.number < row.number)
    return next(before, row)
