"""The overview, and the flow as a picture."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.studio.law import articles_of
from bot.studio.picture import GROUP_WORDS, Picture, picture_of
from bot.studio.release import issues_of
from bot.studio.subjects import script_of
from bot.studio.under_way import under_way
from bot.web.login import needs
from bot.web.studio.shown import by_severity, opened, page, workshop_of
from bot.wiring import Application
from dialogs.packs import packaged_pack


def overview_routes(app: Application) -> Blueprint:
    """GET /studio/ and /studio/flow."""
    routes = Blueprint("overview", __name__)

    @routes.get("/")
    @needs("admin")
    def overview() -> ResponseReturnValue:
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            counted = under_way(uow, workshop.brand.id)
            rows = uow.revisions.of_script(workshop.brand.id, workshop.published.script)
        pack = packaged_pack(workshop.brand.pack)
        today = app.clock().astimezone(ZoneInfo(workshop.brand.zone)).date()
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
        )

    @routes.get("/flow")
    @needs("admin")
    def flow() -> ResponseReturnValue:
        workshop = opened(app)
        picture = _picture(workshop.body.source)
        groups = {box.group: GROUP_WORDS[box.group] for box in picture.boxes}
        return page("flow.html", workshop, here="flow", picture=picture, groups=groups)

    return routes


@lru_cache(maxsize=16)
def _picture(source: str) -> Picture:
    return picture_of(script_of(source))
