"""Opening what a process needs: settings, keys, database, back offices."""

import os
from pathlib import Path

from bot.backoffice.choosing import Offices
from bot.learning.models import Models
from bot.printing.press import Press
from bot.settings import Settings, SettingsError, master_keys
from bot.wiring import Application, Clock, utc_now
from storage.database import Database
from storage.migrate import check, upgrade

DEMO_SETTING = "demo"


def open_application(
    settings: Settings, *, demo: bool, migrate: bool = False, clock: Clock = utc_now
) -> Application:
    """The application on its database.

    Args:
        demo: a missing master key is made and kept beside the data.
        migrate: bring the tables to this program's version first (SQLite and demos).

    Raises:
        SettingsError, SchemaMismatch, UnsafeDatabase, Unavailable.
    """
    _make_folder(settings.database_url)
    try:
        database = Database.open(settings.database_url, master_keys(settings, demo))
    except ValueError as error:
        raise SettingsError(f"CANCELBOT_DATABASE_URL: {error}") from error
    if migrate:
        upgrade(database)
    check(database)
    press, models = Press(folder=settings.data / "press"), Models(settings.models)
    return Application(settings, database, Offices(database, clock).of, clock, press=press, models=models)


def _make_folder(url: str) -> None:
    scheme, _, path = url.partition(":///")
    if scheme == "sqlite" and path and path != ":memory:":
        folder = Path(path.partition("?")[0]).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"CANCELBOT_DATABASE_URL: {folder} cannot be made: {error.strerror}"
            ) from error
        if not os.access(folder, os.W_OK):
            raise SettingsError(f"CANCELBOT_DATABASE_URL: {folder} cannot be written to")


def is_demo(app: Application) -> bool:
    """Whether this database was seeded as a demo."""
    with app.database.read() as uow:
        return uow.settings.get(DEMO_SETTING) == "1"


def is_empty(app: Application) -> bool:
    """Whether no brand was ever made here."""
    with app.database.read() as uow:
        return not uow.brands.all()
