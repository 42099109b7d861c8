"""`cancelbot keys`: the master keys, and replacing one."""

import base64
import secrets

import click

from bot.cli.opening import application
from bot.keys import KeyUse, rotate, uses
from bot.settings import read_settings
from storage.encryption import KEY_BYTES
from storage.errors import StorageError


@click.group(invoke_without_command=True)
@click.pass_context
def keys(context: click.Context) -> None:
    """Show how much each master key opens, and which ones are needed."""
    if context.invoked_subcommand is not None:
        return
    with application() as app:
        found = uses(app)
    ring = read_settings().master_keys
    known = tuple(ring) if ring is not None else tuple(use.id for use in found)
    unused = [KeyUse(each, 0, 0) for each in known if each not in {use.id for use in found}]
    for use in sorted([*found, *unused], key=lambda use: known.index(use.id) if use.id in known else -1):
        click.echo(f"{use.id}: {use.persons} persons, {use.brands} brands{_remark(use, known)}")


def _remark(use: KeyUse, known: tuple[str, ...]) -> str:
    if use.id not in known:
        return " - MISSING from CANCELBOT_MASTER_KEYS"
    if use.id == known[-1]:
        return " - the newest: new keys come under it"
    return "" if use.is_needed else " - not needed any more"


@keys.command()
@click.argument("id_", metavar="ID")
def new(id_: str) -> None:
    """Print a new key, to be put at the end of CANCELBOT_MASTER_KEYS."""
    if not (id_.isascii() and id_.isprintable() and 1 <= len(id_) <= 255) or set(id_) & set(":, "):
        raise click.ClickException(f"{id_!r}: expected 1 to 255 ASCII characters without : , and spaces")
    if id_ in (read_settings().master_keys or {}):
        raise click.ClickException(f"there is a key {id_!r} already; expected another name, such as the year")
    click.echo(f"{id_}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}")


@keys.command("rotate")
def rotate_() -> None:
    """Bring everything under the newest key. May be stopped anywhere and begun again."""
    done = 0
    with application() as app:
        total = sum(use.persons + use.brands for use in uses(app))
        try:
            for changed in rotate(app):
                done += changed
                click.echo(f"{done} of {total} brought under the newest key")
        except (StorageError, TimeoutError) as error:
            raise click.ClickException(str(error)) from error
    click.echo(
        "Everything lies under the newest key; keys before it can be taken out once no backup needs them."
    )
