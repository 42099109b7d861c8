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

from bot.cases import endings_known
from bot.changing import changed_over, for_what_there_is, on_script_of_case
from bot.consents import opt_in, opt_out, wrote_first
from bot.continuations import Claim, claim, claim_said
from bot.effects import queue_acknowledgement
from bot.hearing import LONGEST_READ, disputes, facts_for, meaning_of, question_of
from bot.replies import post
from bot.room import Room, case_of, enter_room, room_of
from bot.transcript import MASKED, Body
from bot.turns import Outcome, take_turn
from bot.wiring import Application
from channels.base import Incoming
from dialogs.events import (
    AnswerDue,
    ChatMoved,
    ChatOpened,
    EndingDeclared,
    Event,
    MessageReceived,
    OfCase,
    QuoteChanged,
    TermsLearned,
)
from dialogs.ids import BrandId, CaseId, ConversationId
from dialogs.meaning import Label, Meaning
from dialogs.understanding import is_code, mood_of, packaged_moods
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
            incoming = INCOMING.validate_json(row.payload or b"")
            return _hear(app, uow, account, incoming, now, failed_before=row.error is not None)

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
    if not _is_in_transcript(uow, room, incoming):
        room = _append(uow, room, incoming, Meaning(), now)
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


def _hear(
    app: Application,
    uow: UnitOfWork,
    account: AccountRow,
    incoming: Incoming,
    now: datetime,
    *,
    failed_before: bool = False,
) -> Taken:
    room = enter_room(app, uow, account, incoming.sender, incoming.language, now, incoming.text)
    if incoming.opt_out is not None:
        _note_reachable(uow, room)
        return _hear_opt_out(app, uow, room, incoming, now)
    if incoming.callback_id is not None:
        queue_acknowledgement(uow, room, incoming.callback_id, now)
    held = room.conversation.status == "agent"
    meaning = meaning_of(app, room, incoming)
    claimed = None if held else claim_said(uow, room, incoming, meaning, now)
    if claimed is not None:
        incoming = replace(incoming, text=MASKED)
    _note_sign_of_life(uow, room, _shown_text(room, incoming, meaning), now)
    if not (failed_before and _is_in_transcript(uow, room, incoming)):
        room = _append(uow, room, incoming, meaning, now)
    number = room.conversation.last_number
    room = room if held else changed_over(app, uow, room, meaning)
    if held:
        room = replace(room, conversation=replace(room.conversation, unread=room.conversation.unread + 1))
        heard = _heard_while_held(uow, room, incoming, meaning)
        if heard is None:
            uow.conversations.save(room.conversation, room.conversation.version, now)
            return Taken(room.brand.id, room.conversation.id, number)
        meaning = heard
    if claimed is not None:
        outcome = go_on_with(app, uow, room, claimed, now)
        return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups, outcome=outcome)
    outcome = _turn(app, uow, room, _event(incoming, meaning), now, incoming)
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups, outcome=outcome)


def _note_reachable(uow: UnitOfWork, room: Room) -> None:
    if room.address.unreachable_at is not None:
        uow.contacts.set_unreachable(room.brand.id, room.address.id, None)


def _note_sign_of_life(uow: UnitOfWork, room: Room, words: str, now: datetime) -> None:
    """Who writes can be reached again; and where no word opts in again, writing does."""
    _note_reachable(uow, room)
    address, channel, can = room.address, room.account.kind, room.kind.capabilities
    if address.opted_out_at is not None and not can.reserved_words:
        opt_in(uow, address, channel, "wrote_again", words, now)
    elif can.sends and address.created_at == now and room.conversation.last_number == 0:
        wrote_first(uow, address, channel, words, now)


def _heard_while_held(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning) -> Meaning | None:
    """What the dialog takes of a message to an agent; of danger to life it says at once whom to call."""
    if _counts_while_held(uow, room, incoming, meaning):
        return meaning
    first = meaning.urgent == "danger" and room.conversation.handoff_reason != "danger"
    return Meaning(urgent="danger") if first else None


def _counts_while_held(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning) -> bool:
    """Whether the dialog takes it, silently, although an agent holds the chat.

    A pressed button of the present question says what it says, whoever is talking; a first
    wish to cancel opens the case at its time; and what the brand ends is disputed in whatever
    chat it was told. Other words are for the agent.
    """
    if incoming.choice is not None:
        return meaning.choice is not None and not meaning.stale
    if disputes(meaning):
        identity = room.kept.state.identity
        return bool(endings_known(uow, room, None if identity is None else identity.customer))
    case = room.state.case
    return meaning.label is Label.CANCEL and (case is None or not case.is_open)


def _event(incoming: Incoming, meaning: Meaning) -> Event:
    empty = not incoming.text.strip() and incoming.choice is None and incoming.form == "text"
    return ChatOpened(incoming.at) if empty else MessageReceived(meaning, incoming.at)


