"""`cancelbot hold`: what must not be erased, and since when and why."""

import getpass

import click

from bot.cli.customer import by_record, named, told_plainly
from bot.cli.opening import application, brand_of
from bot.rights.holding import NotHeld, hold_customer, hold_record, release_customer, release_record
from dialogs.ids import CustomerRef
from storage.errors import Conflict
from storage.repositories.rights import HoldRow


@click.group()
def hold() -> None:
    """Legal holds: what is held is erased neither on request nor on time."""


@hold.command("set")
@click.argument("slug", metavar="BRAND")
@named
@by_record
@click.option("--reason", required=True, help="Such as the dispute's reference.")
@click.option("--who", default=getpass.getuser, help="Who decided; by default who is logged in here.")
def set_(slug: str, ref: str | None, number: str | None, reason: str, who: str) -> None:
    """Hold a customer with all transcripts, or a single record."""
    what = _what(ref, number)
    with application() as app:
        try:
            with app.database.write() as uow, told_plainly():
                brand = brand_of(uow, slug)
                if ref is not None:
                    hold_customer(uow, brand, CustomerRef(ref), reason, who, app.clock())
                else:
                    hold_record(uow, brand, number or "", reason, who, app.clock())
        except Conflict as error:
            raise click.ClickException(f"{what} is under hold already") from error
    click.echo(f"Held: {what}.")


@hold.command()
@click.argument("slug", metavar="BRAND")
@named
@by_record
def release(slug: str, ref: str | None, number: str | None) -> None:
    """Release a hold: from now on the ordinary times count."""
    what = _what(ref, number)
    with application() as app, app.database.write() as uow:
        brand = brand_of(uow, slug)
        try:
            if ref is not None:
                release_customer(uow, brand, CustomerRef(ref), app.clock())
            else:
                release_record(uow, brand, number or "", app.clock())
        except NotHeld as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"Released: {what}.")


@hold.command("list")
@click.argument("slug", metavar="BRAND")
@click.option("--all", "everything", is_flag=True, help="The released ones, too.")
def list_(slug: str, everything: bool) -> None:
    """Show what is held, since when, by whom and why."""
    with application() as app, app.database.read() as uow:
        rows = uow.holds.all(brand_of(uow, slug).id)
    for row in rows:
        if everything or row.released_at is None:
            click.echo(_line(row))


def _what(ref: str | None, number: str | None) -> str:
    if (ref is None) == (number is None):
        raise click.UsageError("expected a CUSTOMER's number, or --record NUMBER")
    return f"record {number}" if ref is None else f"customer {ref}"


def _line(row: HoldRow) -> str:
    what = f"record {row.record_number}" if row.record_number else f"customer {row.customer or '(erased)'}"
    end = "" if row.released_at is None else f"  released {row.released_at:%Y-%m-%d}"
    return f"{row.since:%Y-%m-%d}  {what}  {row.who}: {row.reason or '(erased)'}{end}"
