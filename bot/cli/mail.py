"""`cancelbot mail`: what comes back to the brand's mailbox, as its mail server hands it over."""

import sys
from typing import BinaryIO

import click

from bot.cli.opening import application, brand_of

NOT_A_MAIL, TRY_LATER = 65, 75
"""How mail servers read the end of a command: the mail is useless; keep it and try again (sysexits.h)."""
SEEN_TO = {
    "undelivered": "A bounce: the confirmation goes another way, or stands on the desk.",
    "full": "A full mailbox: the confirmation goes another way, or stands on the desk.",
    "delayed": "A mail is delayed; the mail server goes on trying.",
    "delivered": "A mail was delivered.",
    "automatic": "An automatic answer: nothing follows.",
    "answer": "An answer: it is on the desk within seconds.",
    "unreadable": "A report that does not tell enough: it is on the desk.",
}


@click.group()
def mail() -> None:
    """Mails that come back: bounces, and what people answer."""


@mail.command()
@click.argument("slug", metavar="BRAND")
def receive(slug: str) -> None:
    """Take in one mail from standard input, as mail servers pipe it.

    A bounced confirmation goes by the next way; answers, and bounces that cannot be read, come to the desk.
    Ends with 0 once the mail is on disk, and with 75 where it has to be brought again.
    """
    from bot.mails.taking import domain_of, take_mail
    from bot.outbounds import mail_account
    from bot.receive.inbox import again_on_conflict

    raw = _whole(sys.stdin.buffer)
    if not raw.strip():
        click.echo("Error: expected a mail on standard input", err=True)
        raise click.exceptions.Exit(NOT_A_MAIL)
    try:
        with application() as app:

            def work() -> str:
                with app.database.write() as uow:
                    brand = brand_of(uow, slug)
                    domain = domain_of(mail_account(uow.accounts.of_brand(brand.id)))
                    return take_mail(uow, brand.id, domain, raw, app.clock()).said

            said = again_on_conflict(work)
    except click.ClickException as error:
        error.show()
        raise click.exceptions.Exit(TRY_LATER) from error
    except Exception as error:
        click.echo(f"Error: {type(error).__name__}: {error}", err=True)
        raise click.exceptions.Exit(TRY_LATER) from error
    click.echo(SEEN_TO[said])


def _whole(stream: BinaryIO) -> bytes:
    """As much of it as is looked at. The rest is read too: who writes to us must not break off."""
    from channels.email.incoming import MOST_BYTES

    kept = stream.read(MOST_BYTES)
    while stream.read(MOST_BYTES):
        pass
    return kept
