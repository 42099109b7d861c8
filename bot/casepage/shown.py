"""What the page of a case shows: what was ended, where it stands, what comes back, and what can be done."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from bot.profile import is_health_case, reason_of
from bot.records.facts import Fact, Words, stated_in
from bot.records.handing_out import record_of
from bot.records.numbers import read_number
from bot.records.stored import StoredRecord, read_stored
from bot.room import case_of
from bot.wiring import Application
from dialogs.case import Case, RefundOwed, ReturnOwed
from dialogs.endings import standing_of
from dialogs.turn import CASE
from dialogs.values import Money
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow, RecordRow
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork

Json = dict[str, Any]


def found_record(uow: UnitOfWork, conversation: ConversationRow, number: str) -> RecordRow | None:
    """The record, if it is theirs who look; None for others' as for none, and for what was erased."""
    given = read_number(number)
    row = None if given is None else record_of(uow, conversation, given)
    return None if row is None or row.body is None else row


def case_shown(
    app: Application, uow: UnitOfWork, brand: BrandRow, record: RecordRow, locale: str, now: datetime
) -> Json:
    """The case of a record, in the reader's language. Raises Erased."""
    row = case_of(uow, brand.id, record.case_id)
    case = None if row is None else CASE.validate_json(row.data)
    assert record.body is not None, "nothing of an erased record is shown"
    stored = read_stored(record.body, record.digest, record.signature, record.key_id)
    words = _words(app, uow, brand, stored, locale)
    records = uow.records.of_case(brand.id, record.case_id)
    return {
        "number": record.number,
        "brand": brand.name,
        "zone": brand.zone,
        "kind": record.kind,
        "title": words.service,
        "standing": None if case is None else _standing(case),
        "times": None if row is None else _times(row, case),
        "facts": [[fact.label, fact.value] for fact in _facts(words, case, brand)],
        "refunds": [] if case is None else [_refund(each) for each in case.refunds],
        "returns": [] if case is None else [_return(each) for each in case.returns],
        "records": [{"number": each.number, "kind": each.kind} for each in records if each.body is not None],
        "undo": None if case is None else _undo(case, brand, now),
    }


def _words(app: Application, uow: UnitOfWork, brand: BrandRow, stored: StoredRecord, locale: str) -> Words:
    """By the brand's texts, in the reader's language where the brand speaks it, else in the record's."""
    texts = app.dialogs.published(uow, brand, None).texts
    record: Mapping[str, Any] = stored.record
    return Words({**record, "locale": locale} if locale in texts.catalogues else record, texts)


def _facts(words: Words, case: Case | None, brand: BrandRow) -> Iterator[Fact]:
    """What the record states, and why, where that was said after it was sealed."""
    yield from stated_in(words)
    reason = (
        None
        if case is None or case.reason_number is None
        else reason_of(is_health_case(brand, case), case.reason)
    )
    if reason is not None and words.record["kind"] != "reason":
        yield words.fact("reason", words.reason(reason))


def _standing(case: Case) -> str:
    return standing_of(case) if case.ending is not None else case.standing


def _times(row: CaseRow, case: Case | None) -> Json:
    """The four facts with their times; None for what has not happened."""
    accepted = row.accepted_at
    if case is not None and case.ending is not None:
        # Nobody accepts what the brand ends: it was told.
        accepted = row.declared_at
    times = {
        "requested": row.declared_at,
        "accepted": accepted,
        "executed": row.executed_at,
        "reconciled": row.reconciled_at,
    }
    return {name: None if at is None else at.isoformat(timespec="seconds") for name, at in times.items()}


def _undo(case: Case, brand: BrandRow, now: datetime) -> Json | None:
    """That it can be taken back, and until when that was promised."""
    if case.may_be_undone(now):
        until = None if case.quote is None else case.quote.undo_until
        return {"until": None if until is None else until.isoformat(timespec="seconds")}
    return {"until": None} if case.change_may_be_undone(brand.day_of(now)) else None


def _refund(owed: RefundOwed) -> Json:
    return {
        "amount": _money(owed.amount),
        "standing": owed.standing,
        "expected_on": _day(owed.expected_on),
        "paid_on": _day(owed.paid_on),
        "charged_on": _day(owed.charged_on),
    }


def _return(owed: ReturnOwed) -> Json:
    return {
        "name": owed.name,
        "quantity": owed.quantity,
        "return_by": _day(owed.return_by),
        "standing": owed.standing,
        "refund": _money(owed.refund),
        "label": owed.label,
    }


def _money(money: Money) -> Json:
    return {"amount": str(money.amount), "currency": money.currency}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
