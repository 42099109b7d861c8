"""What the studio's templates say things with: times, issues, names of languages and kinds of steps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, g, render_template

from bot.studio.catalogue import title_of
from bot.studio.changes import changes_between
from bot.studio.channels import TITLES
from bot.studio.languages import language
from bot.studio.workshop import Workshop, open_workshop, revision_of
from bot.web.login import current_staff
from bot.wiring import Application
from dialogs.checker import Issue, Reading
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

KINDS: Mapping[str, str] = {
    "menu": "menu",
    "collect": "asks who is writing",
    "verify": "asks for the code",
    "choose": "which service",
    "order": "which order",
    "lines": "what of the order",
    "offer": "one alternative",
    "confirm": "asks for the decision",
    "declare": "takes a declaration",
    "undo": "takes it back",
    "fee": "asks about a late fee",
    "inform": "tells and goes on",
    "handoff": "calls a person and goes on",
    "survey": "can be skipped",
    "prefer": "can be skipped",
    "end": "rests",
}
"""Kinds of steps in words."""


def words_for_templates(routes: Blueprint) -> None:
    """Filters that the templates use."""
    filters: Mapping[str, Callable[..., str]] = {
        "when": when,
        "language": language,
        "channel": lambda name: TITLES.get(name, name),
        "situation": situation,
        "step_title": title_of,
        "sentence": lambda words: words[:1].upper() + words[1:],
        "step_kind": lambda kind: KINDS.get(kind, kind),
    }
    for name, written in filters.items():
        routes.add_app_template_filter(written, f"studio_{name}")
    routes.add_app_template_global(base, "studio_base")


def base() -> str:
    """Where the pages of the script that is worked on begin: the first script's address names none."""
    named = named_script()
    return "/studio" if named is None else f"/studio/scripts/{named}"


def named_script() -> str | None:
    """The script that the address names."""
    name: str | None = g.get("studio_script")
    return name


def situation(reading: Reading, name: str) -> str:
    """What tells a reading of a text from the others; of a label, the question that it stands under."""
    words = ", ".join(reading.situation)
    if reading.text != name:
        return f"{reading.text}: {words}" if words else reading.text
    return words or "always"


def when(moment: datetime | None) -> str:
    """A moment in the brand's zone."""
    if moment is None:
        return ""
    local = moment.astimezone(ZoneInfo(current_staff().brand.zone))
    return f"{local.day} {local:%b %Y, %H:%M}"


def workshop_of(uow: UnitOfWork) -> Workshop:
    """The workshop of whoever is logged in; 404 where their brand has published nothing."""
    try:
        return open_workshop(uow, current_staff().brand, named_script())
    except LookupError:
        if named_script() is not None:
            abort(404)
        abort(404, "This brand has no published script yet; `cancelbot brand add` publishes one.")


def opened(app: Application) -> Workshop:
    """The same, in a transaction of its own."""
    with app.database.read() as uow:
        return workshop_of(uow)


def found_revision(uow: UnitOfWork, workshop: Workshop, revision: str) -> RevisionRow:
    """A revision of this script, or 404."""
    try:
        return revision_of(uow, workshop, revision)
    except LookupError:
        abort(404)


def page(template: str, workshop: Workshop, **values: Any) -> str:
    """A page of the studio, with what its head says of the draft."""
    changed = changes_between(workshop.published_body, workshop.body)
    head = {
        "area": "studio",
        "workshop": workshop,
        "changed": changed,
        "count_changed": len(changed) + workshop.is_other_script,
        "what_changed": _words_for(len(changed), is_other_script=workshop.is_other_script),
        "brand": workshop.brand,
    }
    return render_template(f"studio/{template}", **head, **values)


def _words_for(texts: int, *, is_other_script: bool) -> str:
    """What a draft changes."""
    counted = f"{texts} text{'' if texts == 1 else 's'}"
    if not is_other_script:
        return counted
    return f"the script and {counted}" if texts else "the script"


def issue_data(issue: Issue) -> Mapping[str, object]:
    """An issue for scripts."""
    return {
        "kind": issue.kind,
        "severity": issue.severity,
        "locale": issue.locale,
        "text": issue.text,
        "channel": issue.channel,
        "message": issue.message,
        "line": issue.line,
        "column": issue.column,
    }


def by_severity(issues: Sequence[Issue]) -> tuple[list[Issue], list[Issue]]:
    """Errors and warnings."""
    errors = [issue for issue in issues if issue.severity == "error"]
    return errors, [issue for issue in issues if issue.severity != "error"]
