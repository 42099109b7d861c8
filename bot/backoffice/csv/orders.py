"""`orders.csv`, `order-lines.csv` and `movements.csv`: what was bought, and what was moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.backoffice.csv.amounts import Amount, Currency
from bot.backoffice.csv.columns import (
    CURRENCY,
    Column,
    Consequence,
    Done,
    Fault,
    Faults,
    Sheet,
    Table,
    Values,
)
from bot.backoffice.csv.kinds import REF, Choice, Day, Whole, Words
from bot.backoffice.local_orders import REFUND, RESTOCK, RETURN
from bot.backoffice.money import from_minor
from dialogs.ids import BrandId, CustomerRef, OrderLineRef, OrderRef
from dialogs.values import LineState
from storage.repositories.local_office import OfficeMovementRow, OfficeOrderLineRow, OfficeOrderRow
from storage.unit_of_work import UnitOfWork

MOST_THINGS = 1_000_000

_ORDER_COLUMNS = (
    Column("order", REF, "the order number", "BL-50231", required=True),
    Column(
        "customer", REF, "who ordered, as in customers.csv", "BL-1007", required=True, refers=("customers",)
    ),
    Column("placed_on", Day(), "the day of the order", "2026-11-20", required=True),
    Column(CURRENCY, Currency(), "of all amounts of the order", "EUR", required=True, fixed=True),
    Column("shipping", Amount(), "what sending it cost in all; `0` if empty", "4.90", default=0),
    Column("tax", Amount(), "a tax that was added to the prices; `0` if empty", "0.00", default=0),
)

_LINE_COLUMNS = (
    Column("line", REF, "the line's number, unique among all orders", "BL-50231-1", required=True),
    Column(
        "order", REF, "the order, as in orders.csv", "BL-50231", required=True, refers=("orders",), fixed=True
    ),
    Column("name", Words(), "as the customer knows it", "Mesh repeater", required=True),
    Column(
        "quantity",
        Whole(1, MOST_THINGS),
        "how many were ordered, whatever was cancelled since",
        "2",
        required=True,
    ),
    Column(
        "cancelled", Whole(0, MOST_THINGS), "how many of them were cancelled; `0` if empty", "0", default=0
    ),
    Column("price", Amount(), "of one", "59.90", required=True),
    Column(CURRENCY, Currency(), "that of the order", "EUR", required=True, fixed=True),
    Column(
        "state",
        Choice(get_args(LineState)),
        "how far it is; `digital` and `custom_made` cannot be given back; `paid` if empty",
        "paid",
        default="paid",
    ),
    Column(
        "deadline", Day(), "for what was delivered: the last day on which it can be given back", "2026-12-04"
    ),
)

_MOVEMENT_COLUMNS = (
    Column("movement", REF, "its number", "cancel:01:1"),
    Column("order", REF, "the order", "BL-50231"),
    Column("line", REF, "the line; empty for shipping", "BL-50231-1"),
    Column(
        "kind",
        Choice((RESTOCK, RETURN, REFUND)),
        "back on the shelf; expected back, with the money that is paid then; paid back now",
        RESTOCK,
    ),
    Column("quantity", Whole(0, MOST_THINGS), "how many things", "2"),
    Column("amount", Amount(), "how much money", "0.00"),
    Column(CURRENCY, Currency(), "that of the order", "EUR"),
    Column("made_on", Day(), "the day of the cancellation", "2026-11-22"),
)


def _order_of(brand: BrandId, values: Values, before: OfficeOrderRow | None) -> OfficeOrderRow:
    return OfficeOrderRow(
        brand_id=brand,
        ref=OrderRef(values["order"]),
        customer_ref=CustomerRef(values["customer"]),
        placed_on=values["placed_on"],
        currency=values[CURRENCY],
        shipping_minor=values["shipping"],
        tax_minor=values["tax"],
    )


def _values_of_order(row: OfficeOrderRow) -> Values:
    return {
        "order": row.ref,
        "customer": row.customer_ref,
        "placed_on": row.placed_on,
        CURRENCY: row.currency,
        "shipping": row.shipping_minor,
        "tax": row.tax_minor,
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its order's currency, which the row itself does not say."""

    row: OfficeOrderLineRow
    currency: str


def _line_of(brand: BrandId, values: Values, before: Line | None) -> Line:
    row = OfficeOrderLineRow(
        brand_id=brand,
        ref=OrderLineRef(values["line"]),
        order_ref=OrderRef(values["order"]),
        name=values["name"],
        ordered=values["quantity"],
        cancelled=values["cancelled"],
        price_minor=values["price"],
        state=values["state"],
        deadline=values["deadline"],
    )
    return Line(row, values[CURRENCY])


def _values_of_line(line: Line) -> Values:
    row = line.row
    return {
        "line": row.ref,
        "order": row.order_ref,
        "name": row.name,
        "quantity": row.ordered,
        "cancelled": row.cancelled,
        "price": row.price_minor,
        CURRENCY: line.currency,
        "state": row.state,
        "deadline": row.deadline,
    }


