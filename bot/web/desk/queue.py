"""The queue: which conversations there are, and what each is about at a glance."""

from typing import Any, Literal

from bot.deliver.patience import DEADLINES
from bot.effects import IN_OFFICE
from bot.seals import seal_problem
from bot.staff import Staff
from bot.transcript import MASKED, Shown, opened
from bot.web.desk.showing import CHANNEL_NAMES, WEB_VISITOR, identity_of, masked, moment, reason
from bot.wiring import Application
from dialogs.continuing import without_codes
from dialogs.ids import AgentId
from storage.errors import Erased
from storage.repositories.conversations import ConversationHead, ConversationRow
from storage.unit_of_work import UnitOfWork

Filter = Literal["waiting", "mine", "bot", "undecided", "open"]
MOST_SHOWN = 60
"""Conversations that a list shows; the counts tell of all."""
FOR_OFFICE = IN_OFFICE | {"find_terms", "refund_charge"}
"""What waits for the back office while it does not answer."""
_LAST_WORDS = 140
_LOOK_BACK = 6
"""Messages at the end among which the last words are looked for."""


def queue(app: Application, uow: UnitOfWork, staff: Staff, which: Filter) -> dict[str, Any]:
    """The list of a filter, with the counts of all filters."""
    heads = _heads(uow, staff, which)[:MOST_SHOWN]
    names = {agent.id: agent.name for agent in uow.agents.of_brand(staff.brand.id)}
    items = [_item(app, uow, head) | {"assignee": _name(names, head.assignee_id)} for head in heads]
    return {
        "filter": which,
        "counts": _counts(uow, staff),
        "items": items,
        "office": _waits_for_office(uow, staff),
        "seal": seal_problem(staff.brand, app.clock()),
    }


def _waits_for_office(uow: UnitOfWork, staff: Staff) -> dict[str, Any] | None:
    """How much waits for a back office that does not answer, and when the first comes to a person."""
    found = uow.outbox.put_off(staff.brand.id, FOR_OFFICE)
    tried = {kind: each.since for kind, each in found.items() if each.since is not None}
    if not found:
        return None
    return {
        "waiting": sum(each.number for each in found.values()),
        "since": moment(min(tried.values(), default=None)),
        "until": moment(min((at + DEADLINES[kind].within for kind, at in tried.items()), default=None)),
    }


def _name(names: dict[AgentId, str], who: AgentId | None) -> str | None:
    return None if who is None else names.get(who)


def _heads(uow: UnitOfWork, staff: Staff, which: Filter) -> list[ConversationHead]:
    brand, conversations = staff.brand.id, uow.conversations
    match which:
        case "waiting":
            return conversations.waiting(brand, MOST_SHOWN)
        case "mine":
            return conversations.recent(brand, "agent", MOST_SHOWN, staff.agent.id)
        case "bot":
            return conversations.recent(brand, "bot", MOST_SHOWN)
        case "undecided":
            return conversations.undecided(brand, MOST_SHOWN)
        case "open":
            waiting = conversations.waiting(brand, MOST_SHOWN)
            held = conversations.recent(brand, "agent", MOST_SHOWN)
            return [*waiting, *held, *conversations.recent(brand, "bot", MOST_SHOWN)]


def _counts(uow: UnitOfWork, staff: Staff) -> dict[str, int]:
    by_status = uow.conversations.count_by_status(staff.brand.id)
    mine = uow.conversations.recent(staff.brand.id, "agent", assignee_id=staff.agent.id)
    return {
        "waiting": by_status.get("waiting", 0),
        "mine": len(mine),
        "bot": by_status.get("bot", 0),
        "undecided": uow.cases.count_undecided(staff.brand.id),
        "open": sum(number for status, number in by_status.items() if status != "closed"),
        "stuck": len(uow.outbox.given_up(staff.brand.id)) + len(uow.inbox.parked(staff.brand.id)),
        "unread": sum(head.unread for head in mine),
    }


def _item(app: Application, uow: UnitOfWork, head: ConversationHead) -> dict[str, Any]:
    kind = app.directory.account(uow, head.account_id).kind
    shown = {
        "id": head.id,
        "status": head.status,
        "channel": kind,
        "channel_name": CHANNEL_NAMES.get(kind, kind),
        "locale": head.locale,
        "waiting_since": moment(head.waiting_since),
        "updated_at": moment(head.updated_at),
        "reason": reason(head.handoff_reason),
        "reason_code": head.handoff_reason,
        "unread": head.unread,
        "assignee_id": head.assignee_id,
    }
    try:
        row = uow.conversations.get(head.brand_id, head.id)
        return shown | ({} if row is None else _sealed(uow, row, kind))
    except Erased:
        return shown | {"who": "Erased person", "last": None}


def _sealed(uow: UnitOfWork, row: ConversationRow, kind: str) -> dict[str, Any]:
    """What only the person's key opens."""
    return {"who": who(uow, row, kind), "last": _last_words(uow, row)}


def who(uow: UnitOfWork, row: ConversationRow, kind: str) -> str:
    """The customer's name, or else the address, masked."""
    identity = identity_of(row)
    if identity is not None:
        return identity.name or f"Customer {identity.customer}"
    address = uow.contacts.address(row.brand_id, row.address_id)
    if address is None:
        return "Unknown"
    shown = masked(kind, address.sender)
    return f"{shown} {row.id[-4:]}" if shown == WEB_VISITOR else shown


def _last_words(uow: UnitOfWork, row: ConversationRow) -> dict[str, Any] | None:
    """What a person said last; the bot's words tell an agent little."""
    said = opened(uow.messages.before(row.brand_id, row.id, row.last_number + 1, _LOOK_BACK))
    spoken = [each for each in reversed(said) if each.direction in ("in", "out")]
    by_people = (each for each in spoken if each.author in ("customer", "agent"))
    last = next(by_people, spoken[0] if spoken else None)
    return None if last is None else _words(last)


def _words(message: Shown) -> dict[str, Any]:
    text = " ".join(without_codes(message.body.text, MASKED).split())
    short = text if len(text) <= _LAST_WORDS else text[: _LAST_WORDS - 1] + "…"
    return {
        "author": message.author,
        "name": message.body.name,
        "text": short,
        "at": moment(message.at),
        "sentiment": message.body.sentiment,
    }
