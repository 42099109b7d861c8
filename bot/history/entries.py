"""The entries of a time line: one fact each, with its time and what it is about. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.backoffice.base import Charge, Refund
from bot.confirming.forwarding import FORWARD, KIND
from bot.confirming.ways import NAMES
from bot.letters.naming import reference_of
from bot.profile import reason_of
from dialogs.case import Case
from dialogs.ids import ConversationId
from dialogs.values import Money, Order, Service
from storage.repositories.case_entries import CaseEntryRow
from storage.repositories.cases import CaseHead, RecordRow
from storage.repositories.consents import ConsentRow
from storage.repositories.effects import EffectRow
from storage.repositories.letters import LetterRow
from storage.repositories.preferences import PreferredWayRow

Kind = Literal["contract", "conversation", "consent", "decision", "billing", "record", "delivery"]
"""What a fact is of: a contract or order; a chat; what somebody agreed to or was told; what was wished,
offered and decided and what became of it; money; a sealed record; a message or a ticket on its way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact. `at` has only a day's precision where `whole_day`."""

    at: datetime
    kind: Kind
    what: str
    """In English, for the brand's people."""
    about: str | None = None
    """The service or order."""
    record: str | None = None
    conversation: ConversationId | None = None
    who: str | None = None
    whole_day: bool = False


def in_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Oldest first; what is only known by its day comes before what happened in it."""
    return tuple(sorted(entries, key=lambda entry: (entry.at, not entry.whole_day)))


def of_case(head: CaseHead, case: Case | None) -> Iterator[Entry]:
    """What was decided, and what became of it. Of an erased person's case only its times are left."""
    about = None if case is None else case.service_name or case.order
    number = None if case is None else case.record_number

    def entry(at: datetime | None, what: str) -> Iterator[Entry]:
        if at is not None:
            yield Entry(at, "decision", what, about, number)

    if case is not None and case.ending is not None:
        yield from entry(case.declared_at, f"The brand ends it: {case.ending.cause.replace('_', ' ')}")
        yield from entry(case.ending.disputed_at, "The customer disputes it")
        yield from entry(case.ending.upheld_at, "A person had it carried out all the same")
    else:
        yield from entry(head.declared_at, _DECLARED.get(case.kind if case else "", "Declared"))
    if case is not None and case.offer is not None:
        offer = case.offer
        kind = offer.alternative.kind.replace("_", " ")
        yield from entry(offer.shown_at, f"Offered by the {offer.by}: {kind} ({offer.answer})")
    if case is None or case.ending is None:
        yield from entry(head.accepted_at, _ACCEPTED.get(head.decision or "", "Decided"))
    yield from entry(None if case is None else case.reversing_since, "Taken back by the customer")
    yield from entry(head.executed_at, "Carried out in the back office")
    if case is not None and case.by_hand is not None and head.executed_at is not None:
        by_hand = f"By hand: {case.by_hand.note}"
        yield Entry(head.executed_at, "decision", by_hand, about, number, who=case.by_hand.agent)
    yield from entry(head.reconciled_at, "Read back: the back office shows it")
    if head.reconciled_at is None:
        yield from entry(head.closed_at, f"Closed: {head.status}")


_DECLARED: Mapping[str, str] = {
    "termination": "The customer wishes to cancel",
    "withdrawal": "The customer withdraws from the contract",
    "order": "The customer wishes to cancel an order",
    "restart": "The customer asks for it back",
}
_ACCEPTED: Mapping[str, str] = {
    "cancel": "The customer confirmed the cancellation",
    "alternative": "The customer accepted the alternative",
    "keep": "The customer keeps it",
    "restart": "The customer ordered it again",
}


_CONSENTS: Mapping[tuple[str, str], str] = {
    ("messages", "given"): "Agreed to messages",
    ("messages", "withdrawn"): "Wants no more messages",
    ("assistant", "told"): "Was told that an automated assistant is writing",
}
_HOW: Mapping[str, str] = {
    "wrote_first": "wrote first",
    "wrote_again": "wrote again",
    "word": "by a reserved word",
    "wish": "in words of their own",
    "provider": "as the provider reports",
    "shown": "in the first message",
}


def of_consent(row: ConsentRow) -> Entry:
    """What somebody agreed to, took back or was told, and in which words."""
    words = f": “{row.words}”" if row.words else ""
    what = f"{_CONSENTS[row.subject, row.act]}, {_HOW[row.how]}{words}"
    return Entry(row.at, "consent", what, about=row.channel)


def of_preference(row: PreferredWayRow) -> Entry:
    """By which way somebody wants their confirmations, as they said last; or that they were only asked."""
    name = None if row.way is None else NAMES.get(row.way, row.way)  # type: ignore[call-overload]
    if name is None:
        return Entry(row.chosen_at, "consent", "Was asked by which way confirmations shall go")
    return Entry(row.chosen_at, "consent", f"Prefers confirmations by {name}")


