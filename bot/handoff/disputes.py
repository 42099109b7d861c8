"""What the brand ends and the customer disputes: an agent says that it stands, or takes it back."""

from dataclasses import replace
from datetime import datetime

from bot.cases import endings_known
from bot.endings.withdrawing import TooLate, take_back
from bot.handoff.desk import held_room_of, in_transaction, note_event, saved
from bot.handoff.refusals import NothingToSettle, Unknown
from bot.handoff.words import checked
from bot.receive.happenings import happen
from bot.room import Room
from bot.wiring import Application
from dialogs.case import Case
from dialogs.endings import is_ahead
from dialogs.events import EndingUpheld
from dialogs.ids import CaseId, ConversationId
from storage.repositories.staff import AgentRow
from storage.unit_of_work import UnitOfWork

LONGEST_REASON = 200
"""Characters, so that the customer can be told in a text message or two."""


def uphold_ending(
    app: Application, agent: AgentRow, conversation: ConversationId, case: CaseId, reason: str
) -> None:
    """Answer a dispute: it is ended on its day all the same, and the customer is told why.

    What waited for this answer after its last day is carried out now.

    Args:
        reason: in words for the customer.

    Raises Unknown, Closed, NotHeld, HeldByOther, BadWords, NothingToSettle.
    """
    why = _sentence(checked(reason, LONGEST_REASON, "Tell the customer why."))

    def work(uow: UnitOfWork, now: datetime) -> None:
        room = held_room_of(app, uow, agent, conversation)
        found = _ending(uow, room, case)
        if found.ending is None or not found.ending.is_disputed or not is_ahead(found):
            raise NothingToSettle("Nobody disputes this any more.")
        _noted(uow, room, agent, "upheld", f"{agent.name} upheld the end of {found.service_name}: {why}", now)
        happen(app, uow, agent.brand_id, conversation, EndingUpheld(case, why, now))
        effect = uow.outbox.by_key(agent.brand_id, f"terminate_service:{case}")
        if effect is not None:
            uow.outbox.requeue(agent.brand_id, effect.id, now)

    in_transaction(app, work)


def take_back_ending(
    app: Application, agent: AgentRow, conversation: ConversationId, case: CaseId, note: str
) -> None:
    """The service goes on: the customer is told, and holds a record of it.

    Args:
        note: why, for colleagues.

    Raises Unknown, Closed, NotHeld, HeldByOther, BadWords, NothingToSettle.
    """
    why = checked(note, LONGEST_REASON, "Say in a few words why.")

    def work(uow: UnitOfWork, now: datetime) -> None:
        room = held_room_of(app, uow, agent, conversation)
        found = _ending(uow, room, case)
        words = f"{agent.name} took back the end of {found.service_name}: {why}"
        _noted(uow, room, agent, "taken_back", words, now)
        try:
            take_back(app, uow, agent.brand_id, found, conversation)
        except TooLate as error:
            raise NothingToSettle(str(error.args[0])) from error

    in_transaction(app, work)


def _ending(uow: UnitOfWork, room: Room, case: CaseId) -> Case:
    """What the brand ends of whoever writes here. Raises Unknown."""
    identity = room.kept.state.identity
    known = endings_known(uow, room, None if identity is None else identity.customer)
    found = next((each for each in known if each.id == case), None)
    if found is None:
        raise Unknown
    return found


def _noted(uow: UnitOfWork, room: Room, agent: AgentRow, kind: str, words: str, now: datetime) -> None:
    row = note_event(uow, replace(room.conversation, unread=0), agent, kind, words, now)
    saved(uow, room, row, now)


def _sentence(words: str) -> str:
    """With a full stop where there is no mark: the text goes on after it."""
    return words if words[-1] in ".!?…" else f"{words}."