def _faults_of_line(values: Values) -> Faults:
    if values["cancelled"] > values["quantity"]:
        yield Fault("cancelled", f"expected at most {values['quantity']}, which is the quantity")


def _conflicts(before: Line, after: Line, done: Done) -> Faults:
    """What was cancelled here stays so, and of as many as were ordered."""
    if "cancel_order" not in done or not before.row.cancelled:
        return
    cancelled, ordered = before.row.cancelled, before.row.ordered
    if after.row.cancelled < cancelled:
        yield Fault("cancelled", f"expected {cancelled} or more, as the bot left it")
    if after.row.ordered != ordered:
        yield Fault("quantity", f"expected {ordered}: {cancelled} of them were cancelled by the bot")
    if _is_paid_late(before, after):
        yield Fault("state", f"expected unpaid: {cancelled} of them were cancelled before they were paid")


def _is_paid_late(before: Line, after: Line) -> bool:
    """Whether money came for what was cancelled as unpaid: nothing was, or will be, paid back for it."""
    return bool(before.row.cancelled) and before.row.state == "unpaid" and after.row.state != "unpaid"


def _follows(work: UnitOfWork, before: Line, after: Line) -> Iterator[Consequence]:
    """What the file's word leaves to the brand, since it is the brand's own money and goods."""
    kept, order = min(before.row.cancelled, after.row.cancelled), before.row.order_ref
    if _is_paid_late(before, after) and kept:
        amount = from_minor(kept * after.row.price_minor, before.currency)
        told = f"paid after {kept} of them were cancelled; if so, refunds.csv wants a refund of"
        yield Consequence("state", f"{told} {amount.amount} {amount.currency} for {order}", _nothing_else)
    if after.row.cancelled < before.row.cancelled:
        for row in work.local_refunds.of_item(before.row.brand_id, order):
            if row.status == "issued":
                amount = from_minor(row.amount_minor, row.currency)
                told = f"refund {row.ref} of {amount.amount} {amount.currency} for {order} stays issued"
                yield Consequence("cancelled", f"{told}: it may be for other lines, too", _nothing_else)


def _nothing_else(work: UnitOfWork) -> None:
    """It is told, and left to a person."""


def _lines(work: UnitOfWork, brand: BrandId, refs: Sequence[str], locked: bool) -> dict[str, Line]:
    files = work.local_office_files
    rows = files.lines(brand, refs)
    orders = files.orders(brand, _orders_of(rows.values()), locked=locked)
    if locked:
        # Whoever changes lines locks their order first, so from here on they stay as they are.
        rows = files.lines(brand, refs)
    return {ref: Line(row, orders[row.order_ref].currency) for ref, row in rows.items()}


def _page_of_lines(work: UnitOfWork, brand: BrandId, after: str, limit: int) -> list[Line]:
    rows = work.local_office_files.line_page(brand, after, limit)
    orders = work.local_office_files.orders(brand, _orders_of(rows))
    return [Line(row, orders[row.order_ref].currency) for row in rows]


def _done(work: UnitOfWork, brand: BrandId, lines: Mapping[str, Line]) -> Mapping[str, Done]:
    done = work.local_office_files.done(brand, _orders_of(line.row for line in lines.values()))
    return {ref: done.get(line.row.order_ref, frozenset()) for ref, line in lines.items()}


def _orders_of(rows: Iterable[OfficeOrderLineRow]) -> list[OrderRef]:
    return sorted({row.order_ref for row in rows})


def _values_of_movement(row: OfficeMovementRow) -> Values:
    return {
        "movement": row.ref,
        "order": row.order_ref,
        "line": row.line_ref,
        "kind": row.kind,
        "quantity": row.quantity,
        "amount": row.amount_minor,
        CURRENCY: row.currency,
        "made_on": row.made_on,
    }


ORDERS = Sheet(
    "orders",
    "Retail orders.",
    _ORDER_COLUMNS,
    values_of=_values_of_order,
    page=lambda work, *asked: work.local_office_files.order_page(*asked),
    table=Table(
        row_of=_order_of,
        stored=lambda work, brand, refs, locked: work.local_office_files.orders(brand, refs, locked=locked),
        put=lambda work, _, rows, __: work.local_office.put_orders(rows),
    ),
)

ORDER_LINES = Sheet(
    "order-lines",
    "What was ordered, line by line.",
    _LINE_COLUMNS,
    values_of=_values_of_line,
    page=_page_of_lines,
    table=Table(
        row_of=_line_of,
        stored=_lines,
        put=lambda work, _, lines, __: work.local_office.put_lines([line.row for line in lines]),
        faults=_faults_of_line,
        done=_done,
        conflicts=_conflicts,
        follows=_follows,
    ),
)

MOVEMENTS = Sheet(
    "movements",
    "What follows from cancelled orders for stock and till. It is written only, never read.",
    _MOVEMENT_COLUMNS,
    values_of=_values_of_movement,
    page=lambda work, *asked: work.local_office_files.movement_page(*asked),
)
