"""`cancelbot openapi`."""

import json
from typing import Any

import click

from bot.cli.failures import said_plainly
from bot.settings import read_settings


@click.command()
@click.option(
    "--demo/--no-demo", default=False, help="With the sandbox's outbox, and examples that work in a demo."
)
@click.option("--back-office", is_flag=True, help="The contract that a brand's own system implements.")
def openapi(demo: bool, back_office: bool) -> None:
    """Print the HTTP contract as OpenAPI 3.1."""
    if back_office:
        from bot.backoffice.http.openapi import document as back_office_document

        _print(back_office_document())
        return
    from bot.web.openapi import document

    with said_plainly():
        settings = read_settings()
    _print(document(settings.base_url, demo=demo))


def _print(found: dict[str, Any]) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
