"""What a record says: a case and its circumstances as plain JSON values. Pure.

Amounts are decimal strings, days ISO dates, moments ISO with the offset of the
brand's zone and that zone's name. Who the customer is stands there only as
salted hashes; the salt and the values are kept apart, sealed for the person, so
that erasing them leaves a record which proves as much and names nobody.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.profile import reason_of
from dialogs.case import Case, CaseRecord, Declaration, Ending, OfferShown
from dialogs.ids import OrderRef
from dialogs.values import Alternative, LineQuote, Money, OrderQuote, Quote, Restart

VERSION = 1
SALT_BYTES = 32

RecordKind = Literal[CaseRecord, "terms", "reason"]
KINDS: tuple[RecordKind, ...] = (*get_args(CaseRecord), "terms", "reason")

PERSONAL = ("reference", "name", "email", "phone")
"""The customer's fields that a record may carry as hashes."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where, in which dialog and for which brand a record is made."""

    slug: str
    brand: str
    """The brand's name as customers know it."""
    zone: str
    """The brand's IANA zone."""
    locale: str
    """The customer's language, in which the record is confirmed."""
    channel: str
    script: str
    revision: str
    pack: str
    pack_version: date | None
    """The latest day on which one of the pack's rules for this case came into force."""
    sealed_at: datetime
    earliest_end_by_default: bool = False
    """Whether, by the pack, a declaration that names no day ends the contract as early as possible."""
    minimal: bool = False
    """Whether a reason in the customer's own words stays out of it."""
    withdrawal_days: int | None = None
    """How long, by the pack, a contract made at a distance can be withdrawn from."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A record ready to be sealed, and what of the person is kept beside it."""

    record: dict[str, Any]
    personal: dict[str, Any]
    """`salt` (hexadecimal) and `fields`: what the hashes were made from."""


def contents_of(
    case: Case,
    kind: RecordKind,
    number: str,
    circumstances: Circumstances,
    *,
    customer: Mapping[str, str | None],
    acknowledged: Sequence[str],
    salt: bytes,
    reverses: str | None = None,
    completes: str | None = None,
) -> Contents:
    """Everything a record says.

    Args:
        case: as it stands when the record is sealed.
        customer: values of `PERSONAL`, as far as they are known.
        acknowledged: the texts that were shown and answered with yes, oldest first.
        salt: `SALT_BYTES` unpredictable bytes, for this record alone.
        reverses: of a reversal, the number of the record that it takes back.
        completes: of terms agreed to later, and of a reason given later, the number of what they belong to.
    """
    fields = {name: _clean(value) for name in PERSONAL if (value := customer.get(name))}
    at, reason = circumstances, reason_of(circumstances.minimal, case.reason)
    record = {
        "version": VERSION,
        "number": number,
        "kind": kind,
        "brand": {"slug": at.slug, "name": _clean(at.brand)},
        "locale": at.locale,
        "sealed": _moment(at.sealed_at, at.zone),
        "customer": {"identified_by": case.identified_by, "hashes": _hashes(fields, salt)},
        "service": _service(case),
        "declared": _moment(case.declared_at, at.zone),
        "declaration": None if case.declaration is None else _declaration(case.declaration, at),
        "decision": case.decision,
        "decided": None if case.decided_at is None else _moment(case.decided_at, at.zone),
        "end_date": _day(case.end_date or (case.quote.end_date if case.quote else None)),
        "quote": None if case.quote is None else _quote(case.quote, at.zone),
        "remains": list(case.quote.remains) if case.quote else [],
        "offer": None if case.offer is None else _offer(case, case.offer, at.zone),
        "reason": None if reason is None else _clean(reason),
        "acknowledged": [_clean(text) for text in acknowledged],
        "reverses": reverses,
        "source": {
            "channel": case.source_channel or at.channel,
            "confirmed_on": at.channel,
            "script": at.script,
            "revision": at.revision,
            "pack": at.pack,
            "pack_version": _day(at.pack_version),
        },
    }
    if case.ending is not None:
        record["ending"] = _ending(case.ending)
    if case.restart is not None:
        record["restart"] = _restart(case.restart, case.declared_at, at)
    if completes is not None:
        record["completes"] = completes
    if case.order is not None and case.order_quote is not None:
        record["order"] = _order(case.order, case.order_quote)
    return Contents(record, {"salt": salt.hex(), "fields": fields})


def personal_hash(field: str, value: str, salt: bytes) -> str:
    """The hash of one personal field, under a salt of its own that follows from the record's.

    So one field can be disclosed, with its own salt, without the others.
    """
    own_salt = hmac.digest(salt, field.encode(), "sha256")
    return f"sha256:{sha256(own_salt + _clean(value).encode()).hexdigest()}"


