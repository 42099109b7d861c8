"""What a back office says of an alternative that was taken, and of what was taken up again."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.backoffice.base import BackOffice
from dialogs.case import Case
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.values import Alternative, Money, Restart

COMPARED_FOR = timedelta(days=35)
"""So long after its beginning a change for good is compared: by then a bill has shown it, and what it is
changed to later, in the brand's own system, is no matter of the record."""


def is_compared(case: Case, today: date) -> bool:
    """Whether the back office is still to say what was agreed; what is over may be forgotten there."""
    if case.decision == "alternative" and case.offer is not None:
        agreed = case.offer.alternative
        return today <= (agreed.ends_on or agreed.starts_on + COMPARED_FOR)
    if case.decision == "restart" and case.restart is not None:
        return today <= case.restart.starts_on + COMPARED_FOR
    return True


def of_alternative(
    office: BackOffice, customer: CustomerRef, service: ServiceRef, agreed: Alternative
) -> Iterator[str]:
    """Whether it is applied as it was agreed. Raises BackOfficeError."""
    state = office.read_back(customer, service)
    what = f"{_named(agreed)} was agreed for service {service}"
    if agreed.kind == "later_date":
        if state.status not in ("ending", "ended"):
            yield f"service {service} was agreed to end on {agreed.ends_on}, and is {state.status}"
        elif state.end_date != agreed.ends_on:
            yield f"service {service} was agreed to end on {agreed.ends_on}, and ends on {state.end_date}"
    elif state.applied is None:
        yield f"{what}, and there is none"
    elif not state.applied.is_same_as(agreed):
        yield f"{what}, and there is {_named(state.applied)}"
    else:
        for name, then, now in _differing(agreed, state.applied):
            yield f"{what} with {name} {then}, and it is {now}"


def of_restart(
    office: BackOffice, customer: CustomerRef, service: ServiceRef, agreed: Restart
) -> Iterator[str]:
    """Whether what was taken up again runs. Raises BackOfficeError."""
    state = office.read_back(customer, service)
    if state.status == "ended":
        yield f"service {service} was taken up again from {agreed.starts_on}, and has ended"


def _named(alternative: Alternative) -> str:
    return f"{alternative.kind.replace('_', ' ')} from {alternative.starts_on}"


def _differing(agreed: Alternative, applied: Alternative) -> Iterator[tuple[str, str, str]]:
    """What the customer was told of it and is otherwise: its name, as it was told, as it is."""
    for name in ("ends_on", "plan", "price", "price_after", "amount"):
        then, now = getattr(agreed, name), getattr(applied, name)
        if then != now:
            yield name.replace("_", " "), _written(then), _written(now)


def _written(value: Money | date | str | None) -> str:
    if isinstance(value, Money):
        return written(value)
    return "none" if value is None else str(value)


def written(money: Money) -> str:
    """An amount as findings tell it."""
    return f"{money.amount} {money.currency}"
