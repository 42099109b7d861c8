"""Going over to another script in the middle of a conversation: what is asked for has a script of its own."""

from dataclasses import replace

from bot.publishing import DEFAULT_SCRIPT, Dialog
from bot.room import Room
from bot.wiring import Application
from dialogs.case import Case
from dialogs.engine import begin_again
from dialogs.events import AccountLookedUp, Event, MessageReceived
from dialogs.meaning import Label, Meaning
from dialogs.turn import Identity
from storage.unit_of_work import UnitOfWork

WITHDRAWAL = "withdrawal"
"""The script for withdrawing from contracts, which a brand publishes or not."""

ORDER = "order"
"""The script for cancelling retail orders, which a brand publishes or not."""

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
    kind, case = room.dialog.script.kind, room.state.case
    if kind == "withdrawal":
        return _back_to_ending(app, uow, room) if _is_about_ending(room, meaning) else room
    if case is not None and case.fee_open:
        # The fee is answered first, on the script that can ask about it; a person sees to the rest.
        return room
    if kind == "order" and _is_about_a_service(room, meaning):
        return _back_to_ending(app, uow, room)
    wanted = _wanted(meaning)
    if wanted is None or wanted == room.dialog.script.script:
        return room
    return _over_to(app, uow, room, wanted) or room


def _wanted(meaning: Meaning) -> str | None:
    """The script that a message plainly asks for by what it is about."""
    if meaning.label is Label.WITHDRAW:
        return WITHDRAWAL
    return ORDER if meaning.label is Label.CANCEL and meaning.about == "order" else None


def _is_about_a_service(room: Room, meaning: Meaning) -> bool:
    """Whether somebody on an order's script means a service, or whatever there is, with nothing under way."""
    if meaning.label is Label.CANCEL and meaning.about == "service":
        return True
    rests = room.dialog.script.steps[room.kept.state.step].kind in ("menu", "end")
    anything = meaning.choice == "cancel" or (meaning.label is Label.CANCEL and meaning.about is None)
    return rests and anything and room.kept.came_from is not None


def for_what_there_is(app: Application, uow: UnitOfWork, room: Room, event: Event) -> tuple[Room, Event]:
    """Whoever has orders and no services means those, and the other way round: the wish goes over."""
    state, case = room.kept.state, room.state.case
    if not isinstance(event, AccountLookedUp) or event.reference != state.looking_up:
        return room, event
    if event.customer is None or state.wish is not None or case is None or not _is_wished(case):
        return room, event
    gone_over = _on_script_of_what_is_there(app, uow, room, event)
    if gone_over is None:
        return room, event
    known = state.identity or Identity(event.customer, by="contact")
    known = replace(known, name=event.name, risk=event.risk)
    kept = replace(gone_over.kept, state=replace(gone_over.kept.state, identity=known))
    return replace(gone_over, kept=kept), MessageReceived(Meaning(Label.CANCEL, named=state.named), event.at)


def _is_wished(case: Case) -> bool:
    return case.is_undecided and case.declaration is None


def _on_script_of_what_is_there(
    app: Application, uow: UnitOfWork, room: Room, event: AccountLookedUp
) -> Room | None:
    """The room on the other script, where only that one has something to cancel and is published."""
    kind, services = room.dialog.script.kind, any(each.can_be_cancelled for each in event.services)
    if kind == "termination" and event.orders and not services:
        return _over_to(app, uow, room, ORDER)
    if kind == "order" and services and not event.orders:
        before = _back_to_ending(app, uow, room)
        return None if before is room else before
    return None


def on_script_of_case(app: Application, uow: UnitOfWork, room: Room) -> Room:
    """The room on a script that can ask about its case: a withdrawal's knows no fee of a termination."""
    case = room.state.case
    elsewhere = room.dialog.script.kind == "withdrawal" and case is not None and case.kind != "withdrawal"
    return _back_to_ending(app, uow, room) if elsewhere else room


def _over_to(app: Application, uow: UnitOfWork, room: Room, script: str) -> Room | None:
    """The room on another script, to come back from; None where the brand has not published that."""
    if uow.revisions.published(room.brand.id, script) is None:
        return None
    room = replace(room, kept=replace(room.kept, came_from=room.dialog.revision))
    return _on(app.dialogs.published(uow, room.brand, script), room)


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
