"""The records themselves: what they say, who sealed it, and whether the log has them."""

from datetime import datetime

from bot.audit.scope import PAGE, Pages, Scope
from bot.records.numbers import read_number
from bot.records.sealing import is_sealed, verify
from bot.records.stored import StoredRecord, read_stored
from storage.repositories.cases import RecordRow


def look_at_records(scope: Scope) -> Pages:
    """Whether each record is what was sealed, is labelled as what it is, and came into the log."""
    with scope.database.read() as uow:
        erased = {number for row in uow.erasures.all(scope.brand.id) for number in row.records}
    after = ""
    while True:
        with scope.database.read() as uow:
            page = uow.auditing.records(scope.brand.id, after, scope.before, PAGE)
            logged = uow.auditing.logged(scope.brand.id, [row.id for row, _ in page])
            cases = uow.auditing.cases_there(scope.brand.id, [row.case_id for row, _ in page])
        for row, can_be_read in page:
            _look_at(scope, row, can_be_read, erased)
            if row.id not in logged:
                what = f"sealed {row.created_at:%Y-%m-%d %H:%M:%S} UTC and not in the log"
                scope.ledger.find("record_left_out", what, row.number)
            if row.case_id not in cases:
                scope.ledger.find("record_without_case", f"there is no case {row.case_id}", row.number)
        if len(page) < PAGE:
            return
        after = page[-1][0].id
        yield


def _look_at(scope: Scope, row: RecordRow, can_be_read: bool, erased: set[str]) -> None:
    find = scope.ledger.find
    scope.ledger.count("records")
    if read_number(row.number) != row.number:
        find("record_misnumbered", f"its check character is wrong: {row.number}", row.number)
    if not is_sealed(row.digest, row.signature, row.key_id, scope.brand.signing_public):
        find("record_forged", "the signature is not the brand's under this digest", row.number)
    if not can_be_read:
        find("record_unreadable", "its contents do not open with the key of its person", row.number)
    elif row.body is None:
        scope.ledger.count("erased records")
        if row.number not in erased:
            find("record_erased", "the key to it was destroyed, and no erasure names it", row.number)
    else:
        _look_inside(scope, row, row.body)


def _look_inside(scope: Scope, row: RecordRow, body: bytes) -> None:
    find = scope.ledger.find
    stored = _stored(row, body)
    if stored is None:
        find("record_edited", "what is kept of it is no record", row.number)
        return
    verdict = verify(stored.receipt, scope.brand.signing_public)
    if not verdict.valid:
        find("record_edited", verdict.problem or "", row.number)
    record = stored.record
    said = record.get("number"), record.get("kind")
    if said != (row.number, row.kind):
        find("record_relabelled", f"it was sealed as {said[0]} ({said[1]})", row.number)
    sealed = _moment(record.get("sealed"))
    if sealed != row.created_at:
        when = "no time" if sealed is None else f"{sealed:%Y-%m-%d %H:%M:%S.%f}"[:-3] + " UTC"
        find("record_redated", f"it says that it was sealed {when}", row.number)


def _stored(row: RecordRow, body: bytes) -> StoredRecord | None:
    try:
        return read_stored(body, row.digest, row.signature, row.key_id)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _moment(said: object) -> datetime | None:
    try:
        return datetime.fromisoformat(said["at"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        return None
