"""Confirmations that go by another way than the first mail: wanted so, or since another one failed."""

from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter

from bot.confirming.ways import CHANNEL_OF, next_way
from dialogs.effects import SendConfirmation
from dialogs.ids import ConversationId
from dialogs.turn import EFFECT
from dialogs.values import Way
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork

KIND = "forward_confirmation"


@dataclass(frozen=True, slots=True)
class ForwardConfirmation:
    """Send a record's confirmation by one way."""

    number: str
    way: Way
    asked_by: str = ""
    """Who wanted it, in English for the brand's people; empty where it follows from a failure."""
    because: str | None = None
    """What failed before."""
    tried: tuple[str, ...] = ()
    """The ways that failed before, and those by which it arrived: none is taken instead."""

    @property
    def is_last(self) -> bool:
        """Whether it failed and nothing is left to be tried: a person has to see it."""
        return self.way in self.tried


FORWARD: TypeAdapter[ForwardConfirmation] = TypeAdapter(ForwardConfirmation)


def queue_forward(
    uow: UnitOfWork,
    record: RecordRow,
    conversation: ConversationId,
    forward: ForwardConfirmation,
    key: str,
    now: datetime,
) -> None:
    """Queue it; the same key queues it once.

    Args:
        conversation: of the record's person, by whose script's texts it is written.
    """
    new = NewEffect(
        record.brand_id,
        key,
        KIND,
        FORWARD.dump_json(forward),
        now,
        person_id=record.person_id,
        case_id=record.case_id,
        conversation_id=conversation,
    )
    uow.outbox.add([new], now)


def conversation_about(uow: UnitOfWork, record: RecordRow) -> ConversationRow | None:
    """The chat in which the record was confirmed, or the newest of its person. Raises Erased."""
    heads = uow.conversations.of_persons(record.brand_id, [record.person_id])
    newest = max(heads, key=lambda head: (head.case_id == record.case_id, head.updated_at), default=None)
    return None if newest is None else uow.conversations.get(record.brand_id, newest.id)


def go_on(
    uow: UnitOfWork, row: EffectRow, failing: ForwardConfirmation, way: Way | None, reason: str, now: datetime
) -> None:
    """Queue a way in place of the one that failed, in the conversation of the effect that failed.

    Args:
        way: None where nothing is left; then a person is shown that.
    """
    record = uow.records.by_number(row.brand_id, failing.number)
    if record is None or row.conversation_id is None:
        return
    tried, because = (*failing.tried, failing.way), f"{failing.way}: {reason}"
    following = replace(failing, way=way or failing.way, because=because, tried=tried)
    queue_forward(uow, record, row.conversation_id, following, f"{row.key}:{way or 'none'}", now)


def not_delivered(uow: UnitOfWork, row: EffectRow, reason: str, now: datetime) -> bool:
    """What was taken did not arrive, as is reported later. False where the effect was of no confirmation."""
    if row.kind == KIND:
        failing = FORWARD.validate_json(row.payload)
    elif row.kind == "send_confirmation":
        effect = EFFECT.validate_json(row.payload)
        assert isinstance(effect, SendConfirmation)
        failing = ForwardConfirmation(effect.number, "mail", tried=_own_way(uow, row))
    else:
        return False
    go_on(uow, row, failing, next_way((*failing.tried, failing.way)), reason, now)
    return True


def _own_way(uow: UnitOfWork, row: EffectRow) -> tuple[str, ...]:
    """The way of the chat itself, which brought the receipt."""
    conversation = (
        None if row.conversation_id is None else uow.conversations.get(row.brand_id, row.conversation_id)
    )
    account = None if conversation is None else uow.accounts.get(conversation.account_id)
    return tuple(way for way, kind in CHANNEL_OF.items() if account is not None and kind == account.kind)
