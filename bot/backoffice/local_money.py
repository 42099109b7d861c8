"""Money that the built-in back office pays back, and what it charged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from bot.backoffice.base import Charge, NotPossible, Refund
from bot.backoffice.local_rows import TAKEN
from bot.backoffice.money import from_minor, to_minor
from dialogs.ids import BrandId, ChargeRef, OrderRef, ServiceRef
from dialogs.values import Money
from storage.repositories.local_office import OfficeChargeRow
from storage.repositories.local_refunds import OfficeRefundRow
from storage.unit_of_work import UnitOfWork

ARRIVES_WITHIN = timedelta(days=14)
"""By when money that was sent off should be there: what the law gives a refund (CRD Art. 13(1))."""


def issue(
    work: UnitOfWork,
    brand: BrandId,
    item: ServiceRef | OrderRef,
    charge: ChargeRef | None,
    amount: Money,
    key: str,
    today: date,
) -> None:
    """Send money off, if it is any, in the transaction of the write that it follows from."""
    if amount.is_zero:
        return
    row = OfficeRefundRow(
        brand, f"{key}:refund", item, charge, key, "original", to_minor(amount), amount.currency, "issued",
        today, today + ARRIVES_WITHIN,
    )  # fmt: skip
    work.local_refunds.add([row])


def settle(
    work: UnitOfWork, brand: BrandId, ref: str, status: Literal["paid", "failed"], on: date
) -> OfficeRefundRow:
    """Note what the bank says of a refund: paid on that day, or come back. The same again changes nothing.

    Raises `NotPossible` for an unknown refund, one that is not under way any more, or a day before it was.
    """
    row = work.local_refunds.to_change(brand, ref)
    if row is None:
        raise NotPossible(f"there is no refund {ref}")
    if status == "paid" and on < row.issued_on:
        raise NotPossible(f"refund {ref} was issued on {row.issued_on}, after {on}")
    settled = replace(row, status=status, paid_on=on if status == "paid" else None)
    if settled != row and not work.local_refunds.settle(brand, ref, status, on):
        day = "" if row.paid_on is None else f" on {row.paid_on}"
        raise NotPossible(f"refund {ref} is {row.status}{day} already and cannot become {status}")
    return settled


def last_taken(charges: Sequence[OfficeChargeRow]) -> ChargeRef | None:
    """The payment that a refund of unused time comes from; `charges` newest first."""
    return next((ChargeRef(charge.ref) for charge in charges if charge.status == TAKEN), None)


def charges_since(
    charges: Sequence[OfficeChargeRow], refunds: Sequence[OfficeRefundRow], since: date
) -> tuple[Charge, ...]:
    """What was charged on that day or later and is not wholly paid back, oldest first."""
    return tuple(sorted(_kept(charges, refunds, since), key=lambda charge: (charge.charged_on, charge.ref)))


def require_refundable(
    charges: Sequence[OfficeChargeRow], refunds: Sequence[OfficeRefundRow], charge: ChargeRef, amount: Money
) -> None:
    """Raises `NotPossible` where so much of that charge cannot be paid back."""
    kept = {each.ref: each.amount for each in _kept(charges, refunds, date.min)}
    if charge not in kept:
        raise NotPossible(f"there is no payment {charge} that could be paid back")
    left = kept[charge]
    if amount.currency != left.currency:
        raise NotPossible(f"payment {charge} was made in {left.currency}, not {amount.currency}")
    if not 0 < amount.amount <= left.amount:
        raise NotPossible(f"{amount.amount} cannot be paid back of payment {charge}: {left.amount} are left")


def told(row: OfficeRefundRow) -> Refund:
    """The refund as the back office tells of it."""
    assert row.status != "void", "what was taken back before it was paid is no refund"
    amount = from_minor(row.amount_minor, row.currency)
    return Refund(
        row.ref, row.cause, amount, row.status, row.issued_on, row.expected_on, row.paid_on, row.method
    )


def _kept(
    charges: Sequence[OfficeChargeRow], refunds: Sequence[OfficeRefundRow], since: date
) -> Iterator[Charge]:
    for charge in charges:
        ref = ChargeRef(charge.ref)
        gone = sum(
            row.amount_minor
            for row in refunds
            if row.charge_ref == ref and row.status not in ("void", "failed")
        )
        if charge.status == TAKEN and charge.charged_on >= since and charge.amount_minor > gone:
            yield Charge(ref, from_minor(charge.amount_minor - gone, charge.currency), charge.charged_on)
