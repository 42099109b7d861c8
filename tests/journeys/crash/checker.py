"""Holds the clients' history, the database and the back office's log against each other.

A  every acknowledged input is durable       B  each effect key is applied once, or parked visibly
C  one record per cancellation, and it       D  the order of each conversation
   verifies                                  E  an audit finds nothing
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.audit.auditing import audited
from bot.audit.scope import SLACK
from bot.backoffice.choosing import Offices
from bot.demo.brand import DEMO_BRAND
from bot.records.sealing import verify
from bot.records.stored import read_stored
from bot.settings import Settings
from bot.transcript import opened
from bot.wiring import Application
from dialogs.ids import BrandId, CaseId, ConversationId
from dialogs.turn import CASE
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork
from tests.journeys.crash.history import History

UNFINISHED = """
SELECT kind, state, error FROM effect
WHERE brand_id = :brand AND state NOT IN ('done', 'dropped', 'parked', 'unknown')
AND kind NOT IN ('await_answer', 'watch_end') -- these wait for their hour or day
"""
UNLOGGED = """
SELECT number FROM record WHERE brand_id = :brand AND position IS NULL
UNION ALL SELECT 'a checkpoint without a copy' FROM record_checkpoint
WHERE brand_id = :brand AND copied_at IS NULL
"""
UNPROCESSED = "SELECT lane, state, error FROM inbox WHERE brand_id = :brand AND state <> 'done'"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the database holds of a brand."""

    brand: BrandRow
    cases: Mapping[str, str]
    """The status of each case."""
    customer_messages: Mapping[str, list[str]]
    """The keys of the customer's messages of each conversation, in the order of the transcript."""
    numbers: Mapping[str, list[int]]
    records: list[tuple[str, str, str, bool]]
    """Case, kind, number, and whether it verifies."""
    effects: list[tuple[str, str, str | None, str | None]]
    """Key, state, case and error."""
    refunds: Mapping[str, list[str]]
    """Where the refunds of each case stand."""
    told_of_refund: Counter[str]
    """How often it was told, in the chats about a case, that money was paid back."""


def unfinished(database: Database) -> list[str]:
    """What is not done yet, in words; nothing when all is quiet."""
    with database.read() as uow, database.engine.connect() as connection:
        values = {"brand": brand_of(uow).id}
        questions = (UNFINISHED, UNPROCESSED, UNLOGGED)
        rows = [row for each in questions for row in connection.execute(text(each), values)]
        return [" ".join(str(value) for value in row) for row in rows]


def problems(history: History, database: Database, office_log: Path) -> list[str]:
    """Every invariant that does not hold; nothing when all is well."""
    kept, calls = kept_in(database), calls_in(office_log)
    found: Iterable[Iterator[str]] = (
        clients_came_through(history),
        what_was_acknowledged_is_there(history, kept),
        answers_repeat_themselves(history),
        order_holds(kept),
        applied_once(kept, calls),
        one_record_each(history, kept),
        refunded_once(kept, calls),
        nothing_hidden(kept),
    )
    return [problem for each in found for problem in each]


def audit_finds_nothing(database: Database, settings: Settings, now: datetime) -> list[str]:
    """E: every record is in the log once, under a checkpoint of which there is a copy."""
    # The records are younger than what an audit looks at, which the clock makes good.
    later = now + 2 * SLACK
    app = Application(settings, database, Offices(database, lambda: later).of, lambda: later)
    with database.read() as uow:
        brand = brand_of(uow)
    report = audited(app, brand)
    missing = [] if report.size else ["E: nothing is in the log"]
    return missing + [f"E: {each.code} {each.record}: {each.what}" for each in report.ledger.findings]


def clients_came_through(history: History) -> Iterator[str]:
    for told in history.told:
        if not told.finished:
            yield f"{told.client} ({told.channel}) did not come through: {told.trouble}"


def what_was_acknowledged_is_there(history: History, kept: Kept) -> Iterator[str]:
    """A and D: each acknowledged message once, in the order in which it was sent, in one conversation."""
    where = {key: chat for chat, keys in kept.customer_messages.items() for key in keys}
    times = Counter(key for keys in kept.customer_messages.values() for key in keys)
    for told in history.told:
        for key in told.acknowledged:
            if times[key] != 1:
                yield f"A: {told.client}'s message {key} is there {times[key]} times"
        chats = {where[key] for key in told.acknowledged if key in where}
        for chat in chats:
            mine = [key for key in kept.customer_messages[chat] if key in told.acknowledged]
            if mine != told.acknowledged:
                yield f"D: {told.client}'s messages are in another order, or in several conversations"


def answers_repeat_themselves(history: History) -> Iterator[str]:
    """What is sent again is not taken again: the answers tell of the same first reply, if of any yet."""
    for told in history.told:
        for key, replies in told.replies.items():
            # While a look-up is under way there is nothing to tell.
            first = {_first_words(reply) for reply in replies} - {""}
            if len(first) > 1:
                yield f"B: {told.client}'s message {key} was answered in two ways: {first}"


def _first_words(reply: dict[str, Any]) -> str:
    return str(reply["messages"][0]["text"]) if reply["messages"] else ""


def order_holds(kept: Kept) -> Iterator[str]:
    """D: transcripts are numbered without a gap."""
    for chat, numbers in kept.numbers.items():
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"D: conversation {chat} is numbered {numbers}"


