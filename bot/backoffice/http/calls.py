"""The calls: one line each, with what is asked, what is told, and what both mean.

A further method of the contract is one `Call` here, in `CALLS`, and one method of the client.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.backoffice.http import asked, models
from bot.backoffice.http.wire import Wire, amounts_in

Asked = TypeVar("Asked", bound=Wire)
Told = TypeVar("Told", bound=Wire)


def _nothing(asked: Any, told: Any) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Call(Generic[Asked, Told]):
    """One call: POST of `asks` to `path` below the brand's URL, answered with `tells`."""

    path: str
    asks: type[Asked]
    tells: type[Told]
    summary: str
    description: str
    writes: bool = False
    finds: bool = False
    """Whether 404 says that there is none."""
    repeats: Mapping[str, str] = field(default_factory=dict)
    """Fields of the answer that must be as the field asked with."""
    contradicts: Callable[[Asked, Told], str | None] = _nothing
    """What else in the answer cannot be one to what was asked, if anything is."""

    def fault_in(self, asked: Asked, told: Told) -> str | None:
        """What in the answer cannot be one to what was asked: the field, and what was expected."""
        for name, as_asked in self.repeats.items():
            if getattr(told, name) != getattr(asked, as_asked):
                return f"{name}: expected {getattr(asked, as_asked)!r}, as it was asked"
        return _another_currency(asked, told) or self.contradicts(asked, told)


def _another_currency(asked: Wire, told: Wire) -> str | None:
    wanted = {money.currency for money in amounts_in(asked)}
    found = {money.currency for money in amounts_in(told)}
    if wanted and not found <= wanted:
        return f"currency: expected {' or '.join(sorted(wanted))}, as it was asked"
    return None


def _other_lines(asked: asked.QuoteOrder, told: models.OrderQuote) -> str | None:
    wanted = {(each.line, each.quantity) for each in asked.selection}
    found = {(line.line, line.quantity) for line in told.lines}
    return None if found == wanted else "lines: expected those that were asked about, each with its quantity"


def _begun_early(asked: asked.RestartService, told: models.Restarted) -> str | None:
    first = asked.terms.starts_on
    return None if told.starts_on >= first else f"starts_on: expected {first} or later, as it was agreed"


