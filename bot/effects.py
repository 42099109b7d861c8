"""Effects on their way into the outbox: their keys, lanes and payloads.

Lanes: messages per address, back-office work per case (one that follows another
shares its lane), everything else on its own.
Keys: the same effect decided twice (a turn run again) is added once.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.cases import merge_case
from bot.resending import first_key, spend_resending
from bot.room import Room
from bot.transcript import Body
from dialogs.effects import (
    ApplyAlternative,
    AwaitAnswer,
    CancelOrder,
    CancelService,
    DisputeEnding,
    Effect,
    EndHandOff,
    FindTerms,
    HandOff,
    LookUpAccount,
    LookUpQuote,
    MergeCase,
    OpenContinuation,
    OptOut,
    PreferWay,
    RefundCharge,
    ReinstateService,
    RestartService,
    RevokeAlternative,
    SealRecord,
    SendCode,
    SendConfirmation,
    TerminateService,
    WithdrawCancellation,
)
from dialogs.ids import BrandId, CaseId, EffectId
from dialogs.turn import EFFECT
from storage.errors import Conflict
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Send one message of a transcript to its address. The text stays in the transcript."""

    conversation: str
    address: str
    number: int
    purpose: str


@dataclass(frozen=True, slots=True)
class AcknowledgePress:
    """Tell the provider that a pressed button arrived, so that it stops waiting. Best effort."""

    address: str
    callback_id: str


@dataclass(frozen=True, slots=True)
class MailNotice:
    """Send a message of a transcript by mail as well: who has left the chat has to learn of it."""

    conversation: str
    number: int
    about: str
    """The number of the record that it is about."""


SEND_MESSAGE: TypeAdapter[SendMessage] = TypeAdapter(SendMessage)
ACKNOWLEDGE_PRESS: TypeAdapter[AcknowledgePress] = TypeAdapter(AcknowledgePress)
MAIL_NOTICE: TypeAdapter[MailNotice] = TypeAdapter(MailNotice)

IN_TRANSACTION = (
    *(SealRecord, HandOff, EndHandOff, OptOut, MergeCase, PreferWay),
    *(WithdrawCancellation, DisputeEnding, OpenContinuation),
)
"""Effects that are carried out by the turn's own transaction, not by the outbox."""

LOOK_UPS = ("look_up_account", "look_up_quote")
IN_OFFICE = frozenset(
    {
        *("cancel_service", "apply_alternative", "revoke_alternative", "reinstate_service"),
        *("restart_service", "cancel_order", "terminate_service"),
    }
)
"""Effects that change something in the back office."""
CANCELLING = ("cancel_service", "find_terms")
DECIDED = (*CANCELLING, "apply_alternative", "restart_service")
"""Effects that carry out what a customer decided about a service, and which taking it back makes unwanted."""
ATTEMPTS = ("cancel_service", "apply_alternative", "restart_service")
"""Those of them that change something in the back office."""


def queue_message(
    uow: UnitOfWork, room: Room, conversation: ConversationRow, number: int, body: Body, now: datetime
) -> EffectId:
    """Queue one message for sending. Dialog replies carry the epoch: a takeover silences them."""
    payload = SendMessage(conversation.id, room.address.id, number, body.purpose)
    added = uow.outbox.add(
        [
            NewEffect(
                room.brand.id,
                f"message:{conversation.id}:{number}",
                "send_message",
                SEND_MESSAGE.dump_json(payload),
                now,
                lane=f"address:{room.address.id}",
                person_id=conversation.person_id,
                conversation_id=conversation.id,
                epoch=conversation.epoch if body.purpose == "dialog" else None,
            )
        ],
        now,
    )
    return added[0]


