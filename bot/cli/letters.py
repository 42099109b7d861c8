"""`cancelbot letters`: confirmations by post, from the queue to the customer's letter box."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.cli.opening import application, brand_of
from bot.files import write_whole
from bot.letters.asking import OrderedBefore, ask_for_letter, read_address
from bot.letters.moving import mark_posted, mark_returned
from bot.letters.naming import NoLetter, find_letter, find_run, name_of, reference_of
from bot.letters.reports import BadReports, Report, read_reports
from bot.letters.runs import NoRun, Printed, print_run, printed_again
from bot.outbounds import letter_account
from bot.printing.press import NoPress
from bot.receive.inbox import again_on_conflict
from bot.sending_again import Asker, NotSentAgain
from bot.wiring import Application
from storage.repositories.brands import BrandRow
from storage.repositories.letters import LetterRow, LetterState
from storage.unit_of_work import UnitOfWork

COMMAND_LINE = Asker("the command line")
_brand = click.argument("slug", metavar="BRAND")
_STATES: tuple[LetterState, ...] = ("queued", "printed", "posted", "returned", "dropped")


@click.group()
def letters() -> None:
    """Confirmations by post: print a day's letters, and say what became of them."""


@letters.command("list")
@_brand
@click.option("--state", "states", multiple=True, type=click.Choice(_STATES), help="Only these; several.")
def list_(slug: str, states: tuple[LetterState, ...]) -> None:
    """List what waits to be printed or posted, and the print runs that it is in."""
    with application() as app, app.database.read() as uow:
        brand = brand_of(uow, slug)
        found = uow.letters.in_states(brand.id, states or ("queued", "printed"))
        runs = {run.id: name_of(run) for run in uow.letters.runs(brand.id)}
    for letter in found:
        click.echo(_line(letter, runs, ZoneInfo(brand.zone)))
    waiting = sum(letter.state == "queued" for letter in found)
    click.echo(f"{len(found)} letters, {waiting} of them to be printed.", err=True)


def _line(letter: LetterRow, runs: dict[str, str], zone: ZoneInfo) -> str:
    run = "" if letter.run_id is None else f" in {runs.get(letter.run_id, '?')}"
    to = "(erased)" if letter.addressee is None else letter.addressee.replace("\n", ", ")
    since = letter.created_at.astimezone(zone)
    note = f" ({letter.note})" if letter.note else ""
    state = f"{letter.state}{run}{note}"
    return f"{reference_of(letter)}  {state}  since {since:%Y-%m-%d %H:%M}  {letter.pages} p.  {to}"


@letters.command()
@_brand
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write the PDF to this file.",
)
@click.option("--another", is_flag=True, help="One more run today, of what came in since the last one.")
@click.option(
    "--run", "again", metavar="RUN", help="An earlier run again, by its day: 2026-11-23, 2026-11-23/2."
)
def run(slug: str, out: Path, again: str | None, *, another: bool) -> None:
    """Make today's print run: all that waits, as one PDF behind an index. Repeated, it is the same file."""
    with _said_plainly(), application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
            earlier = None if again is None else find_run(uow, brand, again)
        made = (
            print_run(app, brand, another=another) if earlier is None else printed_again(app, brand, earlier)
        )
    write_whole(out, made.content)
    _tell(made, out)


def _tell(made: Printed, out: Path) -> None:
    what = "made" if made.is_new else "printed again, as it was"
    click.echo(
        f"Print run {name_of(made.run)}, {what}: {made.run.letters} letters, {made.run.pages} pages, {out}"
    )
    if made.trouble:
        click.echo(f"Take care: {made.trouble}.", err=True)
    click.echo(f"Once they are in the post: cancelbot letters posted BRAND --run {name_of(made.run)}")


