"""The editor of one text in one language."""

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.proving import Prover
from bot.receive.inbox import again_on_conflict
from bot.studio.preview import preview_of, variables_of
from bot.studio.workshop import (
    LONGEST_SOURCE,
    ChangedMeanwhile,
    NoSuchText,
    Workshop,
    restore_text,
    save_text,
)
from bot.web.errors import ApiError
from bot.web.login import current_agent, needs
from bot.web.studio.shown import by_severity, issue_data, opened, page, workshop_of
from bot.wiring import Application

TEXT = "/texts/<name>/<locale>"


def text_routes(app: Application, prover: Prover) -> Blueprint:
    """GET and POST under /studio/texts/<name>."""
    routes = Blueprint("texts", __name__)

    @routes.get("/texts/<name>")
    @needs("admin")
    def text(name: str) -> ResponseReturnValue:
        locale = opened(app).brand.locale
        return redirect(url_for(".editor", name=name, locale=locale), code=303)

    @routes.get(TEXT)
    @needs("admin")
    def editor(name: str, locale: str) -> ResponseReturnValue:
        workshop = opened(app)
        return _editor(workshop, name, locale, saved=request.args.get("saved") == "1")

    @routes.post(f"{TEXT}/check")
    @needs("admin")
    def check(name: str, locale: str) -> ResponseReturnValue:
        workshop = opened(app)
        _there(workshop, locale, name)
        source = _source_of(request.get_json(silent=True))
        preview = preview_of(workshop, locale, name, source)
        errors, warnings = by_severity(preview.issues)
        shown = render_template("studio/_preview.html", preview=preview, name=name, locale=locale)
        issues = [issue_data(issue) for issue in preview.issues]
        return jsonify(errors=len(errors), warnings=len(warnings), issues=issues, html=shown)

    @routes.post(TEXT)
    @needs("admin")
    def save(name: str, locale: str) -> ResponseReturnValue:
        source, was = request.form.get("source", ""), request.form.get("was")
        try:
            again_on_conflict(lambda: _save(app, name, locale, source, was))
        except NoSuchText:
            abort(404)
        except ChangedMeanwhile as conflict:
            return _editor(opened(app), name, locale, source=source, conflict=conflict), 409
        except ValueError:
            raise ApiError(413, "too_long", f"Expected at most {LONGEST_SOURCE} characters.") from None
        return redirect(url_for(".editor", name=name, locale=locale, saved="1"), code=303)

    @routes.post(f"{TEXT}/restore")
    @needs("admin")
    def restore(name: str, locale: str) -> ResponseReturnValue:
        try:
            again_on_conflict(lambda: _restore(app, name, locale))
        except NoSuchText:
            abort(404)
        return redirect(url_for(".editor", name=name, locale=locale, saved="1"), code=303)

    return routes


def _save(app: Application, name: str, locale: str, source: str, was: str | None) -> Workshop:
    with app.database.write() as uow:
        author, now = current_agent().name, app.clock()
        return save_text(uow, workshop_of(uow), locale, name, source, author=author, now=now, was=was)


def _restore(app: Application, name: str, locale: str) -> Workshop:
    with app.database.write() as uow:
        author, now = current_agent().name, app.clock()
        return restore_text(uow, workshop_of(uow), locale, name, author=author, now=now)


def _editor(
    workshop: Workshop,
    name: str,
    locale: str,
    *,
    source: str | None = None,
    saved: bool = False,
    conflict: ChangedMeanwhile | None = None,
) -> str:
    current = _there(workshop, locale, name)
    shown = current if source is None else source
    others = [other for other in workshop.script.locales if other != locale]
    return page(
        "text.html",
        workshop,
        here="texts",
        name=name,
        locale=locale,
        locales=workshop.script.locales,
        source=shown,
        was=current,
        published=workshop.published_source(locale, name),
        others={other: workshop.source(other, name) for other in others},
        preview=preview_of(workshop, locale, name, shown),
        variables=variables_of(workshop, locale, name),
        longest=LONGEST_SOURCE,
        saved=saved,
        conflict=conflict,
    )


def _there(workshop: Workshop, locale: str, name: str) -> str:
    """The text's source; 404 where the script has no such text or language."""
    source = workshop.source(locale, name)
    if source is None or locale not in workshop.script.locales:
        abort(404)
    return source


def _source_of(data: object) -> str:
    source = data.get("source") if isinstance(data, dict) else None
    if not isinstance(source, str) or len(source) > LONGEST_SOURCE:
        raise ApiError(400, "bad_source", f"Expected source: a text of at most {LONGEST_SOURCE} characters.")
    return source
