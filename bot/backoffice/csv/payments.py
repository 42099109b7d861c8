"""`payments.csv`: what was charged for services."""

from bot.backoffice.csv.amounts import Amount, Currency
from bot.backoffice.csv.columns import CURRENCY, Column, Sheet, Table, Values
from bot.backoffice.csv.kinds import REF, Choice, Day
from bot.backoffice.local_rows import TAKEN
from dialogs.ids import BrandId, ServiceRef
from storage.repositories.local_office import OfficeChargeRow

STATES = (TAKEN, "refunded", "failed")

_COLUMNS = (
    Column("payment", REF, "the payment's number", "P-7001", required=True),
    Column(
        "service",
        REF,
        "what it was for, as in services.csv",
        "BL-1001-1",
        required=True,
        refers=("services",),
    ),
    Column("amount", Amount(), "how much", "29.90", required=True),
    Column(CURRENCY, Currency(), "that of the service", "EUR", required=True, fixed=True),
    Column("charged_on", Day(), "the day", "2026-11-12", required=True),
    Column(
        "status",
        Choice(STATES),
        "only what was `taken` counts; `taken` if empty",
        TAKEN,
        default=TAKEN,
    ),
)


def _row_of(brand: BrandId, values: Values, before: OfficeChargeRow | None) -> OfficeChargeRow:
    return OfficeChargeRow(
        brand_id=brand,
        ref=values["payment"],
        service_ref=ServiceRef(values["service"]),
        amount_minor=values["amount"],
        currency=values[CURRENCY],
        charged_on=values["charged_on"],
        status=values["status"],
    )


def _values_of(row: OfficeChargeRow) -> Values:
    return {
        "payment": row.ref,
        "service": row.service_ref,
        "amount": row.amount_minor,
        CURRENCY: row.currency,
        "charged_on": row.charged_on,
        "status": row.status,
    }


PAYMENTS = Sheet(
    "payments",
    "What was charged for services; the last one of each is what a customer is told of and paid back by.",
    _COLUMNS,
    values_of=_values_of,
    page=lambda work, *asked: work.local_office_files.charge_page(*asked),
    table=Table(
        row_of=_row_of,
        stored=lambda work, brand, refs, _: work.local_office_files.charges(brand, refs),
        put=lambda work, _, rows, __: work.local_office.put_charges(rows),
    ),
)
