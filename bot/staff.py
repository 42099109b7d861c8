"""The staff's log-ins: who may, who is, and how long. Knows nothing of the web.

The browser keeps a random token; the database keeps only its hash. Whoever is
deactivated, or changes role, is so with their next request.
"""

import hashlib
import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.passwords import verify_password
from bot.wiring import Application
from dialogs.ids import BrandId
from storage.repositories.brands import BrandRow
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

SESSION_HOURS = 12
WINDOW = timedelta(minutes=15)
MOST_PER_NAME_AND_ORIGIN = 10
"""Attempts to log in as one person from one network address in a window. Successful ones count, too."""
MOST_PER_NAME = 60
"""Attempts as one person from everywhere. Higher, so that a stranger cannot easily lock somebody out."""
MOST_PER_ORIGIN = 120
"""Attempts from one network address, as anybody: an office shares one."""

_VERIFYING = threading.BoundedSemaphore(4)
"""A password check takes 19 MiB on purpose; not more than these at once."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who is logged in, as they are now."""

    agent: AgentRow
    brand: BrandRow
    csrf: str
    """What every form and every changing request of this log-in carries."""


class LogInRefused(Exception):
    """Brand, name and password do not belong together. Which of them is wrong is never said."""


class TooManyLogIns(Exception):
    """Too many attempts; try again after `retry_after` seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"too many attempts; try again in {retry_after} seconds")
        self.retry_after = retry_after


def log_in(
    app: Application, slug: str | None, email: str, password: str, *, origin: str, ended: str | None = None
) -> str:
    """Log in and return the new session's token.

    Args:
        slug: the brand; None stands for the only one there is.
        origin: the network address it comes from.
        ended: the token that the browser had before; it ends, so a planted one is worth nothing.

    Raises:
        LogInRefused: unknown brand or name, wrong password, or not active any more.
        TooManyLogIns: whatever the password.
    """
    now = app.clock()
    with app.database.write() as uow:
        brand = brand_to_log_in(app, uow, slug)
        allowed = brand is None or _may_try(uow, brand.id, email, origin, now)
    if not allowed:
        raise TooManyLogIns(_seconds_left(now))
    return _begin(app, _known(app, brand, email, password), ended, now)


def brand_to_log_in(app: Application, uow: UnitOfWork, slug: str | None) -> BrandRow | None:
    """The brand of that name; without a name the only one there is."""
    if slug:
        return app.directory.brand_named(uow, slug)
    brands = uow.brands.all()
    return brands[0] if len(brands) == 1 else None


def staff_of(app: Application, token: str) -> Staff | None:
    """Who has this token; None when it ended, expired, or they are not active any more."""
    with app.database.read() as uow:
        found = uow.agents.session(token_hash(token), app.clock())
        if found is None:
            return None
        session, agent = found
        return Staff(agent, app.directory.brand(uow, session.brand_id), session.csrf)


def log_out(app: Application, token: str) -> None:
    """End the session; the token opens nothing any more."""
    with app.database.write() as uow:
        uow.agents.end_session(token_hash(token))


def token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def _may_try(uow: UnitOfWork, brand: BrandId, email: str, origin: str, now: datetime) -> bool:
    """Count the attempt before anything is compared. The buckets are keyed hashes and name nobody."""

    def hidden(*parts: str) -> str:
        return uow.vault.blind_index(brand, "log-in", "\x1f".join(parts)).hex()[:32]

    name = email.strip().lower()
    limits = (
        (f"log-in:both:{hidden(name, origin)}", MOST_PER_NAME_AND_ORIGIN),
        (f"log-in:origin:{hidden('', origin)}", MOST_PER_ORIGIN),
        (f"log-in:name:{hidden(name)}", MOST_PER_NAME),
    )
    return all(uow.limits.spend(bucket, WINDOW, most, now) for bucket, most in limits)


def _known(app: Application, brand: BrandRow | None, email: str, password: str) -> AgentRow:
    with app.database.read() as uow:
        agent = None if brand is None else uow.agents.by_email(brand.id, email.strip())
    with _VERIFYING:
        right = verify_password(None if agent is None else agent.password_hash, password)
    if agent is None or not right or not agent.active:
        raise LogInRefused
    return agent


def _begin(app: Application, agent: AgentRow, ended: str | None, now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    with app.database.write() as uow:
        if ended:
            uow.agents.end_session(token_hash(ended))
        uow.agents.begin_session(
            agent,
            token_hash=token_hash(token),
            csrf=secrets.token_urlsafe(24),
            now=now,
            expires_at=now + timedelta(hours=SESSION_HOURS),
        )
    return token


def _seconds_left(now: datetime) -> int:
    """Windows begin at multiples of their length."""
    length = int(WINDOW.total_seconds())
    return length - int(now.timestamp()) % length
