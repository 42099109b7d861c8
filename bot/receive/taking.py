"""One message of a customer becomes what the dialog hears of it, in the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.cases import endings_known
from bot.consents import opt_in, opt_out, wrote_first
from bot.effects import queue_acknowledgement
from bot.receive.changing import changed_over
from bot.receive.continuations import claim_said
from bot.receive.happenings import go_on_with, turn_after
from bot.receive.hearing import LONGEST_READ, disputes, meaning_of, question_of
from bot.receive.turns import Outcome
from bot.room import Room, enter_room
from bot.transcript import MASKED, Body
from bot.wiring import Application
from channels.base import Incoming
from dialogs.events import (
    ChatOpened,
    Event,
    MessageReceived,
)
from dialogs.ids import BrandId, ConversationId
from dialogs.meaning import Label, Meaning
from dialogs.understanding import is_code, mood_of, packaged_moods
from storage.repositories.brands import AccountRow
from storage.repositories.effects import EffectRow
from storage.repositories.messages import NewMessage
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Taken:
    """A message was taken. `number` is the customer's message in the transcript, 0 if it was taken before."""

    brand: BrandId
    conversation: ConversationId
    number: int
    look_ups: tuple[EffectRow, ...] = ()
    duplicate: bool = False
    outcome: Outcome | None = None
    """What the turn left behind, where it was the dialog's."""


def hear(
    app: Application,
    uow: UnitOfWork,
    account: AccountRow,
    incoming: Incoming,
    now: datetime,
    *,
    failed_before: bool = False,
) -> Taken:
    room = enter_room(app, uow, account, incoming.sender, incoming.language, now, incoming.text)
    if incoming.opt_out is not None:
        _note_reachable(uow, room)
        return _hear_opt_out(app, uow, room, incoming, now)
    if incoming.callback_id is not None:
        queue_acknowledgement(uow, room, incoming.callback_id, now)
    held = room.conversation.status == "agent"
    meaning = meaning_of(app, room, incoming)
    claimed = None if held else claim_said(uow, room, incoming, meaning, now)
    if claimed is not None:
        incoming = replace(incoming, text=MASKED)
    _note_sign_of_life(uow, room, _shown_text(room, incoming, meaning), now)
    if not (failed_before and is_in_transcript(uow, room, incoming)):
        room = append(uow, room, incoming, meaning, now)
    number = room.conversation.last_number
    room = room if held else changed_over(app, uow, room, meaning)
    if held:
        room = replace(room, conversation=replace(room.conversation, unread=room.conversation.unread + 1))
        heard = _heard_while_held(uow, room, incoming, meaning)
        if heard is None:
            uow.conversations.save(room.conversation, room.conversation.version, now)
            return Taken(room.brand.id, room.conversation.id, number)
        meaning = heard
    if claimed is not None:
        outcome = go_on_with(app, uow, room, claimed, now)
        return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups, outcome=outcome)
    outcome = turn_after(app, uow, room, _event(incoming, meaning), now, incoming)
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups, outcome=outcome)


def _note_reachable(uow: UnitOfWork, room: Room) -> None:
    if room.address.unreachable_at is not None:
        uow.contacts.set_unreachable(room.brand.id, room.address.id, None)


def _note_sign_of_life(uow: UnitOfWork, room: Room, words: str, now: datetime) -> None:
    """Who writes can be reached again; and where no word opts in again, writing does."""
    _note_reachable(uow, room)
    address, channel, can = room.address, room.account.kind, room.kind.capabilities
    if address.opted_out_at is not None and not can.reserved_words:
        opt_in(uow, address, channel, "wrote_again", words, now)
    elif can.sends and address.created_at == now and room.conversation.last_number == 0:
        wrote_first(uow, address, channel, words, now)


def _heard_while_held(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning) -> Meaning | None:
    """What the dialog takes of a message to an agent; of danger to life it says at once whom to call."""
    if _counts_while_held(uow, room, incoming, meaning):
        return meaning
    first = meaning.urgent == "danger" and room.conversation.handoff_reason != "danger"
    return Meaning(urgent="danger") if first else None


