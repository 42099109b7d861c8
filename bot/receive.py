"""What comes in becomes a turn: once, in order, and on disk before anybody is told.

Web chat stores its inbox row and the turn in one transaction. Webhooks store
first and answer the provider; the rows of a conversation are then processed in
order by whoever stored them, or else by the worker.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from pydantic import TypeAdapter

from bot.effects import queue_acknowledgement
from bot.hearing import LONGEST_READ, facts_for, meaning_of, question_of
from bot.room import Room, enter_room, room_of
from bot.transcript import MASKED, Body
from bot.turns import Outcome, take_turn
from bot.wiring import Application
from channels.base import Incoming, StatusReport
from dialogs.events import ChatOpened, Event, MessageReceived
from dialogs.ids import BrandId, ConversationId
from dialogs.meaning import Label, Meaning
from dialogs.understanding import is_code
from storage.errors import Conflict
from storage.repositories.brands import AccountRow
from storage.repositories.effects import EffectRow
from storage.repositories.inbox import Duplicate, InboxRow
from storage.repositories.messages import NewMessage
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.receive")

INCOMING: TypeAdapter[Incoming] = TypeAdapter(Incoming)
MOST_CONFLICTS = 8
HOLD = timedelta(seconds=10)
"""How long the worker leaves a delivery to the process that stored it."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Taken:
    """A message was taken. `number` is the customer's message in the transcript, 0 if it was taken before."""

    brand: BrandId
    conversation: ConversationId
    number: int
    look_ups: tuple[EffectRow, ...] = ()
    duplicate: bool = False
    outcome: Outcome | None = None
    """What the turn left behind, where it was the dialog's."""


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
                lane=lane_of(uow, account, incoming.sender),
                now=now,
            )
            if isinstance(noted, Duplicate):
                return _taken_before(app, uow, account, incoming)
            return _hear(app, uow, account, incoming, now)

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
            return _hear(app, uow, account, INCOMING.validate_json(row.payload or b""), now)

    return again_on_conflict(work)


MOST_ATTEMPTS = 6


def _put_off(app: Application, row: InboxRow, error: Exception) -> None:
    reason = f"{type(error).__name__}: {error}"[:500]
    with app.database.write() as uow:
        now = app.clock()
        if row.attempts + 1 >= MOST_ATTEMPTS:
            uow.inbox.park(row.id, reason, now)
        else:
            uow.inbox.failed(row.id, reason, now + timedelta(seconds=2**row.attempts))


def _taken_before(app: Application, uow: UnitOfWork, account: AccountRow, incoming: Incoming) -> Taken:
    room = enter_room(app, uow, account, incoming.sender, incoming.language, app.clock())
    number = uow.messages.number_of(account.brand_id, room.conversation.id, incoming.provider_key) or 0
    return Taken(account.brand_id, room.conversation.id, number, duplicate=True)


def _hear(app: Application, uow: UnitOfWork, account: AccountRow, incoming: Incoming, now: datetime) -> Taken:
    room = enter_room(app, uow, account, incoming.sender, incoming.language, now, incoming.text)
    if incoming.opt_out is not None:
        return _hear_opt_out(app, uow, room, incoming, now)
    if incoming.callback_id is not None:
        queue_acknowledgement(uow, room, incoming.callback_id, now)
    held = room.conversation.status == "agent"
    meaning = Meaning() if held else meaning_of(room, incoming)
    room = _append(uow, room, incoming, meaning, now)
    number = room.conversation.last_number
    if held:
        waiting = replace(room.conversation, unread=room.conversation.unread + 1)
        uow.conversations.save(waiting, waiting.version, now)
        return Taken(room.brand.id, room.conversation.id, number)
    outcome = _turn(app, uow, room, _event(incoming, meaning), now, incoming)
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups, outcome=outcome)


def _event(incoming: Incoming, meaning: Meaning) -> Event:
    empty = not incoming.text.strip() and incoming.choice is None and incoming.form == "text"
    return ChatOpened(incoming.at) if empty else MessageReceived(meaning, incoming.at)


