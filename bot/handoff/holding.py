"""Who holds a conversation: claim, transfer, give back, resolve."""

from dataclasses import replace
from datetime import datetime

from bot.deliver.look_ups import run_look_ups
from bot.handoff.desk import held_room_of, in_transaction, name_of, note_event, open_room_of, saved
from bot.handoff.refusals import HeldByOther, Unknown
from bot.handoff.words import checked
from bot.receive.happenings import happen
from bot.replies import post_replies
from bot.room import Room
from bot.wiring import Application
from dialogs.events import AgentReturned
from dialogs.ids import AgentId, ConversationId
from dialogs.turn import Say
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

LONGEST_OUTCOME = 300
"""Characters of the note with which a conversation is resolved."""


def claim(app: Application, agent: AgentRow, conversation: ConversationId) -> None:
    """Take over the chat. The bot's dialog falls silent, and the customer is told who has joined.

    Doing it again changes nothing. Raises Unknown, Closed, HeldByOther (somebody else was faster).
    """

    def work(uow: UnitOfWork, now: datetime) -> None:
        room = open_room_of(app, uow, agent, conversation)
        row = room.conversation
        if row.status != "agent":
            _take(uow, room, agent, now)
        elif row.assignee_id != agent.id:
            raise HeldByOther(name_of(uow, agent, row.assignee_id))

    in_transaction(app, work)


def transfer(app: Application, agent: AgentRow, conversation: ConversationId, to: AgentId) -> None:
    """Hand the chat to a colleague, who is told by it being theirs; the customer is told their name.

    Raises Unknown (also a colleague who is not active), Closed, NotHeld, HeldByOther.
    """

    def work(uow: UnitOfWork, now: datetime) -> None:
        room = held_room_of(app, uow, agent, conversation)
        colleague = uow.agents.get(agent.brand_id, to)
        if colleague is None or not colleague.active:
            raise Unknown("There is no such colleague here.")
        if colleague.id == room.conversation.assignee_id:
            return
        row = replace(room.conversation, assignee_id=colleague.id)
        row = note_event(
            uow, row, agent, "transferred", f"{agent.name} gave this chat to {colleague.name}", now
        )
        saved(uow, room, _announce(uow, room, row, colleague, now), now)

    in_transaction(app, work)


def give_back(app: Application, agent: AgentRow, conversation: ConversationId) -> None:
    """Let the bot answer again; it goes on where its dialog stands.

    Raises Unknown, Closed, NotHeld, HeldByOther.
    """
    _return(
        app, agent, conversation, "returned", f"{agent.name} gave this chat back to the bot", resolved=False
    )


def resolve(app: Application, agent: AgentRow, conversation: ConversationId, outcome: str) -> None:
    """Say that it is settled and how, in words for the staff. The bot answers again.

    Raises Unknown, Closed, NotHeld, HeldByOther, BadWords.
    """
    how = checked(outcome, LONGEST_OUTCOME, "Say in a few words how it was settled.")
    _return(app, agent, conversation, "resolved", f"{agent.name} resolved this: {how}", resolved=True)


def mark_read(app: Application, agent: AgentRow, conversation: ConversationId) -> None:
    """Who holds the chat has seen its newest words. Nothing happens for others. Raises Unknown, Closed."""

    def work(uow: UnitOfWork, now: datetime) -> None:
        room = open_room_of(app, uow, agent, conversation)
        if room.conversation.assignee_id == agent.id and room.conversation.unread:
            saved(uow, room, replace(room.conversation, unread=0), now)

    in_transaction(app, work)


def _take(uow: UnitOfWork, room: Room, agent: AgentRow, now: datetime) -> None:
    row = replace(
        room.conversation,
        status="agent",
        assignee_id=agent.id,
        epoch=room.conversation.epoch + 1,
        waiting_since=None,
        unread=0,
    )
    for effect in uow.outbox.drop_stale(row.id, row.epoch, now):
        uow.messages.set_delivery(effect, "dropped")
    row = note_event(uow, row, agent, "claimed", f"{agent.name} took over this chat", now)
    saved(uow, room, _announce(uow, room, row, agent, now), now)


def _announce(
    uow: UnitOfWork, room: Room, row: ConversationRow, agent: AgentRow, now: datetime
) -> ConversationRow:
    """Tell the customer who is writing from now on."""
    joined = Say("agent-joined", (("agent", agent.name),), purpose="notice")
    return post_replies(uow, room, row, [joined], row.locale, now).conversation


def _return(
    app: Application, agent: AgentRow, conversation: ConversationId, kind: str, words: str, *, resolved: bool
) -> None:
    def work(uow: UnitOfWork, now: datetime) -> tuple[EffectRow, ...]:
        room = held_room_of(app, uow, agent, conversation)
        row = replace(
            room.conversation,
            status="bot",
            assignee_id=None,
            waiting_since=None,
            handoff_reason=None,
            unread=0,
        )
        saved(uow, room, note_event(uow, row, agent, kind, words, now), now)
        event = AgentReturned(now, resolved=resolved)
        return happen(app, uow, agent.brand_id, conversation, event).look_ups

    run_look_ups(app, in_transaction(app, work))
