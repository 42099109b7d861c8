"""What a ticket says: a case as the brand's own systems want to know it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from pydantic import TypeAdapter

from bot.profile import reason_of
from dialogs.case import Case, CaseKind, Decision, RefundStanding, ReturnStanding
from dialogs.endings import standing_of
from dialogs.values import Money

TicketType = Literal[
    "case.requested",
    "case.accepted",
    "case.executed",
    "case.reconciled",
    "case.kept",
    "case.reversing",
    "case.reversed",
    "case.failed",
    "case.withdrawn",
    "case.merged",
    "case.fee_open",
    "case.terms_open",
    "case.announced",
    "case.disputed",
    "case.upheld",
    "case.overtaken",
    "case.refund",
    "case.return",
    "test",
]
"""What became of the case. `case.refund` and `case.return`: money or things moved, the case stands as before.
`test`: somebody tries whether tickets arrive; there is no case."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`amount` as a decimal number in text, `currency` by ISO 4217."""

    amount: str
    currency: str


@dataclass(frozen=True, slots=True)
class Item:
    """A service, or an order, by the brand's own reference."""

    ref: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """How many of an order's line the case is about."""

    ref: str
    quantity: int


@dataclass(frozen=True, slots=True)
class TicketRefund:
    """Money on its way to the customer."""

    amount: Amount
    standing: RefundStanding
    expected_on: date | None
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class TicketReturn:
    """Things on their way back from the customer."""

    ref: str
    name: str
    quantity: int
    standing: ReturnStanding
    return_by: date


