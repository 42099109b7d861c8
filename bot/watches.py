"""What is looked at again after a cancellation is done: whether it stays ended, and whether money came back.

Each look is an effect of its own, due when it is time; what it sees decides whether another one follows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.backoffice.base import Refund
from bot.effects import key_of_attempt
from dialogs.case import Case
from dialogs.ids import BrandId, CaseId, ConversationId, CustomerRef, OrderRef, PersonId, ServiceRef
from dialogs.values import Money
from storage.repositories.effects import EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork

LOOKS_AFTER_END = (1, 8, 32, 62)
"""Days after the last day: at once, a week later, and when the next two monthly payments would have come."""
LOOK_AT = time(8)
"""In the brand's zone: a person who has to act on what is seen is at work soon."""
BETWEEN_LOOKS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WatchEnd:
    """Look whether the service is ended, and whether anything was charged after its last day."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    last_day: date
    look: int = 0
    """Which look it is, from 0."""


@dataclass(frozen=True, slots=True)
class FollowRefund:
    """Look where money is that was promised."""

    case: CaseId
    customer: CustomerRef
    item: ServiceRef | OrderRef
    cause: str
    """The idempotency key of the write that it follows from."""
    amount: Money | None
    """What was promised; None where it was said that what was paid too much comes back, and not how much."""
    look: int = 0
    by_hand_since: date | None = None
    """A person did it in the back office: then the money may stand there under no key of ours. What was
    sent off from that day on may be it."""


@dataclass(frozen=True, slots=True)
class FollowReturns:
    """Look where things are that are to come back."""

    case: CaseId
    customer: CustomerRef
    order: OrderRef
    cause: str
    """The idempotency key of the cancellation that they follow from."""
    look: int = 0


FOLLOW_RETURNS: TypeAdapter[FollowReturns] = TypeAdapter(FollowReturns)
WATCH_END: TypeAdapter[WatchEnd] = TypeAdapter(WatchEnd)
FOLLOW_REFUND: TypeAdapter[FollowRefund] = TypeAdapter(FollowRefund)


@dataclass(frozen=True, slots=True)
class Thread:
    """To which chat and person a look belongs: the one in which the cancellation was confirmed."""

    brand: BrandId
    conversation: ConversationId | None
    person: PersonId | None

    @classmethod
    def of(cls, row: EffectRow) -> "Thread":
        return cls(row.brand_id, row.conversation_id, row.person_id)


def watch_end(uow: UnitOfWork, thread: Thread, watch: WatchEnd, zone: str, now: datetime) -> None:
    """Have the end looked at when its time comes; nothing where there is no more look."""
    if watch.look >= len(LOOKS_AFTER_END):
        return
    day = watch.last_day + timedelta(days=LOOKS_AFTER_END[watch.look])
    due_at = datetime.combine(day, LOOK_AT, ZoneInfo(zone))
    key = f"watch_end:{watch.case}:{watch.last_day}:{watch.look}"
    _add(uow, thread, key, "watch_end", WATCH_END.dump_json(watch), watch.case, max(due_at, now), now)


def follow_refund(
    uow: UnitOfWork, thread: Thread, follow: FollowRefund, now: datetime, *, at_once: bool = False
) -> None:
    """Have the money looked for, now or tomorrow."""
    due_at = now if at_once else now + BETWEEN_LOOKS
    key = f"follow_refund:{follow.cause}:{follow.look}"
    _add(uow, thread, key, "follow_refund", FOLLOW_REFUND.dump_json(follow), follow.case, due_at, now)


def refunds_meant(follow: FollowRefund, refunds: Sequence[Refund], ours: Collection[str]) -> list[Refund]:
    """Those among a service's, or an order's, refunds that this follows.

    Args:
        refunds: all that the back office knows of.
        ours: causes of other money that the case brings back.
    """
    caused = [refund for refund in refunds if refund.cause == follow.cause]
    if caused or follow.by_hand_since is None:
        return caused
    others = [
        refund
        for refund in refunds
        if refund.issued_on >= follow.by_hand_since
        and refund.cause not in ours
        and not refund.cause.startswith(_KEYS_OF_OURS)
    ]
    whole = next((refund for refund in others if refund.amount == follow.amount), None)
    return others if whole is None else [whole]


_KEYS_OF_OURS = (
    "cancel_service:",
    "cancel_order:",
    "terminate_service:",
    "refund_charge:",
    "reinstate_service:",
    "restart_service:",
)
"""How the keys of writes begin that may pay something back."""


def follow_done_by_hand(
    uow: UnitOfWork, row: EffectRow, case: Case, item: ServiceRef | OrderRef, now: datetime, zone: str
) -> None:
    """A person carried out what was given up: what it pays back is followed all the same."""
    promised = None if case.ending is not None else promised_at_once(case)
    if promised is None and case.ending is None:
        return
    since = (case.decided_at or case.declared_at).astimezone(ZoneInfo(zone)).date()
    follow = FollowRefund(
        case.id, CustomerRef(case.customer or ""), item, row.key, promised, by_hand_since=since
    )
    follow_refund(uow, Thread.of(row), follow, now, at_once=True)


def follow_returns(
    uow: UnitOfWork, thread: Thread, follow: FollowReturns, now: datetime, *, at_once: bool = False
) -> None:
    """Have the things looked for, now or tomorrow."""
    due_at = now if at_once else now + BETWEEN_LOOKS
    key = f"follow_returns:{follow.cause}:{follow.look}"
    _add(uow, thread, key, "follow_returns", FOLLOW_RETURNS.dump_json(follow), follow.case, due_at, now)


def watch_cancelled(uow: UnitOfWork, row: EffectRow, case: Case, zone: str, now: datetime) -> None:
    """After a cancellation was done and found so in the back office's books: what has to be seen to."""
    thread, customer = Thread.of(row), CustomerRef(case.customer or "")
    if case.service is not None and case.end_date is not None:
        watch_end(uow, thread, WatchEnd(case.id, customer, case.service, case.end_date), zone, now)
    kind = "cancel_service" if case.order is None else "cancel_order"
    cause = key_of_attempt(kind, case.id, case.requoted)
    item, promised = case.service or case.order, promised_at_once(case)
    if item is not None and promised is not None:
        follow = FollowRefund(case.id, customer, item, cause, promised)
        follow_refund(uow, thread, follow, now, at_once=True)
    if case.order is not None and case.order_quote is not None and case.order_quote.must_return:
        follow_returns(uow, thread, FollowReturns(case.id, customer, case.order, cause), now, at_once=True)


