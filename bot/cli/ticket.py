"""`cancelbot ticket`: what a brand's own systems are told of its cases."""

from uuid import uuid4

import click

from bot.cli.opening import application, brand_of


@click.group()
def ticket() -> None:
    """What a brand's own systems are told of its cases, by a signed webhook."""


@ticket.command()
@click.argument("slug", metavar="BRAND")
def test(slug: str) -> None:
    """Push a ticket of type `test` now, and print what the other side answers."""
    from bot.deliver.tickets import pushed
    from bot.lines.line import LineError
    from bot.tickets.contents import TICKET, Ticket
    from bot.tickets.target import TargetError, has_target, target_of

    with application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
        if not has_target(brand):
            raise click.ClickException(
                f"{slug!r} has no ticket_url; set it with: "
                f"cancelbot brand set {slug} ticket_url=https://... ticket_secret=env:NAME"
            )
        try:
            target = target_of(brand)
        except TargetError as error:
            raise click.ClickException(str(error)) from error
        body = TICKET.dump_json(Ticket("test", app.clock(), slug, None))
        try:
            answer = pushed(target, f"test_{uuid4().hex}", body, app)
        except LineError as error:
            raise click.ClickException(f"{target.address.host}: {error.reason}") from error
    click.echo(f"{target.address.host} answered {answer.status}.")
    if not 200 <= answer.status < 300:
        raise click.exceptions.Exit(1)


@ticket.command()
@click.argument("slug", metavar="BRAND")
@click.argument("number", metavar="RECORD")
def show(slug: str, number: str) -> None:
    """Print the ticket of the case that a record tells of, as it stands now."""
    from bot.tickets.contents import TICKET
    from bot.tickets.queueing import newest_ticket

    with application() as app, app.database.read() as uow:
        brand = brand_of(uow, slug)
        record = uow.records.by_number(brand.id, number)
        row = None if record is None else uow.cases.get(brand.id, record.case_id)
        if row is None:
            raise click.ClickException(f"{slug!r} has no record {number!r}")
        click.echo(TICKET.dump_json(newest_ticket(brand, row), indent=2).decode())