def queue_mail(
    uow: UnitOfWork, room: Room, conversation: ConversationRow, number: int, about: str, now: datetime
) -> None:
    """Queue one message of the transcript for the customer's mailbox."""
    payload = MailNotice(conversation.id, number, about)
    uow.outbox.add(
        [
            NewEffect(
                room.brand.id,
                f"notice:{conversation.id}:{number}",
                "mail_notice",
                MAIL_NOTICE.dump_json(payload),
                now,
                lane=f"mail:{about}",
                person_id=conversation.person_id,
                case_id=None if room.case_row is None else room.case_row.id,
                conversation_id=conversation.id,
            )
        ],
        now,
    )


def queue_acknowledgement(uow: UnitOfWork, room: Room, callback_id: str, now: datetime) -> None:
    """Queue the acknowledgement of a pressed button, beside the replies and not behind them."""
    payload = AcknowledgePress(room.address.id, callback_id)
    uow.outbox.add(
        [
            NewEffect(
                room.brand.id,
                f"press:{room.account.id}:{callback_id}",
                "acknowledge_press",
                ACKNOWLEDGE_PRESS.dump_json(payload),
                now,
                person_id=room.conversation.person_id,
                conversation_id=room.conversation.id,
            )
        ],
        now,
    )


def queue(uow: UnitOfWork, room: Room, effect: Effect, now: datetime) -> None:
    """Queue an effect for the worker. A confirmation asked for again too often is not: it was sent before."""
    if isinstance(effect, SendConfirmation) and effect.again:
        key = spend_resending(uow, room.brand.id, effect.number, now)
        if key is not None:
            uow.outbox.add([replace(_new(room, effect, now), key=key)], now)
        return
    if isinstance(effect, ReinstateService | RevokeAlternative):
        _drop_decided(uow, room.brand.id, effect.case, now)
    if isinstance(effect, CancelService | FindTerms):
        _take_over(uow, room, effect, now)
    uow.outbox.add([_new(room, effect, now)], now)


def was_attempted(uow: UnitOfWork, brand: BrandId, case: CaseId) -> bool:
    """Whether the back office was ever asked to carry out what was decided, whatever came of it."""
    rows = uow.outbox.of_case(brand, case)
    return any(row.kind in ATTEMPTS and row.fence > 0 for row in rows)


def withdraw(uow: UnitOfWork, brand: BrandId, case: CaseId, now: datetime) -> None:
    """Drop what the back office has not been asked yet. Raises Conflict when it was asked meanwhile."""
    _drop_decided(uow, brand, case, now)
    if was_attempted(uow, brand, case):
        raise Conflict(f"what was decided in {case} is being carried out")


def _drop_decided(uow: UnitOfWork, brand: BrandId, case: CaseId, now: datetime) -> None:
    for kind in DECIDED:
        uow.outbox.drop_of_case(case, kind, now, "taken back")
    for row in uow.outbox.of_case(brand, case):
        if row.kind in DECIDED and row.state in ("parked", "unknown"):
            uow.outbox.resolve(brand, row.id, now, done=False)


def _take_over(uow: UnitOfWork, room: Room, effect: CancelService | FindTerms, now: datetime) -> None:
    """What was given up for an earlier case of the service is not wanted any more: this case goes on."""
    if effect.follows is None:
        return
    # An alternative that waits to be tried again holds up no cancellation.
    uow.outbox.drop_of_case(effect.follows, "apply_alternative", now, "cancelled after all")
    for row in uow.outbox.given_up_of_lane(room.brand.id, lane_of_case(effect)):
        if row.case_id not in (None, effect.case) and row.kind in (*IN_OFFICE, *CANCELLING):
            uow.outbox.resolve(room.brand.id, row.id, now, done=False)
            merge_case(uow, room.brand, MergeCase(CaseId(row.case_id or ""), effect.case), now)


LOOK_UP_LEASE = timedelta(seconds=6)
"""A look-up takes two seconds at most; after this the worker takes it over."""


