"""One conversation as the desk shows it: head, transcript, and the panel beside it."""

from typing import Any

from bot.staff import Staff
from bot.transcript import MASKED, Shown, opened
from bot.web.desk.panel import panel
from bot.web.desk.queue import who
from bot.web.desk.showing import CHANNEL_NAMES, moment, reason
from bot.wiring import Application
from dialogs.continuing import without_codes
from dialogs.ids import ConversationId
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork

MOST_MESSAGES = 120
"""Messages that are shown at once; earlier ones come page by page."""


def chat(
    app: Application, uow: UnitOfWork, staff: Staff, conversation: ConversationId
) -> dict[str, Any] | None:
    """The conversation, or None when the brand has none such. Raises Erased."""
    row = uow.conversations.get(staff.brand.id, conversation)
    if row is None:
        return None
    messages = opened(uow.messages.before(row.brand_id, row.id, row.last_number + 1, MOST_MESSAGES))
    kind = app.directory.account(uow, row.account_id).kind
    return {
        "head": _head(uow, staff, row, kind),
        "messages": [_message(each) for each in messages],
        "earlier": bool(messages) and messages[0].number > 1,
        "panel": panel(app, uow, row),
    }


def earlier(
    uow: UnitOfWork, staff: Staff, conversation: ConversationId, number: int
) -> dict[str, Any] | None:
    """The page of messages before a number, or None when the brand has no such conversation."""
    row = uow.conversations.get(staff.brand.id, conversation)
    if row is None:
        return None
    messages = opened(uow.messages.before(row.brand_id, row.id, number, MOST_MESSAGES))
    return {
        "messages": [_message(each) for each in messages],
        "earlier": bool(messages) and messages[0].number > 1,
    }


def _head(uow: UnitOfWork, staff: Staff, row: ConversationRow, kind: str) -> dict[str, Any]:
    holder = None if row.assignee_id is None else uow.agents.get(row.brand_id, row.assignee_id)
    held = row.status == "agent"
    mine = held and row.assignee_id == staff.agent.id
    return {
        "id": row.id,
        "who": who(uow, row, kind),
        "status": row.status,
        "channel": kind,
        "channel_name": CHANNEL_NAMES.get(kind, kind),
        "locale": row.locale,
        "reason": reason(row.handoff_reason),
        "reason_code": row.handoff_reason,
        "waiting_since": moment(row.waiting_since),
        "unread": row.unread,
        "assignee": None if holder is None else holder.name,
        "mine": mine,
        "may_claim": row.status in ("bot", "waiting"),
        "may_write": mine or (held and staff.agent.role == "admin"),
    }


def _message(message: Shown) -> dict[str, Any]:
    body = message.body
    return {
        "number": message.number,
        "author": message.author,
        "direction": message.direction,
        "at": moment(message.at),
        "text": without_codes(body.text, MASKED) if message.author == "bot" else body.text,
        "name": body.name,
        "form": body.form,
        "sentiment": body.sentiment,
        "purpose": body.purpose,
        "delivery": message.delivery,
        "choices": [choice.label for choice in body.choices],
    }