def _counts_while_held(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning) -> bool:
    """Whether the dialog takes it, silently, although an agent holds the chat.

    A pressed button of the present question says what it says, whoever is talking; a first
    wish to cancel opens the case at its time; and what the brand ends is disputed in whatever
    chat it was told. Other words are for the agent.
    """
    if incoming.choice is not None:
        return meaning.choice is not None and not meaning.stale
    if disputes(meaning):
        identity = room.kept.state.identity
        return bool(endings_known(uow, room, None if identity is None else identity.customer))
    case = room.state.case
    return meaning.label is Label.CANCEL and (case is None or not case.is_open)


def _event(incoming: Incoming, meaning: Meaning) -> Event:
    empty = not incoming.text.strip() and incoming.choice is None and incoming.form == "text"
    return ChatOpened(incoming.at) if empty else MessageReceived(meaning, incoming.at)


def _hear_opt_out(app: Application, uow: UnitOfWork, room: Room, incoming: Incoming, now: datetime) -> Taken:
    """The provider has answered already. A bare CANCEL opts out *and* is a declaration.

    Whoever opts in again sees the open question once more: meanwhile nothing reached them.
    """
    if incoming.opt_out in ("STOP", "START"):
        since = now if incoming.opt_out == "STOP" else None
        changed = opt_out if incoming.opt_out == "STOP" else opt_in
        changed(uow, room.address, room.account.kind, "word", incoming.text, now)
        room = replace(room, address=replace(room.address, opted_out_at=since))
    room = append(uow, room, incoming, Meaning(), now)
    number = room.conversation.last_number
    meaning = _meaning_beside_opting(app, room, incoming)
    if meaning is None:
        uow.conversations.save(room.conversation, room.conversation.version, now)
        return Taken(room.brand.id, room.conversation.id, number)
    room = room if room.conversation.status == "agent" else changed_over(app, uow, room, meaning)
    event = MessageReceived(meaning, incoming.at)
    outcome = turn_after(app, uow, room, event, now, say_nothing=incoming.opt_out != "START")
    return Taken(room.brand.id, room.conversation.id, number, outcome.look_ups)


def _meaning_beside_opting(app: Application, room: Room, incoming: Incoming) -> Meaning | None:
    """What a word for opting out or in means to the dialog; None where it means nothing there."""
    if incoming.opt_out == "START":
        asked = bool(room.kept.state.prompt) and room.conversation.status != "agent"
        meaning = Meaning(Label.GREET) if asked else None
    elif incoming.text.strip().upper() == "CANCEL":
        meaning = Meaning(Label.CANCEL)
    else:
        return None
    said = meaning_of(app, room, incoming)
    return said if meaning is not None and said.decision is not None else meaning


def is_in_transcript(uow: UnitOfWork, room: Room, incoming: Incoming) -> bool:
    """Whether it was put there when the dialog could not take it."""
    conversation = room.conversation.id
    return uow.messages.number_of(room.brand.id, conversation, incoming.provider_key) is not None


def append(uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning, now: datetime) -> Room:
    text = _shown_text(room, incoming, meaning)
    mood = None if incoming.choice is not None else mood_of(text, packaged_moods())
    body = Body(text, form=incoming.form, sentiment=mood)
    message = NewMessage("in", "customer", body.dumped(), now, event_key=incoming.provider_key)
    conversation, _ = uow.messages.append(room.conversation, [message])
    return replace(room, conversation=conversation)


def _shown_text(room: Room, incoming: Incoming, meaning: Meaning) -> str:
    """The words as the transcript keeps them: a pressed button by its label, a code masked."""
    if meaning.code is not None or _is_on_its_way(room, incoming.text):
        return MASKED
    if incoming.choice is None:
        return incoming.text[:LONGEST_READ]
    labels = dict(zip((c.id for c in room.kept.state.prompt), _prompt_labels(room), strict=True))
    return labels.get(meaning.choice or "", incoming.text or meaning.choice or "…")


def _is_on_its_way(room: Room, text: str) -> bool:
    """Whether this may be a code sent to this person: masked also where nobody asks for it any more."""
    return room.kept.state.challenge is not None and is_code(text)


def _prompt_labels(room: Room) -> tuple[str, ...]:
    return question_of(room).labels
