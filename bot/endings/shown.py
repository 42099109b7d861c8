"""An ending as a brand's programs read it."""

from typing import Any

from dialogs.case import Case
from dialogs.endings import standing_of


def shown(case: Case) -> dict[str, Any]:
    """What was given, and what became of it."""
    ending = case.ending
    assert ending is not None, "not an ending"
    return {
        "reference": ending.reference,
        "status": standing_of(case),
        "record": case.record_number,
        "customer": case.customer,
        "service": case.service,
        "cause": ending.cause,
        "facts": ending.facts,
        "last_day": ending.last_day.isoformat(),
        "told_at": case.declared_at.isoformat(timespec="milliseconds"),
    }
