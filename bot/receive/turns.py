"""A turn: one event in, one transaction out. Everything here runs inside that transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.cases import dispute_ending, merge_case, save_case
from bot.confirming.pages import case_url
from bot.confirming.preferring import keep_preference
from bot.consents import opt_out, was_told
from bot.effects import IN_TRANSACTION, queue, queue_leased, withdraw
from bot.identification.challenges import begin_challenge
from bot.receive.continuations import open_continuation
from bot.records.kept import keep_record
from bot.replies import post_replies
from bot.room import KEPT, Kept, Room, region_of
from bot.transcript import Shown, opened
from bot.wiring import Application, TurnTaken
from dialogs.case import Case
from dialogs.effects import (
    DisputeEnding,
    Effect,
    EndHandOff,
    HandOff,
    LookUpAccount,
    LookUpQuote,
    MergeCase,
    OpenContinuation,
    OptOut,
    PreferWay,
    SealRecord,
    SendCode,
    WithdrawCancellation,
)
from dialogs.engine import advance
from dialogs.events import Event
from dialogs.ids import CaseId, CustomerRef
from dialogs.meaning import GRAVEST_FIRST
from dialogs.turn import Facts, Say, State, Turn
from dialogs.urgent import graver
from storage.repositories.cases import CaseRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn left behind."""

    room: Room
    look_ups: tuple[EffectRow, ...]
    """Effects that this process runs right after the commit."""
    shown: tuple[Shown, ...]
    """What was said in answer, as the transcript has it."""
    case: Case | None


def take_turn(
    app: Application,
    uow: UnitOfWork,
    room: Room,
    event: Event,
    facts: Facts,
    *,
    say_nothing: bool = False,
    aside: bool = False,
) -> Outcome:
    """Advance the dialog by an event and write all that follows.

    Args:
        say_nothing: nothing may be answered (the provider already answered an opt-out word).
        aside: the room's case is another one than the conversation is about; it stays about its own.

    Raises:
        Conflict: somebody else was faster; run the whole transaction again.
    """
    before = room.state
    turn = advance(room.dialog.script, before, event, facts)
    app.witness(_taken(room, before, event, facts, turn))
    now = facts.now
    case_row = _write_case(uow, room, before, turn, facts)
    room = replace(room, case_row=case_row)
    look_ups = _write_effects(app, uow, room, turn, now)
    replies = _allowed(room, turn.replies, say_nothing)
    page_of = partial(case_url, app, room.brand)
    after = _after_effects(room, turn, now)
    posted = post_replies(uow, room, after, replies, turn.state.locale, now, page_of)
    _note_told(uow, room, replies, posted.shown, now)
    kept = _kept(room, turn.state, posted.prompt_number)
    conversation = replace(
        posted.conversation,
        state=KEPT.dump_json(kept),
        locale=turn.state.locale,
        case_id=_case_id(room, aside),
    )
    saved = uow.conversations.save(conversation, room.conversation.version, now)
    _link_customer(uow, room, before, turn.state)
    case = turn.state.case or before.case
    return Outcome(replace(room, conversation=saved, kept=kept), look_ups, posted.shown, case)


def _taken(room: Room, before: State, event: Event, facts: Facts, turn: Turn) -> TurnTaken:
    conversation, script = room.conversation, room.dialog.script.script
    region = region_of(room)
    return TurnTaken(conversation.id, conversation.version, script, before, event, facts, turn, region)


def _case_id(room: Room, aside: bool) -> CaseId | None:
    if aside:
        return room.conversation.case_id
    return None if room.case_row is None else room.case_row.id


def _write_case(uow: UnitOfWork, room: Room, before: State, turn: Turn, facts: Facts) -> CaseRow | None:
    for effect in turn.effects:
        if isinstance(effect, MergeCase):
            merge_case(uow, room.brand, effect, facts.now)
    case = turn.state.case
    if case is None or case == before.case:
        return room.case_row
    return save_case(uow, room, case, facts.now, facts.fresh_case)


