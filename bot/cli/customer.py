"""`cancelbot customer`: what a person asks of their data: export, erase; and what shows that it was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.cli.opening import application, brand_of
from bot.rights.erasing import Find, NotErased, WasErased, erase, scrub
from bot.rights.export import export as exported
from bot.rights.plan import Kept, Plan, plan_of
from bot.rights.retention import RetentionRefused, retention_of
from bot.rights.subject import Subject, UnknownSubject, subject_of_customer, subject_of_record
from dialogs.ids import CustomerRef
from storage.repositories.brands import BrandRow
from storage.repositories.rights import ErasureRow
from storage.unit_of_work import UnitOfWork

named = click.argument("ref", metavar="[CUSTOMER]", required=False)
by_record = click.option(
    "--record", "number", metavar="NUMBER", help="Whose record this is, also if nobody ever identified them."
)


@click.group()
def customer() -> None:
    """Customers of a brand: hand out what is kept about one, or erase it."""


@customer.command()
@click.argument("slug", metavar="BRAND")
@named
@by_record
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export(slug: str, ref: str | None, number: str | None, out: Path | None) -> None:
    """Write everything that is kept about somebody as one JSON document."""
    with application() as app, app.database.read() as uow, told_plainly():
        brand = brand_of(uow, slug)
        document = exported(uow, brand, find_in(brand, ref, number)(uow), retention_of(brand), app.clock())
    written = document.model_dump_json(indent=2) + "\n"
    if out is None:
        click.echo(written, nl=False)
        return
    out.touch(mode=0o600)
    out.write_text(written, encoding="utf-8")
    click.echo(f"{out}: {len(document.conversations)} conversations, {len(document.records)} records.")


@customer.command("erase")
@click.argument("slug", metavar="BRAND")
@named
@by_record
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_(slug: str, ref: str | None, number: str | None, yes: bool) -> None:
    """Erase somebody for good; records within their time or under hold are kept."""
    with application() as app, told_plainly():
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
            find = find_in(brand, ref, number)
            plan = plan_of(uow, brand, find(uow), retention_of(brand), app.clock())
        for line in lines_of(plan):
            click.echo(line)
        if plan.is_empty:
            return
        if plan.may_be_done and not yes:
            click.confirm("Nobody can bring this back. Erase?", abort=True)
        click.echo(words_for(erase(app, brand, find, "requested")))
        if not scrub(app.database):
            click.echo("The database's log is in use: it is emptied with the next erasure.", err=True)


@customer.command()
@click.argument("slug", metavar="BRAND")
@named
def erasures(slug: str, ref: str | None) -> None:
    """List what was erased, of one customer only when named."""
    with application() as app, app.database.read() as uow:
        brand = brand_of(uow, slug)
        if ref is None:
            rows = uow.erasures.all(brand.id)
        else:
            customer_hash = uow.contacts.customer_hash(brand.id, CustomerRef(ref))
            rows = uow.erasures.of_customer(brand.id, customer_hash)
    for row in rows:
        click.echo(line_of(row))


def find_in(brand: BrandRow, ref: str | None, number: str | None) -> Find:
    """Who is meant. Raises UsageError unless it is said in one way."""
    if (ref is None) == (number is None):
        raise click.UsageError("expected a CUSTOMER's number, or --record NUMBER")

    def find(uow: UnitOfWork) -> Subject:
        if ref is not None:
            return subject_of_customer(uow, brand, CustomerRef(ref))
        return subject_of_record(uow, brand, number or "")

    return find


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what cannot be done into one sentence."""
    try:
        yield
    except (UnknownSubject, RetentionRefused) as error:
        raise click.ClickException(str(error)) from error
    except NotErased as error:
        raise click.ClickException(words_for_refusal(error.plan)) from error


def words_for_refusal(plan: Plan) -> str:
    if plan.held:
        return "Nothing was erased: they are under hold; see: cancelbot hold list"
    waits = "".join(f"\n  {each}" for each in plan.under_way)
    return f"Nothing was erased: this must be finished first:{waits}"


def lines_of(plan: Plan) -> Iterator[str]:
    """What goes and what stays, before anything is done."""
    subject = plan.subject
    if plan.is_empty:
        yield "There is nothing to erase."
    else:
        yield (
            f"Erased: {len(subject.contacts)} contacts, {len(subject.conversations)} conversations with "
            f"{plan.messages} messages, {len(subject.own_cases)} cases (their times stay), "
            f"{len(plan.erased)} records."
        )
    for each in plan.kept:
        yield f"Kept: record {each.row.number} ({each.row.kind}), {_why_kept(each)}."
    if plan.opt_outs:
        yield "Kept: that no more messages are wanted, as a keyed hash."
    if subject.office is not None:
        yield (
            "Kept: the back office's entry, because a contract or an order still runs."
            if plan.runs_in_office
            else "Erased: the back office's entry; services and orders stay under a number without a name."
        )


def words_for(erased: WasErased) -> str:
    row = erased.proof
    return f"Erased on {row.at:%Y-%m-%d %H:%M} UTC; noted as {row.id}."


def line_of(row: ErasureRow) -> str:
    kept = ", ".join(_words_for_kept(each["number"], each["reason"], each["until"]) for each in row.kept)
    return (
        f"{row.at:%Y-%m-%d %H:%M}  {row.cause:<9}  {row.conversations} conversations, "
        f"{row.messages} messages, {row.cases} cases; "
        f"records erased: {', '.join(row.records) or 'none'}; kept: {kept or 'none'}"
    )


def _why_kept(kept: Kept) -> str:
    return "under hold" if kept.until is None else f"its time is over on {kept.until}"


def _words_for_kept(number: str, reason: str, until: str | None) -> str:
    return f"{number} (hold)" if until is None else f"{number} ({reason} until {until})"
