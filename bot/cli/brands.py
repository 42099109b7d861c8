"""`cancelbot brand`, `token`, `seed`."""

import json
import secrets
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import click

from bot.brands import BrandRefused, NewBrand, changed_settings, create_brand
from bot.cli.brand_office import office
from bot.cli.failures import said_plainly
from bot.cli.opening import application, brand_of
from bot.demo.load import seed_load
from bot.identification.tokens import LONGEST_LIFE, SHORTEST_KEY, mint_token
from bot.outbounds import account_of
from bot.processes.open import open_application
from bot.processes.prepare import has_demo_key, make_demo
from bot.publishing import publish_packaged
from bot.records.contents import KINDS
from bot.rights.retention import (
    RetentionRefused,
    retention_of,
    settings_with,
    with_days,
    with_years,
)
from bot.settings import read_settings
from bot.wiring import Application
from channels.base import Account, made
from channels.registry import CHANNELS
from storage.errors import Conflict


@click.group()
def brand() -> None:
    """Brands: client businesses."""


brand.add_command(office)


@brand.command("add")
@click.argument("slug")
@click.option("--name", required=True, help="As customers know it.")
@click.option("--zone", required=True, help="IANA time zone, such as Europe/Berlin.")
@click.option("--currency", required=True, help="ISO 4217 code, such as EUR.")
@click.option(
    "--locale", "locales", multiple=True, required=True, help="Languages, the first is the default."
)
@click.option("--prefix", required=True, help="Two letters or more before record numbers.")
@click.option("--pack", default="none", show_default=True, help="Whose law holds, such as de or us-ca.")
def add(
    slug: str, name: str, zone: str, currency: str, locales: tuple[str, ...], prefix: str, pack: str
) -> None:
    """Start a real brand: its keys, a web chat account and the published script."""
    with said_plainly():
        app = _application()
    new = NewBrand(slug, name, zone, currency, locales, prefix, pack)
    try:
        with app.database.write() as uow:
            row = create_brand(uow, new, app.clock())
            key = f"env:CANCELBOT_{slug.upper().replace('-', '_')}_TOKEN_KEY"
            uow.accounts.add(
                row.id,
                kind="webchat",
                name="Web chat",
                address=slug,
                now=app.clock(),
                settings={"token_key": key},
            )
            publish_packaged(uow, row.id, "Cancelbot", app.clock())
    except BrandRefused as error:
        raise click.ClickException(str(error)) from error
    finally:
        app.database.close()
    click.echo(f"Brand {slug!r} is there, with web chat at /chat/{slug}/ and the shipped script published.")
    click.echo(
        f"Set {key.removeprefix('env:')} to a secret of {SHORTEST_KEY} characters or more; "
        "your signed-in page vouches for customers with it."
    )
    click.echo(
        "Next: cancelbot brand account (SMS, Telegram, mail) and cancelbot brand agent (the desk's log-ins)."
    )


@brand.command("account")
@click.argument("slug")
@click.option("--kind", type=click.Choice(list(CHANNELS)), required=True)
@click.option("--address", required=True, help="Number, bot's user name, widget or mail address.")
@click.option(
    "--set", "given", multiple=True, metavar="NAME=VALUE", help="A setting; secrets as env:NAME or file:PATH."
)
def account(slug: str, kind: str, address: str, given: tuple[str, ...]) -> None:
    """Add a brand's end of a channel."""
    settings = dict(_pair(kind, each) for each in given)
    check = CHANNELS[kind].check
    if check is not None:
        try:
            made(check, Account("", kind, address, settings))
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    with said_plainly():
        app = _application()
    try:
        with app.database.write() as uow:
            row = uow.brands.by_slug(slug)
            if row is None:
                raise click.ClickException(f"there is no brand {slug!r}")
            uow.accounts.add(
                row.id, kind=kind, name=address, address=address, now=app.clock(), settings=settings
            )
    except Conflict as error:
        raise click.ClickException(f"there is a {kind} account {address!r} already") from error
    finally:
        app.database.close()
    click.echo(f"Brand {slug!r} has {kind} at {address}.")


def _pair(kind: str, given: str) -> tuple[str, str]:
    """Raises ClickException naming the setting and what is expected."""
    name, separator, value = given.partition("=")
    known = CHANNELS[kind].settings
    if not separator or name not in known:
        listed = "".join(f"\n  {each}: {what}" for each, what in known.items())
        raise click.ClickException(f"{given!r} is no setting of {kind}; expected NAME=VALUE of:{listed}")
    if name in CHANNELS[kind].secrets and not value.startswith(("env:", "file:")):
        raise click.ClickException(
            f"{name} is a secret: expected env:NAME or file:PATH, never the secret itself"
        )
    return name, value


@brand.command("set")
@click.argument("slug")
@click.argument("given", nargs=-1, required=True, metavar="NAME=VALUE...")
def set_(slug: str, given: tuple[str, ...]) -> None:
    """Change a brand's settings, such as api_key=env:ACME_API_KEY or notice_days_policy=14."""
    try:
        with application() as app, app.database.write() as uow:
            uow.brands.save(changed_settings(brand_of(uow, slug), given))
    except BrandRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Brand {slug!r} has {', '.join(each.partition('=')[0] for each in given)}.")


