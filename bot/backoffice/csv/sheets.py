"""All files that there are, in the order in which they refer to each other."""

from collections.abc import Sequence
from typing import Any

from bot.backoffice.csv.columns import Sheet
from bot.backoffice.csv.customers import CUSTOMERS
from bot.backoffice.csv.order_payments import ORDER_PAYMENTS
from bot.backoffice.csv.orders import MOVEMENTS, ORDER_LINES, ORDERS
from bot.backoffice.csv.payments import PAYMENTS
from bot.backoffice.csv.refunds import REFUNDS
from bot.backoffice.csv.returns import RETURNS
from bot.backoffice.csv.services import SERVICES

SHEETS: Sequence[Sheet[Any]] = (
    CUSTOMERS,
    SERVICES,
    PAYMENTS,
    ORDERS,
    ORDER_LINES,
    ORDER_PAYMENTS,
    REFUNDS,
    RETURNS,
    MOVEMENTS,
)


def sheet_of(name: str) -> Sheet[Any] | None:
    """The sheet of a file: `orders.csv`, or `orders-2026.csv` where there are several."""
    stem, _, extension = name.lower().rpartition(".")
    fitting = [
        sheet
        for sheet in SHEETS
        if extension == "csv"
        and (stem == sheet.name or stem.startswith((f"{sheet.name}-", f"{sheet.name}_")))
    ]
    return max(fitting, key=lambda sheet: len(sheet.name), default=None)
