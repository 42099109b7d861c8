"""Codes with which a customer proves on the page of a case who they are, on their way into the outbox."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.room import Room
from dialogs.ids import ChallengeId
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SendCaseCode:
    """Send a code to the customer of a record, if there is one."""

    challenge: ChallengeId
    number: str
    locale: str


SEND_CASE_CODE: TypeAdapter[SendCaseCode] = TypeAdapter(SendCaseCode)


def queue_case_code(uow: UnitOfWork, room: Room, payload: SendCaseCode, now: datetime) -> None:
    """Queue it: whose it is, is looked up in the worker."""
    new = NewEffect(
        room.brand.id,
        f"code:{payload.challenge}:0",
        "send_case_code",
        SEND_CASE_CODE.dump_json(payload),
        now,
        person_id=room.conversation.person_id,
        conversation_id=room.conversation.id,
    )
    uow.outbox.add([new], now)