def look_sooner(uow: UnitOfWork, row: EffectRow, because: str, zone: str, now: datetime) -> None:
    """Have a look that waits for its time made now, since something was heard; once for each `because`.

    A look after the end comes in addition: the later ones stay where they are, and before the last day is
    over there is nothing to look at. One for money takes the place of the one that waits.
    """
    key = f"{row.kind}:{row.case_id}:{because}"
    if row.state != "due" or row.due_at <= now or uow.outbox.by_key(row.brand_id, key) is not None:
        return
    if row.kind == "follow_refund":
        if uow.outbox.settle_by_key(row.brand_id, row.key, "dropped", now, because):
            _add(
                uow,
                Thread.of(row),
                key,
                row.kind,
                row.payload,
                FOLLOW_REFUND.validate_json(row.payload).case,
                now,
                now,
            )
    elif row.kind == "watch_end":
        watch = WATCH_END.validate_json(row.payload)
        if now.astimezone(ZoneInfo(zone)).date() > watch.last_day:
            before = replace(watch, look=max(watch.look - 1, 0))
            _add(uow, Thread.of(row), key, row.kind, WATCH_END.dump_json(before), watch.case, now, now)


def promised_at_once(case: Case) -> Money | None:
    """What is paid back without anything having to come back before."""
    if case.quote is not None:
        refund = case.quote.refund
    elif case.order_quote is not None:
        refund = case.order_quote.refund_at_once
    else:
        return None
    return None if refund.is_zero else refund


def total_of(refunds: Sequence[Refund]) -> Money:
    """What refunds, one or more, come to."""
    return Money(sum((refund.amount.amount for refund in refunds), Decimal(0)), refunds[0].amount.currency)


def _add(
    uow: UnitOfWork,
    thread: Thread,
    key: str,
    kind: str,
    payload: bytes,
    case: CaseId,
    due_at: datetime,
    now: datetime,
) -> None:
    new = NewEffect(
        thread.brand,
        key,
        kind,
        payload,
        due_at,
        person_id=thread.person,
        case_id=case,
        conversation_id=thread.conversation,
    )
    uow.outbox.add([new], now)