def of_step(row: CaseEntryRow, about: str | None, *, minimal: bool) -> Iterator[Entry]:
    """A reason that was given; what a case came to is told by its own times.

    Args:
        minimal: one in the customer's own words stays in the chat.
    """
    reason = reason_of(minimal, row.reason)
    if reason is not None:
        yield Entry(row.at, "decision", f"The customer said why: {reason}", about)


def of_record(row: RecordRow) -> Entry:
    """The moment of its sealing."""
    erased = ", erased since" if row.body is None else ""
    return Entry(row.created_at, "record", f"Record sealed: {row.kind}{erased}", record=row.number)


_DELIVERIES: Mapping[str, str] = {
    "send_message": "Message",
    "send_code": "One-time code",
    "send_case_code": "One-time code for the page of a case",
    "send_confirmation": "Confirmation by e-mail",
    "forward_confirmation": "Confirmation",
    "call_confirmation": "Confirmation by phone",
    "send_letter": "Confirmation by letter",
    "replace_letter": "Confirmation in another way than by letter",
    "mail_notice": "Notice by e-mail",
    "push_ticket": "Ticket to the brand's own system",
    "read_mail": "A mail that came in",
}
DELIVERIES = frozenset(_DELIVERIES)
_STATES: Mapping[str, str] = {
    "done": "sent",
    "parked": "given up",
    "unknown": "nobody knows whether it arrived",
    "dropped": "not wanted any more",
}


_MADE = {
    "send_letter": "made, and queued for the print run",
    "replace_letter": "queued",
    "read_mail": "seen to",
}
"""What it means that these are done, where it is not yet that they were sent."""


def of_letter(row: LetterRow) -> Iterator[Entry]:
    """How far a letter came: printed, posted, returned."""
    name = f"Letter {reference_of(row)}"
    told = (
        (row.printed_at, "printed"),
        (row.posted_at, "posted"),
        (row.returned_at, f"came back: {row.note}"),
    )
    for at, what in told:
        if at is not None:
            yield Entry(at, "delivery", f"{name} {what}", record=row.number)


def of_delivery(row: EffectRow) -> Entry:
    """A message, a mail, a call or a ticket, and what became of it; its attempts where there were several."""
    state = _STATES.get(row.state, "on its way")
    tried = f", {row.attempts} attempts" if row.attempts > 1 else ""
    why = f": {row.error}" if row.error and row.state != "done" else ""
    if row.kind == "read_mail" and row.state == "parked":
        return Entry(row.done_at or row.created_at, "delivery", f"{_named(row)}, for a person to read{why}")
    state = _MADE.get(row.kind, state) if row.state == "done" else state
    what = f"{_named(row)} {state}{tried}{why}"
    return Entry(row.done_at or row.created_at, "delivery", what, conversation=row.conversation_id)


def _named(row: EffectRow) -> str:
    """What was sent, and by which way; who wanted it, or what had failed before."""
    if row.kind != KIND:
        return _DELIVERIES[row.kind]
    forward = FORWARD.validate_json(row.payload)
    wanted = f", wanted by {forward.asked_by}" if forward.asked_by else ""
    before = f", since it did not arrive by {forward.because}" if forward.because else ""
    return f"Confirmation by {NAMES[forward.way]} ({forward.number}{wanted}{before})"


def of_service(service: Service, zone: str) -> Iterator[Entry]:
    """When a contract began and when it ends, as the back office tells."""
    price = f"{_written(service.price)} a {service.interval}"
    yield _on(service.started_on, zone, "contract", f"Began: {service.plan}, {price}", service.name)
    if service.ends_on is not None:
        what = "Ended" if service.status == "ended" else "Ends"
        yield _on(service.ends_on, zone, "contract", what, service.name)


def of_order(order: Order, zone: str) -> Entry:
    """When it was placed, with what is left of it."""
    lines = ", ".join(f"{line.quantity} x {line.name}" for line in order.lines)
    return _on(order.placed_on, zone, "contract", f"Order placed; left of it: {lines}", order.ref)


def of_charge(charge: Charge, about: str, zone: str) -> Entry:
    """A payment that was taken and not wholly paid back."""
    return _on(charge.charged_on, zone, "billing", f"Charged {_written(charge.amount)}", about)


def of_refund(refund: Refund, about: str, zone: str) -> Entry:
    """Money on its way back, or there."""
    amount, method = _written(refund.amount), refund.method.replace("_", " ")
    if refund.status == "paid" and refund.paid_on is not None:
        return _on(refund.paid_on, zone, "billing", f"Refund of {amount} paid ({method})", about)
    state = "came back" if refund.status == "failed" else f"expected by {refund.expected_on}"
    return _on(refund.issued_on, zone, "billing", f"Refund of {amount} issued ({method}), {state}", about)


def _on(day: date, zone: str, kind: Kind, what: str, about: str) -> Entry:
    at = datetime.combine(day, time(), ZoneInfo(zone))
    return Entry(at, kind, what, about, whole_day=True)


def _written(money: Money) -> str:
    return f"{money.amount} {money.currency}"
