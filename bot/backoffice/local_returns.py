"""What of an order comes back to the built-in back office, and the money that goes the other way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from bot.backoffice.base import NotPossible, Return
from bot.backoffice.local_money import ARRIVES_WITHIN
from bot.backoffice.local_orders import RESTOCK
from bot.backoffice.money import from_minor, to_minor
from bot.backoffice.paying import split
from dialogs.ids import BrandId, OrderRef
from dialogs.values import Money, OrderQuote
from storage.repositories.local_office import OfficeMovementRow, OfficeOrderRow
from storage.repositories.local_refunds import OfficeRefundRow
from storage.repositories.local_returns import OfficeReturnRow, ReturnState
from storage.unit_of_work import UnitOfWork

FORWARD: dict[ReturnState, tuple[ReturnState, ...]] = {
    "expected": ("arrived", "accepted", "rejected"),
    "arrived": ("accepted", "rejected"),
    "accepted": (),
    "rejected": ("accepted",),
}
"""Where a return can go from where it is: what was paid back stays so, a refusal can be thought better of."""


def pay_back(
    work: UnitOfWork, brand: BrandId, order: OrderRef, amount: Money, cause: str, today: date
) -> None:
    """Send money off for an order, to the means that it was paid with.

    Args:
        cause: the key of the cancellation, or the number of the return; the refunds are numbered after it.
    """
    paid = [(row.method, row.amount_minor) for row in work.local_returns.payments_of(brand, order)]
    gone = [row for row in work.local_refunds.of_item(brand, order) if row.status not in ("void", "failed")]
    before = sum(row.amount_minor for row in gone)
    parts = split(paid, before, to_minor(amount))
    refs = (f"{cause}:refund:{number}" for number in count(1))
    due = today + ARRIVES_WITHIN
    work.local_refunds.add(
        [
            OfficeRefundRow(
                brand, ref, order, None, cause, method, part, amount.currency, "issued", today, due
            )
            for ref, (method, part) in zip(refs, parts, strict=False)
        ]
    )


def expected_back(
    work: UnitOfWork, row: OfficeOrderRow, quote: OrderQuote, key: str, today: date
) -> list[OfficeReturnRow]:
    """The returns that a cancellation begins, one a line, numbered on from those there are."""
    there = len(work.local_returns.of_order(row.brand_id, row.ref))
    waiting = [line for line in quote.lines if line.outcome == "return"]
    return [
        OfficeReturnRow(
            row.brand_id, f"{row.ref}-R{number}", row.ref, line.line, key, line.quantity,
            to_minor(line.refund), row.currency, "expected", line.return_by or today, None, None, today,
        )
        for number, line in enumerate(waiting, there + 1)
    ]  # fmt: skip


def move_return(
    work: UnitOfWork,
    brand: BrandId,
    ref: str,
    status: ReturnState,
    today: date,
    tracking: str | None = None,
    note: str | None = None,
) -> OfficeReturnRow:
    """Note where a return is. What is accepted is paid back and put on the shelf, once.

    Raises `NotPossible` for an unknown return, or one that cannot go there from where it is; the same
    status again changes nothing but tracking and note.
    """
    row = _to_change(work, brand, ref)
    if status != row.status and status not in FORWARD[row.status]:
        raise NotPossible(f"return {ref} is {row.status} and cannot become {status}")
    moved = replace(
        row, status=status, tracking=tracking or row.tracking, note=note or row.note, changed_on=today
    )
    work.local_returns.put(moved)
    if status == "accepted" != row.status:
        amount = from_minor(row.amount_minor, row.currency)
        pay_back(work, brand, row.order_ref, amount, ref, today)
        shelf = OfficeMovementRow(
            brand,
            f"{ref}:restock",
            row.order_ref,
            row.line_ref,
            RESTOCK,
            row.quantity,
            0,
            row.currency,
            today,
        )
        work.local_office.add_movements([shelf])
    return moved


def told_returns(rows: Sequence[OfficeReturnRow]) -> tuple[Return, ...]:
    """The returns as the back office tells of them."""
    return tuple(
        Return(
            row.ref, row.cause, row.line_ref, row.quantity, row.status,
            from_minor(row.amount_minor, row.currency), row.return_by, row.tracking, row.note,
            row.label,
        )
        for row in rows
    )  # fmt: skip


def _to_change(work: UnitOfWork, brand: BrandId, ref: str) -> OfficeReturnRow:
    """The return; its order is locked first, since what is paid back depends on all that was before."""
    found = work.local_returns.of_ref(brand, ref)
    if found is not None:
        work.local_office.order_to_change(brand, found.order_ref)
        found = work.local_returns.to_change(brand, ref)
    if found is None:
        raise NotPossible(f"there is no return {ref}")
    return found
