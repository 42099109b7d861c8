"""The orders of a made-up customer, and what cancelling some of one means there."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from dialogs.cases.form import HasOrder
from dialogs.ids import OrderLineRef, OrderRef
from dialogs.values import LineOutcome, LineQuote, LineState, Money, Order, OrderLine, OrderQuote, Selection

RETURN_DAYS = 14

OUTCOMES: Mapping[LineState, tuple[LineOutcome, str | None]] = {
    "unpaid": ("void", None),
    "paid": ("refund", None),
    "shipped": ("return", "sent-already"),
    "delivered": ("return", "sent-already"),
    "digital": ("refused", "digital"),
    "custom_made": ("refused", "custom-made"),
}
"""What becomes of a line in a state, and the rule that says so."""


def order_of(has: HasOrder, currency: str, today: date) -> Order:
    """The order as the back office tells of it."""
    lines = tuple(
        OrderLine(
            OrderLineRef(f"{has.number}-{number}"),
            line.name,
            line.quantity,
            Money(line.price, currency),
            line.state,
            today if line.returnable else today - timedelta(days=1),
        )
        for number, line in enumerate(has.lines, 1)
    )
    tax = None if has.tax is None else Money(has.tax, currency)
    return Order(OrderRef(has.number), has.placed_on, lines, Money(has.shipping, currency), tax)


def order_quoted(order: Order, selection: Selection, today: date) -> OrderQuote | None:
    """What cancelling that much of it means; None where there is not so much of it."""
    lines = {line.ref: line for line in order.lines}
    if any(ref not in lines or quantity > lines[ref].quantity for ref, quantity in selection):
        return None
    quotes = tuple(_quote(lines[ref], quantity, today) for ref, quantity in selection)
    whole = dict(selection) == {line.ref: line.quantity for line in order.lines}
    paid = any(line.state != "unpaid" for line in order.lines)
    back = whole and paid and all(each.outcome != "refused" for each in quotes)
    return OrderQuote(
        quotes, order.shipping if back else _nothing(order.shipping), order.tax if back else None
    )


def _quote(line: OrderLine, quantity: int, today: date) -> LineQuote:
    outcome, rule = OUTCOMES[line.state]
    if line.state == "delivered" and (line.deadline is None or line.deadline < today):
        outcome, rule = "refused", "return-period-over"
    paid = outcome in ("refund", "return")
    back = Money(line.price.amount * quantity, line.price.currency) if paid else _nothing(line.price)
    return_by = today + timedelta(days=RETURN_DAYS) if outcome == "return" else None
    return LineQuote(line.ref, line.name, quantity, outcome, back, rule, return_by)


def _nothing(money: Money) -> Money:
    return Money(Decimal(0), money.currency)
