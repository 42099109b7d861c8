"""`services.csv`: subscriptions, memberships and contracts with their terms."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

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
from bot.backoffice.csv.parts import Applied, Names, Offers
from bot.backoffice.local_rows import ALTERNATIVE, applied_to
from bot.backoffice.money import from_minor
from bot.backoffice.offers import read_offers, stored_offers
from bot.backoffice.periods import ONE_DAY, add_months
from bot.backoffice.terms import Terms, read_terms, stored_terms
from dialogs.ids import BrandId, CustomerRef, ServiceRef
from storage.repositories.local_office import OfficeServiceRow
from storage.repositories.local_refunds import OfficeRefundRow
from storage.unit_of_work import UnitOfWork

MOST_DAYS, MOST_MONTHS = 3660, 120
"""As `bot.backoffice.terms` has them."""

_COLUMNS = (
    Column("service", REF, "the contract number", "BL-1001-1", required=True),
    Column(
        "customer", REF, "whose it is, as in customers.csv", "BL-1001", required=True, refers=("customers",)
    ),
    Column("name", Words(), "as the customer knows it", "Brightline Fibre 100", required=True),
    Column("plan", Words(), "the plan; `name` if empty", "Fibre 100"),
    Column("price", Amount(), "for one `interval`", "29.90", required=True),
    Column(CURRENCY, Currency(), "of all amounts in the row", "EUR", required=True, fixed=True),
    Column(
        "interval",
        Choice(("month", "year")),
        "how often it is paid; `month` if empty",
        "month",
        default="month",
    ),
    Column(
        "status",
        Choice(("active", "ending", "ended")),
        "`ending`: cancelled, and runs until `ended_on`; `active` if empty",
        "active",
        default="active",
    ),
    Column(
        "started_on", Day(), "first day; periods and terms are counted from it", "2025-03-12", required=True
    ),
    Column("paid_until", Day(), "the last day that is paid for", "2026-12-11"),
    Column("ended_on", Day(), "its last day, once that is certain", ""),
    Column("notice_days", Whole(0, MOST_DAYS), "days of notice; `0` if empty", "14", default=0),
    Column(
        "notice_months",
        Whole(0, MOST_MONTHS),
        "months of notice, before the days; `0` if empty",
        "1",
        default=0,
    ),
    Column(
        "minimum_until",
        Day(),
        "last day of the minimum term, which has whole months since `started_on`; none if empty",
        "2027-03-11",
    ),
    Column(
        "early_fee",
        Amount(),
        "what leaving within the minimum term costs; without a fee it cannot be left",
        "60.00",
    ),
    Column(
        "early_fee_percent",
        Whole(0, 100),
        "the same as a share of what the rest of that term would cost",
        "50",
    ),
    Column(
        "ends",
        Choice(("period_end", "now")),
        "with the billing period in which the notice is over (as if empty), or when it is over",
        "period_end",
        default="period_end",
    ),
    Column(
        "refund",
        Choice(("none", "unused_time")),
        "what is paid back of what is paid for; `none` if empty",
        "none",
        default="none",
    ),
    Column("equipment", Names(), "what is to be sent back", "Router | TV box", default=()),
    Column(
        "undo_days",
        Whole(0, MOST_DAYS),
        "how long a cancellation can be taken back; `14` if empty",
        "14",
        default=14,
    ),
    Column(
        "withdrawal_days",
        Whole(0, MOST_DAYS),
        "how long the contract can be withdrawn from; `14` if empty, `0`: it cannot",
        "14",
        default=14,
    ),
    Column(
        "alternatives",
        Offers(),
        "what may be offered instead of cancelling",
        "pause: months 3 | discount: months 6, percent 20",
        default=(),
    ),
    Column("applied", Applied(), "the alternative that was taken", ""),
)


def _row_of(brand: BrandId, values: Values, before: OfficeServiceRow | None) -> OfficeServiceRow:
    applied = values["applied"]
    return OfficeServiceRow(
        brand_id=brand,
        ref=ServiceRef(values["service"]),
        customer_ref=CustomerRef(values["customer"]),
        name=values["name"],
        plan=values["plan"] or values["name"],
        price_minor=values["price"],
        currency=values[CURRENCY],
        interval=values["interval"],
        status=values["status"],
        started_on=values["started_on"],
        paid_until=values["paid_until"],
        ended_on=values["ended_on"],
        terms=stored_terms(_terms(values)),
        alternatives=stored_offers(values["alternatives"]),
        applied=None if applied is None else ALTERNATIVE.dump_python(applied, mode="json"),
    )


def _faults(values: Values) -> Faults:
    status, ended_on, agreed = values["status"], values["ended_on"], _agreed_end(values)
    if status != "active" and ended_on is None:
        yield Fault("ended_on", f"expected its last day, since it is {status}")
    if status == "active" and ended_on != agreed:
        said = "no last day" if agreed is None else f"{agreed}, as it was agreed upon in `applied`,"
        yield Fault("ended_on", f"expected {said} since it is active; or else the status ending")
    started_on, until = values["started_on"], values["minimum_until"]
    if until is not None and until != _minimum_until(started_on, _minimum_months(started_on, until)):
        yield Fault("minimum_until", _expected_minimum(started_on, until))


def _agreed_end(values: Values) -> date | None:
    applied = values["applied"]
    return applied.ends_on if applied is not None and applied.kind == "later_date" else None


def _terms(values: Values) -> Terms:
    return Terms(
        notice_days=values["notice_days"],
        notice_months=values["notice_months"],
        minimum_months=_minimum_months(values["started_on"], values["minimum_until"]),
        fee_minor=values["early_fee"],
        fee_percent=values["early_fee_percent"],
        ends=values["ends"],
        refund=values["refund"],
        equipment=values["equipment"],
        undo_days=values["undo_days"],
        withdrawal_days=values["withdrawal_days"],
    )


def _minimum_months(started_on: date, until: date | None) -> int:
    """How many months the minimum term has that ends on this day, or around it."""
    if until is None:
        return 0
    day = until + ONE_DAY
    months = (day.year - started_on.year) * 12 + day.month - started_on.month
    return min(max(months, 1), MOST_MONTHS)


def _expected_minimum(started_on: date, until: date) -> str:
    near = _minimum_until(started_on, _minimum_months(started_on, until))
    return f"expected whole months since {started_on}, at most {MOST_MONTHS}; did you mean {near}?"


def _minimum_until(started_on: date, months: int) -> date:
    return add_months(started_on, months) - ONE_DAY


def _values_of(row: OfficeServiceRow) -> Values:
    terms = read_terms(row.terms)
    minimum = terms.minimum_months
    return {
        "service": row.ref,
        "customer": row.customer_ref,
        "name": row.name,
        "plan": row.plan,
        "price": row.price_minor,
        CURRENCY: row.currency,
        "interval": row.interval,
        "status": row.status,
        "started_on": row.started_on,
        "paid_until": row.paid_until,
        "ended_on": row.ended_on,
        "notice_days": terms.notice_days,
        "notice_months": terms.notice_months,
        "minimum_until": _minimum_until(row.started_on, minimum) if minimum else None,
        "early_fee": terms.fee_minor,
        "early_fee_percent": terms.fee_percent,
        "ends": terms.ends,
        "refund": terms.refund,
        "equipment": terms.equipment,
        "undo_days": terms.undo_days,
        "withdrawal_days": terms.withdrawal_days,
        "alternatives": read_offers(row.alternatives),
        "applied": applied_to(row),
    }


def _conflicts(before: OfficeServiceRow, after: OfficeServiceRow, done: Done) -> Faults:
    """What was ended, reinstated or agreed upon here stays; that its last day has passed is no change."""
    ended = (before.status, before.ended_on)
    over = before.status == "ending" and (after.status, after.ended_on) == ("ended", before.ended_on)
    if done & {"cancel", "terminate", "reinstate"} and (after.status, after.ended_on) != ended and not over:
        until = "" if before.ended_on is None else f" on {before.ended_on}"
        yield Fault("status", f"expected {before.status}{until}, as the bot left it")
    if "apply" in done and after.applied != before.applied:
        taken = "none, since the customer took it back here"
        if before.applied is not None:
            taken = f"the {before.applied['kind']} that the customer took here"
        yield Fault("applied", f"expected {taken}")


def _follows(work: UnitOfWork, before: OfficeServiceRow, after: OfficeServiceRow) -> Iterator[Consequence]:
    """What is not paid back yet is not paid back: there is nothing left that it would be for."""
    if before.status == "active" or after.status != "active":
        return
    for row in work.local_refunds.of_item(before.brand_id, before.ref):
        if row.status == "issued":
            amount = from_minor(row.amount_minor, row.currency)
            told = f"active again, so refund {row.ref} of {amount.amount} {row.currency} is taken back"
            yield Consequence("status", told, partial(_void, row))


def _void(row: OfficeRefundRow, work: UnitOfWork) -> None:
    work.local_refunds.settle(row.brand_id, row.ref, "void")


def _done(work: UnitOfWork, brand: BrandId, rows: Mapping[str, OfficeServiceRow]) -> Mapping[str, Done]:
    return work.local_office_files.done(brand, [row.ref for row in rows.values()])


SERVICES = Sheet(
    "services",
    "Subscriptions, memberships and contracts, and under what terms each of them ends.",
    _COLUMNS,
    values_of=_values_of,
    page=lambda work, *asked: work.local_office_files.service_page(*asked),
    table=Table(
        row_of=_row_of,
        stored=lambda work, brand, refs, locked: work.local_office_files.services(brand, refs, locked=locked),
        put=lambda work, _, rows, __: work.local_office.put_services(rows),
        faults=_faults,
        done=_done,
        conflicts=_conflicts,
        follows=_follows,
    ),
)
