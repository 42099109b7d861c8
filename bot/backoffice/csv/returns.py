"""`returns.csv`: what of orders comes back, and where it is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from bot.backoffice.csv.amounts import Amount, Currency
from bot.backoffice.csv.columns import CURRENCY, Column, Fault, Faults, Sheet, Table, Values
from bot.backoffice.csv.findings import either
from bot.backoffice.csv.kinds import REF, Choice, Day, Whole, Words
from bot.backoffice.csv.orders import MOST_THINGS
from bot.backoffice.csv.refunds import MADE_REF
from bot.backoffice.local_returns import FORWARD, move_return
from dialogs.ids import BrandId, OrderRef
from storage.repositories.local_returns import OfficeReturnRow, ReturnState
from storage.unit_of_work import UnitOfWork

_COLUMNS = (
    Column("return", MADE_REF, "its number, as the customer was told it", "BL-50231-R1", required=True),
    Column("order", REF, "the order", "BL-50231", fixed=True),
    Column("line", REF, "the line", "BL-50231-2", fixed=True),
    Column("cause", MADE_REF, "the cancellation that it follows from", "cancel:01", fixed=True),
    Column("quantity", Whole(0, MOST_THINGS), "how many things", "1", fixed=True),
    Column("amount", Amount(), "what is paid back for them once they are accepted", "12.90", fixed=True),
    Column(CURRENCY, Currency(), "that of the order", "EUR", fixed=True),
    Column(
        "status",
        Choice(get_args(ReturnState)),
        "`arrived`: not looked at yet; `accepted`: paid back; `rejected`: not, and `note` says why",
        "arrived",
        required=True,
    ),
    Column("return_by", Day(), "the last day on which they may be sent", "2026-12-06", fixed=True),
    Column("tracking", Words(), "the carrier's number, or where the parcel can be followed", "1Z-999"),
    Column("note", Words(), "what the customer is told of it", ""),
    Column(
        "label",
        Words(200),
        "where the carrier's label is (https://...), or the address to send it to; the customer gets it",
        "https://labels.example/1Z-999.pdf",
    ),
)


def _row_of(brand: BrandId, values: Values, before: OfficeReturnRow | None) -> OfficeReturnRow:
    assert before is not None, "returns come from cancellations, never from files"
    return replace(
        before,
        status=values["status"],
        tracking=values["tracking"],
        note=values["note"],
        label=values["label"],
    )


def _values_of(row: OfficeReturnRow) -> Values:
    return {
        "return": row.ref,
        "order": row.order_ref,
        "line": row.line_ref,
        "cause": row.cause,
        "quantity": row.quantity,
        "amount": row.amount_minor,
        CURRENCY: row.currency,
        "status": row.status,
        "return_by": row.return_by,
        "tracking": row.tracking,
        "note": row.note,
        "label": row.label,
    }


def _refusals(before: Values, after: Values, _: date) -> Faults:
    """Where it was it does not go back to."""
    was, now = before["status"], after["status"]
    if now != was and now not in FORWARD[was]:
        open_to: Sequence[str] = (was, *FORWARD[was])
        yield Fault("status", f"expected {either(open_to) if FORWARD[was] else f'{was}, which is final'}")


def _stored(
    work: UnitOfWork, brand: BrandId, refs: Sequence[str], locked: bool
) -> dict[str, OfficeReturnRow]:
    files = work.local_office_files
    rows = files.returns(brand, refs)
    if locked:
        # Whoever changes returns locks their order first, so from here on they stay as they are.
        files.orders(brand, _orders_of(rows.values()), locked=True)
        rows = files.returns(brand, refs)
    return rows


def _orders_of(rows: Iterable[OfficeReturnRow]) -> list[OrderRef]:
    return sorted({row.order_ref for row in rows})


def _put(work: UnitOfWork, brand: BrandId, rows: Sequence[OfficeReturnRow], today: date) -> None:
    for row in rows:
        moved = move_return(work, brand, row.ref, row.status, today)
        work.local_returns.put(replace(moved, tracking=row.tracking, note=row.note, label=row.label))


RETURNS = Sheet(
    "returns",
    "What of orders is to come back, or has. What is accepted is paid back.",
    _COLUMNS,
    values_of=_values_of,
    page=lambda work, *asked: work.local_office_files.return_page(*asked),
    table=Table(
        row_of=_row_of,
        stored=_stored,
        put=_put,
        not_new=lambda _: "there is no such return",
        refusals=_refusals,
    ),
)