def queue_leased(
    uow: UnitOfWork, room: Room, effect: LookUpAccount | LookUpQuote, owner: str, now: datetime
) -> EffectRow | None:
    """Queue a look-up that this very process runs right after the commit."""
    return uow.outbox.add_leased(_new(room, effect, now), now, owner, LOOK_UP_LEASE)


def _new(room: Room, effect: Effect, now: datetime) -> NewEffect:
    key, lane, case = _place(room, effect)
    return NewEffect(
        room.brand.id,
        key,
        effect.type,
        EFFECT.dump_json(effect),
        _due_at(room, effect, now),
        lane=lane,
        person_id=room.conversation.person_id,
        case_id=case,
        conversation_id=room.conversation.id,
    )


TERMINATE_AT = time(6)
"""In the brand's zone, on the last day: whatever is wrong then is found by people who come to work."""


def _due_at(room: Room, effect: Effect, now: datetime) -> datetime:
    match effect:
        case AwaitAnswer(hours=hours):
            return now + timedelta(hours=hours)
        case TerminateService(last_day=day):
            return datetime.combine(day, TERMINATE_AT, ZoneInfo(room.brand.zone))
        case _:
            return now


OfficeEffect = (
    CancelService
    | FindTerms
    | ApplyAlternative
    | RevokeAlternative
    | ReinstateService
    | RestartService
    | CancelOrder
    | TerminateService
)
"""What a case asks of the back office."""


def lane_of_case(effect: OfficeEffect) -> str:
    """What the back office does for one service happens in order, over all cases of it.

    Of an order there is one case at a time, an ending finds out for itself what was done before, and
    what is taken up again has ended.
    """
    if isinstance(effect, CancelOrder | TerminateService | RestartService):
        return f"case:{effect.case}"
    return f"case:{effect.follows or effect.case}"


def key_of_attempt(kind: str, case: CaseId, again: int = 0) -> str:
    """The idempotency key of what a case has carried out; what is done on other terms has one of its own."""
    return f"{kind}:{case}:{again}" if again else f"{kind}:{case}"


def _again(effect: OfficeEffect) -> int:
    return effect.again if isinstance(effect, CancelService | CancelOrder) else 0


def _place(room: Room, effect: Effect) -> tuple[str, str | None, CaseId | None]:
    """The idempotency key, the lane (None: one of its own) and the case of an effect."""
    match effect:
        case LookUpAccount() | LookUpQuote():
            return f"look_up:{room.conversation.id}:{effect.reference}", None, None
        case SendCode():
            return f"code:{effect.challenge}:{effect.resend}", f"code:{effect.challenge}", None
        case (
            CancelService()
            | FindTerms()
            | ApplyAlternative()
            | RevokeAlternative()
            | ReinstateService()
            | RestartService()
            | CancelOrder()
            | TerminateService()
        ):
            return key_of_attempt(effect.type, effect.case, _again(effect)), lane_of_case(effect), effect.case
        case RefundCharge():
            return effect.cause, None, effect.case
        case AwaitAnswer():
            return _key_of_waiting(room, effect), None, effect.case
        case SendConfirmation():
            return first_key(effect.number), f"mail:{effect.number}", None
        case (
            SealRecord()
            | HandOff()
            | EndHandOff()
            | OptOut()
            | PreferWay()
            | MergeCase()
            | WithdrawCancellation()
            | DisputeEnding()
            | OpenContinuation()
        ):
            raise AssertionError(f"{effect.type} is carried out in the turn's transaction")
        case _:
            assert_never(effect)


def _key_of_waiting(room: Room, effect: AwaitAnswer) -> str:
    """A fee is asked about once in a case, a silence is one of a chat; either can be put off."""
    if effect.about == "fee":
        again = f":{effect.about}:{effect.put_off}" if effect.put_off else ""
        return f"await_answer:{effect.case}{again}"
    return f"await_answer:{effect.case}:{effect.about}:{room.conversation.id}:{effect.put_off}"
