"""The history page: a search, a customer's time line, and the records of some days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from bot.history.entries import Kind
from bot.history.finding import UnknownSubject
from bot.history.reading import history_of, within
from bot.records.contents import KINDS
from bot.web.login import current_staff, needs
from bot.wiring import Application

MOST = 200
"""Records that are listed at once."""
USUAL_DAYS = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks for. `since` and `until` are whole days of the brand, both included."""

    query: str
    kind: str
    since: date | None
    until: date | None
    faults: tuple[str, ...]

    def span(self, zone: str) -> tuple[datetime | None, datetime | None]:
        """From the beginning of the first day to the beginning of the day after the last."""
        after = None if self.until is None else self.until + timedelta(days=1)
        return _begin(self.since, zone), _begin(after, zone)


def history_page(app: Application) -> Blueprint:
    """GET /desk/history."""
    routes = Blueprint("desk_history", __name__, url_prefix="/desk")

    @routes.get("/history")
    @needs("agent")
    def history() -> ResponseReturnValue:
        brand, asked = current_staff().brand, _asked()
        shown = {"asked": asked, "zone": ZoneInfo(brand.zone), "kinds": get_args(Kind), "records": KINDS}
        since, until = asked.span(brand.zone)
        if not asked.query:
            now = app.clock()
            begin = since or (until or now) - timedelta(days=USUAL_DAYS)
            kinds = (asked.kind,) if asked.kind in KINDS else KINDS
            with app.database.read() as uow:
                rows = uow.records.between(brand.id, begin, until or now + timedelta(days=1), kinds, MOST + 1)
            return _page(**shown, rows=rows[:MOST], more=len(rows) > MOST, usual=USUAL_DAYS)
        try:
            found = history_of(app, brand, asked.query)
        except UnknownSubject as error:
            return _page(**shown, unknown=str(error)), 404
        wanted = frozenset({asked.kind} & set(get_args(Kind)))
        return _page(**shown, found=found, line=within(found, wanted, since, until).entries)

    return routes


def _page(**shown: object) -> str:
    return render_template("desk/history.html", area="history", **shown)


def _asked() -> Asked:
    given, faults = request.args, []
    days: dict[str, date | None] = {}
    for name in ("since", "until"):
        text = given.get(name, "").strip()
        try:
            days[name] = date.fromisoformat(text) if text else None
        except ValueError:
            days[name] = None
            faults.append(f"“{text}” is no day; expected one such as 2026-03-10.")
    kind = given.get("kind", "")
    known = kind in (*get_args(Kind), *KINDS)
    return Asked(
        given.get("q", "").strip()[:200], kind if known else "", days["since"], days["until"], tuple(faults)
    )


def _begin(day: date | None, zone: str) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), ZoneInfo(zone))
