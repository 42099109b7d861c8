"""`cancelbot audit`: is everything there, and is it what it was?"""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from bot.audit.auditing import audited
from bot.audit.report import lines_of, remarks_of
from bot.cli.opening import application, brand_of
from bot.records.examining import NotGenuine, read_file
from bot.records.log.checkpoints import Checkpoint
from bot.records.log.copies import Copy
from bot.records.log.proofs import LONGEST, Proof
from bot.wiring import Application
from storage.repositories.brands import BrandRow


@click.command()
@click.argument("slug", metavar="[BRAND]", required=False)
@click.option("--json", "as_json", is_flag=True, help="A list of reports, for programs.")
@click.option("--kept", is_flag=True, help="Do not look: show what a worker's last audit came to.")
@click.option(
    "--checkpoint",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A checkpoint or a proof from elsewhere, such as from a customer's mail. Needs a BRAND.",
)
@click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Compare those cases with the back office that were drawn on that day, such as 2026-03-10.",
)
def audit(slug: str | None, as_json: bool, kept: bool, files: Sequence[Path], day: datetime | None) -> None:
    """Audit all records of all brands, or of one.

    The exit code is 1 when anything is found, and 3 when nothing is, but something could not be looked at.
    """
    if files and slug is None:
        raise click.UsageError("--checkpoint: expected a BRAND whose checkpoint that is")
    given = [_given(file) for file in files]
    with application() as app:
        with app.database.read() as uow:
            brands = uow.brands.all() if slug is None else [brand_of(uow, slug)]
        drawn_on = None if day is None else day.date()
        reports = [
            _kept(app, brand) if kept else audited(app, brand, given, drawn_on).as_json() for brand in brands
        ]
    shown = [report for report in reports if report is not None]
    if as_json:
        click.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join("\n".join(lines_of(each)) for each in shown) or "No audit was made yet.")
    if any(report["found"] for report in shown):
        raise click.exceptions.Exit(1)
    if any(remarks_of(report) for report in shown):
        raise click.exceptions.Exit(3)


def _kept(app: Application, brand: BrandRow) -> dict[str, object] | None:
    with app.database.read() as uow:
        rows = uow.auditing.latest(brand.id)
    return dict(rows[0].report) if rows else None


def _given(path: Path) -> Copy:
    """Raises ClickException for a file that holds no checkpoint."""
    with path.open("rb") as file:
        document = file.read(LONGEST + 1)
    try:
        content = read_file(str(path), document).content
    except NotGenuine as error:
        raise click.ClickException(str(error)) from error
    if isinstance(content, Proof):
        return Copy(path, content.checkpoint)
    if isinstance(content, Checkpoint):
        return Copy(path, document)
    raise click.ClickException(f"{path}: expected a checkpoint, or a proof, which carries one")
