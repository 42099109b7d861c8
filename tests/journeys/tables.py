"""The running program's database, opened beside it: to see what is kept, and to arrange what HTTP cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.settings import Settings, master_keys, read_settings
from storage.database import Database
from tests.journeys.running import Running


def settings_of(running: Running) -> Settings:
    """As the program reads them."""
    return read_settings(
        {"CANCELBOT_DATA": str(running.data), "CANCELBOT_DATABASE_URL": running.database_url}
    )


@contextmanager
def database_of(running: Running) -> Iterator[Database]:
    """The database with the demo's own key."""
    settings = settings_of(running)
    database = Database.open(settings.database_url, master_keys(settings, demo=True))
    try:
        yield database
    finally:
        database.close()


def forget_opt_outs(running: Running) -> None:
    """As if the provider had never told of any."""
    with database_of(running) as database, database.administer() as connection:
        connection.exec_driver_sql("UPDATE address SET opted_out_at = NULL")


def poll_telegram(running: Running) -> None:
    """Let the demo's bot fetch its updates, as an admin would who has no public address."""
    _set_mode(running, "polling")


def post_to_webhook(running: Running) -> None:
    """Let the demo's bot have its updates posted, as it comes."""
    _set_mode(running, "webhook")


def _set_mode(running: Running, mode: str) -> None:
    with database_of(running) as database, database.write() as uow:
        for row in uow.accounts.all():
            if row.kind == "telegram":
                uow.accounts.save(replace(row, settings={**row.settings, "mode": mode}))


def public_key_of(running: Running, slug: str) -> bytes:
    """The key that a brand's records are verified with, 32 raw bytes."""
    with database_of(running) as database, database.read() as uow:
        brand = uow.brands.by_slug(slug)
        assert brand is not None
        return brand.signing_public
