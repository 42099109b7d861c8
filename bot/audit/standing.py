"""How it stands with a brand's audits: the last ones, one that is asked for, and what somebody should see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.audit.auditing import Asked, asked_of
from bot.audit.report import remarks_of
from bot.heartbeat import has_worker
from storage.repositories.auditing import AuditRow
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

OVERDUE_AFTER = timedelta(days=2)
"""A worker audits every day: where none was made for so long, something is wrong."""
SHOWN = 30
"""Audits that are listed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A brand's audits. `worry` says in a few words what an admin should look at; None where all is well."""

    audits: Sequence[AuditRow]
    asked: Asked | None
    has_worker: bool
    worry: str | None


def standing_of(uow: UnitOfWork, brand: BrandRow, now: datetime) -> Standing:
    """How it stands now."""
    audits = uow.auditing.latest(brand.id, SHOWN)
    return Standing(audits, asked_of(uow, brand), has_worker(uow, now), _worry(audits[:1], brand, now))


def worry_of(uow: UnitOfWork, brand: BrandRow, now: datetime) -> str | None:
    """What of that an admin should look at, if anything."""
    return _worry(uow.auditing.latest(brand.id), brand, now)


def _worry(last: Sequence[AuditRow], brand: BrandRow, now: datetime) -> str | None:
    since = last[0].begun_at if last else brand.created_at
    if now - since >= OVERDUE_AFTER:
        return "none for two days"
    if not last:
        return None
    found = sum(last[0].report["found"].values())
    if found:
        return f"{found} finding{'' if found == 1 else 's'}"
    return "not all looked at" if remarks_of(last[0].report) else None
