"""What is said in a call, and what follows from the keys that are pressed and from how it ended.

Only the digit 1, after the confirmation was read out, says that it was heard. Silence,
hanging up and machines never do, and a machine is told nothing personal. Nothing here
decides anything about a case.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.calling.calls import (
    CALL_CONFIRMATION,
    MOST_CALLS,
    CallConfirmation,
    call_again,
    give_up,
    heard,
    note_placed,
)
from bot.receive.inbox import again_on_conflict
from bot.records.kept import find_record
from bot.records.spoken import SpokenRecord
from bot.room import NoConversation, Room, enter_room, room_of
from bot.transcript import Body
from bot.wiring import Application
from channels.base import CallReport
from dialogs.ids import BrandId, EffectId
from storage.errors import Erased
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow
from storage.repositories.messages import NewMessage
from storage.unit_of_work import UnitOfWork

HEARD, PERSON = "1", "0"

_HOW = {
    "completed": "it was taken, and 1 was not pressed",
    "busy": "the line was busy",
    "no_answer": "nobody answered",
    "failed": "no connection",
    "canceled": "it was ended before anybody answered",
}


class NoSuchCall(LookupError):
    """There is no such call of the brand's, or no more."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said next; nothing where the call is over."""

    locale: str
    lines: tuple[str, ...] = ()
    goodbye: str = ""
    keys: Literal["told", "announced"] | None = None
    """A key is awaited: after the confirmation was told, or only announced."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A call that is under way, with what it is about."""

    row: EffectRow
    call: CallConfirmation
    room: Room
    record: SpokenRecord


def hear(app: Application, brand: BrandId, effect: EffectId, report: CallReport, *, told: bool) -> Utterance:
    """What the provider reports of a call becomes true, once; returns what is said upon it.

    Args:
        told: whether the confirmation was read out before the key was pressed.

    Raises NoSuchCall.
    """

    def work() -> Utterance:
        with app.database.write() as uow:
            try:
                call = _call_of(app, uow, brand, effect, report)
            except (Erased, NoConversation) as error:
                raise NoSuchCall from error
            note_placed(uow, call.row, call.call, app.clock())
            return _said(app, uow, call, report, told)

    return again_on_conflict(work)


def _call_of(
    app: Application, uow: UnitOfWork, brand: BrandId, effect: EffectId, report: CallReport
) -> _Call:
    row = uow.outbox.get(brand, effect)
    if row is None or row.kind != "call_confirmation" or row.conversation_id is None:
        raise NoSuchCall
    if row.provider_ref not in (None, report.call_id):
        raise NoSuchCall
    call = CALL_CONFIRMATION.validate_json(row.payload)
    stored = find_record(uow, brand, call.number)
    if stored is None:
        raise NoSuchCall
    room = room_of(app, uow, brand, row.conversation_id)
    return _Call(row, call, room, SpokenRecord(stored, room.dialog.texts))


def _said(app: Application, uow: UnitOfWork, call: _Call, report: CallReport, told: bool) -> Utterance:
    now = app.clock()
    match report.happened:
        case "answered":
            return _greeting(call, report)
        case "pressed":
            return _key(app, uow, call, report.digit, told, now)
        case "ended":
            return _ended(uow, call, report, now)


def _greeting(call: _Call, report: CallReport) -> Utterance:
    """A person is told at once; whoever may be a machine has to press a key first."""
    record = call.record
    match report.answered_by:
        case "person":
            return _confirmation(call)
        case "machine":
            return Utterance(record.locale, (record.line("voicemail"),))
        case "unknown":
            return Utterance(record.locale, (record.line("unsure"),), record.line("goodbye"), "announced")


def _confirmation(call: _Call) -> Utterance:
    record = call.record
    return Utterance(record.locale, record.confirmation, record.line("goodbye"), "told")


def _key(app: Application, uow: UnitOfWork, call: _Call, digit: str, told: bool, now: datetime) -> Utterance:
    """Any other key says that somebody is there who wants to hear it, or to hear it again."""
    record = call.record
    if digit == PERSON:
        _call_person(app, uow, call, now)
        return Utterance(record.locale, (record.line("person"),))
    if digit == HEARD and told:
        if heard(uow, call.row, call.call, now):
            _note(uow, call, f"The confirmation {call.call.number} was heard on the phone", now)
        return Utterance(record.locale, (record.line("heard"),))
    return _confirmation(call)


def _call_person(app: Application, uow: UnitOfWork, call: _Call, now: datetime) -> None:
    """Put the conversation into the agents' queue; where it was closed meanwhile, a new one."""
    if not give_up(uow, call.row, call.call, "a person was asked for in the call; it was not heard", now):
        return
    room = enter_room(app, uow, call.room.account, call.room.address.sender, call.room.state.locale, now)
    words = "Asked for a person on the phone, where a confirmation was read out"
    conversation = _with_note(uow, room.conversation, words, now)
    if conversation.status == "bot":
        conversation = replace(conversation, status="waiting", waiting_since=now, handoff_reason="asked")
    uow.conversations.save(conversation, room.conversation.version, now)


def _ended(uow: UnitOfWork, call: _Call, report: CallReport, now: datetime) -> Utterance:
    """Whatever ended it: unless 1 was pressed before, it was not heard."""
    machine = report.answered_by == "machine"
    how = "a machine answered" if machine else _HOW[report.outcome or "completed"]
    if call_again(uow, call.row, call.call, how, now):
        words = f"Call {call.call.nth} of {MOST_CALLS} about {call.call.number} was not heard: {how}"
        _note(uow, call, words, now)
    return Utterance(call.record.locale)


def _note(uow: UnitOfWork, call: _Call, words: str, now: datetime) -> None:
    conversation = call.room.conversation
    uow.conversations.save(_with_note(uow, conversation, words, now), conversation.version, now)


def _with_note(uow: UnitOfWork, conversation: ConversationRow, words: str, now: datetime) -> ConversationRow:
    """A line in the transcript that only the staff sees."""
    body = Body(words, purpose="event", form="call")
    return uow.messages.append(conversation, [NewMessage("event", "system", body.dumped(), now)])[0]