def open_turn(app: Application, uow: UnitOfWork, room: Room, event: Event, now: datetime) -> Outcome:
    """The first turn of a conversation that was just opened, in the caller's transaction."""
    return _turn(app, uow, room, event, now)


def _turn(
    app: Application,
    uow: UnitOfWork,
    room: Room,
    event: Event,
    now: datetime,
    incoming: Incoming | None = None,
    *,
    say_nothing: bool = False,
) -> Outcome:
    facts = facts_for(app, uow, room, event, now)
    if incoming is not None and incoming.contact_phone is not None:
        facts = replace(facts, vouched_phone=incoming.contact_phone)
    return take_turn(app, uow, room, event, facts, say_nothing=say_nothing)


def _hear_opt_out(app: Application, uow: UnitOfWork, room: Room, incoming: Incoming, now: datetime) -> Taken:
    """The provider has answered already. A bare CANCEL opts out *and* is a declaration."""
    if incoming.opt_out == "STOP":
        uow.contacts.set_opted_out(room.brand.id, room.address.id, now)
    elif incoming.opt_out == "START":
        uow.contacts.set_opted_out(room.brand.id, room.address.id, None)
    room = _append(uow, room, incoming, Meaning(), now)
    number = room.conversation.last_number
    if incoming.text.strip().upper() != "CANCEL":
        uow.conversations.save(room.conversation, room.conversation.version, now)
        return Taken(room.brand.id, room.conversation.id, number)
    said = meaning_of(room, incoming)
    meaning = said if said.decision is not None else Meaning(Label.CANCEL)
    event = MessageReceived(meaning, incoming.at)
    outcome = _turn(app, uow, room, event, now, say_nothing=True)
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups)


def _append(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning, now: datetime) -> Room:
    body = Body(_shown_text(room, incoming, meaning), form=incoming.form)
    message = NewMessage("in", "customer", body.dumped(), now, event_key=incoming.provider_key)
    conversation, _ = uow.messages.append(room.conversation, [message])
    return replace(room, conversation=conversation)


def _shown_text(room: Room, incoming: Incoming, meaning: Meaning) -> str:
    """The words as the transcript keeps them: a pressed button by its label, a code masked."""
    if meaning.code is not None or _is_on_its_way(room, incoming.text):
        return MASKED
    if incoming.choice is None:
        return incoming.text[:LONGEST_READ]
    labels = dict(zip((c.id for c in room.kept.state.prompt), _prompt_labels(room), strict=True))
    return labels.get(meaning.choice or "", incoming.text or meaning.choice or "…")


def _is_on_its_way(room: Room, text: str) -> bool:
    """Whether this may be a code sent to this person: masked also where nobody asks for it any more."""
    return room.kept.state.challenge is not None and is_code(text)


def _prompt_labels(room: Room) -> tuple[str, ...]:
    return question_of(room).labels


def happen(
    app: Application, uow: UnitOfWork, brand: BrandId, conversation: ConversationId, event: Event
) -> Outcome:
    """An event that did not come from the customer, inside the caller's transaction."""
    room = room_of(app, uow, brand, conversation)
    return _turn(app, uow, room, event, app.clock())


def note_status(uow: UnitOfWork, brand: BrandId, report: StatusReport, now: datetime) -> None:
    """What became of a message that we sent: its delivery only moves forward."""
    effect = uow.outbox.by_provider_ref(brand, report.message_id)
    if effect is None:
        return
    states = {"sent": "sent", "delivered": "delivered", "failed": "failed", "undelivered": "failed"}
    state = states.get(report.state)
    if state is not None:
        uow.messages.set_delivery(effect.id, state)  # type: ignore[arg-type]
    if report.unreachable and effect.conversation_id is not None:
        row = uow.conversations.get(brand, effect.conversation_id)
        if row is not None and report.opted_out:
            uow.contacts.set_opted_out(brand, row.address_id, now)
        elif row is not None:
            uow.contacts.set_unreachable(brand, row.address_id, now)
