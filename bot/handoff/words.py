"""What an agent writes: to the customer, on the customer's channel; or privately, to the staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.effects import queue_message
from bot.handoff.desk import held_room_of, in_transaction, open_room_of, saved
from bot.handoff.refusals import BadWords
from bot.room import Room
from bot.transcript import Body
from bot.wiring import Application
from channels.rendering import render_parts
from dialogs.ids import ConversationId
from storage.repositories.conversations import ConversationRow
from storage.repositories.messages import NewMessage
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

LONGEST_TEXT = 2_000
"""Characters of one message of an agent."""
LONGEST_NOTE = 4_000


def write(app: Application, agent: AgentRow, conversation: ConversationId, text: str, key: str) -> int:
    """Write to the customer; the channel gets as many messages as the text takes.

    Args:
        key: made by whoever writes, the same one when a request is repeated: it is sent once.

    Returns the number of the (first) message in the transcript.
    Raises Unknown, Closed, NotHeld, HeldByOther, BadWords.
    """
    words = checked(text, LONGEST_TEXT, "Write something first.")

    def work(uow: UnitOfWork, now: datetime) -> int:
        room = held_room_of(app, uow, agent, conversation)
        event_key = f"agent:{agent.id}:{key}"
        known = uow.messages.number_of(agent.brand_id, conversation, event_key)
        if known is not None:
            return known
        number = room.conversation.last_number + 1
        row = _post(uow, room, agent, _bodies(room, agent, words), event_key, now)
        saved(uow, room, replace(row, unread=0), now)
        return number

    return in_transaction(app, work)


def write_note(app: Application, agent: AgentRow, conversation: ConversationId, text: str, key: str) -> int:
    """Leave a note in the transcript for colleagues; anybody of the brand may, and it is never sent.

    Returns its number. Raises Unknown, Closed, BadWords.
    """
    words = checked(text, LONGEST_NOTE, "Write something first.")

    def work(uow: UnitOfWork, now: datetime) -> int:
        room = open_room_of(app, uow, agent, conversation)
        event_key = f"note:{agent.id}:{key}"
        known = uow.messages.number_of(agent.brand_id, conversation, event_key)
        if known is not None:
            return known
        body = Body(words, purpose="note", name=agent.name)
        note = NewMessage("note", "agent", body.dumped(), now, agent_id=agent.id, event_key=event_key)
        row, (added,) = uow.messages.append(room.conversation, [note])
        saved(uow, room, row, now)
        return added.number

    return in_transaction(app, work)


def checked(text: str, longest: int, when_empty: str) -> str:
    """The words as they are kept. Raises BadWords."""
    words = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()
    if not words:
        raise BadWords(when_empty)
    if len(words) > longest:
        raise BadWords(f"This is {len(words)} characters long; {longest} is the most.")
    return words


def _bodies(room: Room, agent: AgentRow, words: str) -> list[Body]:
    parts = [part.text for part in render_parts(words, (), room.kind.capabilities)]
    if len(parts) > 1:
        return [Body(part, purpose="agent", name=agent.name) for part in parts]
    sent = None if parts[0] == words else parts[0]
    return [Body(words, sent=sent, purpose="agent", name=agent.name)]


def _post(
    uow: UnitOfWork, room: Room, agent: AgentRow, bodies: Sequence[Body], event_key: str, now: datetime
) -> ConversationRow:
    """Append and queue. Unlike the dialog's replies these carry a key of their own and no epoch."""
    row = room.conversation
    sends = room.kind.capabilities.sends
    messages = [
        NewMessage(
            "out",
            "agent",
            body.dumped(),
            now,
            agent_id=agent.id,
            event_key=event_key if position == 1 else None,
            effect_id=queue_message(uow, room, row, row.last_number + position, body, now) if sends else None,
            delivery="queued" if sends else None,
        )
        for position, body in enumerate(bodies, 1)
    ]
    return uow.messages.append(row, messages)[0]
