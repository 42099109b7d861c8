"""Chats whose transcript is their delivery: opening one, saying something in it, and what it answers.

Web chat and the terminal speak through this; what they get back is the same object.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.deliver.look_ups import run_look_ups
from bot.identification.tokens import Vouched
from bot.receive.happenings import go_on_with_code, open_turn
from bot.receive.inbox import again_on_conflict, take_message
from bot.receive.taking import Taken
from bot.receive.turns import Outcome
from bot.room import KEPT, case_of, open_room, room_of
from bot.transcript import Shown, opened
from bot.wiring import Application
from channels.base import Incoming
from dialogs.case import Case
from dialogs.events import ChatOpened
from dialogs.ids import BrandId, ConversationId
from dialogs.turn import CASE, Identity
from storage.repositories.brands import AccountRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow
from storage.repositories.inbox import Duplicate
from storage.unit_of_work import UnitOfWork


class TokenUsed(Exception):
    """A single-use token was used before."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with an open chat. `sender` is a hash of the token: the token itself is kept nowhere."""

    account: AccountRow
    sender: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A conversation as its customer may see it."""

    conversation: ConversationRow
    messages: Sequence[Shown]
    step: str
    pending: bool
    case: Case | None


def new_token() -> str:
    """The secret with which a chat is gone on with: 32 random bytes."""
    return secrets.token_urlsafe(32)


def sender_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def open_chat(
    app: Application,
    visitor: Visitor,
    locale: str | None,
    vouched: Vouched | None = None,
    *,
    greet: bool = True,
    origin: str = "",
    code: str | None = None,
    script: str | None = None,
) -> Taken:
    """Begin a conversation; greets, unless told not to.

    Args:
        code: another channel's chat showed it; this one goes on with that.
        script: which of the brand's published scripts it follows; not named: its front one.
        vouched: who the brand's page says this is; its token is used up by this.
        origin: a keyed hash of where the visitor comes from, for limits.

    Raises:
        TokenUsed: the token was used before.
    """

    def work() -> Taken:
        with app.database.write() as uow:
            return _open(
                app,
                uow,
                visitor,
                locale,
                vouched,
                greet=greet,
                origin=origin,
                code=code,
                script=script,
            )

    taken = again_on_conflict(work)
    run_look_ups(app, taken.look_ups)
    return taken


def _open(
    app: Application,
    uow: UnitOfWork,
    visitor: Visitor,
    locale: str | None,
    vouched: Vouched | None,
    *,
    greet: bool,
    origin: str,
    code: str | None,
    script: str | None,
) -> Taken:
    now = app.clock()
    account = visitor.account
    if vouched is not None:
        _use_up(uow, account, vouched, now)
    brand = app.directory.brand(uow, account.brand_id)
    address = uow.contacts.meet(brand.id, account.id, visitor.sender, now)
    identity = None if vouched is None else Identity(vouched.customer, by="token")
    room = open_room(app, uow, brand, account, address, locale, identity, now, origin, script)
    if identity is not None:
        contact = uow.contacts.get(brand.id, address.contact_id)
        if contact is not None:
            uow.contacts.link_customer(contact, identity.customer)
    look_ups: tuple[EffectRow, ...] = ()
    if code is not None:
        outcome = go_on_with_code(app, uow, room, code, now)
        look_ups = () if outcome is None else outcome.look_ups
    elif greet:
        look_ups = open_turn(app, uow, room, ChatOpened(now), now).look_ups
    return Taken(brand.id, room.conversation.id, 0, look_ups)


def _use_up(uow: UnitOfWork, account: AccountRow, vouched: Vouched, now: datetime) -> None:
    """Remember the token's id where deliveries are remembered: the same id is a duplicate."""
    key = f"token:{vouched.token_id}"
    noted = uow.inbox.note(account.brand_id, account.id, provider_key=key, now=now)
    if isinstance(noted, Duplicate):
        raise TokenUsed


def bring_code(app: Application, conversation: ConversationRow, code: str) -> None:
    """Somebody comes to a chat that they have here with a code that another channel's chat showed."""

    def work() -> tuple[EffectRow, ...]:
        with app.database.write() as uow:
            room = room_of(app, uow, conversation.brand_id, conversation.id)
            outcome = go_on_with_code(app, uow, room, code, app.clock())
            return () if outcome is None else outcome.look_ups

    run_look_ups(app, again_on_conflict(work))


