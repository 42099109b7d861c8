"""Which of our errors a driver's error is."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import Backward, Busy, CommitUnknown, Conflict, StorageError, Unavailable

_SERIALIZATION_FAILURE, _DEADLOCK = "40001", "40P01"
_UNIQUE_VIOLATION = "23505"
_REFUSED = ("a case's status only moves forward", "a step of a case is never changed")
"""What our own triggers say."""
_WAITED_TOO_LONG = {"55P03", "57014"}  # lock_not_available, query_canceled (statement_timeout)


@contextmanager
def named(*, committing: bool = False) -> Iterator[None]:
    """Raise the errors of ``storage.errors`` in place of the drivers'; programming errors pass through."""
    try:
        yield
    except PoolTimeout as fault:
        raise Busy("no database connection came free in time") from fault
    except DBAPIError as fault:
        error = _named(fault, committing)
        if error is None:
            raise
        raise error from fault


def _named(fault: DBAPIError, committing: bool) -> StorageError | None:
    state = getattr(fault.orig, "sqlstate", None)
    text = str(fault.orig)
    if state in (_SERIALIZATION_FAILURE, _DEADLOCK) or _is_unique(fault, state, text):
        return Conflict(text)
    if isinstance(fault, IntegrityError) and text.startswith(_REFUSED):
        return Backward(text)
    if state in _WAITED_TOO_LONG or "database is locked" in text or "database table is locked" in text:
        return Busy(text)
    if committing and fault.connection_invalidated:
        return CommitUnknown(text)
    if isinstance(fault, OperationalError | InterfaceError):
        return Unavailable(text)
    return None


def _is_unique(fault: DBAPIError, state: str | None, text: str) -> bool:
    return isinstance(fault, IntegrityError) and (
        state == _UNIQUE_VIOLATION or text.startswith("UNIQUE constraint failed")
    )
