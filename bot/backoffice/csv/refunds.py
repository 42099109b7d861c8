"""`refunds.csv`: what is paid back, and what the bank says of it."""

from collections.abc import Sequence
from datetime import date

from bot.backoffice.csv.amounts import Amount, Currency
from bot.backoffice.csv.columns import CURRENCY, Column, Fault, Faults, Sheet, Table, Values
from bot.backoffice.csv.kinds import REF, Choice, Day, Words
from bot.backoffice.csv.means import Means
from bot.backoffice.local_money import ARRIVES_WITHIN
from dialogs.ids import BrandId, ChargeRef, ServiceRef
from storage.repositories.local_refunds import OfficeRefundRow
from storage.unit_of_work import UnitOfWork

BRAND = "brand"
"""The cause of refunds that the brand itself made; others follow from what was done here."""

MADE_REF = Words(300, "a number or name")
"""A number that is made of others."""

_COLUMNS = (
    Column("refund", MADE_REF, "the refund's number", "R-9001", required=True),
    Column(
        "item",
        REF,
        "the service or order, as in services.csv or orders.csv",
        "BL-50231",
        refers=("services", "orders"),
        fixed=True,
    ),
    Column(
        "payment",
        REF,
        "of services: the payment that is paid back, as in payments.csv; one of that service",
        "",
        refers=("payments",),
        fixed=True,
        shares="item",
    ),
    Column(
        "cause",
        MADE_REF,
        "what it follows from; `brand`: the brand itself paid it back",
        BRAND,
        fixed=True,
    ),
    Column("method", Means(), "where it goes; `original` if empty", "card", default="original", fixed=True),
    Column("amount", Amount(), "how much", "12.50", fixed=True),
    Column(CURRENCY, Currency(), "that of the service or order", "EUR", fixed=True),
    Column(
        "status",
        Choice(("issued", "paid", "failed", "void")),
        "`issued`: the bank was told; `paid`; `failed`: it came back; `void`: taken back before it was paid",
        "paid",
        required=True,
    ),
    Column("issued_on", Day(), "the day on which the bank was told", "2026-11-22", fixed=True),
    Column(
        "expected_on",
        Day(),
        f"by when it should be there; {ARRIVES_WITHIN.days} days later if empty",
        "2026-12-06",
        fixed=True,
    ),
    Column("paid_on", Day(), "the day on which it was paid", "2026-11-24"),
)

_NEEDED = ("item", "cause", "amount", CURRENCY, "issued_on")


def _row_of(brand: BrandId, values: Values, before: OfficeRefundRow | None) -> OfficeRefundRow:
    charge = values["payment"]
    return OfficeRefundRow(
        brand_id=brand,
        ref=values["refund"],
        item_ref=ServiceRef(values["item"]),
        charge_ref=None if charge is None else ChargeRef(charge),
        cause=values["cause"],
        method=values["method"],
        amount_minor=values["amount"],
        currency=values[CURRENCY],
        status=values["status"],
        issued_on=values["issued_on"],
        expected_on=values["expected_on"] or values["issued_on"] + ARRIVES_WITHIN,
        paid_on=values["paid_on"],
    )


def _values_of(row: OfficeRefundRow) -> Values:
    return {
        "refund": row.ref,
        "item": row.item_ref,
        "payment": row.charge_ref,
        "cause": row.cause,
        "method": row.method,
        "amount": row.amount_minor,
        CURRENCY: row.currency,
        "status": row.status,
        "issued_on": row.issued_on,
        "expected_on": row.expected_on,
        "paid_on": row.paid_on,
    }


def _faults(values: Values) -> Faults:
    for column in _COLUMNS:
        if column.name in _NEEDED and values[column.name] is None:
            yield Fault(column.name, f"expected {column.expected}")
    if values["amount"] == 0:
        yield Fault("amount", "expected more than 0")
    yield from _faults_of_day(values["status"], values["issued_on"], values["paid_on"])


def _faults_of_day(status: str, issued_on: date | None, paid_on: date | None) -> Faults:
    if status != "paid" and paid_on is not None:
        yield Fault("paid_on", f"expected nothing, since it is {status}")
    if status == "paid" and paid_on is None:
        yield Fault("paid_on", "expected the day on which it was paid")
    if issued_on is not None and paid_on is not None and paid_on < issued_on:
        yield Fault("paid_on", f"expected {issued_on}, when it was issued, or later")


def _refusals(before: Values, after: Values, today: date) -> Faults:
    """What became of a refund stays; and what is taken back is so with the cancellation, not by a file."""
    for name in ("issued_on", "paid_on"):
        if after[name] is not None and after[name] != before.get(name) and after[name] > today:
            yield Fault(name, f"expected a day that has come; it is {today}")
    was = before.get("status", "issued")
    if was != "issued" and (after["status"], after["paid_on"]) != (was, before["paid_on"]):
        day = "" if before["paid_on"] is None else f" on {before['paid_on']}"
        yield Fault("status", f"expected {was}{day}, which is final")
    if was == "issued" and after["status"] == "void":
        yield Fault("status", "expected issued, paid or failed: only what it follows from takes it back")


def _not_new(values: Values) -> str | None:
    if values["cause"] == BRAND:
        return None
    return f"there is no such refund, and only those of the cause {BRAND} are added"


def _put(work: UnitOfWork, brand: BrandId, rows: Sequence[OfficeRefundRow], _: date) -> None:
    """What is there can only have been settled; what cannot be settled is not there."""
    for row in rows:
        settled = row.status in ("paid", "failed") and work.local_refunds.settle(
            brand, row.ref, row.status, row.paid_on
        )
        if not settled:
            work.local_refunds.add([row])


REFUNDS = Sheet(
    "refunds",
    "What is paid back, and what became of it.",
    _COLUMNS,
    values_of=_values_of,
    page=lambda work, *asked: work.local_office_files.refund_page(*asked),
    table=Table(
        row_of=_row_of,
        stored=lambda work, brand, refs, locked: work.local_office_files.refunds(brand, refs, locked=locked),
        put=_put,
        faults=_faults,
        not_new=_not_new,
        refusals=_refusals,
    ),
)
