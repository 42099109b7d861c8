"""Handing a record out to who writes: theirs by the chat's own case, or by who they have proved to be."""

from bot.room import KEPT
from dialogs.ids import CustomerRef
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork


def record_of(uow: UnitOfWork, conversation: ConversationRow, number: str) -> RecordRow | None:
    """The record, where it is theirs who write in the conversation; None for others' as for none."""
    row = uow.records.by_number(conversation.brand_id, number)
    if row is None or row.case_id == conversation.case_id:
        return row
    known = KEPT.validate_json(conversation.state).known_as
    heads = uow.cases.heads(row.brand_id, [row.case_id])
    if not heads or heads[0].customer_hash is None:
        return None
    hashes = [uow.contacts.customer_hash(row.brand_id, CustomerRef(each.customer)) for each in known]
    return row if heads[0].customer_hash in hashes else None
