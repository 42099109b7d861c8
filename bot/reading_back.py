"""Having the back office asked again whether what it said it did is so."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.effects import IN_OFFICE, lane_of_case
from bot.room import Room
from dialogs.effects import (
    ApplyAlternative,
    CancelOrder,
    CancelService,
    FindTerms,
    ReinstateService,
    RevokeAlternative,
    TerminateService,
)
from dialogs.ids import CaseId, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Selection
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Ask the back office again whether what it said it did is so."""

    case: CaseId
    customer: CustomerRef
    service: ServiceRef
    expects: str
    """The state that was promised: ``ended`` (or ending), ``applied``, ``revoked``, ``reinstated`` or
    ``restarted``."""
    revoked: Alternative | None = None
    """What is applied no more, where that was promised."""


@dataclass(frozen=True, slots=True)
class ReadOrderBack:
    """Ask the back office again whether of an order there is no more left than was said."""

    case: CaseId
    customer: CustomerRef
    order: OrderRef
    left: Selection


READ_BACK: TypeAdapter[ReadBack] = TypeAdapter(ReadBack)


READ_ORDER_BACK: TypeAdapter[ReadOrderBack] = TypeAdapter(ReadOrderBack)


def reading_of(
    effect: CancelService
    | FindTerms
    | ApplyAlternative
    | RevokeAlternative
    | ReinstateService
    | TerminateService,
    service: ServiceRef,
) -> ReadBack:
    """What is read back of a service once that was done."""
    customer = CustomerRef(effect.customer)
    match effect:
        case ApplyAlternative():
            return ReadBack(effect.case, customer, service, "applied")
        case RevokeAlternative():
            return ReadBack(effect.case, customer, service, "revoked", effect.alternative)
        case ReinstateService():
            return ReadBack(effect.case, customer, service, "reinstated")
        case _:
            return ReadBack(effect.case, customer, service, "ended")


def queue_read_back(uow: UnitOfWork, room: Room, effect: ReadBack, lane: str, now: datetime) -> None:
    """Have it read back, unless something else is to be done to the service first: then that is read back."""
    if IN_OFFICE & uow.outbox.kinds_in_lane(lane):
        return
    key = f"read_back:{effect.case}:{effect.expects}"
    _queue_reading(uow, room, key, "read_back", READ_BACK.dump_json(effect), lane, effect.case, now)


def queue_read_order_back(uow: UnitOfWork, room: Room, effect: CancelOrder, now: datetime) -> None:
    """Have it read back what is left of the order."""
    reading = ReadOrderBack(effect.case, effect.customer, effect.order, effect.left)
    payload, key = READ_ORDER_BACK.dump_json(reading), f"read_order_back:{effect.case}"
    _queue_reading(uow, room, key, "read_order_back", payload, lane_of_case(effect), effect.case, now)


def _queue_reading(
    uow: UnitOfWork, room: Room, key: str, kind: str, payload: bytes, lane: str, case: CaseId, now: datetime
) -> None:
    new = NewEffect(
        room.brand.id,
        key,
        kind,
        payload,
        now,
        lane=lane,
        person_id=room.conversation.person_id,
        case_id=case,
        conversation_id=room.conversation.id,
    )
    uow.outbox.add([new], now)