@letters.command()
@_brand
@click.argument("numbers", nargs=-1, metavar="[LETTER]...")
@click.option("--run", "of_run", metavar="RUN", help="All letters of this print run.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="On which day; today where not given.")
def posted(slug: str, numbers: tuple[str, ...], of_run: str | None, day: datetime | None) -> None:
    """Say that letters were handed to the post."""
    if not numbers and of_run is None:
        raise click.ClickException("say which letters were posted: their numbers, or --run and its day")
    with _said_plainly(), application() as app:

        def work() -> tuple[int, int]:
            with app.database.write() as uow:
                brand = brand_of(uow, slug)
                found = [find_letter(uow, brand, each) for each in numbers]
                if of_run is not None:
                    found += uow.letters.of_run(brand.id, find_run(uow, brand, of_run).id)
                at = _moment(app, brand, None if day is None else day.date())
                return sum(mark_posted(uow, each, at, app.clock()) for each in found), len(found)

        changed, named = again_on_conflict(work)
    click.echo(f"{changed} letters are posted; of {named - changed} that was known.")


@letters.command()
@_brand
@click.argument("numbers", nargs=-1, required=True, metavar="LETTER...")
@click.option("--why", required=True, help="Such as: moved, unknown at this address, refused.")
def returned(slug: str, numbers: tuple[str, ...], why: str) -> None:
    """Say that letters came back: their records go in another way, or stand on the desk."""
    with _said_plainly(), application() as app:

        def work() -> int:
            with app.database.write() as uow:
                brand, now = brand_of(uow, slug), app.clock()
                found = [find_letter(uow, brand, each) for each in numbers]
                return sum(mark_returned(uow, each, why, now, now) for each in found)

        changed = again_on_conflict(work)
    click.echo(f"{changed} letters came back.")


@letters.command()
@_brand
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def update(slug: str, file: Path) -> None:
    """Take in what became of letters from a CSV file: letter, state (posted or returned), day, note.

    All of it counts, or, where something in it is wrong, nothing.
    """
    with _said_plainly(), application() as app:
        reports = read_reports(file.read_bytes())

        def work() -> int:
            with app.database.write() as uow:
                brand = brand_of(uow, slug)
                return sum(_reported(app, uow, brand, each) for each in reports)

        changed = again_on_conflict(work)
    click.echo(f"{len(reports)} lines read, {changed} letters changed.")


def _reported(app: Application, uow: UnitOfWork, brand: BrandRow, report: Report) -> bool:
    """Raises NoLetter, naming the line."""
    try:
        letter, at = find_letter(uow, brand, report.letter), _moment(app, brand, report.day)
        if report.state == "posted":
            return mark_posted(uow, letter, at, app.clock())
        return mark_returned(uow, letter, report.note, at, app.clock())
    except NoLetter as error:
        raise NoLetter(f"line {report.line}: {error}") from error


@letters.command()
@_brand
@click.argument("number")
@click.option("--again", is_flag=True, help="Another letter, where there was one.")
@click.option("--to", "lines", metavar="LINES", default="", help="Where this one goes: 'street | place'.")
@click.option(
    "--country", default="", help="Of --to, two letters; where your letters are posted if not given."
)
def send(slug: str, number: str, lines: str, country: str, *, again: bool) -> None:
    """Have a record sent by post, as somebody asked for it: to the address in the back office, or --to."""
    with _said_plainly(), application() as app:
        with app.database.read() as uow:
            brand = brand_of(uow, slug)
            account = letter_account(uow.accounts.of_brand(brand.id))
        home = "" if account is None else str(account.settings.get("country", ""))
        address = read_address(lines.split("|"), country or home)
        try:
            ask_for_letter(app, brand, number, COMMAND_LINE, address, again=again)
        except OrderedBefore as error:
            raise click.ClickException(
                "it was sent by post before, or is on its way: say --again for another letter"
            ) from error
    click.echo("The worker makes the letter within seconds; it waits for the next print run then.")


def _moment(app: Application, brand: BrandRow, day: date | None) -> datetime:
    """Noon of a day in the brand's zone, and never later than now."""
    if day is None:
        return app.clock()
    return min(datetime.combine(day, time(12), ZoneInfo(brand.zone)), app.clock())


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except (NoLetter, NoRun, NoPress, BadReports, NotSentAgain) as error:
        raise click.ClickException(str(error)) from error
