"""The contract that every back office keeps."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, runtime_checkable

from dialogs.ids import ChargeRef, CustomerRef, OrderLineRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Order, OrderQuote, Quote, Restart, Selection, Service

IdentifierKind = Literal["account", "email", "phone"]


class BackOfficeError(Exception):
    """The back office did not do what was asked.

    BackOfficeError
     +-- Unavailable     no answer, or none that can be read; it surely did nothing; may be tried again
     +-- OutcomeUnknown  it may or may not have done it: read back before trying again
     +-- NotPossible     it says no, for good; `reason` says why in words for an agent
          +-- TermsChanged  it could be cancelled, but not on these terms any more: quote it anew
    """

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        """Args:
        reason: what happened, for the log and the desk.
        retry_after: seconds within which it asked not to be asked again.
        """
        super().__init__(reason)
        self.reason, self.retry_after = reason, retry_after


class Unavailable(BackOfficeError):
    pass


class OutcomeUnknown(BackOfficeError):
    pass


class NotPossible(BackOfficeError):
    pass


class TermsChanged(NotPossible):
    """What the customer confirmed is not what cancelling means by now. Nothing was done, and the key is
    not used up; `services` and `quote_order` tell what holds now."""


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Where post reaches a customer: the lines below the name, as they stand on an envelope at home."""

    lines: tuple[str, ...]
    country: str
    """ISO 3166-1, two capital letters."""


@dataclass(frozen=True, slots=True)
class Customer:
    """A person as the brand's back office knows them; `phone` in E.164."""

    ref: CustomerRef
    name: str
    email: str | None
    phone: str | None
    risk: Literal["normal", "high"] = "normal"
    locale: str | None = None
    postal: PostalAddress | None = None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The back office has ended the service, or had already under the same key."""

    service: ServiceRef
    end_date: date


@dataclass(frozen=True, slots=True)
class Restarted:
    """The back office has taken up again what had ended, or had already under the same key."""

    service: ServiceRef
    """The service as which it goes on: the one that had ended, or another one."""
    starts_on: date
    """Its first day, in the brand's zone: never before the one that was agreed."""


@dataclass(frozen=True, slots=True)
class ServiceState:
    """What the back office says about a service when read back."""

    service: ServiceRef
    status: Literal["active", "paused", "ending", "ended"]
    end_date: date | None
    applied: Alternative | None = None


@dataclass(frozen=True, slots=True)
class OrderCancelled:
    """The back office has cancelled this much of the order, or had already under the same key."""

    order: OrderRef
    refund: Money


@dataclass(frozen=True, slots=True)
class Charge:
    """A payment that was taken for a service. `amount` is what of it was not paid back since."""

    ref: ChargeRef
    amount: Money
    charged_on: date
    """In the brand's zone."""


@dataclass(frozen=True, slots=True)
class Refund:
    """Money on its way back to a customer, to one means of payment.

    `cause` is the idempotency key of the write, or the number of the return, that it follows from.
    `issued`: the bank or card company was told; `paid`: the money is there; `failed`: it came back.
    """

    ref: str
    cause: str
    amount: Money
    status: Literal["issued", "paid", "failed"]
    issued_on: date
    expected_on: date
    """By when it should be there."""
    paid_on: date | None = None
    method: str = "original"
    """Where it goes: ``original``, or of several ``card``, ``bank``, ``gift_card``, ``store_credit``."""


ReturnStatus = Literal["expected", "arrived", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Return:
    """Things of one line that are to come back, and where they are.

    `arrived`: they are there and not looked at yet; `accepted`: they are paid back; `rejected`:
    they are not, and `note` says why. `cause` is the idempotency key of the cancellation.
    """

    ref: str
    cause: str
    line: OrderLineRef
    quantity: int
    status: ReturnStatus
    refund: Money
    """What is paid back for them."""
    return_by: date
    """The last day on which they may be sent, in the brand's zone."""
    tracking: str | None = None
    """The carrier's number of the parcel, or the address where it can be followed."""
    note: str | None = None
    label: str | None = None
    """Where the carrier's label can be had (an address that begins with https://), or else the postal address
    to send it to. It may be known later than the return."""


@runtime_checkable
class OrderOffice(Protocol):
    """What a brand's system does with retail orders; times and keys are as those of `BackOffice`."""

    def orders(self, customer: CustomerRef, timeout: float = 2.0) -> tuple[Order, ...]:
        """The customer's orders of which something is left, newest first."""
        ...

    def quote_order(
        self, customer: CustomerRef, order: OrderRef, selection: Selection, today: date, timeout: float = 2.0
    ) -> OrderQuote:
        """What cancelling that much of it means as of `today` (brand's zone). Raises `NotPossible` where
        the order has no such lines, or fewer of them."""
        ...

    def cancel_order(
        self, customer: CustomerRef, order: OrderRef, quote: OrderQuote, key: str
    ) -> OrderCancelled:
        """Cancel what the quote names, on its terms. Raises `TermsChanged` when they are no longer the
        quoted ones (it was sent meanwhile), `NotPossible` when nothing in it can be cancelled, or it is not
        there."""
        ...

    def read_order_back(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> Order:
        """The order as it stands, without what was cancelled, for reconciliation."""
        ...

    def returns(self, customer: CustomerRef, order: OrderRef, timeout: float = 2.0) -> tuple[Return, ...]:
        """All of the order that is to come back, or has, oldest first. What is accepted is paid back by
        the office itself: refunds whose `cause` is the return's `ref` then say where that money is."""
        ...


class BackOffice(Protocol):
    """A brand's system. Blocking calls; each ends within `timeout` seconds or raises `Unavailable`
    (reads) or `OutcomeUnknown` (writes). Every write takes an idempotency `key`: the same key never
    acts twice, and answers again what it answered at first."""

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        """The customer with this account number, e-mail (lower case) or phone (E.164), if there is one."""
        ...

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        """All services of the customer, ended ones of the last two years included, each with its
        quote as of `today` (brand's zone) where it can be cancelled, the quote of the first end
        without a fee where that one has a fee, and the alternatives it allows; where it has ended,
        the terms on which it can be taken up again today, if it can."""
        ...

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        """End the service on the quote's terms. Raises `TermsChanged` when they are no longer the
        quoted ones, `NotPossible` when it is already being ended under another key, or there is no such
        service."""
        ...

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Apply the alternative instead of cancelling."""
        ...

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Take an applied alternative back, so that the service goes on as it was before. `NotPossible` once
        it cannot be (`Alternative.undo_until`), where another one or none is applied, and what is ending."""
        ...

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        """Take a cancellation back; `NotPossible` once the service has ended."""
        ...

    def restart(self, customer: CustomerRef, service: ServiceRef, terms: Restart, key: str) -> Restarted:
        """Take up again what has ended, on these terms: a new contract, and nothing charged for the time
        in between. Raises `NotPossible` when the terms are no longer those that were told, when the brand
        has the plan no more or it was taken up again under another key, and for what has not ended."""
        ...

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        """The service as it stands, for reconciliation and after an unknown outcome."""
        ...

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        """End the service on that day because the brand does: no fee, what was paid beyond it is refunded.
        `NotPossible` where it has ended or is being ended already, or the day is over."""
        ...

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        """The payments taken for the service on that day or later, oldest first; what was wholly paid
        back is left out."""
        ...

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        """Pay a charge back, or that much of it. `NotPossible` for more than is left of it, another
        currency, nothing or less than nothing, or a charge that is not the service's."""
        ...

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        """All that was or is being paid back for a service or an order, oldest first."""
        ...
