"""What comes in becomes a turn: once, in order, and on disk before anybody is told.

Web chat stores its inbox row and the turn in one transaction. Webhooks store
first and answer the provider; the rows of a conversation are then processed in
order by whoever stored them, or else by the worker.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from pydantic import TypeAdapter

from bot.receive.taking import Taken, append, hear, is_in_transcript
from bot.replies import post
from bot.room import enter_room
from bot.transcript import Body
from bot.wiring import Application
from channels.base import Incoming
from dialogs.meaning import Meaning
from storage.errors import Conflict
from storage.repositories.brands import AccountRow
from storage.repositories.inbox import Duplicate, InboxRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.receive")

INCOMING: TypeAdapter[Incoming] = TypeAdapter(Incoming)
MOST_CONFLICTS = 8
HOLD = timedelta(seconds=10)
"""How long the worker leaves a delivery to the process that stored it."""
T = TypeVar("T")


def again_on_conflict(work: Callable[[], T]) -> T:
    """Run a transaction, and run it again from its start when somebody else was faster."""
    for attempt in range(MOST_CONFLICTS):
        try:
            return work()
        except Conflict:
            if attempt == MOST_CONFLICTS - 1:
                raise
    raise AssertionError("unreachable")


def take_message(app: Application, account: AccountRow, incoming: Incoming) -> Taken:
    """Store a message and take its turn in one transaction (web chat, terminal)."""

    def work() -> Taken:
        with app.database.write() as uow:
            now = app.clock()
            noted = uow.inbox.note(
                account.brand_id,
                account.id,
                provider_key=incoming.provider_key,
                now=now,
            )
            if isinstance(noted, Duplicate):
                return _taken_before(app, uow, account, incoming)
            return hear(app, uow, account, incoming, now)

    return again_on_conflict(work)


def store_message(app: Application, account: AccountRow, incoming: Incoming) -> InboxRow | Duplicate:
    """Put a webhook's message on disk, so that the provider can be answered."""
    with app.database.write() as uow:
        return uow.inbox.store(
            account.brand_id,
            account.id,
            provider_key=incoming.provider_key,
            lane=lane_of(uow, account, incoming.sender),
            payload=INCOMING.dump_json(incoming),
            now=app.clock(),
            hold=HOLD,
        )


def lane_of(uow: UnitOfWork, account: AccountRow, sender: str) -> str:
    """Deliveries of one sender are processed in order; the lane names nobody."""
    return f"{account.id}:{uow.contacts.sender_hash(account.brand_id, sender).hex()[:32]}"


def process_lane(app: Application, lane: str) -> list[Taken]:
    """Take the turns of a sender's stored messages, in order, each in its own transaction.

    A failing one is logged, tried again later and parked in the end; it holds up only its own lane.
    """
    taken: list[Taken] = []
    while True:
        with app.database.read() as uow:
            rows = uow.inbox.pending_of_lane(lane, limit=1)
        if not rows:
            return taken
        try:
            done = _process(app, rows[0])
        except Exception as error:
            log.exception("inbox row %s failed", rows[0].id)
            _put_off(app, rows[0], error)
            return taken
        if done is not None:
            taken.append(done)


def _process(app: Application, row: InboxRow) -> Taken | None:
    def work() -> Taken | None:
        with app.database.write() as uow:
            now = app.clock()
            if not uow.inbox.done(row.id, now):
                return None
            account = app.directory.account(uow, row.account_id)
            incoming = INCOMING.validate_json(row.payload or b"")
            return hear(app, uow, account, incoming, now, failed_before=row.error is not None)

    return again_on_conflict(work)


MOST_ATTEMPTS = 10
LONGEST_PAUSE = 300
"""Seconds between two attempts at a message, at most."""


def _put_off(app: Application, row: InboxRow, error: Exception) -> None:
    reason = f"{type(error).__name__}: {error}"[:500]
    with app.database.write() as uow:
        now = app.clock()
        if row.attempts + 1 < MOST_ATTEMPTS:
            pause = timedelta(seconds=min(2**row.attempts, LONGEST_PAUSE))
            uow.inbox.failed(row.id, reason, now + pause)
            return
    _park(app, row, reason)


def _park(app: Application, row: InboxRow, reason: str) -> None:
    """Give up: a person sees it. Where not even the transcript can be written, it stays parked."""
    try:
        with app.database.write() as uow:
            if uow.inbox.park(row.id, reason, app.clock()):
                _hand_to_person(app, uow, row, app.clock())
    except Exception:
        log.exception("inbox row %s could not be put into its transcript", row.id)
        with app.database.write() as uow:
            uow.inbox.park(row.id, reason, app.clock())


def _hand_to_person(app: Application, uow: UnitOfWork, row: InboxRow, now: datetime) -> None:
    """A person reads what the dialog could not take: it is in the transcript, and the customer is told."""
    account = app.directory.account(uow, row.account_id)
    incoming = INCOMING.validate_json(row.payload or b"")
    room = enter_room(app, uow, account, incoming.sender, incoming.language, now)
    conversation = room.conversation
    if not is_in_transcript(uow, room, incoming):
        room = append(uow, room, incoming, Meaning(), now)
        text, short = room.dialog.texts.phrase("not-processed", conversation.locale, room.brand.zone)
        notice = Body(text, purpose="notice", sent=short)
        conversation = post(uow, room, room.conversation, [(notice, "bot")], now)
    if conversation.status == "bot":
        conversation = replace(
            conversation, status="waiting", waiting_since=now, handoff_reason="unprocessed"
        )
    uow.conversations.save(conversation, room.conversation.version, now)


def _taken_before(app: Application, uow: UnitOfWork, account: AccountRow, incoming: Incoming) -> Taken:
    room = enter_room(app, uow, account, incoming.sender, incoming.language, app.clock())
    number = uow.messages.number_of(account.brand_id, room.conversation.id, incoming.provider_key) or 0
    return Taken(account.brand_id, room.conversation.id, number, duplicate=True)
