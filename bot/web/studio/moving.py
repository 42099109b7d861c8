"""After publishing: who follows which revision, and moving those that could follow the new one."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.publishing import RevisionBody
from bot.studio.under_way import Followers, followers_of, move_followers
from bot.studio.workshop import Workshop
from bot.web.errors import ApiError
from bot.web.login import needs
from bot.web.studio.shown import found_revision, page, workshop_of
from bot.wiring import Application
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork


def moving_routes(app: Application, prover: Prover) -> Blueprint:
    """GET /studio/revisions/<revision>/published, POST /studio/revisions/<revision>/move."""
    routes = Blueprint("moving", __name__, url_prefix="/revisions/<revision>")

    @routes.get("/published")
    @needs("admin")
    def done(revision: str) -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            row = found_revision(uow, workshop, revision)
            followers = _behind(uow, workshop, row)
        return page(
            "published.html",
            workshop,
            here="publish",
            revision=row,
            followers=followers,
            staying=sum(each.count for each in followers),
            movable=sum(each.movable for each in followers),
            moved=request.args.get("moved", type=int),
        )

    @routes.post("/move")
    @needs("admin")
    def move(revision: str) -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            row = found_revision(uow, workshop, revision)
            behind = [each.revision for each in _behind(uow, workshop, row)]
        if row.id != workshop.published.id:
            raise ApiError(409, "not_published", "Conversations move to the published revision only.")
        moved = sum(move_followers(app.database, each, row) for each in behind)
        return redirect(url_for(".done", revision=row.id, moved=moved), code=303)

    return routes


def _behind(uow: UnitOfWork, workshop: Workshop, row: RevisionRow) -> tuple[Followers, ...]:
    """Who follows another revision of the script, and could move to this one."""
    rows = uow.revisions.of_script(workshop.brand.id, workshop.name)
    others = [each for each in rows if each.id != row.id]
    return followers_of(uow, others, RevisionBody.loaded(row.body))
