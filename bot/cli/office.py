"""`cancelbot office`: the built-in back office filled from CSV files and written to them."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click
import phonenumbers

from bot.backoffice.csv.exporting import NotExported, export_files
from bot.backoffice.csv.findings import Finding
from bot.backoffice.csv.importing import Import, Imported, check_files, import_files
from bot.cli.office_paying_back import refund, refunds, return_, returns, today_of
from bot.cli.opening import application, brand_of
from bot.wiring import Application
from storage.repositories.brands import BrandRow


@click.group()
def office() -> None:
    """The built-in back office: its rows as CSV files, and what comes and goes back."""


for command in (returns, return_, refunds, refund):
    office.add_command(command)


def _region(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    region = None if given is None else given.upper()
    if region is not None and region not in phonenumbers.SUPPORTED_REGIONS:
        raise click.BadParameter(f"{given!r} is no country; expected two letters (ISO 3166), such as DE")
    return region


@office.command("import")
@click.argument("slug", metavar="BRAND")
@click.argument(
    "places", metavar="FOLDER|FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--check", "only_check", is_flag=True, help="Only look what is wrong.")
@click.option("--region", callback=_region, help="The country of phone numbers without one, such as DE.")
@click.option("--overwrite", is_flag=True, help="The files are right, also where they undo what the bot did.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: findings, then the result.")
def import_(
    slug: str,
    places: tuple[Path, ...],
    *,
    only_check: bool,
    region: str | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Fill the back office from CSV files: customers, services, orders, what was paid for them, and what
    became of refunds and returns.

    Rows are known by their numbers: new ones are added, others changed, none removed. If anything is wrong in
    any row, all of it is told and nothing is imported; the exit code is 1.
    """
    act = check_files if only_check else import_files
    with application() as app:
        brand = _brand(app, slug)
        wanted = Import(brand.id, places, today_of(app, brand), region, overwrite)
        done = act(app.database, wanted, _saying(as_json))
    click.echo(_as_json(done, only_check) if as_json else _as_text(done, only_check))
    sys.exit(1 if done.errors else 0)


@office.command("export")
@click.argument("slug", metavar="BRAND")
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def export(slug: str, folder: Path, *, force: bool) -> None:
    """Write the same files, and movements.csv: what follows from cancelled orders for stock and till."""
    with application() as app:
        try:
            counts = export_files(app.database, _brand(app, slug).id, folder, force=force)
        except NotExported as error:
            raise click.ClickException(str(error)) from error
    for file, count in counts.items():
        click.echo(f"{folder / file}: {count} {'row' if count == 1 else 'rows'}")
    click.echo("These files hold personal data in plain: keep them as you keep your customers' secrets.")


def _brand(app: Application, slug: str) -> BrandRow:
    with app.database.read() as uow:
        return brand_of(uow, slug)


def _saying(as_json: bool) -> Callable[[Finding], None]:
    """Each finding is said when it is made: of a big file there may be many."""

    def say(finding: Finding) -> None:
        click.echo(json.dumps({"kind": "finding", **finding.as_data()}) if as_json else finding.as_text())

    return say


def _as_json(done: Imported, only_check: bool) -> str:
    files = [{**asdict(count), "rows": count.rows} for count in done.counts]
    imported = not only_check and not done.errors
    told = {"imported": imported, "errors": done.errors, "warnings": done.warnings, "files": files}
    return json.dumps({"kind": "result", "ok": not done.errors, **told})


def _as_text(done: Imported, only_check: bool) -> str:
    if done.errors:
        faults = "1 fault" if done.errors == 1 else f"{done.errors} faults"
        return f"Nothing was imported: {faults}."
    lines = [
        f"{count.file}: {count.added} new, {count.changed} changed, {count.unchanged} as they were"
        for count in done.counts
    ]
    lines.append("Nothing is wrong; nothing was imported." if only_check else "Imported.")
    return "\n".join(lines)
