"""What the rows of the built-in back office say, on a given day. Pure.

A row's status is what was done (`active`, `ending`, `ended`); that a pause holds
or an end date has passed follows from the day, so nothing has to run at midnight.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, cast

from pydantic import TypeAdapter

from bot.backoffice.base import NotPossible, ServiceState
from bot.backoffice.money import from_minor
from bot.backoffice.offers import alternatives, read_offers
from bot.backoffice.terms import Contract, quote, quote_without_fee, read_terms, withdrawal
from dialogs.values import Alternative, Quote, Service
from storage.repositories.local_office import OfficeChargeRow, OfficeServiceRow

ALTERNATIVE: TypeAdapter[Alternative] = TypeAdapter(Alternative)

Status = Literal["active", "paused", "ending", "ended"]

TAKEN = "taken"
"""Status of a charge that was paid and kept."""

HONOURED_DAYS = 31
"""So long a quote is kept to after the day it was given, while what was asked for is being carried out."""


def applied_to(row: OfficeServiceRow) -> Alternative | None:
    return None if row.applied is None else ALTERNATIVE.validate_python(dict(row.applied))


def contract_of(row: OfficeServiceRow, charges: Sequence[OfficeChargeRow]) -> Contract:
    """The row's contract; `charges` newest first. Raises `ValueError` for terms that cannot be read."""
    last = next((charge for charge in charges if charge.status == TAKEN), None)
    return Contract(
        terms=read_terms(row.terms),
        price=from_minor(row.price_minor, row.currency),
        interval=cast(Literal["month", "year"], row.interval),
        started_on=row.started_on,
        paid_until=row.paid_until,
        last_charge=None if last is None else from_minor(last.amount_minor, last.currency),
        last_charged_on=None if last is None else last.charged_on,
        applied=applied_to(row),
    )


def status_on(row: OfficeServiceRow, day: date) -> Status:
    """The service's status on a day. Its last day still belongs to it, unless it was ended at once."""
    if row.status == "ended" or (row.ended_on is not None and row.ended_on < day):
        return "ended"
    if row.status == "ending":
        return "ending"
    applied = applied_to(row)
    if applied is None or applied.kind != "pause" or day < applied.starts_on:
        return "active"
    return "paused" if applied.ends_on is None or day <= applied.ends_on else "active"


def service_of(row: OfficeServiceRow, charges: Sequence[OfficeChargeRow], today: date, zone: str) -> Service:
    """The service as the customer is told of it: with quote and alternatives while it can be cancelled."""
    status = status_on(row, today)
    contract = contract_of(row, charges)
    open_for_change = status in ("active", "paused")
    quoted = quote(contract, today, zone) if open_for_change else None
    return Service(
        ref=row.ref,
        name=row.name,
        plan=_plan_on(row, today),
        price=contract.price_on(today),
        interval=contract.interval,
        status=status,
        started_on=row.started_on,
        quote=quoted,
        ends_on=row.ended_on,
        alternatives=() if quoted is None else _alternatives(row, contract, quoted, today),
        free_quote=None if quoted is None else quote_without_fee(contract, today, zone),
        withdrawal=None if quoted is None else withdrawal(contract, today),
    )


def state_of(row: OfficeServiceRow, today: date) -> ServiceState:
    return ServiceState(row.ref, status_on(row, today), row.ended_on, applied_to(row))


def still_quoted(contract: Contract, quoted: Quote, today: date, zone: str) -> bool:
    """Whether these terms gave that quote today or on a day shortly before.

    What the customer confirmed counts: end date, fee and refund. Who confirmed
    before midnight, or while the back office was down, keeps what they were told.
    """
    days = (today - timedelta(days=passed) for passed in range(HONOURED_DAYS + 1))
    return any(_told(quoted) in map(_told, _quotes(contract, day, zone)) for day in days)


def _quotes(contract: Contract, day: date, zone: str) -> Iterator[Quote]:
    yield quote(contract, day, zone)
    free = quote_without_fee(contract, day, zone)
    if free is not None:
        yield free
    withdrawn = withdrawal(contract, day)
    if withdrawn is not None:
        yield withdrawn


def still_offered(row: OfficeServiceRow, contract: Contract, wanted: Alternative, today: date) -> bool:
    """Whether the brand still allows this alternative at this price; its dates stay as they were told."""
    for passed in range(HONOURED_DAYS + 1):
        day = today - timedelta(days=passed)
        # The zone matters to the undo window only, which no alternative has.
        if wanted in _alternatives(row, contract, quote(contract, day, "UTC"), day):
            return True
    return False


def require_revocable(applied: Alternative | None, wanted: Alternative, today: date) -> None:
    """Raises `NotPossible` unless this is what is applied, and can still be taken back."""
    if applied is None or not applied.is_same_as(wanted):
        raise NotPossible(f"{wanted.kind} from {wanted.starts_on} is not what is applied")
    if not applied.may_be_undone(today):
        raise NotPossible(f"{wanted.kind} could be taken back until {applied.undo_until}")


def _alternatives(
    row: OfficeServiceRow, contract: Contract, quoted: Quote, today: date
) -> tuple[Alternative, ...]:
    return alternatives(contract, read_offers(row.alternatives), quoted, today)


def _plan_on(row: OfficeServiceRow, day: date) -> str:
    applied = applied_to(row)
    changed = applied is not None and applied.plan is not None and day >= applied.starts_on
    return applied.plan if applied is not None and changed and applied.plan else row.plan


def _told(quoted: Quote) -> tuple[object, ...]:
    return quoted.end_date, quoted.fee, quoted.refund
