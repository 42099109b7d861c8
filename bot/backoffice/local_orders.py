"""Orders in the built-in back office: listed, quoted, cancelled once, and what follows for stock and till."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from bot.backoffice.base import NotPossible, TermsChanged
from bot.backoffice.money import to_minor
from bot.backoffice.orders import NoSuchLine, PlacedLine, PlacedOrder, cancelled, quote_order
from dialogs.ids import CustomerRef, OrderLineRef, OrderRef
from dialogs.values import LineQuote, LineState, OrderQuote, Selection
from storage.repositories.local_office import (
    OfficeMovementRow,
    OfficeOrderLineRow,
    OfficeOrderRow,
)

RESTOCK, RETURN, REFUND = "restock", "return", "refund"
"""Kinds of movements: back on the shelf; expected back, with the money that is paid then; paid back now."""


def placed_order(row: OfficeOrderRow, lines: Sequence[OfficeOrderLineRow]) -> PlacedOrder:
    """The order from its rows."""
    placed = tuple(map(_placed, lines))
    return PlacedOrder(row.ref, row.placed_on, row.currency, row.shipping_minor, placed, row.tax_minor)


def quoted(placed: PlacedOrder, selection: Selection, today: date) -> OrderQuote:
    """The quote. Raises `NotPossible` where the order has no such lines, or fewer of them."""
    try:
        return quote_order(placed, selection, today)
    except NoSuchLine as error:
        raise NotPossible(str(error)) from error


def require_still_quoted(placed: PlacedOrder, quote: OrderQuote, today: date) -> None:
    """Raises `TermsChanged` unless the same selection still means the same, the day of return aside;
    `NotPossible` where there is not so much of it any more."""
    if not quote.is_possible:
        raise NotPossible(f"nothing of order {placed.ref} can be cancelled by this")
    now = quoted(placed, tuple((line.line, line.quantity) for line in quote.lines), today)
    if _told(now) != _told(quote):
        raise TermsChanged(f"the terms of order {placed.ref} are no longer those that were quoted")


def rows_after(
    placed: PlacedOrder, quote: OrderQuote, lines: Sequence[OfficeOrderLineRow]
) -> list[OfficeOrderLineRow]:
    """The order's lines once it is done."""
    gone = {line.ref: line.cancelled for line in cancelled(placed, quote).lines}
    return [_with_cancelled(line, gone[line.ref]) for line in lines]


def movements(row: OfficeOrderRow, quote: OrderQuote, key: str, today: date) -> list[OfficeMovementRow]:
    """What follows: things back on the shelf, things on their way back, and what is paid back."""
    made = (
        OfficeMovementRow(
            row.brand_id, f"{key}:{number}", row.ref, line, kind, quantity, amount, row.currency, today
        )
        for number, (line, kind, quantity, amount) in enumerate(_moved(quote), 1)
    )
    return list(made)


def theirs(row: OfficeOrderRow | None, customer: CustomerRef, order: OrderRef) -> OfficeOrderRow:
    """The row, if it is the customer's; another customer's order is as unknown as none at all."""
    if row is None or row.customer_ref != customer:
        raise NotPossible(f"customer {customer} has no order {order}")
    return row


def _placed(line: OfficeOrderLineRow) -> PlacedLine:
    state = cast(LineState, line.state)
    return PlacedLine(
        line.ref, line.name, line.ordered, line.price_minor, state, line.cancelled, line.deadline
    )


def _with_cancelled(line: OfficeOrderLineRow, gone: int) -> OfficeOrderLineRow:
    return replace(line, cancelled=gone)


def _told(quote: OrderQuote) -> tuple[object, ...]:
    return (
        quote.shipping,
        quote.tax,
        tuple((line.line, line.quantity, line.outcome, line.refund) for line in quote.lines),
    )


Moved = tuple[OrderLineRef | None, str, int, int]
"""Line, kind of movement, how many, how much in minor units."""


def _moved(quote: OrderQuote) -> Iterator[Moved]:
    for line in quote.lines:
        yield from _moved_by(line)
    for share in (quote.shipping, quote.tax):
        if share is not None and not share.is_zero:
            yield None, REFUND, 0, to_minor(share)


def _moved_by(line: LineQuote) -> Iterator[Moved]:
    """What was sent is paid back once it has come back, so its money waits with it."""
    match line.outcome:
        case "void":
            yield line.line, RESTOCK, line.quantity, 0
        case "refund":
            yield line.line, RESTOCK, line.quantity, 0
            yield line.line, REFUND, 0, to_minor(line.refund)
        case "return":
            yield line.line, RETURN, line.quantity, to_minor(line.refund)
        case "refused":
            return
