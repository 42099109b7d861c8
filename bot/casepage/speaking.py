"""From the page of a case into the chat: taking it back, or speaking to a person about it."""

from dataclasses import replace
from typing import Literal

from bot.chats import Visitor, say
from bot.receive.inbox import again_on_conflict
from bot.room import KEPT, Room, room_of
from bot.wiring import Application
from channels.base import Incoming
from dialogs.turn import CASE
from storage.ids import new_id
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationRow

Wish = Literal["undo", "dispute"]
PRESSED: dict[Wish, str] = {"undo": "keep", "dispute": "dispute"}
"""What each wish is in the dialog, where it works in every step."""


class Busy(Exception):
    """The chat in this browser is about something else that is not decided yet."""


def speak(
    app: Application,
    visitor: Visitor,
    conversation: ConversationRow,
    record: RecordRow,
    wish: Wish,
    locale: str,
) -> None:
    """Say it for them in their chat, which answers as if they had: what follows is asked there.

    Raises Busy where the chat cannot be about this case now; a person can be asked for all the same.
    """
    if not _turn_to(app, conversation, record) and wish == "undo":
        raise Busy
    with app.database.read() as uow:
        room = room_of(app, uow, conversation.brand_id, conversation.id)
    spoken = locale if locale in room.dialog.texts.catalogues else room.conversation.locale
    words, _ = room.dialog.texts.phrase(f"case-page-{wish}", spoken, room.brand.zone, number=record.number)
    key = f"web:{visitor.sender[:16]}:{new_id()}"
    say(app, visitor, Incoming(key, visitor.sender, app.clock(), text=words, choice=PRESSED[wish]))


def _turn_to(app: Application, conversation: ConversationRow, record: RecordRow) -> bool:
    """Let the chat be about the record's case, and known to be its customer's, unless it is busy."""

    def work() -> bool:
        with app.database.write() as uow:
            room = room_of(app, uow, conversation.brand_id, conversation.id)
            row = uow.cases.get(record.brand_id, record.case_id)
            if row is None:
                return False
            if room.case_row is not None and room.case_row.id == row.id:
                return True
            customer = CASE.validate_json(row.data).customer
            identity = next((each for each in room.kept.known_as if each.customer == customer), None)
            state = room.kept.state
            if identity is None or state.identity not in (None, identity) or _is_busy(room):
                return False
            kept = replace(room.kept, state=replace(state, identity=identity))
            changed = replace(room.conversation, state=KEPT.dump_json(kept), case_id=row.id)
            uow.conversations.save(changed, room.conversation.version, app.clock())
            return True

    return again_on_conflict(work)


def _is_busy(room: Room) -> bool:
    """Whether something else is being decided there, or a person has the chat."""
    case = room.state.case
    return room.conversation.status == "agent" or (case is not None and case.is_undecided)
