"""`cancelbot webhooks sync`."""

import click

from bot.cli.failures import said_plainly
from bot.outbounds import account_of
from bot.processes.open import open_application
from bot.processes.prepare import has_demo_key
from bot.settings import read_settings
from channels.base import Account, SendError


@click.group()
def webhooks() -> None:
    """Where providers deliver to."""


@webhooks.command()
def sync() -> None:
    """Tell Telegram where to deliver, and print what to enter at the SMS provider."""
    with said_plainly():
        settings = read_settings()
        app = open_application(settings, demo=has_demo_key(settings))
        with app.database.read() as uow:
            rows = [(uow.brands.get(row.brand_id), row) for row in uow.accounts.all()]
        accounts = [
            (brand.slug, account_of(row)) for brand, row in rows if brand is not None and not brand.demo
        ]
        app.database.close()
    failed = False
    for slug, account in accounts:
        url = f"{settings.base_url}/webhooks/{account.kind}/{slug}"
        if account.kind == "telegram":
            failed |= not _register(account, url)
        elif account.kind == "sms":
            click.echo(f"{account.address}: enter at the provider, for incoming messages: POST {url}")
    if not accounts:
        click.echo("No brand has accounts yet; add one with: cancelbot brand account")
    if failed:
        raise click.exceptions.Exit(1)


def _register(account: Account, url: str) -> bool:
    from channels.telegram.polling import TelegramPolling

    polling = TelegramPolling(account)
    try:
        if account.settings.get("mode", "polling") == "webhook":
            polling.register_webhook(url, account.settings.get("webhook_secret", ""))
            click.echo(f"{account.address}: Telegram delivers to {url}")
        else:
            polling.delete_webhook()
            click.echo(f"{account.address}: Telegram is polled")
    except SendError as error:
        click.echo(f"{account.address}: {error.reason}", err=True)
        return False
    finally:
        polling.close()
    return True
