"""The built-in back office: a brand's customers and services in our own tables."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Literal, TypeVar, cast

from bot.backoffice.base import (
    Cancelled,
    Charge,
    Customer,
    IdentifierKind,
    NotPossible,
    OrderCancelled,
    OutcomeUnknown,
    Refund,
    Restarted,
    Return,
    ServiceState,
    TermsChanged,
    Unavailable,
)
from bot.backoffice.local_money import charges_since, issue, last_taken, require_refundable, settle, told
from bot.backoffice.local_orders import (
    movements,
    placed_order,
    quoted,
    require_still_quoted,
    rows_after,
    theirs,
)
from bot.backoffice.local_restarting import restart_of, still_told, take_up, without_restart
from bot.backoffice.local_returns import expected_back, move_return, pay_back, told_returns
from bot.backoffice.local_rows import (
    ALTERNATIVE,
    applied_to,
    contract_of,
    require_revocable,
    service_of,
    state_of,
    status_on,
    still_offered,
    still_quoted,
)
from bot.backoffice.money import from_minor, to_minor
from bot.backoffice.orders import PlacedOrder, order_of
from bot.backoffice.postal import postal_of
from bot.backoffice.terms import Contract, unused
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Order, OrderQuote, Quote, Restart, Selection, Service
from storage import errors
from storage.database import Database
from storage.repositories.brands import BrandRow
from storage.repositories.local_office import (
    OfficeCustomerRow,
    OfficeOperationRow,
    OfficeOrderRow,
    OfficeServiceRow,
)
from storage.repositories.local_returns import ReturnState
from storage.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]
"""Gives the present moment, aware."""

REMEMBERED = timedelta(days=730)
"""Services that ended earlier are not listed any more."""

_TRIES = 5
"""How often a write is run again because another one was faster."""

_Answer = TypeVar("_Answer")


class LocalBackOffice:
    """Implements `BackOffice` over the tables of the local office.

    A write and the note of its idempotency key are one transaction, so neither
    is ever there without the other. Only what was done is noted: a refusal is
    judged afresh when it is asked again. `timeout` has no use here: the database
    has limits of its own, and reaching one raises `Unavailable`.
    """

    def __init__(self, database: Database, brand: BrandRow, clock: Clock) -> None:
        self._database, self._brand, self._clock = database, brand, clock

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        """The one customer with this identifier; none when several share it, since nobody can be meant."""
        with self._reading() as work:
            found = _found(work, self._brand, identifier, kind)
        return _customer(found[0]) if len(found) == 1 else None

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        """All services of the customer but those that ended more than two years ago, oldest first.

        Raises `Unavailable`, also where a service's terms cannot be read.
        """
        with self._reading() as work:
            office = work.local_office
            rows = office.services_of(self._brand.id, customer)
            charges = {row.ref: office.charges_of(self._brand.id, row.ref) for row in rows}
        known = (row for row in rows if row.ended_on is None or row.ended_on >= today - REMEMBERED)
        try:
            return tuple(service_of(row, charges[row.ref], today, self._brand.zone) for row in known)
        except ValueError as fault:
            # Wrong terms are the brand's mistake: the customer can still leave, without a quote.
            raise Unavailable(f"the terms of a service of {customer} cannot be read: {fault}") from fault

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        """End the service on the quote's terms.

        Raises `TermsChanged`, `NotPossible`, `Unavailable`, `OutcomeUnknown`.
        """

        def end(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            contract = self._contract(work, row, today)
            if not still_quoted(contract, quote, today, self._brand.zone):
                raise TermsChanged(f"the terms of {service} are no longer those that were quoted")
            self._end(work, row, quote.end_date, quote.refund, key, today)
            return _cancelled(quote)

        result = self._once("cancel", customer, service, key, end)
        return Cancelled(service, date.fromisoformat(result["end_date"]))

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        """End it because the brand does. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""

        def end(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            contract = self._contract(work, row, today)
            if end_date < today:
                raise NotPossible(f"{service} cannot end on {end_date}, a day that is over")
            # What the brand ended is taken up again by nobody but a person.
            row = without_restart(row)
            self._end(work, row, end_date, unused(contract, end_date), key, today)
            return {"end_date": end_date.isoformat()}

        result = self._once("terminate", customer, service, key, end)
        return Cancelled(service, date.fromisoformat(result["end_date"]))

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Apply the alternative. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""

        def change(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            contract = self._contract(work, row, today)
            if not still_offered(row, contract, alternative, today):
                raise NotPossible(f"{alternative.kind} on these terms is not offered for {service} any more")
            stored = ALTERNATIVE.dump_python(alternative, mode="json")
            work.local_office.put_service(replace(row, applied=stored, ended_on=_agreed_end(alternative)))
            return {"applied": stored}

        self._once("apply", customer, service, key, change)

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Take an applied alternative back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""

        def restore(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            _must_be_open(row, today)
            require_revocable(applied_to(row), alternative, today)
            work.local_office.put_service(replace(row, applied=None, ended_on=None))
            return {}

        self._once("revoke", customer, service, key, restore)

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        """Take a cancellation back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""

        def restore(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            status = status_on(row, today)
            if status == "ended":
                raise NotPossible(f"{service} has ended on {row.ended_on}")
            if status != "ending":
                raise NotPossible(f"{service} is not being ended")
            work.local_office.put_service(
                replace(row, status="active", ended_on=_agreed_end(applied_to(row)))
            )
            work.local_refunds.void(self._brand.id, service)
            return {}

        self._once("reinstate", customer, service, key, restore)

    def restart(self, customer: CustomerRef, service: ServiceRef, terms: Restart, key: str) -> Restarted:
        """Take up again what has ended, as a service of its own: the one that ended stays as it is.

        Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`.
        """

        def begin(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            if status_on(row, today) != "ended":
                raise NotPossible(f"{service} has not ended")
            if not still_told(lambda day: restart_of(row, day), terms, today):
                raise NotPossible(f"{service} is not taken up again on these terms any more")
            made = take_up(work, row, max(terms.starts_on, today))
            return {"service": made.ref, "starts_on": made.started_on.isoformat()}

        result = self._once("restart", customer, service, key, begin)
        return Restarted(ServiceRef(result["service"]), date.fromisoformat(result["starts_on"]))

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        """The service as it stands today. Raises `NotPossible` when the customer has no such service."""
        with self._reading() as work:
            row = work.local_office.service(self._brand.id, service)
        return state_of(_theirs(row, customer, service), self._today())

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        """What was charged on that day or later, and kept. Raises `NotPossible`, `Unavailable`."""
        with self._reading() as work:
            _theirs(work.local_office.service(self._brand.id, service), customer, service)
            charges = work.local_office.charges_of(self._brand.id, service)
            return charges_since(charges, work.local_refunds.of_item(self._brand.id, service), since)

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        """Pay so much of a charge back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""

        def pay_back(work: UnitOfWork, row: OfficeServiceRow, today: date) -> Mapping[str, Any]:
            charges = work.local_office.charges_of(self._brand.id, service)
            refunds = work.local_refunds.of_item(self._brand.id, service)
            require_refundable(charges, refunds, charge, amount)
            issue(work, self._brand.id, service, charge, amount, key, today)
            return {"charge": charge}

        self._once("refund", customer, service, key, pay_back)
        return tuple(each for each in self.refunds(customer, service) if each.cause == key)

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        """What is or was paid back. Raises `NotPossible` where they have no such thing, `Unavailable`."""
        with self._reading() as work:
            office = work.local_office
            found = office.service(self._brand.id, ServiceRef(item)) or office.order(
                self._brand.id, OrderRef(item)
            )
            if found is None or found.customer_ref != customer:
                raise NotPossible(f"customer {customer} has neither a service nor an order {item}")
            rows = work.local_refunds.of_item(self._brand.id, item)
        return tuple(told(row) for row in rows if row.status != "void")

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        """The customer's orders of which something is left, newest first. Raises `Unavailable`."""
        with self._reading() as work:
            rows = work.local_office.orders_of(self._brand.id, customer)
            placed = [self._placed(work, row) for row in rows]
        return tuple(order for order in map(order_of, placed) if order.lines)

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        """What cancelling that much of it means. Raises `NotPossible`, `Unavailable`."""
        with self._reading() as work:
            placed = self._placed(work, self._order(work, customer, order))
        return quoted(placed, selection, today)

    def cancel_order(
        self, customer: CustomerRef, order: OrderRef, quote: OrderQuote, key: str
    ) -> OrderCancelled:
        """Cancel what the quote names. Raises as `cancel` does."""

        def attempt(work: UnitOfWork) -> OrderCancelled:
            office = work.local_office
            # Locked first: whoever comes second with the same key, or for the same order, waits here.
            row = theirs(office.order_to_change(self._brand.id, order), customer, order)
            done = office.operation(self._brand.id, key)
            if done is not None:
                return OrderCancelled(order, _refunded(_repeated(done, "cancel_order", ServiceRef(order))))
            return self._cancel_order(work, row, quote, key)

        return self._written(attempt)

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        """The order without what was cancelled. Raises `NotPossible` when the customer has no such order."""
        with self._reading() as work:
            return order_of(self._placed(work, self._order(work, customer, order)))

    def returns(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> tuple[Return, ...]:
        """What of the order is to come back, or has. Raises `NotPossible`, `Unavailable`."""
        with self._reading() as work:
            self._order(work, customer, order)
            return told_returns(work.local_returns.of_order(self._brand.id, order))

    def move_return(
        self, ref: str, status: ReturnState, tracking: str | None = None, note: str | None = None
    ) -> Return:
        """Note where a return is, as the warehouse says it. Raises `NotPossible`, `Unavailable`."""

        def attempt(work: UnitOfWork) -> Return:
            moved = move_return(work, self._brand.id, ref, status, self._today(), tracking, note)
            return told_returns([moved])[0]

        return self._written(attempt)

    def settle_refund(self, ref: str, status: Literal["paid", "failed"], on: date) -> Refund:
        """Note what became of a refund, as the bank says it. Raises `NotPossible`, `Unavailable`."""
        return self._written(lambda work: told(settle(work, self._brand.id, ref, status, on)))

    def _cancel_order(
        self, work: UnitOfWork, row: OfficeOrderRow, quote: OrderQuote, key: str
    ) -> OrderCancelled:
        office, today = work.local_office, self._today()
        lines = office.lines_of(self._brand.id, row.ref)
        placed = placed_order(row, lines)
        require_still_quoted(placed, quote, today)
        office.put_lines(rows_after(placed, quote, lines))
        office.add_movements(movements(row, quote, key, today))
        pay_back(work, self._brand.id, row.ref, quote.refund_at_once, key, today)
        work.local_returns.add(expected_back(work, row, quote, key, today))
        result = {"refund_minor": to_minor(quote.refund), "currency": row.currency}
        note = OfficeOperationRow(
            self._brand.id, key, "cancel_order", ServiceRef(row.ref), result, self._clock()
        )
        if not office.add_operation(note):
            raise errors.Conflict(f"the key {key} was used in the same moment")
        return OrderCancelled(row.ref, quote.refund)

    def _end(
        self, work: UnitOfWork, row: OfficeServiceRow, last: date, refund: Money, key: str, today: date
    ) -> None:
        office = work.local_office
        office.put_service(replace(row, status="ended" if last <= today else "ending", ended_on=last))
        paid = last_taken(office.charges_of(self._brand.id, row.ref))
        issue(work, self._brand.id, row.ref, paid, refund, key, today)

    def _order(self, work: UnitOfWork, customer: CustomerRef, order: OrderRef) -> OfficeOrderRow:
        return theirs(work.local_office.order(self._brand.id, order), customer, order)

    def _placed(self, work: UnitOfWork, row: OfficeOrderRow) -> PlacedOrder:
        return placed_order(row, work.local_office.lines_of(self._brand.id, row.ref))

    def _today(self) -> date:
        return self._brand.day_of(self._clock())

    def _contract(self, work: UnitOfWork, row: OfficeServiceRow, today: date) -> Contract:
        """The contract of a service that is still going on. Raises `NotPossible`."""
        _must_be_open(row, today)
        try:
            return contract_of(row, work.local_office.charges_of(self._brand.id, row.ref))
        except ValueError as fault:
            raise NotPossible(f"the terms of {row.ref} cannot be read: {fault}") from fault

    @contextmanager
    def _reading(self) -> Iterator[UnitOfWork]:
        try:
            with self._database.read() as work:
                yield work
        except errors.Unavailable as fault:
            raise Unavailable(str(fault)) from fault

    def _once(
        self,
        kind: str,
        customer: CustomerRef,
        service: ServiceRef,
        key: str,
        act: Callable[[UnitOfWork, OfficeServiceRow, date], Mapping[str, Any]],
    ) -> Mapping[str, Any]:
        """Do it and note its key in one transaction, or give the answer noted before."""

        def attempt(work: UnitOfWork) -> Mapping[str, Any]:
            office = work.local_office
            # Locked first: whoever comes second with the same key, or for the same service, waits here.
            row = office.service_to_change(self._brand.id, service)
            done = office.operation(self._brand.id, key)
            if done is not None:
                return _repeated(done, kind, service)
            result = act(work, _theirs(row, customer, service), self._today())
            note = OfficeOperationRow(self._brand.id, key, kind, service, result, self._clock())
            if not office.add_operation(note):
                raise errors.Conflict(f"the key {key} was used in the same moment")
            return result

        return self._written(attempt)

    def _written(self, act: Callable[[UnitOfWork], _Answer]) -> _Answer:
        for _ in range(_TRIES):
            try:
                with self._database.write() as work:
                    return act(work)
            except errors.Conflict:
                continue
            except errors.CommitUnknown as fault:
                raise OutcomeUnknown(str(fault)) from fault
            except errors.Unavailable as fault:
                raise Unavailable(str(fault)) from fault
        raise Unavailable("others keep changing the same service")


def _found(
    work: UnitOfWork, brand: BrandRow, identifier: str, kind: IdentifierKind
) -> list[OfficeCustomerRow]:
    office, wanted = work.local_office, identifier.strip()
    match kind:
        case "email":
            return office.customers_by_email(brand.id, wanted.lower())
        case "phone":
            return office.customers_by_phone(brand.id, wanted)
        case "account":
            meant = spellings(wanted)
            found = (office.customer(brand.id, ref) for ref in meant)
            usual = list(islice((row for row in found if row is not None), 1))
            return usual or office.customers_spelled(brand.id, [ref.lower() for ref in meant])


def spellings(ref: str) -> tuple[CustomerRef, ...]:
    """How an account number may be meant, the way it was written first: ``bl 1001`` is ``BL-1001``, too."""
    upper = ref.upper()
    compact = re.sub(r"[\s-]", "", upper)
    hyphened = re.sub(r"(?<=[A-Z])(?=\d)", "-", compact)
    return tuple(CustomerRef(each) for each in dict.fromkeys((ref, upper, compact, hyphened)))


def _customer(row: OfficeCustomerRow) -> Customer:
    risk = cast(Literal["normal", "high"], row.risk)
    postal = None if row.postal is None else postal_of(row.postal)
    return Customer(row.ref, row.name, row.email, row.phone, risk, postal=postal)


def _theirs(row: OfficeServiceRow | None, customer: CustomerRef, service: ServiceRef) -> OfficeServiceRow:
    """The row, if it is the customer's; another customer's service is as unknown as none at all."""
    if row is None or row.customer_ref != customer:
        raise NotPossible(f"customer {customer} has no service {service}")
    return row


def _must_be_open(row: OfficeServiceRow, today: date) -> None:
    status = status_on(row, today)
    if status == "ended":
        raise NotPossible(f"{row.ref} has ended on {row.ended_on} already")
    if status == "ending":
        raise NotPossible(f"{row.ref} is already being ended, on {row.ended_on}")


def _repeated(done: OfficeOperationRow, kind: str, service: ServiceRef) -> Mapping[str, Any]:
    if (done.kind, done.service_ref) != (kind, service):
        raise NotPossible(f"the key {done.key} stands for {done.kind} of {done.service_ref}")
    return done.result


def _refunded(result: Mapping[str, Any]) -> Money:
    return from_minor(int(result["refund_minor"]), str(result["currency"]))


def _cancelled(quote: Quote) -> dict[str, Any]:
    return {
        "end_date": quote.end_date.isoformat(),
        "fee_minor": to_minor(quote.fee),
        "refund_minor": to_minor(quote.refund),
        "currency": quote.fee.currency,
    }


def _agreed_end(applied: Alternative | None) -> date | None:
    """The last day that was agreed upon instead of an earlier one."""
    return applied.ends_on if applied is not None and applied.kind == "later_date" else None
