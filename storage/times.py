"""Times on disk: integer milliseconds since 1970 in UTC, aware datetimes everywhere else.

Floating-point seconds are avoided on purpose: a ``REAL`` is four bytes on PostgreSQL and loses minutes.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_milliseconds(moment: datetime) -> int:
    """Whole milliseconds since 1970 (UTC), rounded down. Raises TypeError for a datetime without zone."""
    return (moment - _EPOCH) // _MILLISECOND


def from_milliseconds(milliseconds: int) -> datetime:
    """The aware UTC datetime that many milliseconds after 1970."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


class Milliseconds(TypeDecorator[datetime]):
    """A column of aware datetimes, stored as integer milliseconds UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """What is written."""
        return None if value is None else to_milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """What is read."""
        return None if value is None else from_milliseconds(value)
