"""Completeness: a record for every case that was accepted. On the way, some are drawn to be compared."""

from pydantic import ValidationError

from bot.audit.sample import Sample
from bot.audit.scope import PAGE, Pages, Scope
from dialogs.case import Case
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
            ids = [row.id for row in page]
            numbers = uow.auditing.numbers_of(scope.brand.id, ids)
            came_to = uow.case_entries.last_status(scope.brand.id, ids)
        for row in page:
            _look_at(scope, row, numbers.get(row.id, set()))
            _look_at_steps(scope, row, came_to.get(row.id))
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


def _look_at_steps(scope: Scope, row: CaseRow, came_to: str | None) -> None:
    """Whether the case stands where its last step, and what is sealed of it, say."""
    case = _opened(row)
    said = {status for status in (came_to, None if case is None else case.status) if status is not None}
    if said - {row.status}:
        last = " and ".join(sorted(said - {row.status}))
        what = f"the case declared {_declared(row)} came to {last} before"
        scope.ledger.find("case_rewritten", what, None if case is None else case.record_number)


def _is_accepted(row: CaseRow) -> bool:
    is_decided = row.accepted_at is not None and row.decision in _DECIDED
    return row.status != "merged" and (is_decided or row.status in ACCEPTED)


def _number_told(row: CaseRow) -> str | None:
    """None also where the case cannot be opened any more."""
    case = _opened(row)
    return None if case is None else case.record_number


def _opened(row: CaseRow) -> Case | None:
    try:
        return CASE.validate_json(row.data) if row.data else None
    except ValidationError:
        return None


def _declared(row: CaseRow) -> str:
    return f"{row.declared_at:%Y-%m-%d %H:%M:%S} UTC ({row.id}, {row.status})"
