"""The letters about a case's record, as the panel shows them: ordered, printed, posted, returned."""

from typing import Any

from bot.letters.naming import reference_of
from bot.letters.ordering import SEND_LETTER
from bot.web.desk.showing import moment
from dialogs.turn import CASE
from storage.errors import Erased
from storage.repositories.cases import CaseRow
from storage.repositories.letters import LetterRow
from storage.unit_of_work import UnitOfWork

MAKING = ("due", "queued", "leased", "waiting")


def letters_about(uow: UnitOfWork, row: CaseRow) -> list[dict[str, Any]]:
    """Oldest first; last what is only ordered yet, or could not be written."""
    number = CASE.validate_json(row.data).record_number
    record = None if number is None else uow.records.by_number(row.brand_id, number)
    if record is None:
        return []
    try:
        made = [_shown(each) for each in uow.letters.of_record(row.brand_id, record.id)]
    except Erased:
        made = []
    return made + list(_ordered(uow, row, record.number))


def _shown(letter: LetterRow) -> dict[str, Any]:
    at = letter.returned_at or letter.posted_at or letter.printed_at or letter.created_at
    state = "ordered" if letter.state == "queued" else letter.state
    return {"letter": reference_of(letter), "state": state, "at": moment(at), "note": letter.note}


def _ordered(uow: UnitOfWork, row: CaseRow, number: str) -> list[dict[str, Any]]:
    """What is being made this moment, or stands above among what a person has to see to."""
    found = []
    for effect in uow.outbox.of_case(row.brand_id, row.id):
        if effect.kind != "send_letter" or effect.state not in (*MAKING, "parked"):
            continue
        if SEND_LETTER.validate_json(effect.payload).number != number:
            continue
        state = "not written" if effect.state == "parked" else "being made"
        found.append({"letter": number, "state": state, "at": moment(effect.created_at), "note": None})
    return found
