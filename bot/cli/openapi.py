"""`cancelbot openapi`."""

import json

import click

from bot.cli.failures import said_plainly
from bot.settings import read_settings


@click.command()
@click.option(
    "--demo/--no-demo", default=False, help="With the sandbox's outbox, and examples that work in a demo."
)
def openapi(demo: bool) -> None:
    """Print the HTTP contract as OpenAPI 3.1."""
    from bot.web.openapi import document

    with said_plainly():
        settings = read_settings()
    click.echo(json.dumps(document(settings.base_url, demo=demo), ensure_ascii=False, indent=2))
