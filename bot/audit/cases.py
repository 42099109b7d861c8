"""Completeness: a record for every case that was accepted. On the way, some are drawn to be compared."""

from pydantic import ValidationError

from bot.audit.sample import Sample
from bot.audit.scope import PAGE, Pages, Scope
from dialogs.turn import CASE
from storage.repositories.cases import CaseRow

ACCEPTED = ("accepted", "executed", "reconciled", "failed", "reversed")
"""Whoever's case stands so was told a number."""
_DECIDED = ("cancel", "alternative")


def look_at_cases(scope: Scope, sample: Sample) -> Pages:
    """Whether every accepted case has its record, and the one whose number its customer was told."""
    after = ""
    while True:
        with scope.database.read() as uow:
            page = uow.auditing.cases(scope.brand.id, after, scope.before, PAGE)
            numbers = uow.auditing.numbers_of(scope.brand.id, [row.id for row in page])
        for row in page:
            _look_at(scope, row, numbers.get(row.id, set()))
            sample.show(row)
        if len(page) < PAGE:
            return
        after = page[-1].id
        yield


def _look_at(scope: Scope, row: CaseRow, numbers: set[str]) -> None:
    scope.ledger.count("cases")
    told = _number_told(row)
    if told is not None and told not in numbers:
        what = (
            f"the case declared {_declared(row)} was confirmed as {told}, and there is no such record of it"
        )
        scope.ledger.find("record_missing", what, told)
    elif _is_accepted(row) and not numbers:
        scope.ledger.find("record_missing", f"the case declared {_declared(row)} has no record at all")


def _is_accepted(row: CaseRow) -> bool:
    is_decided = row.accepted_at is not None and row.decision in _DECIDED
    return row.status != "merged" and (is_decided or row.status in ACCEPTED)


def _number_told(row: CaseRow) -> str | None:
    """None also where the case cannot be opened any more."""
    try:
        return CASE.validate_json(row.data).record_number if row.data else None
    except ValidationError:
        return None


def _declared(row: CaseRow) -> str:
    return f"{row.declared_at:%Y-%m-%d %H:%M:%S} UTC ({row.id}, {row.status})"
