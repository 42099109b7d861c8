"""Turns that no message of the customer makes: what was done elsewhere, and a code that somebody brings."""

from dataclasses import replace
from datetime import datetime

from bot.receive.changing import for_what_there_is, on_script_of_case
from bot.receive.continuations import Claim, claim
from bot.receive.hearing import facts_for
from bot.receive.turns import Outcome, take_turn
from bot.room import Room, case_of, room_of
from bot.wiring import Application
from channels.base import Incoming
from dialogs.events import (
    AnswerDue,
    ChatMoved,
    EndingDeclared,
    Event,
    OfCase,
    QuoteChanged,
    TermsLearned,
)
from dialogs.ids import BrandId, CaseId, ConversationId
from storage.unit_of_work import UnitOfWork


def open_turn(app: Application, uow: UnitOfWork, room: Room, event: Event, now: datetime) -> Outcome:
    """The first turn of a conversation that was just opened, in the caller's transaction."""
    return turn_after(app, uow, room, event, now)


def go_on_with(app: Application, uow: UnitOfWork, room: Room, claimed: Claim, now: datetime) -> Outcome:
    """Take the turn of somebody who came with a code; the chat that showed it is told."""
    outcome = turn_after(app, uow, room, claimed.event, now)
    if claimed.origin is not None:
        origin = uow.conversations.get(room.brand.id, claimed.origin)
        if origin is not None and origin.status != "closed":
            happen(app, uow, room.brand.id, origin.id, ChatMoved(room.account.kind, now))
    return outcome


def go_on_with_code(
    app: Application, uow: UnitOfWork, room: Room, code: str, now: datetime
) -> Outcome | None:
    """The same for a code that came with a link; None where this chat has taken it before."""
    claimed = claim(uow, room, code, now)
    return None if claimed.event.result == "here" else go_on_with(app, uow, room, claimed, now)


def turn_after(
    app: Application,
    uow: UnitOfWork,
    room: Room,
    event: Event,
    now: datetime,
    incoming: Incoming | None = None,
    *,
    say_nothing: bool = False,
) -> Outcome:
    """The turn that follows from the event, with the facts of now, in the caller's transaction."""
    facts = facts_for(app, uow, room, event, now)
    if incoming is not None and incoming.contact_phone is not None:
        facts = replace(facts, vouched_phone=incoming.contact_phone)
    return take_turn(app, uow, room, event, facts, say_nothing=say_nothing)


def happen(
    app: Application, uow: UnitOfWork, brand: BrandId, conversation: ConversationId, event: Event
) -> Outcome:
    """An event that did not come from the customer, inside the caller's transaction."""
    room = room_of(app, uow, brand, conversation)
    if isinstance(event, OfCase):
        return _happen_to_case(app, uow, room, event)
    room, event = for_what_there_is(app, uow, room, event)
    return turn_after(app, uow, room, event, app.clock())


def declare_ending(
    app: Application, uow: UnitOfWork, room: Room, event: EndingDeclared, case: CaseId
) -> Outcome:
    """The brand ends a service: told in this chat, which stays about whatever it is about."""
    now = app.clock()
    facts = replace(facts_for(app, uow, room, event, now), fresh_case=case, aside=True)
    return take_turn(app, uow, replace(room, case_row=None), event, facts, aside=True)


def _happen_to_case(
    app: Application,
    uow: UnitOfWork,
    room: Room,
    event: OfCase,
) -> Outcome:
    """What the back office did to a case is told here, though the chat may be about another one by now."""
    row = case_of(uow, room.brand.id, event.case)
    if row is None:
        return Outcome(room, (), (), None)
    aside = room.case_row is None or room.case_row.id != row.id
    if aside and isinstance(event, AnswerDue) and event.about == "decision":
        # The chat has gone on to something else by now.
        return Outcome(room, (), (), None)
    if isinstance(event, TermsLearned | QuoteChanged | AnswerDue):
        # These may have to ask something: the chat turns to the case, unless it is busy with another one.
        aside = aside and _is_busy(room)
    now = app.clock()
    event = replace(event, case=row.id)
    room = replace(room, case_row=row)
    if isinstance(event, TermsLearned | QuoteChanged | AnswerDue) and not aside:
        room = on_script_of_case(app, uow, room)
    facts = replace(facts_for(app, uow, room, event, now), aside=aside)
    return take_turn(app, uow, room, event, facts, aside=aside)


def _is_busy(room: Room) -> bool:
    case = room.state.case
    return case is not None and case.is_undecided
