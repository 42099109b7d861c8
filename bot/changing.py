"""Going over to another script in the middle of a conversation: what is asked for has a script of its own."""

from dataclasses import replace

from bot.room import Room
from bot.wiring import Application
from dialogs.engine import begin_again
from dialogs.meaning import Label, Meaning
from storage.unit_of_work import UnitOfWork

WITHDRAWAL = "withdrawal"
"""The script for withdrawing from contracts, which a brand publishes or not."""


def changed_over(app: Application, uow: UnitOfWork, room: Room, meaning: Meaning) -> Room:
    """The room on the script that the message is about; the same room where it has none.

    The state begins anew on that script; who is writing, and in which language, stays known.
    """
    if meaning.label is not Label.WITHDRAW or room.dialog.script.kind == "withdrawal":
        return room
    if uow.revisions.published(room.brand.id, WITHDRAWAL) is None:
        return room
    dialog = app.dialogs.published(uow, room.brand.id, WITHDRAWAL)
    kept = replace(room.kept, state=begin_again(dialog.script, room.kept.state))
    conversation = replace(room.conversation, revision_id=dialog.revision)
    return replace(room, dialog=dialog, kept=kept, conversation=conversation)
