"""`cancelbot script`: a brand's revisions for operators: list, show, diff, publish, back."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

import click

from bot.cli.opening import application, brand_of
from bot.cli.options import messages_folder
from bot.proving import ProofFailed, keep_verdict, prove
from bot.publishing import RevisionBody, front_script, scripts_of
from bot.receive.inbox import again_on_conflict
from bot.scripts.own_texts import texts_in
from bot.studio.changes import changes_between
from bot.studio.languages import words_for_unspoken
from bot.studio.release import (
    Faulty,
    NoScript,
    NothingToPublish,
    NotPublished,
    Seen,
    Unchecked,
    go_back,
    name_of,
    publish_draft,
    publish_new,
    publish_source,
)
from bot.studio.under_way import followers_of
from bot.studio.workshop import Workshop, open_workshop, validity_of
from bot.wiring import Application
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

Work = Callable[[UnitOfWork], RevisionRow]


@click.group()
def script() -> None:
    """Scripts of a brand: which revisions there are, and which one is published."""


named = click.option("--script", "name", help="Which script; default: the one that every chat begins with.")


@script.command("list")
@click.argument("slug", metavar="BRAND")
@named
def list_(slug: str, name: str | None) -> None:
    """Show every revision that was published, newest first."""
    with opened(slug, name) as (app, workshop), app.database.read() as uow:
        rows = [
            each
            for each in uow.revisions.of_script(workshop.brand.id, workshop.name)
            if each.status != "draft"
        ]
        valid = validity_of(rows)
        following = {each.revision.id: each for each in followers_of(uow, rows, workshop.published_body)}
        for row in rows:
            since, until = valid[row.id].since, valid[row.id].until
            end = "now" if until is None else f"{until:%Y-%m-%d %H:%M}"
            under_way = following[row.id].count if row.id in following else 0
            click.echo(
                f"{row.number:>4}  {since:%Y-%m-%d %H:%M} - {end:<16}  {under_way:>5} under way  "
                f"{row.author}: {row.message}"
            )


@script.command()
@click.argument("slug", metavar="BRAND")
@click.argument("number", type=int, required=False)
@named
def show(slug: str, number: int | None, name: str | None) -> None:
    """Print the source of a revision, of the published one if none is named."""
    with opened(slug, name) as (app, workshop), app.database.read() as uow:
        row = workshop.published if number is None else numbered(uow, workshop, number)
        click.echo(RevisionBody.loaded(row.body).source, nl=False)


@script.command()
@click.argument("slug", metavar="BRAND")
@click.argument("before", type=int)
@click.argument("after", type=int)
@named
def diff(slug: str, before: int, after: int, name: str | None) -> None:
    """Print what differs between two revisions: the script first, then the texts."""
    with opened(slug, name) as (app, workshop), app.database.read() as uow:
        old = RevisionBody.loaded(numbered(uow, workshop, before).body)
        new = RevisionBody.loaded(numbered(uow, workshop, after).body)
    click.echo(differing(old.source, new.source, "script.yaml"), nl=False)
    for change in changes_between(old, new):
        place = f"{change.locale}/{change.name}"
        click.echo(differing(change.before or "", change.after or "", place), nl=False)


@script.command()
@click.argument("slug", metavar="BRAND")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--message", required=True, help="What changes, and why.")
@click.option("--author", default=getpass.getuser, help="Who publishes; by default who is logged in here.")
@click.option(
    "--script", "name", help="Which script; default: the one in FILE, or the one that chats begin with."
)
@messages_folder
def publish(
    slug: str, file: Path | None, message: str, author: str, name: str | None, folder: Path | None
) -> None:
    """Publish the draft, or a FILE with the source of a script.

    A script that the brand does not have yet is added beside the others. Its own texts are those of the
    --messages folder; without one, those that are published now.

    The conversations that can happen are run first: a script that traps somebody is refused.
    """
    if folder is not None and file is None:
        raise click.UsageError("--messages goes with a FILE: expected the script that has these texts")

    def work(uow: UnitOfWork) -> RevisionRow:
        now = app.clock()
        if source is None:
            workshop = workshop_of(uow, slug, name)
            seen = Seen(workshop.published.number)
            return publish_draft(uow, workshop, seen=seen, message=message, author=author, now=now)
        brand, wanted = brand_of(uow, slug), name or name_of(source)
        if wanted not in scripts_of(uow, brand.id):
            return publish_new(uow, brand, wanted, source, own, message=message, author=author, now=now)
        workshop = open_workshop(uow, brand, wanted)
        return publish_source(uow, workshop, source, own, message=message, author=author, now=now)

    with application() as app:
        source = None if file is None else source_in(file)
        own = None if folder is None else texts_in(folder)
        row = published(app, work)
        click.echo(f"Revision {row.number} is published.")
        with app.database.read() as uow:
            tell_of(uow, slug, row)
            for each in texts_left_out(uow, row) if own is not None else ():
                click.echo(f"Left out, since the folder does not have it: {each}", err=True)


@script.command()
@click.argument("slug", metavar="BRAND")
@click.argument("number", type=int)
@click.option("--author", default=getpass.getuser, help="Who goes back; by default who is logged in here.")
@named
def back(slug: str, number: int, author: str, name: str | None) -> None:
    """Publish an older revision again, as a new one."""

    def work(uow: UnitOfWork) -> RevisionRow:
        workshop = workshop_of(uow, slug, name)
        row, seen = numbered(uow, workshop, number), Seen(workshop.published.number)
        return go_back(uow, workshop, row.id, seen=seen, author=author, now=app.clock())

    with application() as app:
        row = published(app, work)
        click.echo(f"Revision {row.number} is published: {row.message}.")
        with app.database.read() as uow:
            tell_of(uow, slug, row)


@contextmanager
def opened(slug: str, name: str | None) -> Iterator[tuple[Application, Workshop]]:
    """The application with the brand's script as it is now."""
    with application() as app:
        with app.database.read() as uow:
            workshop = workshop_of(uow, slug, name)
        yield app, workshop


