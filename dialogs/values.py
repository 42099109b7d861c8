"""Values that the customer is told: money, services, quotes, alternatives."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from dialogs.ids import OrderLineRef, OrderRef, ServiceRef

Way = Literal["mail", "sms", "telegram", "chat", "letter"]
"""By which a confirmation goes. The mail, a durable medium, is sent whatever is preferred."""

WayMeant = Literal["mail", "sms", "telegram", "letter"]
"""By which somebody says that they want their confirmations."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its ISO 4217 currency; never a float."""

    amount: Decimal
    currency: str

    @property
    def is_zero(self) -> bool:
        return self.amount == 0


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day to be written as the reader's language writes it."""

    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time to be written in the brand's zone, zone named."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Quote:
    """What cancelling means before it is confirmed.

    `end_date` is the last day of the service in the brand's zone. `undo_until`
    is the last moment at which the cancellation can be taken back. `remains`
    names what is left to do (text ids, such as ``return-equipment``).
    """

    end_date: date
    fee: Money
    refund: Money
    notice_days: int = 0
    fee_reason: str | None = None
    refund_reason: str | None = None
    last_charge: Money | None = None
    last_charged_on: date | None = None
    undo_until: datetime | None = None
    remains: tuple[str, ...] = ()


AlternativeKind = Literal[
    "pause", "discount", "downgrade", "later_date", "extension", "exchange", "store_credit"
]
"""A later date ends the service on that day. An extension is some time for nothing, added to what is paid.
An exchange is another plan at its own price, smaller or not. A store credit is used against what is charged
next."""

OTHER_PLAN: tuple[AlternativeKind, ...] = ("downgrade", "exchange")
"""Those that go over to another plan, for good."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Something the back office can do instead of cancelling."""

    kind: AlternativeKind
    starts_on: date
    ends_on: date | None
    price: Money
    """What is charged per interval while the alternative holds; of a store credit, what is charged next."""
    price_after: Money
    """What is charged per interval when it is over."""
    percent: int | None = None
    months: int | None = None
    plan: str | None = None
    amount: Money | None = None
    """Of a store credit: how much it is."""
    price_before: Money | None = None
    """Of an exchange: what is charged per interval until it begins."""

    @property
    def undo_until(self) -> date | None:
        """The last day, in the brand's zone, on which it can be taken back: the one before it begins, or of a
        later date the one before the last."""
        changes_on = self.ends_on if self.kind == "later_date" else self.starts_on
        return None if changes_on is None else changes_on - timedelta(days=1)

    def is_same_as(self, other: "Alternative") -> bool:
        """Whether both are one and the same: of a kind, and beginning on the same day."""
        return (self.kind, self.starts_on) == (other.kind, other.starts_on)

    def may_be_undone(self, today: date) -> bool:
        """Whether it can still be taken back. `today` is that of the brand's zone."""
        return self.undo_until is not None and today <= self.undo_until


@dataclass(frozen=True, slots=True)
class Restart:
    """On what terms a service that has ended can be taken up again: as a contract made anew.

    Nothing is owed for the time in between. Days are those of the brand's zone.
    """

    starts_on: date
    price: Money
    """What is charged per interval from then on, whatever it was before."""
    interval: Literal["month", "year"]
    minimum_until: date | None = None
    """The last day of a minimum term, where one begins with it."""
    notice_days: int = 0
    """What is to be waited for whenever it is cancelled."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service of a customer, as the back office describes it, with its quote."""

    ref: ServiceRef
    name: str
    plan: str
    price: Money
    interval: Literal["month", "year"]
    status: Literal["active", "paused", "ending", "ended"]
    started_on: date
    quote: Quote | None = None
    ends_on: date | None = None
    alternatives: tuple[Alternative, ...] = ()
    free_quote: Quote | None = None
    """Where `quote` has a fee: what ending it on the first day without one means, if there is such a day."""
    withdrawal: Quote | None = None
    """What withdrawing from the contract means, as long as that is open to the customer."""
    restart: Restart | None = None
    """Of what has ended: on what terms it can be taken up again; None where the brand has it no more."""

    @property
    def can_be_cancelled(self) -> bool:
        return self.status in ("active", "paused")


LineState = Literal["unpaid", "paid", "shipped", "delivered", "digital", "custom_made"]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order, as it stands.

    `quantity` is what is left of it: what was cancelled before does not count.
    `price` is that of one. `deadline` is the last day on which what was delivered
    can be given back; None where there is no such day.
    """

    ref: OrderLineRef
    name: str
    quantity: int
    price: Money
    state: LineState
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A retail order of a customer."""

    ref: OrderRef
    placed_on: date
    lines: tuple[OrderLine, ...]
    shipping: Money
    """What sending it costs in all, whatever of it was paid back."""
    tax: Money | None = None
    """A tax that was added to the prices, in all; None where they contain it."""


Selection = tuple[tuple[OrderLineRef, int], ...]
"""Lines of one order, each with how many of it are to be cancelled."""

LineOutcome = Literal["void", "refund", "return", "refused"]
"""What becomes of a line: it was not paid and just ends; it is paid back; it is paid back
once it has come back, with a label that costs nothing; or a rule keeps it as it is."""


@dataclass(frozen=True, slots=True)
class LineQuote:
    """What cancelling so many of one line means. `rule` names (a text id) why it is returned or refused."""

    line: OrderLineRef
    name: str
    quantity: int
    outcome: LineOutcome
    refund: Money
    rule: str | None = None
    return_by: date | None = None


@dataclass(frozen=True, slots=True)
class OrderQuote:
    """What cancelling a selection means, line by line, with its share of the shipping and of a tax."""

    lines: tuple[LineQuote, ...]
    shipping: Money
    tax: Money | None = None
    """The share of a tax that was added to the prices, where one was."""

    @property
    def refund(self) -> Money:
        """All that is paid back, sooner or later."""
        beside = self.shipping.amount + (self.tax.amount if self.tax else 0)
        amounts = (line.refund.amount for line in self.lines)
        return Money(sum(amounts, beside), self.shipping.currency)

    @property
    def refund_at_once(self) -> Money:
        """What of that waits for nothing to come back."""
        waiting = sum(line.refund.amount for line in self.lines if line.outcome == "return")
        return Money(self.refund.amount - waiting, self.shipping.currency)

    @property
    def is_possible(self) -> bool:
        """Whether anything is cancelled by it."""
        return any(line.outcome != "refused" for line in self.lines)

    @property
    def must_return(self) -> bool:
        """Whether something remains to be sent back."""
        return any(line.outcome == "return" for line in self.lines)
