"""Codes with which a chat goes on on another channel: given out, and taken once.

Only a keyed hash is kept. An attempt is counted before anything is looked for. A code vouches for whoever the
chat belonged to when it was shown and still does, unless the back office marks them as high risk.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.room import KEPT, Room, case_of
from bot.wiring import Application
from channels.base import Incoming
from dialogs.continuing import ALPHABET, HALF, VALID_MINUTES, belongs_to_another, code_in, is_code
from dialogs.effects import OpenContinuation
from dialogs.events import ChatContinued
from dialogs.ids import ConversationId
from dialogs.meaning import Label, Meaning
from dialogs.steps import EXPECTS
from dialogs.turn import CASE, Identity, State
from storage.repositories.continuations import ContinuationRow
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork

HOUR = timedelta(hours=1)
MOST_ATTEMPTS = 10
"""Codes tried within an hour from one address."""
MOST_ATTEMPTS_FROM_ORIGIN = 30
"""The same from one network address, from which many chats may come."""
_FAIR = 256 - 256 % len(ALPHABET)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a code came to, and the chat that showed it, where it is taken over."""

    event: ChatContinued
    origin: ConversationId | None = None


def new_code(random: Callable[[int], bytes]) -> str:
    """A fresh code, such as ``K7QM-4XRD``; `random` gives that many unpredictable bytes."""
    while True:
        drawn = [ALPHABET[byte % len(ALPHABET)] for byte in random(4 * HALF) if byte < _FAIR]
        code = f"{''.join(drawn[:HALF])}-{''.join(drawn[HALF : 2 * HALF])}"
        if is_code(code):
            return code


def ways_elsewhere(app: Application, uow: UnitOfWork, room: Room, code: str) -> tuple[tuple[str, str], ...]:
    """The brand's other channels that people can write to, each with how it takes the code."""
    links: dict[str, Callable[[str], str]] = {
        "webchat": lambda _: f"{app.settings.base_url}/chat/{room.brand.slug}/?continue={code}",
        "telegram": lambda name: f"https://t.me/{name.removeprefix('@')}?start={code}",
        "sms": lambda number: number,
    }
    accounts = app.directory.accounts_of(uow, room.brand.id)
    others = {each.kind: each.address for each in accounts if each.kind != room.account.kind}
    return tuple((kind, links[kind](address)) for kind, address in others.items() if kind in links)


def open_continuation(
    uow: UnitOfWork, room: Room, effect: OpenContinuation, state: State, now: datetime
) -> None:
    """Let the code that is being shown take this chat over, once."""
    brand = room.brand.id
    row = ContinuationRow(
        brand,
        _hash(uow, room, effect.code),
        room.conversation.id,
        None if state.identity is None else uow.contacts.customer_hash(brand, state.identity.customer),
        now,
        now + timedelta(minutes=VALID_MINUTES),
    )
    uow.continuations.add(row)


def _hash(uow: UnitOfWork, room: Room, code: str) -> bytes:
    return uow.vault.blind_index(room.brand.id, "continuation", code)


def claim_said(
    uow: UnitOfWork, room: Room, incoming: Incoming, meaning: Meaning, now: datetime
) -> Claim | None:
    """What became of a code in a message; None where there is none, or where it may be something else."""
    linked = code_in(incoming.deep_link or "")
    code = linked or (code_in(incoming.text) if incoming.form == "text" else None)
    if code is None:
        return None
    found = claim(uow, room, code, now)
    known = found.event.result not in ("unknown", "limited")
    return found if linked or known or not _may_be_something_else(room, meaning) else None


def _may_be_something_else(room: Room, meaning: Meaning) -> bool:
    """Whether the words answer the question, or say something that is not about codes."""
    kind = room.dialog.script.steps[room.kept.state.step].kind
    understood = meaning.label is not Label.NONE or meaning.choice or meaning.option is not None
    return bool(understood) or bool(EXPECTS.get(kind, ()))


def claim(uow: UnitOfWork, room: Room, code: str, now: datetime) -> Claim:
    """Count the attempt, then look the code up, and use it up where it is valid and taken over."""
    if not _spend_attempt(uow, room, now):
        return Claim(ChatContinued("limited", now))
    row = uow.continuations.get(room.brand.id, _hash(uow, room, code))
    origin = None if row is None else uow.conversations.get(room.brand.id, row.conversation_id)
    if row is None or origin is None:
        return Claim(ChatContinued("unknown", now))
    if room.conversation.id in (row.used_by, row.conversation_id):
        return Claim(ChatContinued("here", now))
    if row.used_at is not None:
        return Claim(ChatContinued("used", now))
    found = _found(uow, row, origin, now)
    if row.expires_at > now and belongs_to_another(room.kept.state.identity, found):
        # It is refused here, and still good for the customer whom it was shown to.
        return Claim(found)
    if not uow.continuations.use(room.brand.id, row.code_hash, room.conversation.id, now):
        return Claim(ChatContinued("expired", now))
    return Claim(found, origin.id)


def _spend_attempt(uow: UnitOfWork, room: Room, now: datetime) -> bool:
    within = uow.limits.spend(f"continue:address:{room.address.id}", HOUR, MOST_ATTEMPTS, now)
    origin = room.kept.origin
    if not origin:
        return within
    return uow.limits.spend(f"continue:origin:{origin}", HOUR, MOST_ATTEMPTS_FROM_ORIGIN, now) and within


def _found(uow: UnitOfWork, row: ContinuationRow, origin: ConversationRow, now: datetime) -> ChatContinued:
    case_row = case_of(uow, row.brand_id, origin.case_id)
    case = None if case_row is None else CASE.validate_json(case_row.data)
    identity = KEPT.validate_json(origin.state).state.identity
    event = ChatContinued("found", now, case, locale=origin.locale)
    return replace(event, identity=identity) if _vouches(uow, row, identity) else event


def _vouches(uow: UnitOfWork, row: ContinuationRow, identity: Identity | None) -> bool:
    if identity is None or identity.risk == "high" or row.customer_hash is None:
        return False
    return uow.contacts.customer_hash(row.brand_id, identity.customer) == row.customer_hash
