"""The panel beside a transcript: who this is, how to reach them, and the facts of their cases."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.confirming.preferring import preferred_way
from bot.confirming.ways import NAMES
from bot.outbounds import letter_account
from bot.profile import is_health_case, reason_of
from bot.receive.inbox import lane_of
from bot.room import KEPT
from bot.web.desk.letters import letters_about
from bot.web.desk.showing import (
    CHANNEL_NAMES,
    IDENTIFIED_BY,
    day,
    identity_of,
    masked,
    moment,
    money,
)
from bot.web.desk.stuck import stuck, unprocessed
from bot.wiring import Application
from channels.registry import CHANNELS
from dialogs.case import Case, Declaration, OfferShown, RefundOwed, ReturnOwed
from dialogs.endings import is_ahead, standing_of
from dialogs.ids import CustomerRef
from dialogs.turn import CASE
from dialogs.understanding import entities_in, packaged_phrases
from dialogs.values import OrderQuote, Quote
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow, RecordRow
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork

MOST_CASES = 10


def panel(app: Application, uow: UnitOfWork, row: ConversationRow) -> dict[str, Any]:
    """Raises Erased."""
    brand = app.directory.brand(uow, row.brand_id)
    rows = _cases(uow, row)
    ids = {case.id for case in rows}
    given_up = uow.outbox.given_up(row.brand_id)
    writes = letter_account(app.directory.accounts_of(uow, row.brand_id)) is not None
    theirs = [each for each in given_up if each.conversation_id == row.id or each.case_id in ids]
    return {
        "zone": brand.zone,
        "customer": _customer(uow, row),
        "addresses": _addresses(app, uow, row),
        "cases": [
            _case(case, brand, app.clock()) | {"letters": letters_about(uow, case) if writes else None}
            for case in rows
        ],
        "stuck": _unprocessed(app, uow, row) + [stuck(uow, each) for each in theirs],
    }


def _unprocessed(app: Application, uow: UnitOfWork, row: ConversationRow) -> list[dict[str, Any]]:
    address = uow.contacts.address(row.brand_id, row.address_id)
    if address is None:
        return []
    lane = lane_of(uow, app.directory.account(uow, row.account_id), address.sender)
    return [unprocessed(each, row.id) for each in uow.inbox.parked(row.brand_id) if each.lane == lane]


def _customer(uow: UnitOfWork, row: ConversationRow) -> dict[str, Any]:
    identity = identity_of(row)
    if identity is not None:
        return {
            "identified": True,
            "name": identity.name,
            "ref": identity.customer,
            "how": IDENTIFIED_BY[identity.by],
            "risk": identity.risk,
            "preferred": _preferred(uow, row, identity.customer),
        }
    contact = uow.contacts.get(row.brand_id, row.contact_id)
    before = None if contact is None else contact.customer_ref
    return {"identified": False, "before": before, "given": KEPT.validate_json(row.state).state.identifier}


def _preferred(uow: UnitOfWork, row: ConversationRow, customer: CustomerRef) -> str | None:
    """By which way they want their confirmations, besides the mail."""
    way = preferred_way(uow, row.brand_id, customer)
    return None if way is None else NAMES[way]


def _addresses(app: Application, uow: UnitOfWork, row: ConversationRow) -> list[dict[str, Any]]:
    shown = []
    for address in uow.contacts.addresses_of(row.brand_id, row.contact_id):
        kind = app.directory.account(uow, address.account_id).kind
        shown.append(
            {
                "channel": kind,
                "channel_name": CHANNEL_NAMES.get(kind, kind),
                "address": masked(kind, address.sender),
                # Where nothing is sent (web chat), there is nothing to forbid.
                "opted_out": address.opted_out_at is not None and CHANNELS[kind].capabilities.sends,
                "unreachable": address.unreachable_at is not None,
                "here": address.id == row.address_id,
            }
        )
    return shown


def record_beside(uow: UnitOfWork, row: ConversationRow, number: str) -> RecordRow | None:
    """The record with this number, of a case that the panel shows; else None. Raises Erased."""
    found = uow.records.by_number(row.brand_id, number)
    if found is None or found.case_id not in {case.id for case in _cases(uow, row)}:
        return None
    return found


def _cases(uow: UnitOfWork, row: ConversationRow) -> Sequence[CaseRow]:
    """The conversation's own case first, then the customer's others over all channels, newest first."""
    found = {case.id: case for case in uow.cases.of_contact(row.brand_id, row.contact_id)}
    identity = identity_of(row)
    if identity is not None:
        customer = uow.contacts.customer_hash(row.brand_id, identity.customer)
        found |= {case.id: case for case in uow.cases.of_customer(row.brand_id, customer)}
    shown = [case for case in found.values() if case.status != "merged"]
    shown.sort(key=lambda case: (case.id != row.case_id, -case.declared_at.timestamp()))
    return shown[:MOST_CASES]


def _case(row: CaseRow, brand: BrandRow, now: datetime) -> dict[str, Any]:
    case: Case = CASE.validate_json(row.data)
    return {
        "id": row.id,
        "status": case.standing,
        "decision": case.decision,
        "service": case.service_name,
        "declared_at": moment(row.declared_at),
        "accepted_at": moment(row.accepted_at),
        "executed_at": moment(row.executed_at),
        "reconciled_at": moment(row.reconciled_at),
        "end_date": day(case.end_date or (case.quote.end_date if case.quote else None)),
        "reason": reason_of(is_health_case(brand, case), case.reason),
        "record": case.record_number,
        "record_kind": case.record_kind,
        "source": None if case.source_channel is None else CHANNEL_NAMES.get(case.source_channel),
        "kind": case.kind,
        "quote": _quote(case.quote),
        "order": _order(case, case.order_quote),
        "before": _before(case),
        "offer": _offer(case.offer),
        "ending": _ending(case),
        "restart": _restart(case),
        "refunds": [_refund(owed) for owed in case.refunds],
        "returns": [_return(owed) for owed in case.returns],
        "declaration": None if case.declaration is None else _declaration(case.declaration, brand, now),
    }


def _declaration(declared: Declaration, brand: BrandRow, now: datetime) -> dict[str, Any]:
    """Its words, and what stands in them: a person decides what of it is meant."""
    region = str(brand.settings.get("region") or "US")
    today = now.astimezone(ZoneInfo(brand.zone)).date()
    named = entities_in(declared.details, region, tuple(packaged_phrases().languages), today)
    return {
        "words": declared.details,
        "identifier": declared.identifier,
        "named": [{"kind": each.kind, "value": each.value} for each in named],
    }


def _ending(case: Case) -> dict[str, Any] | None:
    """That the brand ends it: why, on which day, and whether the customer disputes it."""
    ending = case.ending
    if ending is None:
        return None
    return {
        "standing": standing_of(case),
        "cause": ending.cause,
        "last_day": day(ending.last_day),
        "notice_days": ending.notice_days,
        "facts": ending.facts,
        "reference": ending.reference,
        "disputed_at": moment(ending.disputed_at),
        "upheld_at": moment(ending.upheld_at),
        "may_be_upheld": ending.is_disputed and is_ahead(case),
        "may_be_taken_back": is_ahead(case),
    }


def _restart(case: Case) -> dict[str, Any] | None:
    """On what terms the customer takes up again what had ended."""
    terms = case.restart
    if terms is None:
        return None
    return {
        "starts_on": day(terms.starts_on),
        "price": money(terms.price),
        "interval": terms.interval,
        "minimum_until": day(terms.minimum_until),
        "notice_days": terms.notice_days,
        "service": case.restarted_as,
    }


def _quote(quote: Quote | None) -> dict[str, Any] | None:
    if quote is None:
        return None
    return {
        "end_date": day(quote.end_date),
        "notice_days": quote.notice_days,
        "fee": None if quote.fee.is_zero else money(quote.fee),
        "refund": None if quote.refund.is_zero else money(quote.refund),
        "undo_until": moment(quote.undo_until),
        "remains": list(quote.remains),
    }


def _order(case: Case, quote: OrderQuote | None) -> dict[str, Any] | None:
    """What of which order, and what becomes of each thing in it."""
    if case.order is None:
        return None
    lines = () if quote is None else quote.lines
    return {
        "number": case.order,
        "refund": None if quote is None or quote.refund.is_zero else money(quote.refund),
        "lines": [
            {
                "name": line.name,
                "quantity": line.quantity,
                "outcome": line.outcome,
                "rule": line.rule,
                "refund": None if line.refund.is_zero else money(line.refund),
                "return_by": None if line.return_by is None else day(line.return_by),
            }
            for line in lines
        ],
    }


def _before(case: Case) -> dict[str, Any] | None:
    """What was confirmed, while other terms wait for the customer's yes."""
    if case.standing != "terms_open":
        return None
    return {"quote": _quote(case.quote_before), "order": _order(case, case.order_quote_before)}


def _refund(owed: RefundOwed) -> dict[str, Any]:
    """Money on its way back, and of which charge, where one was taken after the end."""
    return {
        "amount": money(owed.amount),
        "standing": owed.standing,
        "expected_on": day(owed.expected_on),
        "paid_on": day(owed.paid_on),
        "charged_on": day(owed.charged_on),
    }


def _return(owed: ReturnOwed) -> dict[str, Any]:
    """Things that the customer sends back, and where they are."""
    return {
        "ref": owed.ref,
        "name": owed.name,
        "quantity": owed.quantity,
        "refund": money(owed.refund),
        "return_by": day(owed.return_by),
        "standing": owed.standing,
        "tracking": owed.tracking,
        "label": owed.label,
    }


def _offer(offer: OfferShown | None) -> dict[str, Any] | None:
    if offer is None:
        return None
    alternative = offer.alternative
    return {
        "kind": alternative.kind,
        "percent": alternative.percent,
        "months": alternative.months,
        "plan": alternative.plan,
        "price": money(alternative.price),
        "answer": offer.answer,
        "by": offer.by,
        "shown_at": moment(offer.shown_at),
    }
