"""Where the demo's channels lead."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.outbounds import Make, account_of, real_outbound
from bot.sandbox.direct import SandboxOutbound
from bot.sandbox.mail import SandboxMail
from bot.settings import Settings
from bot.wiring import Clock
from channels.base import Account, Outbound, made
from channels.registry import CHANNELS
from storage.database import Database
from storage.repositories.brands import AccountRow

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_PATHS = {"sms": "/sandbox/twilio", "voice": "/sandbox/twilio", "telegram": "/sandbox/telegram"}


def sandbox_url(settings: Settings) -> str:
    """Where this installation's sandbox answers: always on loopback, also when it has a public name."""
    if urlsplit(settings.base_url).hostname in LOOPBACK:
        return settings.base_url
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def sandbox_account(row: AccountRow, settings: Settings) -> Account:
    """A demo's account with its secrets resolved and its provider replaced by the sandbox."""
    return account_of(row, _changes(row, settings))


def _changes(row: AccountRow, settings: Settings) -> Mapping[str, str]:
    path = _PATHS.get(row.kind)
    return {} if path is None else {"api_base": sandbox_url(settings) + path}


def sandbox_outbound(database: Database, settings: Settings, clock: Clock) -> Make:
    """Senders for a demo: the real ones, speaking to the sandbox. A brand that is none keeps its providers.

    Mail has no provider to simulate: it is kept.
    """

    def make(row: AccountRow) -> Outbound:
        if not _is_demo(database, row):
            return real_outbound(row)
        if row.kind not in _PATHS:
            return keeping(row)
        outbound: Outbound = made(CHANNELS[row.kind].outbound or "", sandbox_account(row, settings))
        return outbound

    keeping = direct_outbound(database, clock)
    return make


def direct_outbound(database: Database, clock: Clock) -> Make:
    """Senders that keep every message, for the terminal chat: nothing is sent and no server is needed."""

    def make(row: AccountRow) -> Outbound:
        if row.kind == "email":
            return SandboxMail(database, row.brand_id, clock, row.id)
        return SandboxOutbound(database, row, clock)

    return make


def _is_demo(database: Database, row: AccountRow) -> bool:
    with database.read() as uow:
        brand = uow.brands.get(row.brand_id)
    return brand is not None and brand.demo
