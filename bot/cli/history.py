"""`cancelbot history`: everything about a customer or a contract, on one time line."""

import json
from datetime import datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import click

from bot.cli.opening import application, brand_of
from bot.history.entries import Entry, Kind
from bot.history.finding import UnknownSubject
from bot.history.reading import history_of, within

day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("slug", metavar="BRAND")
@click.argument("number", metavar="NUMBER")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(get_args(Kind)), help="Only this; several.")
@click.option("--since", type=day, help="From this day on, in the brand's zone.")
@click.option("--until", type=day, help="To this day, included.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def history(
    slug: str,
    number: str,
    kinds: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Print all that happened, oldest first.

    NUMBER is a record's, a customer's, a contract's or an order's.
    """
    with application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
        zone = ZoneInfo(brand.zone)
        begin = None if since is None else datetime.combine(since, time(), zone)
        end = None if until is None else datetime.combine(until + timedelta(days=1), time(), zone)
        try:
            found = within(history_of(app, brand, number), frozenset(kinds), begin, end)
        except UnknownSubject as error:
            raise click.ClickException(str(error)) from error
    if as_json:
        entries = [_plain(entry, zone) for entry in found.entries]
        whole = {"customer": found.customer, "trouble": found.trouble, "entries": entries}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    for entry in found.entries:
        click.echo(_line(entry, zone))
    if found.trouble:
        click.echo(f"The back office does not answer ({found.trouble}): its part is missing.", err=True)


def _plain(entry: Entry, zone: ZoneInfo) -> dict[str, str | None]:
    return {
        "at": _time(entry, zone, "T"),
        "kind": entry.kind,
        "what": entry.what,
        "about": entry.about,
        "record": entry.record,
        "conversation": entry.conversation,
        "who": entry.who,
    }


def _line(entry: Entry, zone: ZoneInfo) -> str:
    beside = ", ".join(each for each in (entry.about, entry.who, entry.record) if each)
    return f"{_time(entry, zone, ' ', 'minutes'):<22} {entry.kind:<12} {entry.what}" + (
        f" ({beside})" if beside else ""
    )


def _time(entry: Entry, zone: ZoneInfo, between: str, precision: str = "seconds") -> str:
    at = entry.at.astimezone(zone)
    return at.date().isoformat() if entry.whole_day else at.isoformat(between, precision)
