"""The editor of a script's source."""

from dataclasses import asdict, dataclass

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.receive.inbox import again_on_conflict
from bot.studio.changes import passages_between
from bot.studio.sources import LONGEST_SCRIPT, place_of, unreadable
from bot.studio.workshop import ChangedMeanwhile, Workshop, save_script
from bot.web.errors import ApiError
from bot.web.login import current_agent, needs
from bot.web.studio.proofs import proofs_of
from bot.web.studio.shown import opened, page, workshop_of
from bot.wiring import Application


@dataclass(frozen=True, slots=True)
class Place:
    """A step with the line of the source where it begins."""

    step: str
    kind: str
    line: int
    column: int


def script_routes(app: Application, prover: Prover) -> Blueprint:
    """GET and POST under /studio/script."""
    routes = Blueprint("script", __name__, url_prefix="/script")

    @routes.get("")
    @needs("admin")
    def editor() -> ResponseReturnValue:
        return _editor(app, prover, saved=request.args.get("saved") == "1")

    @routes.post("/check")
    @needs("admin")
    def check() -> ResponseReturnValue:
        data = request.get_json(silent=True)
        source = data.get("source") if isinstance(data, dict) else None
        if not isinstance(source, str) or len(source) > LONGEST_SCRIPT:
            raise ApiError(
                400, "bad_source", f"Expected source: a script of at most {LONGEST_SCRIPT} characters."
            )
        faults = unreadable(source.replace("\r\n", "\n"), opened(app).name)
        shown = render_template("studio/_faults.html", faults=faults)
        return jsonify(faults=[asdict(fault) for fault in faults], html=shown)

    @routes.post("")
    @needs("admin")
    def save() -> ResponseReturnValue:
        source, was = request.form.get("source", ""), request.form.get("was")
        try:
            again_on_conflict(lambda: _save(app, source, was))
        except ChangedMeanwhile as conflict:
            return _editor(app, prover, source=source, conflict=conflict), 409
        except ValueError:
            raise ApiError(413, "too_long", f"Expected at most {LONGEST_SCRIPT} characters.") from None
        return redirect(url_for(".editor", saved="1"), code=303)

    @routes.post("/restore")
    @needs("admin")
    def restore() -> ResponseReturnValue:
        again_on_conflict(lambda: _save(app, opened(app).published_body.source, None))
        return redirect(url_for(".editor", saved="1"), code=303)

    return routes


def _save(app: Application, source: str, was: str | None) -> Workshop:
    with app.database.write() as uow:
        author, now = current_agent().name, app.clock()
        return save_script(uow, workshop_of(uow), source, author=author, now=now, was=was)


def _editor(
    app: Application,
    prover: Prover,
    *,
    source: str | None = None,
    saved: bool = False,
    conflict: ChangedMeanwhile | None = None,
) -> str:
    with app.database.read() as uow:
        workshop = workshop_of(uow)
        proofs = proofs_of(uow, prover, workshop)
    current = workshop.body.source
    shown = current if source is None else source
    return page(
        "script.html",
        workshop,
        here="script",
        source=shown,
        was=current,
        faults=workshop.faults if shown == current else unreadable(shown, workshop.name),
        places=places_of(workshop),
        passages=passages_between(workshop.published_body.source, current),
        proofs=proofs,
        longest=LONGEST_SCRIPT,
        saved=saved,
        conflict=conflict,
    )


def places_of(workshop: Workshop) -> list[Place]:
    """Where the steps stand in the source; nowhere while it cannot be read."""
    if workshop.faults:
        return []
    source, steps = workshop.body.source, workshop.script.steps
    return [Place(name, step.kind, *place_of(source, "steps", name)) for name, step in steps.items()]