def workshop_of(uow: UnitOfWork, slug: str, name: str | None) -> Workshop:
    try:
        return open_workshop(uow, brand_of(uow, slug), name)
    except LookupError as error:
        raise click.ClickException(str(error)) from error


def source_in(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}:1:1: expected UTF-8: {error}") from error


def tell_of(uow: UnitOfWork, slug: str, row: RevisionRow) -> None:
    """What whoever published it may not expect: where a new script is met, and who is not understood."""
    workshop = workshop_of(uow, slug, row.script)
    if row.number == 1:
        click.echo(words_for_new(row.script, slug, front_script(uow, row.brand_id)))
    if workshop.unspoken:
        click.echo(f"Warning: {words_for_unspoken(workshop)}", err=True)


def texts_left_out(uow: UnitOfWork, row: RevisionRow) -> list[str]:
    """The texts of the revision that was published before, such as the studio's, that this one has not."""
    earlier = [each for each in uow.revisions.of_script(row.brand_id, row.script) if each.number < row.number]
    released = [(each.published_at, each.body) for each in earlier if each.published_at is not None]
    if not released:
        return []
    before, after = RevisionBody.loaded(max(released)[1]).texts, RevisionBody.loaded(row.body).texts
    gone = (
        (name, locale) for locale, texts in before.items() for name in texts.keys() - after.get(locale, {})
    )
    return [f"{name} ({locale})" for name, locale in sorted(gone)]


def words_for_new(name: str, slug: str, front: str) -> str:
    if name == front:
        return f"The brand did not have the script {name!r} yet; every chat begins with it now."
    return (
        f"The brand did not have the script {name!r} yet; every chat begins with {front!r} as before.\n"
        f'Chats with it: /chat/{slug}/?script={name}, data-script="{name}" on your page, '
        f"cancelbot chat --brand {slug} --script {name}"
    )


def numbered(uow: UnitOfWork, workshop: Workshop, number: int) -> RevisionRow:
    rows = uow.revisions.of_script(workshop.brand.id, workshop.name)
    found = next((row for row in rows if row.number == number), None)
    if found is None:
        raise click.ClickException(f"there is no revision {number}; the newest is {rows[0].number}")
    return found


def published(app: Application, work: Work) -> RevisionRow:
    """Publish, having run the conversations first where nobody has yet."""

    def once() -> RevisionRow:
        with app.database.write() as uow:
            return work(uow)

    try:
        try:
            return again_on_conflict(once)
        except Unchecked as unchecked:
            prove_and_keep(app, unchecked.source)
            return again_on_conflict(once)
    except NotPublished as refusal:
        raise click.ClickException(f"Nothing was published: {words_for(refusal)}") from refusal


def prove_and_keep(app: Application, source: str) -> None:
    """Outside any transaction: it takes seconds."""
    click.echo("Running every conversation that can happen ...", err=True)
    try:
        verdict = prove(source)
    except ProofFailed as failure:
        raise click.ClickException(str(failure)) from failure
    with app.database.write() as uow:
        keep_verdict(uow, source, verdict)


def words_for(refusal: NotPublished) -> str:
    match refusal:
        case NoScript(faults=faults):
            return "\n".join(f"{fault.line}:{fault.column}: {fault.message}" for fault in faults)
        case Faulty(issues=issues):
            shown = (
                f"{each.step or f'{each.text} ({each.locale})'}: {each.message}\n{each.conversation or ''}"
                for each in issues
                if each.severity == "error"
            )
            return "\n".join(shown)
        case NothingToPublish():
            return "there is no difference"
        case _:
            return str(refusal)


def differing(before: str, after: str, place: str) -> str:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(unified_diff(old, new, place, place))
