"""A conversation on an agent's desk: entering its room with the right to, and noting what was done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.handoff.refusals import Closed, HeldByOther, NotHeld, Unknown
from bot.receive.inbox import again_on_conflict
from bot.room import Room, room_of
from bot.transcript import Body
from bot.wiring import Application
from dialogs.ids import AgentId, ConversationId
from storage.repositories.conversations import ConversationRow
from storage.repositories.messages import NewMessage
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")


def in_transaction(app: Application, work: Callable[[UnitOfWork, datetime], T]) -> T:
    """One transaction, run again from its start when somebody else was faster."""

    def once() -> T:
        with app.database.write() as uow:
            return work(uow, app.clock())

    return again_on_conflict(once)


def open_room_of(app: Application, uow: UnitOfWork, agent: AgentRow, conversation: ConversationId) -> Room:
    """The room of a conversation of the agent's brand. Raises Unknown, Closed."""
    try:
        room = room_of(app, uow, agent.brand_id, conversation)
    except LookupError as error:
        raise Unknown from error
    if room.conversation.status == "closed":
        raise Closed
    return room


def held_room_of(app: Application, uow: UnitOfWork, agent: AgentRow, conversation: ConversationId) -> Room:
    """The room of a conversation that the agent holds; an admin may act in everybody's.

    Raises Unknown, Closed, NotHeld, HeldByOther.
    """
    room = open_room_of(app, uow, agent, conversation)
    row = room.conversation
    if row.status != "agent":
        raise NotHeld
    if row.assignee_id != agent.id and agent.role != "admin":
        raise HeldByOther(name_of(uow, agent, row.assignee_id))
    return room


def name_of(uow: UnitOfWork, agent: AgentRow, who: AgentId | None) -> str:
    found = None if who is None else uow.agents.get(agent.brand_id, who)
    return "A colleague" if found is None else found.name


def note_event(
    uow: UnitOfWork,
    conversation: ConversationRow,
    agent: AgentRow,
    kind: str,
    words: str,
    now: datetime,
) -> ConversationRow:
    """A line in the transcript that only the staff sees: who did what."""
    body = Body(words, purpose="event", form=kind, name=agent.name)
    message = NewMessage("event", "system", body.dumped(), now, agent_id=agent.id)
    return uow.messages.append(conversation, [message])[0]


def saved(uow: UnitOfWork, room: Room, conversation: ConversationRow, now: datetime) -> Room:
    """The room with the conversation as it is stored now. Raises Conflict."""
    stored = uow.conversations.save(conversation, room.conversation.version, now)
    return replace(room, conversation=stored)
