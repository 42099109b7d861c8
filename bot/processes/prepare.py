"""What `cancelbot run` does before it starts anything: migrate, seed an empty database, refuse the wrong."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from bot.backoffice.choosing import require_office
from bot.demo.chats import open_waiting_chats
from bot.demo.seed import seed_demo
from bot.keys import require_master_keys
from bot.outbounds import account_of
from bot.processes.open import DEMO_SETTING, is_demo, is_empty, open_application
from bot.publishing import publish_all_packaged
from bot.seals import given_seal
from bot.settings import Settings, SettingsError
from bot.tickets.target import require_target
from bot.wiring import Application
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Prepared:
    demo: bool


def prepare(settings: Settings, demo: bool | None) -> Prepared:
    """Bring the database to this version and seed the demo where that is wanted.

    Args:
        demo: True or False as told; None: for an empty database that nobody configured.

    Raises:
        SettingsError: the port is taken, or the demo was asked for on a real database, or off the loopback.
    """
    _refuse_taken_port(settings)
    app = open_application(
        settings,
        demo=settings.master_keys is None,
        migrate=settings.database_url.startswith("sqlite") or demo is True,
    )
    try:
        if is_empty(app) and (demo or (demo is None and settings.master_keys is None)):
            _refuse_off_loopback(settings)
            open_waiting_chats(app, make_demo(app).id)
        elif demo and not is_demo(app):
            raise SettingsError("--demo: this database holds real brands; expected an empty one")
        now_demo = is_demo(app)
        if not now_demo and settings.master_keys is None:
            raise SettingsError("CANCELBOT_MASTER_KEYS is not set: expected keys, since this is no demo")
        require_master_keys(app, settings)
        _require_secrets(app)
        return Prepared(now_demo and settings.is_loopback)
    finally:
        app.database.close()


def make_demo(app: Application) -> BrandRow:
    """Seed the demo brand with its script published, and mark the database as a demo."""

    def publish(uow: UnitOfWork, brand: BrandRow) -> None:
        publish_all_packaged(uow, brand.id, "Cancelbot", app.clock())
        uow.settings.set(DEMO_SETTING, "1")

    return seed_demo(app.database, app.clock(), publish)


def _refuse_taken_port(settings: Settings) -> None:
    """Say it at once and plainly; a web process would be started again and again."""
    try:
        with socket.create_server((settings.host, settings.port), family=_family(settings.host)):
            pass
    except OSError as error:
        raise SettingsError(
            f"CANCELBOT_PORT: {settings.host}:{settings.port} cannot be listened on ({error.strerror}): "
            "expected a free port, such as the next one with --port"
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _refuse_off_loopback(settings: Settings) -> None:
    if not settings.is_loopback:
        raise SettingsError("CANCELBOT_HOST: the demo runs on the loopback only; expected 127.0.0.1")


def _require_secrets(app: Application) -> None:
    """Raises SettingsError naming the first secret of an account, back office or seal that is not there."""
    with app.database.read() as uow:
        rows, brands = uow.accounts.all(), uow.brands.all()
    for row in rows:
        account_of(row)
    for brand in brands:
        require_office(brand)
        given_seal(brand)
        require_target(brand)


def has_demo_key(settings: Settings) -> bool:
    """Whether no keys are configured, so that only a demo can be meant."""
    return settings.master_keys is None


def environment_of(settings: Settings) -> Mapping[str, str]:
    """The environment for child processes: what was given on the command line holds for them, too."""
    return {
        **os.environ,
        "CANCELBOT_DATABASE_URL": settings.database_url,
        "CANCELBOT_DATA": str(settings.data),
        "CANCELBOT_BASE_URL": settings.base_url,
        "CANCELBOT_HOST": settings.host,
        "CANCELBOT_PORT": str(settings.port),
        "CANCELBOT_UNDERSTANDING": "examples" if settings.guesses else "phrases",
    }