@dataclass(frozen=True, slots=True)
class TicketCase:
    """The case as it stood when the ticket was written.

    Requested, accepted, executed and reconciled are four facts with four times; one that has not
    come has none. `closed_at`: nothing is left to do. `notes` are for people, in English.
    """

    id: str
    kind: CaseKind
    status: str
    requested_at: datetime
    accepted_at: datetime | None
    executed_at: datetime | None
    reconciled_at: datetime | None
    closed_at: datetime | None
    customer: str | None
    identified_by: str | None
    service: Item | None
    order: Item | None
    lines: tuple[Line, ...]
    decision: Decision | None
    alternative: str | None
    reason: str | None
    channel: str | None
    agent: str | None
    """Who of the brand's people had the chat, or carried it out by hand."""
    record: str | None
    """The number of the newest sealed record."""
    record_kind: str | None
    merged_into: str | None
    end_date: date | None
    fee: Amount | None
    refund: Amount | None
    """What was promised to be paid back; `refunds` says where it is."""
    refunds: tuple[TicketRefund, ...]
    returns: tuple[TicketReturn, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ticket:
    """One step of a case. `timestamp` is when it was taken."""

    type: TicketType
    timestamp: datetime
    brand: str
    case: TicketCase | None


TICKET: TypeAdapter[Ticket] = TypeAdapter(Ticket)


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a case that its table keeps."""

    accepted_at: datetime | None
    reconciled_at: datetime | None
    closed_at: datetime | None


def type_of_step(before: Case | None, after: Case) -> TicketType | None:
    """What became of the case, of all that brands are told; None where nothing of that did."""
    if before is None or status_of(before) != status_of(after):
        return type_of(after)
    if _stand(before.refunds) != _stand(after.refunds):
        return "case.refund"
    return "case.return" if _stand(before.returns) != _stand(after.returns) else None


def type_of(case: Case) -> TicketType:
    """The ticket of where the case stands."""
    return cast(TicketType, f"case.{status_of(case)}")


def status_of(case: Case) -> str:
    """Where the case stands, in one word; what the brand ends itself has words of its own."""
    return case.standing if case.ending is None else standing_of(case)


def ticket_of(
    type_: TicketType,
    case: Case,
    times: Times,
    brand: str,
    at: datetime,
    agent: str | None,
    *,
    minimal: bool = False,
) -> Ticket:
    """The ticket of a step.

    Args:
        brand: its slug.
        agent: the name of who has the chat, if it is a person.
        minimal: words that somebody chose freely stay out of it.
    """
    return Ticket(type_, at, brand, _case(case, times, agent, minimal))


def _stand(owed: tuple[object, ...]) -> list[object]:
    return [getattr(each, "standing", None) for each in owed]


def _case(case: Case, times: Times, agent: str | None, minimal: bool) -> TicketCase:
    by_hand = case.by_hand
    return TicketCase(
        id=case.id,
        kind=case.kind,
        status=status_of(case),
        requested_at=case.declared_at,
        accepted_at=times.accepted_at,
        executed_at=case.executed_at,
        reconciled_at=times.reconciled_at,
        closed_at=times.closed_at,
        customer=case.customer,
        identified_by=case.identified_by,
        service=None if case.service is None else Item(case.service, case.service_name),
        order=None if case.order is None else Item(case.order),
        lines=tuple(Line(ref, quantity) for ref, quantity in case.selection),
        decision=case.decision,
        alternative=case.offer.alternative.kind
        if case.offer is not None and case.decision == "alternative"
        else None,
        reason=reason_of(minimal, case.reason),
        channel=case.source_channel,
        agent=agent if by_hand is None else by_hand.agent,
        record=case.record_number,
        record_kind=case.record_kind,
        merged_into=case.merged_into,
        end_date=case.end_date or (case.quote.end_date if case.quote else None),
        fee=_amount(case.quote.fee) if case.quote else None,
        refund=_promised(case),
        refunds=tuple(
            TicketRefund(_written(each.amount), each.standing, each.expected_on, each.paid_on)
            for each in case.refunds
        ),
        returns=tuple(
            TicketReturn(each.ref, each.name, each.quantity, each.standing, each.return_by)
            for each in case.returns
        ),
        notes=tuple(_notes(case, minimal)),
    )


def _promised(case: Case) -> Amount | None:
    if case.order_quote is not None:
        return _amount(case.order_quote.refund)
    return _amount(case.quote.refund) if case.quote else None


def _amount(money: Money) -> Amount | None:
    return None if money.is_zero else _written(money)


def _written(money: Money) -> Amount:
    return Amount(str(money.amount), money.currency)


def _notes(case: Case, minimal: bool) -> Iterator[str]:
    """What somebody who reads the ticket should know of how it was deactivated."""
    if case.quote is not None and case.decision == "cancel":
        yield from _terms(case)
    if case.by_hand is not None:
        how = "" if minimal else f": {case.by_hand.note}"
        yield f"Carried out by hand by {case.by_hand.agent}{how}"
    if case.ending is not None:
        yield f"Ended by the brand ({case.ending.cause}), {case.ending.notice_days} days' notice."
        if case.ending.facts and not minimal:
            yield case.ending.facts
    if case.restart is not None:
        terms = case.restart
        price = f"{terms.price.amount} {terms.price.currency} a {terms.interval}"
        yield f"Taken up again from {terms.starts_on}, {price}."
    if case.declaration is not None and case.customer is None:
        yield "Declared by somebody who could not be identified; to be matched to a customer."
    if case.decision == "alternative" and case.offer is not None:
        yield f"The customer accepted an alternative instead: {case.offer.alternative.kind}."
    yield from _waiting(case)


def _waiting(case: Case) -> Iterator[str]:
    """That the customer's answer is awaited, and to what."""
    if case.order_quote_before is not None:
        refund = case.order_quote_before.refund
        yield (
            f"The order changed after the confirmation (to be paid back {refund.amount} {refund.currency} "
            "before): nothing is carried out before the customer agrees."
        )
    elif case.quote_before is not None:
        before = case.quote_before
        yield (
            f"The terms changed after the confirmation (last day {before.end_date}, "
            f"fee {before.fee.amount} {before.fee.currency}, "
            f"to be paid back {before.refund.amount} {before.refund.currency} before): "
            "nothing is carried out before the customer agrees."
        )
    elif case.fee_open:
        yield "A fee became known after the acceptance: nothing is carried out before the customer agrees."


def _terms(case: Case) -> Iterator[str]:
    quote = case.quote
    assert quote is not None
    yield f"Last day {case.end_date or quote.end_date}; notice of {quote.notice_days} days."
    if not quote.fee.is_zero:
        yield f"Fee {quote.fee.amount} {quote.fee.currency} ({quote.fee_reason or 'as quoted'})."
    if not quote.refund.is_zero:
        why = quote.refund_reason or "as quoted"
        yield f"To be paid back {quote.refund.amount} {quote.refund.currency} ({why})."
    for left in quote.remains:
        yield f"Left to do: {left}."