FIND_CUSTOMER = Call(
    "find-customer",
    asked.FindCustomer,
    models.Customer,
    "Find a customer",
    "The one customer with this account number, e-mail address or phone number. `404` with a reason says "
    "that there is none, or that several share it, so that nobody can be meant. An account number comes "
    "as it was typed: tell `bl 1001` from `BL-1001` only if they are two.",
    finds=True,
)
SERVICES = Call(
    "services",
    asked.ListServices,
    models.Services,
    "List services",
    "All services of the customer, with those that ended in the last two years; an empty list where there"
    " are none, or no such customer. Each that can be cancelled comes with its quote as of `today`, and "
    "with the alternatives that you allow for it.",
)
CANCEL = Call(
    "cancel",
    asked.CancelService,
    models.Cancelled,
    "End a service",
    "On the terms of the quote: its `end_date`, `fee` and `refund` are what the customer confirmed. "
    "Refuse it (409 with the code `terms_changed`) where your terms give none of the quotes that you gave in "
    "the last 31 days; and without that code where the service is being ended already under another key, and "
    "where the customer has no such service.",
    writes=True,
    repeats={"service": "service"},
)
APPLY = Call(
    "apply",
    asked.ApplyAlternative,
    models.Done,
    "Apply an alternative",
    "Instead of cancelling. Refuse it (409) where you did not offer it in the last 31 days.",
    writes=True,
)
REVOKE = Call(
    "revoke",
    asked.RevokeAlternative,
    models.Done,
    "Take an alternative back",
    "The service goes on as it was before, and `read-back` names no `applied` any more. Customers are told "
    "that it can be done until the day before it begins (of a `later_date`: the day before the last). Refuse "
    "it (409) once it has begun, where another alternative or none is applied, and where the service is "
    "being ended.",
    writes=True,
)
REINSTATE = Call(
    "reinstate",
    asked.OneService,
    models.Done,
    "Take a cancellation back",
    "Refuse it (409) once the service has ended.",
    writes=True,
)
RESTART = Call(
    "restart",
    asked.RestartService,
    models.Restarted,
    "Take a service up again",
    "What has ended begins anew as a contract of its own, because the customer asked for it and agreed to "
    "these terms. Charge nothing for the time in between. Refuse it (409) where you did not tell these terms"
    " in the last 31 days, where you have the plan no more, and where it was taken up again under another "
    "key.",
    writes=True,
    contradicts=_begun_early,
)
READ_BACK = Call(
    "read-back",
    asked.OneService,
    models.ServiceState,
    "Read a service back",
    "The service as it stands. We ask after every write, and a person is called where it is not as promised.",
    repeats={"service": "service"},
)
TERMINATE = Call(
    "terminate",
    asked.TerminateService,
    models.Cancelled,
    "End a service because you do",
    "No fee, and what was paid beyond that day is paid back. Refuse it (409) where the service has ended "
    "or is being ended already, or the day is over.",
    writes=True,
    repeats={"service": "service"},
)
CHARGES = Call(
    "charges",
    asked.ListCharges,
    models.Charges,
    "List charges",
    "The payments taken for the service on that day or later, oldest first, each with what is left of it;"
    " what was wholly paid back is left out.",
)
REFUND = Call(
    "refund",
    asked.RefundCharge,
    models.Refunds,
    "Pay a charge back",
    "Or that much of it. Answer with the refunds that this made: one for each means of payment, each with"
    " this request's `Idempotency-Key` as its `cause`. Refuse it (409) for more than is left of the "
    "charge, another currency, nothing, and a charge that is not the service's.",
    writes=True,
)
REFUNDS = Call(
    "refunds",
    asked.ListRefunds,
    models.Refunds,
    "List refunds",
    "All that was or is being paid back for a service or an order, oldest first.",
)
ORDERS = Call(
    "orders",
    asked.OneCustomer,
    models.Orders,
    "List orders",
    "The customer's orders of which something is left, newest first. Who has no orders answers with an "
    "empty list, and need not answer the other calls about orders.",
)
QUOTE_ORDER = Call(
    "quote-order",
    asked.QuoteOrder,
    models.OrderQuote,
    "Quote an order's cancellation",
    "What cancelling so many of these lines means as of `today`, line by line. Refuse it (409) where the "
    "order has no such lines, or fewer of them.",
    contradicts=_other_lines,
)
CANCEL_ORDER = Call(
    "cancel-order",
    asked.CancelOrder,
    models.OrderCancelled,
    "Cancel an order, or some of it",
    "What the quote names, on its terms. Refuse it (409 with the code `terms_changed`) when they are no "
    "longer the quoted ones (it was sent meanwhile); and without that code when nothing in it can be "
    "cancelled, or the order is not there.",
    writes=True,
    repeats={"order": "order"},
)
READ_ORDER_BACK = Call(
    "read-order-back",
    asked.OneOrder,
    models.Order,
    "Read an order back",
    "The order as it stands, without what was cancelled. An order of which nothing is left has no lines.",
    repeats={"ref": "order"},
)
RETURNS = Call(
    "returns",
    asked.OneOrder,
    models.Returns,
    "List returns",
    "All of the order that is to come back, or has, oldest first. What you accept you pay back yourself: "
    "`refunds` with the same `cause` then say where that money is.",
)

CALLS: tuple[Call[Any, Any], ...] = (
    FIND_CUSTOMER,
    SERVICES,
    CANCEL,
    APPLY,
    REVOKE,
    REINSTATE,
    RESTART,
    READ_BACK,
    TERMINATE,
    CHARGES,
    REFUND,
    REFUNDS,
    ORDERS,
    QUOTE_ORDER,
    CANCEL_ORDER,
    READ_ORDER_BACK,
    RETURNS,
)