def _write_effects(
    app: Application, uow: UnitOfWork, room: Room, turn: Turn, now: datetime
) -> tuple[EffectRow, ...]:
    look_ups = []
    for effect in turn.effects:
        if isinstance(effect, SealRecord):
            keep_record(uow, room, effect, turn.state, now)
        elif isinstance(effect, WithdrawCancellation):
            withdraw(uow, room.brand.id, effect.case, now)
        elif isinstance(effect, DisputeEnding):
            dispute_ending(uow, room.brand, effect, now)
        elif isinstance(effect, OpenContinuation):
            open_continuation(uow, room, effect, turn.state, now)
        elif isinstance(effect, PreferWay):
            keep_preference(uow, room.conversation, effect, now)
        elif isinstance(effect, OptOut):
            opt_out(uow, room.address, room.account.kind, "wish", _last_words(uow, room), now)
        elif isinstance(effect, LookUpAccount | LookUpQuote):
            look_ups.append(queue_leased(uow, room, effect, app.owner, now))
        elif not isinstance(effect, IN_TRANSACTION):
            _queue(uow, room, effect, now)
    return tuple(row for row in look_ups if row is not None)


def _last_words(uow: UnitOfWork, room: Room) -> str | None:
    """What the customer wrote last, where the transcript has it."""
    conversation = room.conversation
    rows = uow.messages.before(room.brand.id, conversation.id, conversation.last_number + 1, limit=3)
    said = [each.body.text for each in opened(rows) if each.direction == "in"]
    return said[-1] if said else None


def _note_told(
    uow: UnitOfWork, room: Room, replies: Sequence[Say], shown: Sequence[Shown], now: datetime
) -> None:
    for say, message in zip(replies, shown, strict=True):
        if say.introduces:
            was_told(uow, room.address, room.account.kind, message.body.text, now)


def _queue(uow: UnitOfWork, room: Room, effect: Effect, now: datetime) -> None:
    if isinstance(effect, SendCode):
        begin_challenge(uow, room, effect, now)
    queue(uow, room, effect, now)


def _allowed(room: Room, replies: Sequence[Say], say_nothing: bool) -> Sequence[Say]:
    """While an agent holds the chat the dialog is silent; receipts and notices go on."""
    if say_nothing:
        return ()
    if room.conversation.status == "agent":
        return [say for say in replies if say.purpose != "dialog"]
    return replies


def _after_effects(room: Room, turn: Turn, now: datetime) -> ConversationRow:
    conversation = _without_ended(room.conversation, turn)
    for effect in turn.effects:
        if isinstance(effect, HandOff):
            conversation = _handed_over(conversation, effect, now)
    return conversation


def _handed_over(conversation: ConversationRow, handed: HandOff, now: datetime) -> ConversationRow:
    if conversation.status != "bot" and _waits_for_more(conversation, handed):
        return conversation
    if conversation.status != "bot":
        return replace(conversation, handoff_reason=handed.reason)
    return replace(conversation, status="waiting", waiting_since=now, handoff_reason=handed.reason)


def _waits_for_more(conversation: ConversationRow, handed: HandOff) -> bool:
    """Whoever wants to speak to a person waits for that, whatever else there is to settle, and is.

    What a person must see at once stands before all else, the gravest first; anger tells less than a dispute.
    """
    waits_for = conversation.handoff_reason
    if waits_for in GRAVEST_FIRST:
        return graver(waits_for, handed.reason) == waits_for
    if handed.reason in GRAVEST_FIRST:
        return waits_for == "dispute" and handed.reason == "upset"
    wants_a_person = waits_for in ("asked", "dispute")
    return handed.reason == "fee" or (wants_a_person and handed.reason in ("unmatched", "failed"))


def _without_ended(conversation: ConversationRow, turn: Turn) -> ConversationRow:
    """The conversation, out of the agents' queue where what it waited for is settled."""
    ended = {effect.reason for effect in turn.effects if isinstance(effect, EndHandOff)}
    if conversation.status != "waiting" or conversation.handoff_reason not in ended:
        return conversation
    return replace(conversation, status="bot", waiting_since=None, handoff_reason=None)


def _kept(room: Room, state: State, prompt_number: int) -> Kept:
    """The state without its case, which has a table and a version of its own."""
    return replace(
        room.kept,
        state=replace(state, case=None),
        prompt_number=prompt_number or room.kept.prompt_number,
    )


def _link_customer(uow: UnitOfWork, room: Room, before: State, after: State) -> None:
    known = None if before.identity is None else before.identity.customer
    if after.identity is None or after.identity.customer == known:
        return
    contact = uow.contacts.get(room.brand.id, room.conversation.contact_id)
    if contact is not None and contact.customer_ref != after.identity.customer:
        uow.contacts.link_customer(contact, CustomerRef(after.identity.customer))
