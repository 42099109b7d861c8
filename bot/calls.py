"""Calls that read a confirmation out: when, how often, and what follows where nobody hears it.

A call is one effect; a second one waits for what became of it. It is settled by what the
provider reports of the call, and given up for a human to see where no report comes.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.effects import (
    SEND_MESSAGE,
    CallConfirmation,
    key_of_await,
    key_of_call,
    queue_await_call,
    queue_call,
)
from bot.transcript import opened
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork

MOST_CALLS = 3
"""How often somebody is called about one record."""

PAUSES = (timedelta(hours=1), timedelta(days=1))
"""After the first call that nobody heard, and after the second."""

REPORTED_WITHIN = timedelta(minutes=30)
"""A call lasts ten minutes at most: whose end is not reported by then is shown to a human."""

EARLIEST, LATEST = time(9), time(20)
"""When people are called, by the brand's clock."""


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
