"""Publishing the draft: what changes, what is wrong with it, and the button."""

from collections.abc import Callable

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.receive.inbox import again_on_conflict
from bot.studio.changes import changes_between, passages_between, pieces_of
from bot.studio.languages import words_for_unspoken
from bot.studio.release import (
    LONGEST_MESSAGE,
    Faulty,
    NoMessage,
    NoScript,
    NothingToPublish,
    NotPublished,
    PublishedMeanwhile,
    Seen,
    Unchecked,
    issues_of,
    publish_draft,
)
from bot.studio.under_way import followers_of
from bot.studio.workshop import Workshop, discard_draft
from bot.web.errors import ApiError
from bot.web.login import current_agent, needs
from bot.web.studio.proofs import proofs_of
from bot.web.studio.shown import base, by_severity, page, workshop_of
from bot.wiring import Application
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork


def publishing_routes(app: Application, prover: Prover) -> Blueprint:
    """GET and POST /studio/publish, POST /studio/discard."""
    routes = Blueprint("publishing", __name__)

    @routes.get("/publish")
    @needs("admin")
    def ready() -> ResponseReturnValue:
        return publish_page(app, prover)

    @routes.post("/publish")
    @needs("admin")
    def publish() -> ResponseReturnValue:
        seen, message = seen_of_form(), request.form.get("message", "")

        def work(uow: UnitOfWork, workshop: Workshop) -> RevisionRow:
            author, now = current_agent().name, app.clock()
            return publish_draft(uow, workshop, seen=seen, message=message, author=author, now=now)

        try:
            row = published(app, work)
        except NotPublished as refusal:
            return publish_page(app, prover, refusal, message), status_of(refusal)
        return redirect(f"{base()}/revisions/{row.id}/published", code=303)

    @routes.post("/discard")
    @needs("admin")
    def discard() -> ResponseReturnValue:
        def work() -> None:
            with app.database.write() as uow:
                author, now = current_agent().name, app.clock()
                discard_draft(uow, workshop_of(uow), author=author, now=now)

        again_on_conflict(work)
        return redirect(f"{base()}/", code=303)

    return routes


def published(app: Application, work: Callable[[UnitOfWork, Workshop], RevisionRow]) -> RevisionRow:
    """Publish in one transaction, again from its start when somebody was faster."""

    def once() -> RevisionRow:
        with app.database.write() as uow:
            return work(uow, workshop_of(uow))

    return again_on_conflict(once)


def publish_page(
    app: Application, prover: Prover, refusal: NotPublished | None = None, message: str = ""
) -> str:
    """The page with the button, saying what stands in the way."""
    with app.database.read() as uow:
        workshop = workshop_of(uow)
        rows = uow.revisions.of_script(workshop.brand.id, workshop.name)
        followers = followers_of(uow, rows, workshop.body)
        proofs = proofs_of(uow, prover, workshop)
    errors, warnings = by_severity(issues_of(workshop))
    changes = changes_between(workshop.published_body, workshop.body)
    return page(
        "publish.html",
        workshop,
        here="publish",
        changes=[(change, *pieces_of(change)) for change in changes],
        errors=errors,
        warnings=warnings,
        unspoken=words_for_unspoken(workshop),
        passages=passages_between(workshop.published_body.source, workshop.body.source),
        proofs=proofs,
        followers=followers,
        total=sum(each.count for each in followers),
        message=message,
        longest=LONGEST_MESSAGE,
        refused=words_for(refusal),
    )


def seen_of_form() -> Seen:
    """The numbers of the revisions that the page showed."""
    try:
        draft = request.form.get("draft")
        return Seen(int(request.form["published"]), int(draft) if draft else None)
    except (KeyError, ValueError):
        expected = "Expected published: the number of the revision that the page showed."
        raise ApiError(400, "bad_form", expected) from None


def words_for(refusal: NotPublished | None) -> str | None:
    """Why nothing was published."""
    match refusal:
        case None:
            return None
        case Faulty():
            trapping = any(issue.step is not None for issue in refusal.issues)
            return (
                "Nothing was published: this script traps somebody, as the conversations below show."
                if trapping
                else "Nothing was published: the texts have errors, listed below."
            )
        case NoScript():
            return "Nothing was published: the script cannot be read yet."
        case Unchecked():
            return (
                "Nothing was published yet: its conversations are being run, to see that nobody is trapped."
            )
        case PublishedMeanwhile(row=row) if row.status == "draft":
            return f"Nothing was published: {row.author} changed the draft meanwhile. Look at it again."
        case PublishedMeanwhile(row=row):
            return (
                f"Nothing was published: {row.author} published revision {row.number} meanwhile"
                f" (“{row.message}”). Your changes below are now compared with that one."
            )
        case NothingToPublish():
            return "Nothing was published: there is no difference."
        case NoMessage():
            return f"Say in a few words what changes, in at most {LONGEST_MESSAGE} characters."
        case _:
            return str(refusal)


def status_of(refusal: NotPublished) -> int:
    """409 for what somebody else did, 422 for what has to be put right here."""
    return 409 if isinstance(refusal, PublishedMeanwhile | NothingToPublish | Unchecked) else 422
