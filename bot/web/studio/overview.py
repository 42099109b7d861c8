"""The overview, and the flow as a picture."""

from functools import lru_cache
from urllib.parse import quote

from flask import Blueprint, abort, redirect, request
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.publishing import scripts_of
from bot.receive.inbox import again_on_conflict
from bot.studio.law import articles_of
from bot.studio.picture import GROUP_WORDS, Picture, picture_of
from bot.studio.release import Faulty, add_script, addable_scripts, issues_of
from bot.studio.under_way import under_way
from bot.studio.workshop import Workshop, open_workshop
from bot.web.login import current_staff, needs
from bot.web.studio.shown import by_severity, opened, page, workshop_of
from bot.wiring import Application
from dialogs.packs import packaged_pack
from dialogs.script import load


def overview_routes(app: Application, prover: Prover) -> Blueprint:
    """GET /studio/ and /studio/flow."""
    routes = Blueprint("overview", __name__)

    @routes.get("/")
    @needs("admin")
    def overview() -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            rows = uow.revisions.of_script(workshop.brand.id, workshop.name)
            counted = under_way(uow, workshop.brand.id, rows)
            names = scripts_of(uow, workshop.brand.id)
            scripts = [open_workshop(uow, workshop.brand, name) for name in names]
        pack = packaged_pack(workshop.brand.pack)
        today = workshop.brand.day_of(app.clock())
        errors, warnings = by_severity(issues_of(workshop))
        followed = [row for row in rows if counted.on(row.id)]
        return page(
            "overview.html",
            workshop,
            here="overview",
            under_way=counted,
            followed=followed,
            pack=pack,
            law=pack.at(today),
            articles=articles_of(pack, today),
            errors=errors,
            warnings=warnings,
            scripts=scripts,
            addable=addable_scripts(names),
            refused=request.args.get("refused"),
        )

    @routes.post("/scripts/<name>/add")
    @needs("admin")
    def add(name: str) -> ResponseReturnValue:
        def work() -> None:
            with app.database.write() as uow:
                staff = current_staff()
                add_script(uow, staff.brand, name, author=staff.agent.name, now=app.clock())

        try:
            again_on_conflict(work)
        except LookupError:
            abort(404)
        except Faulty as refusal:
            return redirect(f"/studio/?refused={quote(refusal.issues[0].message)}", code=303)
        return redirect(f"/studio/scripts/{name}/", code=303)

    @routes.get("/flow")
    @needs("admin")
    def flow() -> ResponseReturnValue:
        workshop = opened(app)
        picture = _picture(_readable(workshop))
        groups = {box.group: GROUP_WORDS[box.group] for box in picture.boxes}
        return page("flow.html", workshop, here="flow", picture=picture, groups=groups)

    return routes


def _readable(workshop: Workshop) -> str:
    """The source that is drawn: while the draft's is no script yet, the published one."""
    return workshop.published_body.source if workshop.faults else workshop.body.source


@lru_cache(maxsize=16)
def _picture(source: str) -> Picture:
    return picture_of(load(source))