@brand.command("agent")
@click.argument("slug")
@click.option("--login", required=True, help="E-mail address or user name.")
@click.option("--name", required=True, help="As customers see it.")
@click.option("--role", type=click.Choice(["agent", "admin"]), default="agent", show_default=True)
@click.password_option(help="Asked for when not given.")
def agent(slug: str, login: str, name: str, role: str, password: str) -> None:
    """Add a log-in for the desk (and, for an admin, the studio)."""
    from bot.passwords import hash_password

    if len(password) < 10:
        raise click.ClickException("the password is too short: expected 10 characters or more")
    with said_plainly():
        app = _application()
    try:
        with app.database.write() as uow:
            row = uow.brands.by_slug(slug)
            if row is None:
                raise click.ClickException(f"there is no brand {slug!r}")
            uow.agents.add(
                row.id,
                email=login,
                name=name,
                role="admin" if role == "admin" else "agent",
                password_hash=hash_password(password),
                now=app.clock(),
            )
    finally:
        app.database.close()
    click.echo(f"{name} can log in at /desk/.")


@brand.command()
@click.argument("slug")
@click.option(
    "--records", "given", multiple=True, metavar="[KIND=]YEARS", help="Years for all records, or for a kind."
)
@click.option("--transcripts", type=int, metavar="DAYS", help="Days after somebody was last heard of.")
def retention(slug: str, given: tuple[str, ...], transcripts: int | None) -> None:
    """Show how long records and transcripts are kept, having changed it where asked."""
    with application() as app, app.database.write() as uow:
        row = brand_of(uow, slug)
        try:
            kept = retention_of(row)
            for kind, years in (each for one in given for each in _years(one)):
                kept = with_years(kept, row, kind, years)
            if transcripts is not None:
                kept = with_days(kept, transcripts)
        except RetentionRefused as error:
            raise click.ClickException(str(error)) from error
        if given or transcripts is not None:
            uow.brands.save(replace(row, settings=settings_with(row, kept)))
    for kind, years in kept.years.items():
        click.echo(f"records of kind {kind}: {years} years, and a year after the end at least")
    click.echo(f"transcripts: {kept.transcript_days} days after the person was last heard of")


def _years(given: str) -> list[tuple[str, object]]:
    kind, separator, years = given.rpartition("=")
    value = int(years) if years.isascii() and years.isdigit() else years
    return [(kind, value)] if separator else [(each, value) for each in KINDS]


@click.command()
@click.option("--brand", "slug", default="demo", show_default=True)
@click.option("--customer", required=True, metavar="REF", help="The customer's account number.")
@click.option("--minutes", type=click.IntRange(1, int(LONGEST_LIFE.total_seconds() // 60)), default=5)
def token(slug: str, customer: str, minutes: int) -> None:
    """Mint an identity token, as a brand's signed-in page does (HS256)."""
    with said_plainly():
        app = _application()
        try:
            with app.database.read() as uow:
                row = uow.brands.by_slug(slug)
                accounts = [] if row is None else uow.accounts.of_brand(row.id)
            chat = next((each for each in accounts if each.kind == "webchat"), None)
            if chat is None:
                raise click.ClickException(f"there is no brand {slug!r} with web chat")
            key = account_of(chat).settings.get("token_key", "")
        finally:
            app.database.close()
    if len(key.encode()) < SHORTEST_KEY:
        raise click.ClickException(
            f"the brand's token_key is too short: expected {SHORTEST_KEY} bytes or more"
        )
    life = timedelta(minutes=minutes)
    click.echo(mint_token(key, slug, customer, secrets.token_hex(16), app.clock(), life))


@click.command()
@click.option("--brand", "slug", default="demo", show_default=True)
@click.option("--customers", type=click.IntRange(1, 1_000_000), help="Fill a load test with this many.")
@click.option(
    "--tokens", type=click.Path(dir_okay=False, path_type=Path), help="Write a token for each to this file."
)
def seed(slug: str, customers: int | None, tokens: Path | None) -> None:
    """Seed the demo, and fill it for a load test: customers L-000001, L-000002, ... with a service each."""
    with said_plainly():
        app = _application()
    try:
        with app.database.read() as uow:
            row = uow.brands.by_slug(slug)
        if row is None and slug == "demo":
            make_demo(app)
            with app.database.read() as uow:
                row = uow.brands.by_slug(slug)
        if row is None or not row.demo:
            raise click.ClickException("only a demo brand can be seeded")
        added = 0 if customers is None else seed_load(app.database, row, customers, app.clock())
        if tokens is not None:
            _write_tokens(app, slug, customers or 0, tokens)
    finally:
        app.database.close()
    click.echo(f"The demo is seeded; {added} customers added.")


def _write_tokens(app: Application, slug: str, customers: int, path: Path) -> None:
    from bot.demo.brand import DEMO_TOKEN_KEY
    from bot.demo.load import load_ref

    with path.open("w", encoding="utf-8") as file:
        for number in range(1, customers + 1):
            ref = load_ref(number)
            token = mint_token(DEMO_TOKEN_KEY, slug, ref, secrets.token_hex(16), app.clock(), LONGEST_LIFE)
            file.write(json.dumps({"customer": ref, "identity": token}) + "\n")


def _application() -> Application:
    settings = read_settings()
    return open_application(settings, demo=has_demo_key(settings), migrate=True)