def open_turn(app: Application, uow: UnitOfWork, room: Room, event: Event, now: datetime) -> Outcome:
    """The first turn of a conversation that was just opened, in the caller's transaction."""
    return _turn(app, uow, room, event, now)


def go_on_with(app: Application, uow: UnitOfWork, room: Room, claimed: Claim, now: datetime) -> Outcome:
    """Take the turn of somebody who came with a code; the chat that showed it is told."""
    outcome = _turn(app, uow, room, claimed.event, now)
    if claimed.origin is not None:
        origin = uow.conversations.get(room.brand.id, claimed.origin)
        if origin is not None and origin.status != "closed":
            happen(app, uow, room.brand.id, origin.id, ChatMoved(room.account.kind, now))
    return outcome


def go_on_with_code(
    app: Application, uow: UnitOfWork, room: Room, code: str, now: datetime
) -> Outcome | None:
    """The same for a code that came with a link; None where this chat has taken it before."""
    claimed = claim(uow, room, code, now)
    return None if claimed.event.result == "here" else go_on_with(app, uow, room, claimed, now)


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
    """The provider has answered already. A bare CANCEL opts out *and* is a declaration.

    Whoever opts in again sees the open question once more: meanwhile nothing reached them.
    """
    if incoming.opt_out in ("STOP", "START"):
        since = now if incoming.opt_out == "STOP" else None
        changed = opt_out if incoming.opt_out == "STOP" else opt_in
        changed(uow, room.address, room.account.kind, "word", incoming.text, now)
        room = replace(room, address=replace(room.address, opted_out_at=since))
    room = _append(uow, room, incoming, Meaning(), now)
    number = room.conversation.last_number
    meaning = _meaning_beside_opting(app, room, incoming)
    if meaning is None:
        uow.conversations.save(room.conversation, room.conversation.version, now)
        return Taken(room.brand.id, room.conversation.id, number)
    room = room if room.conversation.status == "agent" else changed_over(app, uow, room, meaning)
    event = MessageReceived(meaning, incoming.at)
    outcome = _turn(app, uow, room, event, now, say_nothing=incoming.opt_out != "START")
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups)


def _meaning_beside_opting(app: Application, room: Room, incoming: Incoming) -> Meaning | None:
    """What a word for opting out or in means to the dialog; None where it means nothing there."""
    if incoming.opt_out == "START":
        asked = bool(room.kept.state.prompt) and room.conversation.status != "agent"
        meaning = Meaning(Label.GREET) if asked else None
    elif incoming.text.strip().upper() == "CANCEL":
        meaning = Meaning(Label.CANCEL)
    else:
        return None
    said = meaning_of(app, room, incoming)
    return said if meaning is not None and said.decision is not None else meaning


def _is_in_transcript(uow: UnitOfWork, room: Room, incoming: Incoming) -> bool:
    """Whether it was put there when the dialog could not take it."""
    conversation = room.conversation.id
    return uow.messages.number_of(room.brand.id, conversation, incoming.provider_key) is not None


def _append(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning, now: datetime) -> Room:
    text = _shown_text(room, incoming, meaning)
    mood = None if incoming.choice is not None else mood_of(text, packaged_moods())
    body = Body(text, form=incoming.form, sentiment=mood)
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
    if isinstance(event, OfCase):
        return _happen_to_case(app, uow, room, event)
    room, event = for_what_there_is(app, uow, room, event)
    return _turn(app, uow, room, event, app.clock())


def declare_ending(
    app: Application, uow: UnitOfWork, room: Room, event: EndingDeclared, case: CaseId
) -> Outcome:
    """The brand ends a service: told in this chat, which stays about whatever it is about."""
    now = app.clock()
    facts = replace(facts_for(app, uow, room, event, now), fresh_case=case, aside=True)
    return take_turn(app, uow, replace(room, case_row=None), event, facts, aside=True)


def _happen_to_case(
    app: Application,
    uow: UnitOfWork,
    room: Room,
    event: OfCase,
) -> Outcome:
    """What the back office did to a case is told here, though the chat may be about another one by now."""
    row = case_of(uow, room.brand.id, event.case)
    if row is None:
        return Outcome(room, (), (), None)
    aside = room.case_row is None or room.case_row.id != row.id
    if aside and isinstance(event, AnswerDue) and event.about == "decision":
        # The chat has gone on to something else by now.
        return Outcome(room, (), (), None)
    if isinstance(event, TermsLearned | QuoteChanged | AnswerDue):
        # These may have to ask something: the chat turns to the case, unless it is busy with another one.
        aside = aside and _is_busy(room)
    now = app.clock()
    event = replace(event, case=row.id)
    room = replace(room, case_row=row)
    if isinstance(event, TermsLearned | QuoteChanged | AnswerDue) and not aside:
        room = on_script_of_case(app, uow, room)
    facts = replace(facts_for(app, uow, room, event, now), aside=aside)
    return take_turn(app, uow, room, event, facts, aside=aside)


def _is_busy(room: Room) -> bool:
    case = room.state.case
    return case is not None and case.is_undecided
