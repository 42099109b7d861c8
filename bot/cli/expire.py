"""`cancelbot expire`: erase now what the worker erases day by day."""

from collections import Counter

import click

from bot.cli.opening import application, brand_of
from bot.rights.erasing import scrub
from bot.rights.expiring import expire as expired


@click.command()
@click.argument("slug", metavar="[BRAND]", required=False)
def expire(slug: str | None) -> None:
    """Erase whatever is kept longer than its brand's retention says, of one brand only when named."""
    with application() as app:
        if slug is not None:
            with app.database.read() as uow:
                brand_of(uow, slug)
        steps = Counter((step.what, step.outcome) for step in expired(app, slug))
        if any(outcome == "erased" for _, outcome in steps):
            scrub(app.database)
    for what in ("person", "record"):
        click.echo(
            f"{what}s: {steps[what, 'erased']} erased, {steps[what, 'kept']} kept (under hold, or "
            f"something is under way), {steps[what, 'failed']} failed"
        )
    if any(outcome == "failed" for _, outcome in steps):
        raise click.exceptions.Exit(1)