def say(app: Application, visitor: Visitor, incoming: Incoming) -> tuple[Taken, Answer]:
    """Say something and wait for what the back office knows, two and a half seconds at most."""
    taken = take_message(app, visitor.account, incoming)
    if taken.outcome is not None and not taken.look_ups:
        return taken, _answer_of(taken.outcome)
    run_look_ups(app, taken.look_ups)
    with app.database.read() as uow:
        return taken, answer_since(uow, taken.brand, taken.conversation, taken.number)


def _answer_of(outcome: Outcome) -> Answer:
    """The same as `answer_since`, from what the turn has just written."""
    room = outcome.room
    state = room.kept.state
    return Answer(room.conversation, outcome.shown, state.step, state.looking_up is not None, outcome.case)


def answer_since(uow: UnitOfWork, brand: BrandId, conversation: ConversationId, number: int) -> Answer:
    """The conversation with its messages after a number. Raises LookupError when there is none such."""
    row = uow.conversations.get(brand, conversation)
    if row is None:
        raise LookupError(f"there is no conversation {conversation!r}")
    messages = [each for each in opened(uow.messages.since(brand, conversation, number)) if is_public(each)]
    case_row = case_of(uow, brand, row.case_id)
    case = None if case_row is None else CASE.validate_json(case_row.data)
    kept = KEPT.validate_json(row.state)
    return Answer(row, messages, kept.state.step, kept.state.looking_up is not None, case)


def conversation_of(uow: UnitOfWork, visitor: Visitor) -> ConversationRow | None:
    """The visitor's newest conversation, closed or not, or None."""
    brand = visitor.account.brand_id
    address = uow.contacts.by_sender(brand, visitor.account.id, visitor.sender)
    return None if address is None else uow.conversations.latest_of(brand, address.id)


def has_conversation(uow: UnitOfWork, visitor: Visitor) -> bool:
    """Whether `conversation_of` would find one, for much less work."""
    account = visitor.account
    return uow.conversations.is_there(account.id, uow.contacts.sender_hash(account.brand_id, visitor.sender))


def is_public(message: Shown) -> bool:
    """Whether the customer sees it: private notes and events of the desk are not theirs."""
    return message.direction in ("in", "out")


def public_message(message: Shown, *, by_outcome: bool = False) -> dict[str, Any]:
    """A message as the customer's side reads it.

    Args:
        by_outcome: choice ids are the outcomes' names (terminal) instead of opaque ones.
    """
    body = message.body
    shown: dict[str, Any] = {
        "id": str(message.number),
        "number": message.number,
        "author": message.author,
        "text": body.text,
        "at": message.at.isoformat(timespec="milliseconds"),
        "choices": [
            {"id": choice.outcome if by_outcome else choice.id, "label": choice.label, "kind": choice.kind}
            | ({"url": choice.url} if choice.url else {})
            for choice in body.choices
        ],
    }
    if body.name:
        shown["name"] = body.name
    if body.receipt:
        shown["receipt"] = {"number": body.receipt}
    if message.direction == "in" and message.event_key:
        shown["client_id"] = message.event_key.rpartition(":")[2]
    return shown


def public_state(answer: Answer) -> dict[str, Any]:
    """What is true about the conversation beside its messages."""
    case = answer.case
    return {
        "step": answer.step,
        "case": None
        if case is None
        else {
            "id": case.id,
            "status": case.standing,
            "declared_at": case.declared_at.isoformat(timespec="milliseconds"),
        },
        "record": public_record(case),
        "pending": answer.pending,
        "status": answer.conversation.status,
        "locale": answer.conversation.locale,
    }


def public_record(case: Case | None) -> dict[str, Any] | None:
    """The record's essentials, once there is one."""
    if case is None or case.record_number is None:
        return None
    quote = case.quote
    end_date = case.end_date or (quote.end_date if quote else None)
    return {
        "number": case.record_number,
        "kind": case.record_kind,
        "service": case.service_name,
        "declared_at": case.declared_at.isoformat(timespec="milliseconds"),
        "confirmed_at": case.decided_at.isoformat(timespec="milliseconds") if case.decided_at else None,
        "end_date": end_date.isoformat() if end_date else None,
    }
