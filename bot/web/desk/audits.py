"""The audits of a brand: the last ones, each as a report to read, to print and to save; and one more now."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from bot.audit.auditing import ask_for
from bot.audit.findings import LISTED, MEANS, TO_DO
from bot.audit.report import COUNTED, remarks_of, result_of
from bot.audit.standing import standing_of
from bot.web.login import current_staff, needs
from bot.wiring import Application
from storage.repositories.auditing import AuditRow

LOOKED_AT: Mapping[str, str] = {
    "records": "Sealed records: signature, contents, number and time",
    "erased records": "Records among them whose contents were erased: signature and number",
    "entries": "Entries of the log, without a gap, held against the records and the tree",
    "checkpoints": "Signed checkpoints in the database",
    "copies": "Copies of checkpoints outside the database",
    "cases": "Cases, each of which has its record if it was accepted",
    "samples": "Cases drawn at random and compared with the brand's own system",
}
"""What is counted, as it is told in a report."""


def audit_pages(app: Application) -> Blueprint:
    """GET and POST /desk/audit, GET /desk/audit/ID, as a page and as JSON. For admins."""
    routes = Blueprint("desk_audit", __name__, url_prefix="/desk/audit")

    @routes.get("")
    @needs("admin")
    def audits() -> ResponseReturnValue:
        brand, now = current_staff().brand, app.clock()
        with app.database.read() as uow:
            standing = standing_of(uow, brand, now)
        rows = [(row, result_of(row.report), remarks_of(row.report)) for row in standing.audits]
        return render_template(
            "desk/audits.html", area="audit", standing=standing, rows=rows, zone=ZoneInfo(brand.zone)
        )

    @routes.post("")
    @needs("admin")
    def ask() -> ResponseReturnValue:
        staff = current_staff()
        with app.database.write() as uow:
            ask_for(uow, staff.brand, staff.agent.name, app.clock())
        return redirect("/desk/audit", code=303)

    @routes.get("/<audit_id>")
    @needs("admin")
    def report(audit_id: str) -> ResponseReturnValue:
        brand, row = current_staff().brand, _row(audit_id)
        return render_template(
            "desk/audit.html",
            area="audit",
            row=row,
            report=row.report,
            result=result_of(row.report),
            remarks=remarks_of(row.report),
            counted=[(LOOKED_AT[name], row.report["looked_at"].get(name, 0)) for name in COUNTED],
            groups=_groups(row.report),
            listed=LISTED,
            zone=ZoneInfo(brand.zone),
        )

    @routes.get("/<audit_id>.json")
    @needs("admin")
    def as_json(audit_id: str) -> ResponseReturnValue:
        row = _row(audit_id)
        name = f"audit-{row.report['brand']}-{row.begun_at:%Y-%m-%d-%H%M}.json"
        body = json.dumps(dict(row.report), indent=2, ensure_ascii=False)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(body, mimetype="application/json", headers=headers)

    def _row(audit_id: str) -> AuditRow:
        with app.database.read() as uow:
            row = uow.auditing.get(current_staff().brand.id, audit_id)
        return row if row is not None else abort(404)

    return routes


def _groups(report: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The findings by their kind: what a kind means and what to do about it is said once."""
    findings: Sequence[Mapping[str, Any]] = report["findings"]
    return [
        {
            "code": code,
            "count": count,
            "means": MEANS.get(code, ""),
            "to_do": TO_DO.get(code, ""),
            "findings": [each for each in findings if each["code"] == code],
        }
        for code, count in report["found"].items()
    ]
