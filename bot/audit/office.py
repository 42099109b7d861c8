"""Samples: what some cases say was carried out, held against what the brand's back office says today.

The network is asked between transactions, never inside one, and by the same calls, limits and circuit
breaker as everything else. Whoever does not answer is not taken to agree.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.audit.changes import is_compared, of_alternative, of_restart, written
from bot.audit.sample import Sample, Sampled
from bot.audit.scope import Pages, Scope
from bot.backoffice.base import BackOffice, BackOfficeError, NotPossible, OrderOffice, Refund, Unavailable
from bot.effects import key_of_attempt
from bot.records.stored import read_stored
from bot.watches import FollowRefund, promised_at_once, refunds_meant, total_of
from dialogs.case import Case, RefundOwed
from dialogs.effects import CancelOrder
from dialogs.ids import CustomerRef, OrderRef, ServiceRef
from dialogs.turn import CASE, EFFECT
from dialogs.values import Selection
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.audit")

FOUND = "office_disagrees"
ENOUGH = 3
"""So many calls in a row without an answer, and the back office is not asked about the others."""
SETTLES_WITHIN = timedelta(days=4)
"""What was to be paid back at once is known to the back office by then, or a person sees to it."""

OfficeOf = Callable[[BrandRow], BackOffice]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the back office is to say of a case."""

    case: Case
    ends: frozenset[date]
    """The last days that the customer was told: when it was confirmed, and when it was carried out."""
    left: Selection = ()
    """Of an order: how much of each line there is at most."""


def look_at_office(scope: Scope, sample: Sample, office_of: OfficeOf) -> Pages:
    """Whether the back office says of the sample what the cases and their records say."""
    silent, why, left_out = 0, "", 0
    for drawn in sample:
        if silent >= ENOUGH:
            left_out += 1
            continue
        yield
        expected = _expected(scope, drawn)
        if expected is None:
            scope.ledger.count("samples overtaken")
            continue
        try:
            differences = list(_differences(scope, office_of(scope.brand), expected))
        except NotPossible as error:
            scope.ledger.count("samples not compared")
            about = drawn.case.record_number or drawn.row.id
            scope.ledger.remark(f"{about} was not compared: the back office says: {error.reason}")
            silent = 0
            continue
        except BackOfficeError as error:
            silent, why, left_out = silent + 1, error.reason, left_out + 1
            continue
        except Exception as error:
            log.exception("the back office of %s failed in an unforeseen way", scope.brand.slug)
            silent, why, left_out = silent + 1, str(error), left_out + 1
            continue
        silent = 0
        scope.ledger.count("samples")
        # What changed while it was asked about is none of this audit's.
        if differences and _stands(scope, drawn):
            for what in differences:
                scope.ledger.find(FOUND, what, drawn.case.record_number)
    if left_out:
        scope.ledger.count("samples not compared", left_out)
        them = f"{left_out} of {len(sample)} cases that were drawn"
        scope.ledger.remark(f"{them} were not compared: the back office did not answer ({why})")


def _expected(scope: Scope, drawn: Sampled) -> Expected | None:
    """None where the case does not stand any more, a later one has changed it, or what was agreed is over."""
    case = drawn.case
    if not is_compared(case, _today(scope)):
        return None
    with scope.database.read() as uow:
        if not _is_same(uow, scope, drawn) or _is_overtaken(uow, scope, case):
            return None
        ends = {case.end_date} if case.end_date is not None else set()
        for row in uow.records.of_case(scope.brand.id, case.id):
            if row.body is None or row.kind not in ("termination", "withdrawal", "terms", "ending"):
                continue
            try:
                said = read_stored(row.body, row.digest, row.signature, row.key_id).record.get("end_date")
                ends |= {date.fromisoformat(said)} if said else set()
            except (ValueError, KeyError, TypeError):
                # An edited record is told where the records are looked at.
                continue
        return Expected(case, frozenset(ends), _left(uow, scope, case))


def _is_same(uow: UnitOfWork, scope: Scope, drawn: Sampled) -> bool:
    try:
        row = uow.cases.get(scope.brand.id, drawn.row.id)
    except Erased:
        return False
    return row is not None and row.version == drawn.row.version


def _stands(scope: Scope, drawn: Sampled) -> bool:
    with scope.database.read() as uow:
        return _is_same(uow, scope, drawn)


def _is_overtaken(uow: UnitOfWork, scope: Scope, case: Case) -> bool:
    """Whether a later case of the same service or order changed, or is changing, what this one did."""
    customer = CustomerRef(case.customer or "")
    rows = uow.cases.of_customer(scope.brand.id, uow.contacts.customer_hash(scope.brand.id, customer))
    later = [row for row in rows if row.id != case.id and row.accepted_at is not None]
    others = [CASE.validate_json(row.data) for row in later]
    return any(
        _services(other) & _services(case)
        and not other.came_to_nothing
        and (other.decided_at or other.declared_at) > (case.decided_at or case.declared_at)
        for other in others
    )


def _services(case: Case) -> set[ServiceRef]:
    """What it is about; taken up again, a service may have another number."""
    return {each for each in (case.service, case.restarted_as) if each is not None}


