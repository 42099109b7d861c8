"""What comes back on a line."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, read to its end. `media` is its content type without parameters."""

    status: int
    media: str
    body: bytes
    retry_after: str | None = None
    request_id: str | None = None
    """What the other side calls the request, where it says so."""


def waiting_time(retry_after: str | None, now: datetime) -> float | None:
    """Seconds that `Retry-After` asks to wait: a number of them or a date (RFC 9110, 10.2.3), else None."""
    if retry_after is None:
        return None
    said = retry_after.strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    # A date without a zone is one in UTC.
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
