"""Going over to another script in the middle of a conversation: what is asked for has a script of its own."""

from dataclasses import replace

from bot.publishing import DEFAULT_SCRIPT, Dialog
from bot.room import Room
from bot.wiring import Application
from dialogs.case import Case
from dialogs.engine import begin_again
from dialogs.meaning import Label, Meaning
from storage.unit_of_work import UnitOfWork

WITHDRAWAL = "withdrawal"
"""The script for withdrawing from contracts, which a brand publishes or not."""

ABOUT_AN_END = frozenset(
    {
        *(Label.KEEP, Label.STATUS, Label.RESEND, Label.REFUND),
        *(Label.ENDS, Label.CHARGES, Label.REMAINS),
    }
)
"""What is asked about a termination where no withdrawal is there to ask about."""


def changed_over(app: Application, uow: UnitOfWork, room: Room, meaning: Meaning) -> Room:
    """The room on the script that the message is about; the same room where it has none.

    The state begins anew on that script; who is writing, and in which language, stays known.
    """
    if room.dialog.script.kind == "withdrawal":
        return _back_to_ending(app, uow, room) if _is_about_ending(room, meaning) else room
    case = room.state.case
    if meaning.label is not Label.WITHDRAW or (case is not None and case.fee_open):
        # The fee is answered first, on the script that can ask about it; a person sees to the withdrawal.
        return room
    if uow.revisions.published(room.brand.id, WITHDRAWAL) is None:
        return room
    room = replace(room, kept=replace(room.kept, came_from=room.dialog.revision))
    return _on(app.dialogs.published(uow, room.brand, WITHDRAWAL), room)


def on_script_of_case(app: Application, uow: UnitOfWork, room: Room) -> Room:
    """The room on a script that can ask about its case: a withdrawal's knows no fee of a termination."""
    case = room.state.case
    elsewhere = room.dialog.script.kind == "withdrawal" and case is not None and case.kind != "withdrawal"
    return _back_to_ending(app, uow, room) if elsewhere else room


def _back_to_ending(app: Application, uow: UnitOfWork, room: Room) -> Room:
    """The room on the script that it came from, or else the one by which services end."""
    before = room.kept.came_from
    if before is not None:
        return _on(app.dialogs.of(uow, room.brand, before), room)
    if uow.revisions.published(room.brand.id, DEFAULT_SCRIPT) is None:
        return room
    return _on(app.dialogs.published(uow, room.brand, DEFAULT_SCRIPT), room)


def _on(dialog: Dialog, room: Room) -> Room:
    kept = replace(room.kept, state=begin_again(dialog.script, room.kept.state))
    conversation = replace(room.conversation, revision_id=dialog.revision)
    return replace(room, dialog=dialog, kept=kept, conversation=conversation)


def _is_about_ending(room: Room, meaning: Meaning) -> bool:
    """Whether somebody on the withdrawal's script means a termination. Its own button says withdraw."""
    case, step = room.state.case, room.dialog.script.steps[room.kept.state.step]
    declared = case is not None and _is_declared(case)
    rests = step.kind in ("menu", "end")
    if meaning.choice is None and meaning.label in ABOUT_AN_END:
        return rests and not declared
    shown = {choice.id for choice in room.kept.state.prompt}
    if meaning.choice == "cancel":
        return {"confirm", "cancel"} <= shown
    wishes = meaning.choice is None and meaning.label is Label.CANCEL and Label.WITHDRAW not in meaning.also
    # At the last question the script itself asks which of the two is meant.
    asked = case is not None and case.is_open and "confirm" in shown
    doubtful = asked and "cancel" not in shown and meaning.named is None
    return wishes and not doubtful and (rests or not declared)


def _is_declared(case: Case) -> bool:
    stated = case.declaration is not None or case.is_decided
    return case.kind == "withdrawal" and stated and not case.came_to_nothing
