"""`cancelbot brand office`."""

import time
from collections.abc import Mapping
from dataclasses import replace

import click

from bot.backoffice.base import BackOfficeError, IdentifierKind
from bot.backoffice.choosing import SETTING, Chosen, Offices, choice, chosen_by
from bot.backoffice.registry import OFFICES
from bot.cli.opening import application, brand_of
from bot.wiring import Application
from storage.repositories.brands import BrandRow


@click.command("office")
@click.argument("slug")
@click.option(
    "--kind", type=click.Choice(list(OFFICES)), help="Choose it, with the settings given beside it."
)
@click.option(
    "--set", "given", multiple=True, metavar="NAME=VALUE", help="A setting; secrets as env:NAME or file:PATH."
)
@click.option(
    "--check",
    "identifier",
    metavar="IDENTIFIER",
    help="Ask it for an account number, e-mail or phone number.",
)
def office(slug: str, kind: str | None, given: tuple[str, ...], identifier: str | None) -> None:
    """Show a brand's back office, choose it, or ask it."""
    with application() as app:
        row = _chosen(app, slug, kind, given) if kind or given else _row(app, slug)
        _show(chosen_by(row))
        if identifier is not None:
            _check(app, row, identifier)


def _row(app: Application, slug: str) -> BrandRow:
    with app.database.read() as uow:
        return brand_of(uow, slug)


def _chosen(app: Application, slug: str, kind: str | None, given: tuple[str, ...]) -> BrandRow:
    """The brand with the choice stored."""
    pairs = dict(_pair(each) for each in given)
    with app.database.write() as uow:
        row = brand_of(uow, slug)
        changed = _changed(row, kind, pairs)
        row = replace(row, settings={**row.settings, SETTING: changed.stored()})
        uow.brands.save(row)
    click.echo("Stored; running processes take it over within seconds.")
    return row


def _changed(row: BrandRow, kind: str | None, pairs: Mapping[str, str]) -> Chosen:
    """Another kind begins with nothing; without one, settings of the present kind are changed."""
    try:
        if kind is not None:
            return choice(OFFICES[kind], pairs)
        present = chosen_by(row)
        return choice(present.kind, {**present.settings, **pairs})
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _pair(given: str) -> tuple[str, str]:
    name, separator, value = given.partition("=")
    if not separator:
        raise click.ClickException(f"{given!r}: expected NAME=VALUE")
    return name, value


def _show(chosen: Chosen) -> None:
    click.echo(f"Back office: {chosen.kind.kind} ({chosen.kind.meaning})")
    for name, value in chosen.settings.items():
        click.echo(f"  {name} = {value}")


def _check(app: Application, row: BrandRow, identifier: str) -> None:
    """Ask for a customer and tell what happened; what cannot be asked is an error."""
    found = Offices(app.database, app.clock).opened(row)
    began = time.monotonic()
    try:
        customer = found.find_customer(identifier, _kind_of(identifier))
    except BackOfficeError as error:
        raise click.ClickException(f"the back office gives no answer: {error.reason}") from error
    took = f"{time.monotonic() - began:.2f} s"
    if customer is None:
        click.echo(f"It answered within {took}: it has no customer {identifier!r}.")
    else:
        click.echo(f"It answered within {took}: {identifier!r} is customer {customer.ref}.")


def _kind_of(identifier: str) -> IdentifierKind:
    if "@" in identifier:
        return "email"
    return "phone" if identifier.startswith("+") else "account"
