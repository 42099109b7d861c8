"""`cancelbot ending`: what a brand ends itself, one or a file of them, and taking it back."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from bot.backoffice.base import BackOfficeError
from bot.cli.failures import said_plainly
from bot.cli.opening import application, brand_of
from bot.endings.checking import check_endings
from bot.endings.declaring import declare_endings
from bot.endings.given import CAUSES, EndingsRefused, Given, Row, given_in, rows_of_csv
from bot.endings.places import NoChat
from bot.endings.shown import shown
from bot.endings.withdrawing import TooLate, UnknownEnding, withdraw_ending
from bot.wiring import Application
from dialogs.case import Case
from storage.repositories.brands import BrandRow

as_json = click.option("--json", "as_json", is_flag=True, help="For programs.")
only_check = click.option("--check", "only_check", is_flag=True, help="Only say whether it would be taken.")


@click.group()
def ending() -> None:
    """What a brand ends itself: the customer is told, may dispute it, and holds a record."""


@ending.command("declare")
@click.argument("slug", metavar="BRAND")
@click.option("--customer", required=True, metavar="REF", help="The customer's account number.")
@click.option("--service", required=True, metavar="REF", help="What is ended.")
@click.option("--cause", required=True, type=click.Choice(CAUSES))
@click.option("--last-day", required=True, metavar="YYYY-MM-DD")
@click.option("--reference", required=True, help="Your own: the same one is taken once.")
@click.option("--facts", help="What it is about, plainly, such as the unpaid invoice.")
@only_check
@as_json
def declare(
    slug: str,
    customer: str,
    service: str,
    cause: str,
    last_day: str,
    reference: str,
    facts: str | None,
    *,
    only_check: bool,
    as_json: bool,
) -> None:
    """End a service of a customer's."""
    row = {"customer": customer, "service": service, "cause": cause, "last_day": last_day}
    _take(slug, [(1, row | {"reference": reference, "facts": facts})], only_check=only_check, as_json=as_json)


@ending.command("import")
@click.argument("slug", metavar="BRAND")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@only_check
@as_json
def import_(slug: str, file: Path, *, only_check: bool, as_json: bool) -> None:
    """End what a CSV file names. Where one row has a fault nothing of the file is taken."""
    with _told(as_json=as_json):
        rows = rows_of_csv(file.read_bytes())
    _take(slug, rows, only_check=only_check, as_json=as_json)


@ending.command("withdraw")
@click.argument("slug", metavar="BRAND")
@click.argument("reference")
@as_json
def withdraw(slug: str, reference: str, *, as_json: bool) -> None:
    """Take one back before it is carried out: the service goes on, and the customer is told."""
    with _told(as_json=as_json), _open(slug) as (app, brand):
        case = withdraw_ending(app, brand, reference)
    if as_json:
        click.echo(json.dumps({"endings": [shown(case)]}, ensure_ascii=False))
        return
    click.echo(
        f"{reference}: {case.service_name} goes on, the customer is told (record {case.record_number})"
    )


def _take(slug: str, rows: Sequence[Row], *, only_check: bool, as_json: bool) -> None:
    with _told(as_json=as_json), _open(slug) as (app, brand):
        given = given_in(rows)
        if only_check:
            checked = check_endings(app, brand, given)
            new = sum(each.before is None for each in checked)
            _say_checked(given, new, as_json=as_json)
            return
        cases = declare_endings(app, brand, given)
    _say_taken(cases, as_json=as_json)


def _say_checked(given: Sequence[Given], new: int, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"rows": len(given), "new": new, "faults": []}))
        return
    click.echo(f"{len(given)} rows without a fault, {new} of them new. Nothing was written.")


def _say_taken(cases: Sequence[Case], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"endings": [shown(case) for case in cases]}, ensure_ascii=False))
        return
    for each in map(shown, cases):
        click.echo(
            f"{each['reference']}: {each['service']} ends on {each['last_day']}, "
            f"{each['status']} (record {each['record']})"
        )


@contextmanager
def _open(slug: str) -> Iterator[tuple[Application, BrandRow]]:
    with application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
        yield app, brand


@contextmanager
def _told(*, as_json: bool) -> Iterator[None]:
    """Foreseen refusals, one line a fault; exits with 1."""
    try:
        with said_plainly():
            yield
    except EndingsRefused as refused:
        if as_json:
            faults = [{"row": f.row, "column": f.column, "message": f.message} for f in refused.faults]
            click.echo(json.dumps({"faults": faults}, ensure_ascii=False))
            raise click.exceptions.Exit(1) from refused
        raise click.ClickException(f"nothing was taken\n{refused}") from refused
    except BackOfficeError as error:
        raise click.ClickException(f"nothing was taken: the back office: {error.reason}") from error
    except (NoChat, UnknownEnding, TooLate) as error:
        raise click.ClickException(str(error.args[0])) from error
