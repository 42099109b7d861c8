"""Confirmations that are asked for again: a few times an hour, whoever asks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dialogs.ids import BrandId
from storage.unit_of_work import UnitOfWork

HOUR = timedelta(hours=1)
MOST_MAILS_AGAIN = 3
"""How often in an hour one record's confirmation is sent again."""


def first_key(number: str) -> str:
    """The idempotency key of a confirmation's first sending."""
    return f"confirmation:{number}"


def spend_resending(uow: UnitOfWork, brand: BrandId, number: str, now: datetime) -> str | None:
    """The key of one more sending; None where there were enough within the hour."""
    bucket = _bucket(brand, number)
    if not uow.limits.spend(bucket, HOUR, MOST_MAILS_AGAIN, now):
        return None
    return _again_key(number, now, uow.limits.used(bucket, HOUR, now))


def sent_enough(
    uow: UnitOfWork, brand: BrandId, numbers: Sequence[str], now: datetime
) -> tuple[tuple[str, datetime], ...]:
    """Which of these confirmations are not sent again just now, each with when it was last sent.

    One that is still on its way is left out: that is what its asker is told.
    """
    enough = [
        number
        for number in dict.fromkeys(numbers)
        if uow.limits.used(_bucket(brand, number), HOUR, now) >= MOST_MAILS_AGAIN
    ]
    found = ((number, _last_sent(uow, brand, number, now)) for number in enough)
    return tuple((number, at) for number, at in found if at is not None)


def _last_sent(uow: UnitOfWork, brand: BrandId, number: str, now: datetime) -> datetime | None:
    keys = [first_key(number), *(_again_key(number, now, nth) for nth in range(1, MOST_MAILS_AGAIN + 1))]
    sendings = [uow.outbox.by_key(brand, key) for key in keys]
    times = [row.done_at for row in sendings if row is not None and row.state == "done"]
    return max((at for at in times if at is not None), default=None)


def _bucket(brand: BrandId, number: str) -> str:
    return f"mails:{brand}:{number}"


def _again_key(number: str, now: datetime, nth: int) -> str:
    return f"{first_key(number)}:again:{int(now.timestamp()) // 3600}:{nth}"
