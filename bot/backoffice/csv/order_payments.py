"""`order-payments.csv`: what orders were paid with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.backoffice.csv.amounts import Amount, Currency
from bot.backoffice.csv.columns import CURRENCY, Column, Sheet, Table, Values
from bot.backoffice.csv.kinds import REF
from bot.backoffice.csv.means import Means
from dialogs.ids import BrandId, OrderRef
from storage.repositories.local_returns import OfficePaymentRow
from storage.unit_of_work import UnitOfWork

_COLUMNS = (
    Column("payment", REF, "the payment's number, unique among all orders", "BL-50231-P1", required=True),
    Column(
        "order", REF, "the order, as in orders.csv", "BL-50231", required=True, refers=("orders",), fixed=True
    ),
    Column("method", Means(), "what it was paid with", "gift_card", required=True),
    Column("amount", Amount(), "how much of the order", "100.00", required=True),
    Column(CURRENCY, Currency(), "that of the order", "EUR", required=True, fixed=True),
)


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment with its order's currency, which the row itself does not say."""

    row: OfficePaymentRow
    currency: str


def _row_of(brand: BrandId, values: Values, before: Paid | None) -> Paid:
    row = OfficePaymentRow(
        brand_id=brand,
        ref=values["payment"],
        order_ref=OrderRef(values["order"]),
        method=values["method"],
        amount_minor=values["amount"],
    )
    return Paid(row, values[CURRENCY])


def _values_of(paid: Paid) -> Values:
    row = paid.row
    return {
        "payment": row.ref,
        "order": row.order_ref,
        "method": row.method,
        "amount": row.amount_minor,
        CURRENCY: paid.currency,
    }


def _stored(work: UnitOfWork, brand: BrandId, refs: Sequence[str], locked: bool) -> dict[str, Paid]:
    files = work.local_office_files
    rows = files.order_payments(brand, refs)
    orders = files.orders(brand, _orders_of(rows.values()), locked=locked)
    return {ref: Paid(row, orders[row.order_ref].currency) for ref, row in rows.items()}


def _page(work: UnitOfWork, brand: BrandId, after: str, limit: int) -> list[Paid]:
    rows = work.local_office_files.order_payment_page(brand, after, limit)
    orders = work.local_office_files.orders(brand, _orders_of(rows))
    return [Paid(row, orders[row.order_ref].currency) for row in rows]


def _orders_of(rows: Iterable[OfficePaymentRow]) -> list[OrderRef]:
    return sorted({row.order_ref for row in rows})


ORDER_PAYMENTS = Sheet(
    "order-payments",
    "What orders were paid with: what is paid back goes there, real money first, vouchers after it.",
    _COLUMNS,
    values_of=_values_of,
    page=_page,
    table=Table(
        row_of=_row_of,
        stored=_stored,
        put=lambda work, _, rows, __: work.local_returns.put_payments([paid.row for paid in rows]),
    ),
)