def _today(scope: Scope) -> date:
    return scope.begun_at.astimezone(ZoneInfo(scope.brand.zone)).date()


def _cause(case: Case) -> str:
    """The key of what was carried out for it."""
    kind = "cancel_service" if case.order is None else "cancel_order"
    return key_of_attempt(kind, case.id, case.requoted)


def _left(uow: UnitOfWork, scope: Scope, case: Case) -> Selection:
    if case.order is None:
        return ()
    row = uow.outbox.by_key(scope.brand.id, _cause(case))
    if row is None:
        return ()
    effect = EFFECT.validate_json(row.payload)
    return effect.left if isinstance(effect, CancelOrder) else ()


def _differences(scope: Scope, office: BackOffice, expected: Expected) -> Iterator[str]:
    """What the back office says otherwise, each in a sentence. Raises BackOfficeError."""
    case, today = expected.case, _today(scope)
    customer = CustomerRef(case.customer or "")
    if case.decision == "alternative" and case.service is not None and case.offer is not None:
        yield from of_alternative(office, customer, case.service, case.offer.alternative)
    elif case.restart is not None and case.service is not None:
        yield from of_restart(office, customer, case.restarted_as or case.service, case.restart)
    elif case.order is not None:
        yield from _of_order(scope.brand, office, customer, case.order, expected.left)
        yield from _of_money(office, customer, case.order, case, scope.begun_at)
    elif case.service is not None:
        yield from _of_service(office, customer, case.service, expected.ends, today)
        yield from _of_money(office, customer, case.service, case, scope.begun_at)


def _of_service(
    office: BackOffice, customer: CustomerRef, service: ServiceRef, ends: frozenset[date], today: date
) -> Iterator[str]:
    state = office.read_back(customer, service)
    told = " or ".join(str(day) for day in sorted(ends)) or "a day that was not told"
    if state.status not in ("ending", "ended"):
        yield f"service {service} was confirmed to end on {told}, and is {state.status}"
        return
    if ends and state.end_date is not None and state.end_date not in ends:
        yield f"service {service} was confirmed to end on {told}, and ends on {state.end_date}"
    elif ends and state.status == "ending" and today > max(ends) + timedelta(days=1):
        yield f"service {service} was confirmed to end on {told}, and still runs on {today}"


def _of_order(
    brand: BrandRow, office: BackOffice, customer: CustomerRef, order: OrderRef, left: Selection
) -> Iterator[str]:
    if not isinstance(office, OrderOffice):
        raise Unavailable(f"the back office of {brand.slug} knows no orders")
    there = {line.ref: line.quantity for line in office.read_order_back(customer, order).lines}
    for line, most in left:
        if there.get(line, 0) > most:
            yield f"of order {order} there was to be {most} of {line} left, and there is {there[line]}"


def _of_money(
    office: BackOffice, customer: CustomerRef, item: ServiceRef | OrderRef, case: Case, now: datetime
) -> Iterator[str]:
    owed = list(_owed(case, now))
    if not owed:
        return
    found = office.refunds(customer, item)
    ours = {each.cause for each in case.refunds} | {each.ref for each in case.returns}
    for each in owed:
        yield from _of_refund(office, customer, item, case, each, found, ours - {each.cause})


def _owed(case: Case, now: datetime) -> Iterator[RefundOwed]:
    """The money that the back office must know of by now."""
    yield from (each for each in case.refunds if each.standing in ("issued", "paid", "late"))
    promised = None if case.ending is not None else promised_at_once(case)
    cause = _cause(case)
    is_due = case.executed_at is not None and case.executed_at + SETTLES_WITHIN < now
    if promised is not None and is_due and all(each.cause != cause for each in case.refunds):
        yield RefundOwed(cause, promised)


def _of_refund(
    office: BackOffice,
    customer: CustomerRef,
    item: ServiceRef | OrderRef,
    case: Case,
    owed: RefundOwed,
    found: tuple[Refund, ...],
    others: set[str],
) -> Iterator[str]:
    by_hand = case.by_hand is not None or owed.charge is not None
    since = owed.charged_on or (case.decided_at or case.declared_at).date()
    follow = FollowRefund(
        case.id, customer, item, owed.cause, owed.amount, by_hand_since=since if by_hand else None
    )
    meant = refunds_meant(follow, found, others)
    if not meant:
        if not (owed.charge is not None and _is_gone(office, customer, item, owed)):
            yield f"{written(owed.amount)} is to be paid back for {item}, and there is no such refund"
        return
    if any(each.status == "failed" for each in meant):
        yield f"the refund of {written(owed.amount)} for {item} is noted as {owed.standing}, and came back"
    elif total_of(meant) != owed.amount:
        yield f"{written(owed.amount)} is to be paid back for {item}, and it is {written(total_of(meant))}"


def _is_gone(office: BackOffice, customer: CustomerRef, item: str, owed: RefundOwed) -> bool:
    """Whether the charge itself was taken back by somebody, so that there is nothing to pay back."""
    charges = office.charges(customer, ServiceRef(item), owed.charged_on or date.min)
    return all(charge.ref != owed.charge for charge in charges)
