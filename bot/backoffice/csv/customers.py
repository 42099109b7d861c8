"""`customers.csv`: the people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.backoffice.base import PostalAddress
from bot.backoffice.csv.addresses import AddressLines, Country
from bot.backoffice.csv.columns import Column, Fault, Faults, Sheet, Table, Values
from bot.backoffice.csv.kinds import REF, Choice, Email, Phone, Words
from bot.backoffice.postal import kept_postal, postal_of
from dialogs.ids import BrandId, CustomerRef, PersonId
from storage.repositories.local_office import OfficeCustomerRow
from storage.unit_of_work import UnitOfWork

_COLUMNS = (
    Column("customer", REF, "the customer number", "BL-1001", required=True),
    Column("name", Words(), "first and last name", "Ada Sommer", required=True),
    Column("email", Email(), "where codes and confirmations go", "ada.sommer@example.com"),
    Column("phone", Phone(), "where codes go by text message", "+491713920001"),
    Column(
        "risk",
        Choice(("normal", "high")),
        "`high`: a code is always asked for, whatever else vouches for them",
        "normal",
        default="normal",
    ),
    Column(
        "address",
        AddressLines(),
        "where letters go: the lines below the name, as on an envelope",
        "Kastanienallee 12 | 10435 Berlin",
    ),
    Column("country", Country(), "the country of `address`", "DE"),
)

_NOBODY = PersonId("")
"""Until the customer is written and a person made for them."""


def _row_of(brand: BrandId, values: Values, before: OfficeCustomerRow | None) -> OfficeCustomerRow:
    return OfficeCustomerRow(
        brand_id=brand,
        ref=CustomerRef(values["customer"]),
        person_id=_NOBODY if before is None else before.person_id,
        risk=values["risk"],
        name=values["name"],
        email=values["email"],
        phone=values["phone"],
        postal=_kept(values),
    )


def _kept(values: Values) -> str | None:
    if not values["address"]:
        return None
    return kept_postal(PostalAddress(tuple(values["address"]), values["country"]))


def _faults(values: Values) -> Faults:
    """An address without its country cannot be written to from anywhere, nor can a country alone."""
    if values["address"] and not values["country"]:
        yield Fault("country", f"expected {Country().expected}, since there is an `address`")
    if values["country"] and not values["address"]:
        yield Fault("address", f"expected {AddressLines().expected}, since there is a `country`")


def _values_of(row: OfficeCustomerRow) -> Values:
    postal = None if row.postal is None else postal_of(row.postal)
    return {
        "customer": row.ref,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "risk": row.risk,
        "address": None if postal is None else postal.lines,
        "country": None if postal is None else postal.country,
    }


def _put(work: UnitOfWork, brand: BrandId, rows: Sequence[OfficeCustomerRow], _: date) -> None:
    new = sum(row.person_id == _NOBODY for row in rows)
    people = iter(work.contacts.add_persons(brand, new) if new else ())
    work.local_office.put_customers(
        [replace(row, person_id=next(people)) if row.person_id == _NOBODY else row for row in rows]
    )


CUSTOMERS = Sheet(
    "customers",
    "The people, and how they are recognised.",
    _COLUMNS,
    values_of=_values_of,
    page=lambda work, *asked: work.local_office_files.customer_page(*asked),
    table=Table(
        row_of=_row_of,
        stored=lambda work, brand, refs, _: work.local_office_files.customers(brand, refs),
        put=_put,
        faults=_faults,
    ),
)
