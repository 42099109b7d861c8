"""What cancelling an order, or some of it, means: the quote. Pure.

Days are calendar days in the brand's zone; amounts are whole minor units. How an
order was paid is `paying`'s to know: what is paid back goes where it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.backoffice.money import from_minor
from dialogs.ids import OrderLineRef, OrderRef
from dialogs.values import LineOutcome, LineQuote, LineState, Order, OrderLine, OrderQuote, Selection

RETURN_DAYS = 14
"""So long after the cancellation something may be sent back that is on its way or was delivered."""

SENT_ALREADY = "sent-already"
RETURN_PERIOD_OVER = "return-period-over"
DIGITAL = "digital"
CUSTOM_MADE = "custom-made"


class NoSuchLine(ValueError):
    """The selection names a line that the order has not, or more of one than is left, or one twice."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line as it was ordered, and how many of it were cancelled since. `price_minor` is that of one."""

    ref: OrderLineRef
    name: str
    ordered: int
    price_minor: int
    state: LineState
    cancelled: int = 0
    deadline: date | None = None

    @property
    def left(self) -> int:
        return self.ordered - self.cancelled


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order as it was placed, with what was cancelled since."""

    ref: OrderRef
    placed_on: date
    currency: str
    shipping_minor: int
    lines: tuple[PlacedLine, ...]
    tax_minor: int = 0
    """A tax that was added to the prices; 0 where they contain it."""

    @property
    def is_paid(self) -> bool:
        return any(line.state != "unpaid" for line in self.lines)

    @property
    def value_minor(self) -> int:
        """What all that was ordered costs, without the shipping."""
        return sum(line.ordered * line.price_minor for line in self.lines)

    @property
    def cancelled_minor(self) -> int:
        """What of that was cancelled."""
        return sum(line.cancelled * line.price_minor for line in self.lines)


def order_of(placed: PlacedOrder) -> Order:
    """The order as the customer is told of it: the lines of which something is left."""
    left = (line for line in placed.lines if line.left)
    shipping = from_minor(placed.shipping_minor, placed.currency)
    tax = from_minor(placed.tax_minor, placed.currency) if placed.tax_minor else None
    lines = tuple(_line_of(line, placed.currency) for line in left)
    return Order(placed.ref, placed.placed_on, lines, shipping, tax)


def everything(placed: PlacedOrder) -> Selection:
    """All that is left of the order."""
    return tuple((line.ref, line.left) for line in placed.lines if line.left)


def quote_order(placed: PlacedOrder, selection: Selection, today: date) -> OrderQuote:
    """What cancelling the selection on `today` means. Raises NoSuchLine."""
    wanted = _wanted(placed, selection)
    lines = tuple(
        _quote_line(line, wanted[line.ref], placed.currency, today)
        for line in placed.lines
        if line.ref in wanted
    )
    after = cancelled(placed, OrderQuote(lines, from_minor(0, placed.currency)))
    shipping = _share(after, placed.shipping_minor) - _share(placed, placed.shipping_minor)
    tax = _share(after, placed.tax_minor) - _share(placed, placed.tax_minor)
    return OrderQuote(
        lines,
        from_minor(shipping, placed.currency),
        from_minor(tax, placed.currency) if placed.tax_minor else None,
    )


def cancelled(placed: PlacedOrder, quote: OrderQuote) -> PlacedOrder:
    """The order after that was done."""
    gone = {line.line: line.quantity for line in quote.lines if line.outcome != "refused"}
    lines = (replace(line, cancelled=line.cancelled + gone.get(line.ref, 0)) for line in placed.lines)
    return replace(placed, lines=tuple(lines))


def _line_of(line: PlacedLine, currency: str) -> OrderLine:
    price = from_minor(line.price_minor, currency)
    return OrderLine(line.ref, line.name, line.left, price, line.state, line.deadline)


def _wanted(placed: PlacedOrder, selection: Selection) -> Mapping[OrderLineRef, int]:
    left = {line.ref: line.left for line in placed.lines}
    for ref, quantity in selection:
        if not 1 <= quantity <= left.get(ref, 0):
            raise NoSuchLine(f"order {placed.ref} has {left.get(ref, 0)} left of {ref}, not {quantity}")
    if len(dict(selection)) != len(selection):
        raise NoSuchLine(f"a line of order {placed.ref} is named twice")
    return dict(selection)


def _quote_line(line: PlacedLine, quantity: int, currency: str, today: date) -> LineQuote:
    outcome, rule, return_by = _outcome(line, today)
    paid_back = quantity * line.price_minor if outcome in ("refund", "return") else 0
    return LineQuote(line.ref, line.name, quantity, outcome, from_minor(paid_back, currency), rule, return_by)


def _outcome(line: PlacedLine, today: date) -> tuple[LineOutcome, str | None, date | None]:
    """What becomes of the line, the rule that says so, and by when it must be sent back."""
    match line.state:
        case "unpaid":
            return "void", None, None
        case "paid":
            return "refund", None, None
        case "digital":
            return "refused", DIGITAL, None
        case "custom_made":
            return "refused", CUSTOM_MADE, None
        case "delivered" if line.deadline is None or today > line.deadline:
            return "refused", RETURN_PERIOD_OVER, None
        case "shipped" | "delivered":
            return "return", SENT_ALREADY, today + timedelta(days=RETURN_DAYS)


def _share(placed: PlacedOrder, of_minor: int) -> int:
    """What of it goes with what was cancelled, so that parts never sum up to more or less than all.

    Each part gets the difference between what is due after it and what was due before it.
    """
    if not placed.is_paid:
        return 0
    if not placed.value_minor:
        # Gifts weigh nothing: what sending them cost goes with the last of them.
        return 0 if any(line.left for line in placed.lines) else of_minor
    doubled = 2 * of_minor * placed.cancelled_minor + placed.value_minor
    return doubled // (2 * placed.value_minor)
