"""`cancelbot office`: what comes back to the built-in back office, and the money that goes the other way."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Literal, NoReturn

import click

from bot.backoffice.base import BackOfficeError
from bot.backoffice.csv.findings import meant
from bot.backoffice.csv.references import NEAREST_OF
from bot.backoffice.local import LocalBackOffice
from bot.backoffice.money import from_minor
from bot.cli.opening import application, brand_of
from bot.wiring import Application
from storage.repositories.brands import BrandRow
from storage.repositories.local_office_files import Referred
from storage.repositories.local_refunds import OfficeRefundRow
from storage.repositories.local_returns import OfficeReturnRow
from storage.unit_of_work import UnitOfWork

as_jsonl = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
of_brand = click.argument("slug", metavar="BRAND")
numbered = click.argument("ref", metavar="REF")
Told = Mapping[str, Any]


@click.command()
@of_brand
@as_jsonl
def returns(slug: str, *, as_json: bool) -> None:
    """List what is still to come back, or to be looked at, the most urgent first."""
    with opened(slug) as (app, brand):
        with app.database.read() as uow:
            rows = uow.local_returns.open(brand.id)
            names = _names(uow, brand, rows)
        told = [_return_told(row, names[row.line_ref], today_of(app, brand)) for row in rows]
    say(told, _return_line, "Nothing is to come back.", as_json=as_json)


@click.command("return")
@of_brand
@numbered
@click.argument("status", type=click.Choice(("arrived", "accepted", "rejected")))
@click.option("--tracking", help="The carrier's number, or where the parcel can be followed.")
@click.option("--note", help="What the customer is told of it, such as why it is rejected.")
def return_(
    slug: str,
    ref: str,
    status: Literal["arrived", "accepted", "rejected"],
    tracking: str | None,
    note: str | None,
) -> None:
    """Note where a return is: arrived, accepted (it is paid back, once) or rejected."""
    with opened(slug) as (app, brand):
        with app.database.read() as uow:
            if uow.local_returns.of_ref(brand.id, ref) is None:
                unknown(uow, brand, "returns", ref)
        moved = LocalBackOffice(app.database, brand, app.clock).move_return(ref, status, tracking, note)
        with app.database.read() as uow:
            row = uow.local_returns.of_ref(brand.id, ref)
            paid = [] if row is None else uow.local_refunds.of_item(brand.id, row.order_ref)
    parts = [_money(each) for each in paid if each.ref.startswith(f"{ref}:") and moved.status == "accepted"]
    click.echo(f"Return {ref} is {moved.status}{': ' if parts else ''}{', '.join(parts)}.")


@click.command()
@of_brand
@as_jsonl
def refunds(slug: str, *, as_json: bool) -> None:
    """List what was issued and is not paid yet, oldest first."""
    with opened(slug) as (app, brand):
        with app.database.read() as uow:
            rows = uow.local_refunds.open(brand.id)
        told = [_refund_told(row, today_of(app, brand)) for row in rows]
    say(told, _refund_line, "Nothing is to be paid.", as_json=as_json)


@click.command()
@of_brand
@numbered
@click.argument("status", type=click.Choice(("paid", "failed")))
@click.option(
    "--on", "day", type=click.DateTime(("%Y-%m-%d",)), help="The day on which it was paid; default: today."
)
def refund(slug: str, ref: str, status: Literal["paid", "failed"], day: datetime | None) -> None:
    """Note what the bank says of a refund: paid, or failed (it came back)."""
    if day is not None and status != "paid":
        raise click.UsageError("--on goes with paid: a refund that failed was paid on no day")
    with opened(slug) as (app, brand):
        today = today_of(app, brand)
        on = today if day is None else day.date()
        if on > today:
            raise click.UsageError(f"--on {on}: expected a day that has come; it is {today}")
        with app.database.read() as uow:
            if not uow.local_office_files.refunds(brand.id, [ref]):
                unknown(uow, brand, "refunds", ref)
        settled = LocalBackOffice(app.database, brand, app.clock).settle_refund(ref, status, on)
    paid_on = "" if settled.paid_on is None else f" on {settled.paid_on}"
    click.echo(f"Refund {ref} of {settled.amount.amount} {settled.amount.currency} is {status}{paid_on}.")


@contextmanager
def opened(slug: str) -> Iterator[tuple[Application, BrandRow]]:
    """The application and the brand; what the back office refuses is said in its words."""
    with application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
        try:
            yield app, brand
        except BackOfficeError as error:
            raise click.ClickException(error.reason) from error


def today_of(app: Application, brand: BrandRow) -> date:
    """The day in the brand's zone."""
    return brand.day_of(app.clock())


def unknown(uow: UnitOfWork, brand: BrandRow, of: Referred, ref: str) -> NoReturn:
    """Raises ClickException with the nearest one that there is."""
    near = meant(ref, uow.local_office_files.refs(brand.id, of, NEAREST_OF))
    raise click.ClickException(f"there is no {of.removesuffix('s')} {ref!r}{near}")


def say(told: Sequence[Told], line: Callable[[Told], Iterable[str]], none: str, *, as_json: bool) -> None:
    """One line each, for programs or with its cells one below the other."""
    if as_json:
        for each in told:
            click.echo(json.dumps(each, default=str))
        return
    rows = [tuple(line(each)) for each in told]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    if not rows:
        click.echo(none)


def _names(uow: UnitOfWork, brand: BrandRow, rows: Sequence[OfficeReturnRow]) -> Mapping[str, str]:
    """What the things are called."""
    refs = sorted({row.line_ref for row in rows})
    return {ref: line.name for ref, line in uow.local_office_files.lines(brand.id, refs).items()}


def _return_told(row: OfficeReturnRow, name: str, today: date) -> Told:
    return {
        "return": row.ref,
        "order": row.order_ref,
        "line": row.line_ref,
        "name": name,
        "quantity": row.quantity,
        "return_by": row.return_by,
        "overdue": row.status == "expected" and row.return_by < today,
        "status": row.status,
        "tracking": row.tracking,
        "note": row.note,
    }


def _return_line(told: Told) -> Iterator[str]:
    yield told["return"]
    yield f"order {told['order']}"
    yield f"{told['quantity']} x {told['name']}"
    yield f"by {told['return_by']}{' (overdue)' if told['overdue'] else ''}"
    yield told["status"]
    yield told["tracking"] or ""


def _refund_told(row: OfficeRefundRow, today: date) -> Told:
    amount = from_minor(row.amount_minor, row.currency)
    return {
        "refund": row.ref,
        "item": row.item_ref,
        "method": row.method,
        "amount": str(amount.amount),
        "currency": amount.currency,
        "issued_on": row.issued_on,
        "expected_on": row.expected_on,
        "overdue": row.expected_on < today,
    }


def _refund_line(told: Told) -> Iterator[str]:
    yield told["refund"]
    yield told["item"]
    yield f"{told['amount']} {told['currency']}"
    yield told["method"]
    yield f"issued {told['issued_on']}"
    yield f"due {told['expected_on']}{' (overdue)' if told['overdue'] else ''}"


def _money(row: OfficeRefundRow) -> str:
    amount = from_minor(row.amount_minor, row.currency)
    return f"{amount.amount} {amount.currency} go back by {row.method}"
