"""Taking up again, in the built-in office, what has ended: a row of its own beside the one that ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Literal, cast

from bot.backoffice.money import from_minor
from bot.backoffice.terms import HONOURED_DAYS, read_terms, restart, stored_terms
from dialogs.ids import ServiceRef
from dialogs.values import Restart
from storage.repositories.local_office import OfficeServiceRow
from storage.unit_of_work import UnitOfWork


def restart_of(row: OfficeServiceRow, today: date) -> Restart | None:
    """On what terms it is taken up again; None where the brand does not say for how much. Raises
    `ValueError` for terms that cannot be read."""
    terms = read_terms(row.terms)
    if terms.restart_minor is None:
        return None
    price = from_minor(terms.restart_minor, row.currency)
    return restart(terms, price, cast(Literal["month", "year"], row.interval), today)


def still_told(told: Callable[[date], Restart | None], agreed: Restart, today: date) -> bool:
    """Whether these terms are told today, or were on a day shortly before."""
    days = (today - timedelta(days=passed) for passed in range(HONOURED_DAYS + 1))
    return any(told(day) == agreed for day in days)


def take_up(work: UnitOfWork, row: OfficeServiceRow, first: date) -> OfficeServiceRow:
    """The contract made anew, from that day on; what ended stays as it is, and is taken up once."""
    terms = read_terms(row.terms)
    assert terms.restart_minor is not None, "what cannot be taken up again has no such terms"
    made = replace(
        row,
        ref=_free_ref(work, row),
        status="active",
        price_minor=terms.restart_minor,
        started_on=first,
        paid_until=None,
        ended_on=None,
        applied=None,
    )
    work.local_office.put_service(made)
    work.local_office.put_service(without_restart(row))
    return made


def without_restart(row: OfficeServiceRow) -> OfficeServiceRow:
    """The row, that only a person takes up again."""
    return replace(row, terms=stored_terms(replace(read_terms(row.terms), restart_minor=None)))


def _free_ref(work: UnitOfWork, row: OfficeServiceRow) -> ServiceRef:
    """The number counted on: ``S-1`` goes on as ``S-1-2``."""
    numbers = (ServiceRef(f"{row.ref}-{number}") for number in count(2))
    return next(ref for ref in numbers if work.local_office.service(row.brand_id, ref) is None)
