"""Calls that read a confirmation out: when, how often, and what follows where nobody hears it.

A call is one effect; a second one waits for what became of it. It is settled by what the
provider reports of the call, and given up for a human to see where no report comes.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.effects import SEND_MESSAGE
from bot.transcript import opened
from dialogs.ids import EffectId
from storage.repositories.effects import EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork

MOST_CALLS = 3
"""How often somebody is called about one record."""

PAUSES = (timedelta(hours=1), timedelta(days=1))
"""After the first call that nobody heard, and after the second."""

REPORTED_WITHIN = timedelta(minutes=30)
"""A call lasts ten minutes at most: whose end is not reported by then is shown to a human."""

EARLIEST, LATEST = time(9), time(20)
"""When people are called, by the brand's clock."""


@dataclass(frozen=True, slots=True)
class CallConfirmation:
    """Read a record out by phone, because its receipt did not arrive in writing."""

    number: str
    why: str
    """Why it did not arrive, for whoever has to see to it."""
    receipt: EffectId | None = None
    """The sending that did not arrive; if it does after all, nobody is called."""
    nth: int = 1
    """Which call about this record it is, from 1."""


CALL_CONFIRMATION: TypeAdapter[CallConfirmation] = TypeAdapter(CallConfirmation)


def call_instead(uow: UnitOfWork, sending: EffectRow, why: str, now: datetime) -> None:
    """Have a receipt that does not arrive in writing read out, where the sending was of one.

    Whether it goes by mail, and whether anybody can be called, is found out when it is due.
    """
    if sending.kind != "send_message" or sending.conversation_id is None:
        return
    payload = SEND_MESSAGE.validate_json(sending.payload)
    if payload.purpose != "receipt":
        return
    rows = uow.messages.since(sending.brand_id, sending.conversation_id, payload.number - 1, limit=1)
    number = opened(rows)[0].body.receipt if rows else None
    if number is not None:
        queue_call(uow, sending, CallConfirmation(number, why, sending.id), now, now)


def allowed_at(at: datetime, zone: str) -> datetime:
    """The moment itself where people may be called then, else when they may be called next."""
    local = at.astimezone(ZoneInfo(zone))
    if local.time() < EARLIEST:
        local = local.replace(hour=EARLIEST.hour, minute=0, second=0, microsecond=0)
    elif local.time() >= LATEST:
        local = (local + timedelta(days=1)).replace(hour=EARLIEST.hour, minute=0, second=0, microsecond=0)
    return local.astimezone(at.tzinfo)


def call_again(uow: UnitOfWork, row: EffectRow, call: CallConfirmation, how: str, now: datetime) -> bool:
    """A call was not heard: the next one follows, or it is given up. False when that was known before."""
    if call.nth >= MOST_CALLS:
        return give_up(uow, row, call, f"not heard in {MOST_CALLS} calls; the last one: {how}", now)
    if not uow.outbox.settle_by_key(row.brand_id, key_of_await(call), "dropped", now, how):
        return False
    queue_call(uow, row, replace(call, nth=call.nth + 1), now + PAUSES[call.nth - 1], now)
    return True


def give_up(uow: UnitOfWork, row: EffectRow, call: CallConfirmation, why: str, now: datetime) -> bool:
    """Nobody is called any more, and a human sees it. False when it was settled before."""
    return uow.outbox.settle_by_key(row.brand_id, key_of_await(call), "parked", now, why)


def heard(uow: UnitOfWork, row: EffectRow, call: CallConfirmation, now: datetime) -> bool:
    """The confirmation was heard, late or not: nobody is called again. False when that was known before."""
    following = key_of_call(replace(call, nth=call.nth + 1))
    uow.outbox.settle_by_key(row.brand_id, following, "dropped", now, "heard meanwhile")
    changed = uow.outbox.settle_by_key(row.brand_id, key_of_await(call), "done", now)
    if not changed:
        awaited = uow.outbox.by_key(row.brand_id, key_of_await(call))
        changed = awaited is not None and uow.outbox.resolve(row.brand_id, awaited.id, now, done=True)
    return changed


def note_placed(uow: UnitOfWork, row: EffectRow, call: CallConfirmation, now: datetime) -> None:
    """The call takes place, as its result or its own provider says: whichever is told first."""
    queue_await_call(uow, row, call, now + REPORTED_WITHIN, now)
    if row.state == "unknown":
        uow.outbox.resolve(row.brand_id, row.id, now, done=True)


def is_known_to_be_placed(uow: UnitOfWork, row: EffectRow, call: CallConfirmation) -> bool:
    """Whether the provider told of the call, although we never saw that it took our request."""
    return uow.outbox.by_key(row.brand_id, key_of_await(call)) is not None


def queue_call(
    uow: UnitOfWork, cause: EffectRow, call: CallConfirmation, due_at: datetime, now: datetime
) -> None:
    """Queue a call about a record in the conversation of what caused it; each call about it is made once."""
    _queue_about(uow, cause, call, "call_confirmation", key_of_call(call), due_at, now)


def queue_await_call(
    uow: UnitOfWork, cause: EffectRow, call: CallConfirmation, due_at: datetime, now: datetime
) -> None:
    """Wait for what becomes of a call; it is due when nobody has reported that."""
    _queue_about(uow, cause, call, "await_call", key_of_await(call), due_at, now)


def key_of_call(call: CallConfirmation) -> str:
    """The key under which a call is made."""
    return f"call:{call.number}:{call.nth}"


def key_of_await(call: CallConfirmation) -> str:
    """The key under which the result of a call is waited for."""
    return f"await_call:{call.number}:{call.nth}"


def _queue_about(
    uow: UnitOfWork,
    cause: EffectRow,
    call: CallConfirmation,
    kind: str,
    key: str,
    due_at: datetime,
    now: datetime,
) -> None:
    record = uow.records.by_number(cause.brand_id, call.number)
    new = NewEffect(
        cause.brand_id,
        key,
        kind,
        CALL_CONFIRMATION.dump_json(call),
        due_at,
        person_id=cause.person_id,
        case_id=None if record is None else record.case_id,
        conversation_id=cause.conversation_id,
    )
    uow.outbox.add([new], now)
