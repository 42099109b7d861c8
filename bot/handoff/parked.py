"""Messages of customers that could not be processed: taken up once more, or settled by a person."""

from datetime import datetime

from bot.handoff.desk import in_transaction, note_event
from bot.handoff.given_up import LONGEST_NOTE, NotGivenUp
from bot.handoff.refusals import Unknown
from bot.handoff.words import checked
from bot.receive.inbox import INCOMING
from bot.room import room_of
from bot.wiring import Application
from dialogs.ids import ConversationId, InboxId
from storage.repositories.inbox import InboxRow
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork


def retry_message(app: Application, agent: AgentRow, message: InboxId) -> None:
    """Let the bot read it once more. What it then answers comes in the same chat.

    Raises Unknown, NotGivenUp.
    """

    def work(uow: UnitOfWork, now: datetime) -> None:
        row = _parked(uow, agent, message)
        conversation = conversation_of(uow, row)
        if not uow.inbox.requeue(agent.brand_id, message, now):
            raise NotGivenUp
        _note(app, uow, agent, conversation, "retried", f"{agent.name} had a message read again", now)

    in_transaction(app, work)


def settle_message(app: Application, agent: AgentRow, message: InboxId, note: str) -> None:
    """Say that a person took care of it, and how. Its words stay in the transcript.

    Raises Unknown, NotGivenUp, BadWords.
    """
    how = checked(note, LONGEST_NOTE, "Say in a few words how it was settled.")

    def work(uow: UnitOfWork, now: datetime) -> None:
        row = _parked(uow, agent, message)
        conversation = conversation_of(uow, row)
        if not uow.inbox.settle(agent.brand_id, message, now):
            raise NotGivenUp
        words = f"{agent.name} settled a message that could not be read: {how}"
        _note(app, uow, agent, conversation, "settled", words, now)

    in_transaction(app, work)


def conversation_of(uow: UnitOfWork, row: InboxRow) -> ConversationId | None:
    """Where the sender of a parked message writes; None where not even that could be begun."""
    if row.payload is None:
        return None
    sender = INCOMING.validate_json(row.payload).sender
    address = uow.contacts.by_sender(row.brand_id, row.account_id, sender)
    found = None if address is None else uow.conversations.latest_of(row.brand_id, address.id)
    return None if found is None else found.id


def _parked(uow: UnitOfWork, agent: AgentRow, message: InboxId) -> InboxRow:
    row = uow.inbox.get(message)
    if row is None or row.brand_id != agent.brand_id:
        raise Unknown
    return row


def _note(
    app: Application,
    uow: UnitOfWork,
    agent: AgentRow,
    conversation: ConversationId | None,
    kind: str,
    words: str,
    now: datetime,
) -> None:
    if conversation is None:
        return
    room = room_of(app, uow, agent.brand_id, conversation)
    noted = note_event(uow, room.conversation, agent, kind, words, now)
    uow.conversations.save(noted, room.conversation.version, now)
