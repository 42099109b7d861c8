"""A sign of life of the workers: whoever answers requests can tell whether anybody carries them out."""

from datetime import UTC, datetime, timedelta

from storage.unit_of_work import UnitOfWork

EVERY = timedelta(seconds=15)
"""How often a worker says that it is there."""
MISSED_AFTER = timedelta(seconds=60)
"""After this long without a sign there is none."""

_SEEN = "worker_seen_ms"


def note_worker(uow: UnitOfWork, now: datetime) -> None:
    """A worker is there; of several the last one counts."""
    uow.settings.set(_SEEN, str(int(now.timestamp() * 1000)))


def worker_seen_at(uow: UnitOfWork) -> datetime | None:
    """When a worker was last there, or None where there never was one."""
    milliseconds = uow.settings.get(_SEEN)
    return None if milliseconds is None else datetime.fromtimestamp(int(milliseconds) / 1000, UTC)


def has_worker(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a worker was there within the last minute."""
    seen = worker_seen_at(uow)
    return seen is not None and now - seen < MISSED_AFTER