def applied_once(kept: Kept, calls: list[dict[str, Any]]) -> Iterator[str]:
    """B: the back office ended each service once, for the case that is said to have ended it."""
    ended = Counter(call["service"] for call in calls if call["method"] == "cancel" and call["applied"])
    keys = Counter(call["key"] for call in calls if call["applied"])
    yield from (f"B: {service} was ended {count} times" for service, count in ended.items() if count != 1)
    done_for = {case: status for case, status in kept.cases.items() if status in ("executed", "reconciled")}
    for case, status in kept.cases.items():
        applied = keys[f"cancel_service:{case}"]
        if applied != (1 if case in done_for else 0):
            yield f"B: case {case} is {status}, and its cancellation was applied {applied} times"
    terminated = {case for case, kind, _, _ in kept.records if kind == "termination"}
    yield from (f"B: case {case} was confirmed and not executed" for case in terminated - set(done_for))


def one_record_each(history: History, kept: Kept) -> Iterator[str]:
    """C: one record of a kind per case, it verifies, and it is the one that the customer was told."""
    per_case = Counter((case, kind) for case, kind, _, _ in kept.records)
    yield from (
        f"C: {count} records {kind} of case {case}" for (case, kind), count in per_case.items() if count > 1
    )
    yield from (f"C: record {number} does not verify" for _, _, number, valid in kept.records if not valid)
    known = {number for _, kind, number, _ in kept.records if kind == "termination"}
    told = [each.record for each in history.told if each.channel == "web" and each.finished]
    yield from (f"C: {number} was told and is not kept" for number in told if number not in known)
    if len(known) != len([number for number in told if number]):
        yield f"C: {len(told)} customers were told of a record, {len(known)} are kept"
    declared = sum(1 for _, kind, _, _ in kept.records if kind == "declaration")
    by_sms = sum(1 for each in history.told if each.channel == "sms" and each.finished)
    if declared < by_sms:
        yield f"C: {by_sms} declarations were left by SMS, {declared} have a record"


def refunded_once(kept: Kept, calls: list[dict[str, Any]]) -> Iterator[str]:
    """B: what each cancellation pays back was followed until it was there, and told once."""
    asked = [call["key"] for call in calls if call["method"] == "refund"]
    yield from (f"B: {key} asked for money that nobody owes" for key in asked)
    for case, status in kept.cases.items():
        if status not in ("executed", "reconciled"):
            continue
        standings = kept.refunds[case]
        if standings != ["paid"]:
            yield f"B: the refund of case {case} stands as {standings}, not paid once"
        if kept.told_of_refund[case] != 1:
            yield f"B: of the refund of case {case} was told {kept.told_of_refund[case]} times"


def nothing_hidden(kept: Kept) -> Iterator[str]:
    """What was given up is given up visibly, and for a reason that may be: none of these may."""
    for key, state, _, error in kept.effects:
        if state in ("parked", "unknown"):
            yield f"B: {key} is {state}: {error}"


def kept_in(database: Database) -> Kept:
    with database.read() as uow:
        brand = brand_of(uow)
        values = {"brand": brand.id}
    with database.engine.connect() as connection:
        cases = connection.execute(
            text("SELECT id, status FROM cancellation_case WHERE brand_id = :brand"), values
        )
        statuses = {row.id: row.status for row in cases}
        chats = connection.execute(
            text("SELECT id, case_id FROM conversation WHERE brand_id = :brand"), values
        )
        case_of = {ConversationId(row.id): row.case_id for row in chats}
        effects = connection.execute(
            text("SELECT key, state, case_id, error FROM effect WHERE brand_id = :brand"), values
        )
        kept_effects = [(row.key, row.state, row.case_id, row.error) for row in effects]
    said, numbers, told = _transcripts(database, brand.id, case_of)
    records = _records(database, brand, statuses)
    return Kept(
        brand, statuses, said, numbers, records, kept_effects, _refunds(database, brand, statuses), told
    )


def _transcripts(
    database: Database, brand: BrandId, case_of: Mapping[ConversationId, str | None]
) -> tuple[dict[str, list[str]], dict[str, list[int]], Counter[str]]:
    said: dict[str, list[str]] = defaultdict(list)
    numbers: dict[str, list[int]] = {}
    told: Counter[str] = Counter()
    with database.read() as uow:
        for conversation, case in case_of.items():
            rows = opened(uow.messages.since(brand, conversation, 0))
            numbers[conversation] = [row.number for row in rows]
            for row in rows:
                if row.direction == "in" and row.event_key:
                    said[conversation].append(row.event_key.rpartition(":")[2])
                if case is not None and "was paid back to you" in row.body.text:
                    told[case] += 1
    return said, numbers, told


def _refunds(database: Database, brand: BrandRow, cases: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with database.read() as uow:
        for case in cases:
            row = uow.cases.get(brand.id, CaseId(case))
            assert row is not None
            found[case] = [owed.standing for owed in CASE.validate_json(row.data).refunds]
    return found


def _records(database: Database, brand: BrandRow, cases: Iterable[str]) -> list[tuple[str, str, str, bool]]:
    found = []
    with database.read() as uow:
        for case in cases:
            for row in uow.records.of_case(brand.id, CaseId(case)):
                assert row.body is not None
                stored = read_stored(row.body, row.digest, row.signature, row.key_id)
                valid = verify(stored.receipt, brand.signing_public).valid
                found.append((case, row.kind, row.number, valid))
    return found


def calls_in(log: Path) -> list[dict[str, Any]]:
    """The back office's log."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def brand_of(uow: UnitOfWork) -> BrandRow:
    brand = uow.brands.by_slug(DEMO_BRAND.slug)
    assert brand is not None
    return brand