def _hashes(fields: Mapping[str, str], salt: bytes) -> dict[str, str]:
    return {name: personal_hash(name, value, salt) for name, value in fields.items()}


def _ending(ending: Ending) -> dict[str, Any]:
    """Who ends it, and why; what the brand's own reference is stands there for the brand."""
    return {
        "by": "brand",
        "cause": ending.cause,
        "last_day": _day(ending.last_day),
        "notice_days": ending.notice_days,
        "facts": None if ending.facts is None else _clean(ending.facts),
        "reference": _clean(ending.reference),
        "disputed": ending.disputed_at is not None,
        "to_dispute": "write 'dispute' in the chat",
    }


def _restart(terms: Restart, ordered_at: datetime, at: Circumstances) -> dict[str, Any]:
    """What was agreed, and how long it can be withdrawn from where a law says that."""
    ordered_on = ordered_at.astimezone(ZoneInfo(at.zone)).date()
    days = at.withdrawal_days
    return {
        "starts_on": _day(terms.starts_on),
        "price": _money(terms.price),
        "interval": terms.interval,
        "minimum_until": _day(terms.minimum_until),
        "notice_days": terms.notice_days,
        "withdraw_until": None if days is None else _day(ordered_on + timedelta(days=days)),
    }


def _service(case: Case) -> dict[str, Any] | None:
    if case.order is not None or (case.service is None and case.service_name is None):
        return None
    return {
        "reference": case.service,
        "name": None if case.service_name is None else _clean(case.service_name),
    }


def _order(order: OrderRef, quote: OrderQuote) -> dict[str, Any]:
    """What becomes of each line that was named, with its share of the shipping and of a tax."""
    return {
        "reference": order,
        "lines": [_line(line) for line in quote.lines],
        "shipping": _money(quote.shipping),
        "tax": None if quote.tax is None else _money(quote.tax),
        "refund": _money(quote.refund),
    }


def _line(line: LineQuote) -> dict[str, Any]:
    return {
        "reference": line.line,
        "name": _clean(line.name),
        "quantity": line.quantity,
        "outcome": line.outcome,
        "refund": _money(line.refund),
        "rule": line.rule,
        "return_by": _day(line.return_by),
    }


def _declaration(declaration: Declaration, at: Circumstances) -> dict[str, Any]:
    """The words, and by when they end the contract where that is known or the law says it."""
    by_law = "named_or_earliest" if at.earliest_end_by_default else None
    end = "earliest" if declaration.earliest else by_law
    return {"words": _clean(declaration.details), "end": end}


def _quote(quote: Quote, zone: str) -> dict[str, Any]:
    """Line by line: each amount with its reason."""
    lines = [
        {"line": "fee", **_money(quote.fee), "reason": quote.fee_reason},
        {"line": "refund", **_money(quote.refund), "reason": quote.refund_reason},
    ]
    if quote.last_charge is not None:
        charged_on = {"on": _day(quote.last_charged_on)}
        lines.append({"line": "last_charge", **_money(quote.last_charge), **charged_on})
    return {
        "end_date": _day(quote.end_date),
        "notice_days": quote.notice_days,
        "lines": lines,
        "undo_until": None if quote.undo_until is None else _moment(quote.undo_until, zone),
    }


def _offer(case: Case, offer: OfferShown, zone: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "alternative": _alternative(offer.alternative),
        "shown": _moment(offer.shown_at, zone),
        "by": offer.by,
        "answer": offer.answer,
    }
    decided_on = None if case.decided_at is None else case.decided_at.astimezone(ZoneInfo(zone)).date()
    if decided_on is not None and case.change_may_be_undone(decided_on):
        told |= {"undo_until": _day(offer.alternative.undo_until), "to_undo": "write 'undo' in the chat"}
    return told


def _alternative(alternative: Alternative) -> dict[str, Any]:
    amounts = {"amount": alternative.amount, "price_before": alternative.price_before}
    return {
        "kind": alternative.kind,
        "starts_on": _day(alternative.starts_on),
        "ends_on": _day(alternative.ends_on),
        "price": _money(alternative.price),
        "price_after": _money(alternative.price_after),
        "percent": alternative.percent,
        "months": alternative.months,
        "plan": None if alternative.plan is None else _clean(alternative.plan),
        **{name: _money(amount) for name, amount in amounts.items() if amount is not None},
    }


def _money(money: Money) -> dict[str, str]:
    return {"amount": format(money.amount, "f"), "currency": money.currency}


def _moment(moment: datetime, zone: str) -> dict[str, str]:
    return {"at": moment.astimezone(ZoneInfo(zone)).isoformat(timespec="milliseconds"), "zone": zone}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _clean(text: str) -> str:
    """The text without halves of characters, which have no form in UTF-8: a yes must not fail on them."""
    return text.encode("utf-8", "replace").decode("utf-8")
