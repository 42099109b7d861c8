"""The made-up orders, with dates that fit the day they are made."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.backoffice.paying import Paid
from dialogs.ids import BrandId, CustomerRef, OrderLineRef, OrderRef
from dialogs.values import LineState
from storage.repositories.local_office import OfficeOrderLineRow, OfficeOrderRow
from storage.repositories.local_returns import OfficePaymentRow

RETURN_DAYS = 14
"""So long after it came a thing can be given back."""


@dataclass(frozen=True, slots=True)
class DemoLine:
    """A line of an order; `came` is how many days ago it was delivered."""

    name: str
    quantity: int
    price_minor: int
    state: LineState = "paid"
    came: int | None = None


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """An order placed some days ago."""

    ref: str
    days: int
    shipping_minor: int
    lines: tuple[DemoLine, ...]
    paid: tuple[Paid, ...]
    tax_minor: int = 0


TWO_ORDERS = (
    DemoOrder(
        "BL-50231",
        2,
        490,
        (
            DemoLine("Mesh repeater", 2, 5990),
            DemoLine("Network cable, 5 m", 1, 1290, "shipped"),
            DemoLine("Speed test Pro (download)", 1, 990, "digital"),
        ),
        (("card", 4750), ("gift_card", 10000)),
    ),
    DemoOrder(
        "BL-50107",
        20,
        0,
        (
            DemoLine("Router stand", 1, 2490, "delivered", came=5),
            DemoLine("Phone case with your name", 1, 2900, "custom_made", came=5),
        ),
        (("bank", 5821),),
        tax_minor=431,
    ),
)


def order_rows(
    brand: BrandId, customer: CustomerRef, order: DemoOrder, currency: str, today: date
) -> tuple[OfficeOrderRow, list[OfficeOrderLineRow]]:
    """The order as it stands on `today`."""
    ref = OrderRef(order.ref)
    placed = today - timedelta(days=order.days)
    lines = [
        OfficeOrderLineRow(
            brand_id=brand,
            ref=OrderLineRef(f"{order.ref}-{number}"),
            order_ref=ref,
            name=line.name,
            ordered=line.quantity,
            cancelled=0,
            price_minor=line.price_minor,
            state=line.state,
            deadline=None if line.came is None else today + timedelta(days=RETURN_DAYS - line.came),
        )
        for number, line in enumerate(order.lines, 1)
    ]
    row = OfficeOrderRow(brand, ref, customer, placed, currency, order.shipping_minor, order.tax_minor)
    return row, lines


def payment_rows(brand: BrandId, order: DemoOrder) -> list[OfficePaymentRow]:
    """What the order was paid with."""
    return [
        OfficePaymentRow(brand, f"{order.ref}-P{number}", OrderRef(order.ref), method, minor)
        for number, (method, minor) in enumerate(order.paid, 1)
    ]
