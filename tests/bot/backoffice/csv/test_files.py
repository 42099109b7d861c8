"""Whole files: what is written is read again as the same row, and no file breaks the reading."""

import csv
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.backoffice.csv.cells import read_values, written
from bot.backoffice.csv.columns import CURRENCY, Sheet
from bot.backoffice.csv.customers import CUSTOMERS
from bot.backoffice.csv.findings import Finding
from bot.backoffice.csv.guarding import guarded
from bot.backoffice.csv.kinds import EARLIEST
from bot.backoffice.csv.order_payments import ORDER_PAYMENTS, Paid
from bot.backoffice.csv.orders import ORDER_LINES, ORDERS, Line
from bot.backoffice.csv.payments import PAYMENTS
from bot.backoffice.csv.records import SEPARATORS, Limits, Record, Source, records
from bot.backoffice.csv.refunds import REFUNDS
from bot.backoffice.csv.returns import RETURNS
from bot.backoffice.csv.services import SERVICES
from bot.backoffice.csv.sheets import SHEETS, sheet_of
from bot.backoffice.local_rows import ALTERNATIVE
from bot.backoffice.offers import stored_offers
from bot.backoffice.paying import MONEY_FIRST
from bot.backoffice.terms import Terms, read_terms, stored_terms
from dialogs.ids import BrandId, ChargeRef, CustomerRef, OrderLineRef, OrderRef, PersonId, ServiceRef
from storage.repositories.local_office import (
    OfficeChargeRow,
    OfficeCustomerRow,
    OfficeOrderLineRow,
    OfficeOrderRow,
    OfficeServiceRow,
)
from storage.repositories.local_refunds import OfficeRefundRow
from storage.repositories.local_returns import OfficePaymentRow, OfficeReturnRow
from tests.bot.backoffice.csv.test_kinds import ALTERNATIVES, OFFERS, TEXTS

BRAND = BrandId("brand")
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
MINOR = st.integers(0, 10**11 - 1)
TIME = st.integers(0, 3660)
MONTHS = st.integers(0, 120)
TERMS = st.builds(
    Terms,
    notice_days=TIME,
    notice_months=MONTHS,
    minimum_months=MONTHS,
    fee_minor=st.none() | MINOR,
    fee_percent=st.none() | st.integers(0, 100),
    ends=st.sampled_from(("now", "period_end")),
    refund=st.sampled_from(("none", "unused_time")),
    equipment=st.lists(TEXTS, max_size=3).map(tuple),
    undo_days=TIME,
    withdrawal_days=TIME,
    restart_minor=st.none() | MINOR,
)
PERSON = PersonId("person")

CUSTOMER_ROWS = st.builds(
    OfficeCustomerRow,
    brand_id=st.just(BRAND),
    ref=TEXTS.map(CustomerRef),
    person_id=st.just(PERSON),
    risk=st.sampled_from(("normal", "high")),
    name=TEXTS,
    email=st.none() | st.just("ada@example.com"),
    phone=st.none() | st.sampled_from(("+491713920001", "+15550100")),
)
SERVICE_ROWS = st.builds(
    OfficeServiceRow,
    brand_id=st.just(BRAND),
    ref=TEXTS.map(ServiceRef),
    customer_ref=TEXTS.map(CustomerRef),
    name=TEXTS,
    plan=TEXTS,
    price_minor=MINOR,
    currency=st.just("EUR"),
    interval=st.sampled_from(("month", "year")),
    status=st.sampled_from(("ending", "ended")),
    started_on=DAYS,
    paid_until=st.none() | DAYS,
    ended_on=DAYS,
    terms=TERMS.map(stored_terms),
    alternatives=st.lists(OFFERS, max_size=3).map(stored_offers),
    applied=st.none() | ALTERNATIVES.map(lambda applied: ALTERNATIVE.dump_python(applied, mode="json")),
)
PAYMENT_ROWS = st.builds(
    OfficeChargeRow,
    brand_id=st.just(BRAND),
    ref=TEXTS,
    service_ref=TEXTS.map(ServiceRef),
    amount_minor=st.integers(0, 10**9 - 1),
    currency=st.sampled_from(("EUR", "JPY", "KWD")),
    charged_on=DAYS,
    status=st.sampled_from(("taken", "refunded", "failed")),
)
ORDER_ROWS = st.builds(
    OfficeOrderRow,
    brand_id=st.just(BRAND),
    ref=TEXTS.map(OrderRef),
    customer_ref=TEXTS.map(CustomerRef),
    placed_on=DAYS,
    currency=st.just("EUR"),
    shipping_minor=MINOR,
    tax_minor=MINOR,
)
LINE_ROWS = st.builds(
    OfficeOrderLineRow,
    brand_id=st.just(BRAND),
    ref=TEXTS.map(OrderLineRef),
    order_ref=TEXTS.map(OrderRef),
    name=TEXTS,
    ordered=st.integers(1000, 1_000_000),
    cancelled=st.integers(0, 1000),
    price_minor=MINOR,
    state=st.sampled_from(("unpaid", "paid", "shipped", "delivered", "digital", "custom_made")),
    deadline=st.none() | DAYS,
)
PAID_ROWS = st.builds(
    OfficePaymentRow,
    brand_id=st.just(BRAND),
    ref=TEXTS,
    order_ref=TEXTS.map(OrderRef),
    method=st.sampled_from(MONEY_FIRST) | st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True),
    amount_minor=MINOR,
)
REFUND_ROWS = st.builds(
    OfficeRefundRow,
    brand_id=st.just(BRAND),
    ref=TEXTS,
    item_ref=TEXTS.map(ServiceRef),
    charge_ref=st.none() | TEXTS.map(ChargeRef),
    cause=TEXTS,
    method=st.sampled_from(MONEY_FIRST),
    amount_minor=st.integers(1, 10**9 - 1),
    currency=st.sampled_from(("EUR", "JPY", "KWD")),
    status=st.sampled_from(("issued", "failed", "void")),
    issued_on=DAYS,
    expected_on=DAYS,
) | st.builds(
    OfficeRefundRow,
    brand_id=st.just(BRAND),
    ref=TEXTS,
    item_ref=TEXTS.map(OrderRef),
    charge_ref=st.none(),
    cause=TEXTS,
    method=st.sampled_from(MONEY_FIRST),
    amount_minor=st.integers(1, 10**9 - 1),
    currency=st.just("EUR"),
    status=st.just("paid"),
    issued_on=st.just(date(1950, 1, 1)),
    expected_on=DAYS,
    paid_on=DAYS,
)
RETURN_ROWS = st.builds(
    OfficeReturnRow,
    brand_id=st.just(BRAND),
    ref=TEXTS,
    order_ref=TEXTS.map(OrderRef),
    line_ref=TEXTS.map(OrderLineRef),
    cause=TEXTS,
    quantity=st.integers(1, 1_000_000),
    amount_minor=MINOR,
    currency=st.just("EUR"),
    status=st.sampled_from(("expected", "arrived", "accepted", "rejected")),
    return_by=DAYS,
    tracking=st.none() | TEXTS,
    note=st.none() | TEXTS,
    changed_on=DAYS,
    label=st.none() | TEXTS,
)


def file_of(path: Path, sheet: Sheet[Any], cells: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([sheet.names, list(map(guarded, cells))])
    return path


def read_from(path: Path, sheet: Sheet[Any]) -> tuple[list[Record], list[Finding]]:
    said: list[Finding] = []
    required = [column.name for column in sheet.columns if column.required]
    return list(records(Source(path, sheet.names, required), said.append, Limits())), said


def comes_back(folder: Path, sheet: Sheet[Any], row: Any, before: Any = None) -> None:
    """Through a file: written, read, and made a row again."""
    path = file_of(folder / sheet.file, sheet, written(sheet, sheet.values_of(row)))
    (record,), said = read_from(path, sheet)
    read = read_values(sheet, record, {}, None, said.append)

    assert [each.as_text() for each in said if each.severity == "error"] == []
    assert sheet.table is not None
    assert list(sheet.table.faults(read.values)) == []
    assert sheet.table.row_of(BRAND, read.values, before) == row


in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@in_one_folder
@given(row=CUSTOMER_ROWS)
def test_customers_come_back(tmp_path: Path, row: OfficeCustomerRow) -> None:
    comes_back(tmp_path, CUSTOMERS, row, before=row)


@in_one_folder
@given(row=SERVICE_ROWS)
def test_services_come_back(tmp_path: Path, row: OfficeServiceRow) -> None:
    comes_back(tmp_path, SERVICES, row)


@in_one_folder
@given(row=PAYMENT_ROWS)
def test_payments_come_back(tmp_path: Path, row: OfficeChargeRow) -> None:
    comes_back(tmp_path, PAYMENTS, row)


@in_one_folder
@given(row=ORDER_ROWS)
def test_orders_come_back(tmp_path: Path, row: OfficeOrderRow) -> None:
    comes_back(tmp_path, ORDERS, row)


@in_one_folder
@given(row=LINE_ROWS)
def test_lines_come_back(tmp_path: Path, row: OfficeOrderLineRow) -> None:
    comes_back(tmp_path, ORDER_LINES, Line(row, "EUR"))


@in_one_folder
@given(row=PAID_ROWS)
def test_payments_of_orders_come_back(tmp_path: Path, row: OfficePaymentRow) -> None:
    comes_back(tmp_path, ORDER_PAYMENTS, Paid(row, "EUR"))


@in_one_folder
@given(row=REFUND_ROWS)
def test_refunds_come_back(tmp_path: Path, row: OfficeRefundRow) -> None:
    comes_back(tmp_path, REFUNDS, row, before=row)


@in_one_folder
@given(row=RETURN_ROWS)
def test_returns_come_back(tmp_path: Path, row: OfficeReturnRow) -> None:
    comes_back(tmp_path, RETURNS, row, before=row)


@in_one_folder
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_file_is_read_or_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes(b"customer,name,email,phone\n" + content)

    found, said = read_from(path, CUSTOMERS)
    for record in found:
        read_values(CUSTOMERS, record, {}, "DE", said.append)

    assert [each for each in said if not each.expected] == []
    assert "\x1b" not in "".join(each.as_text() for each in said)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("said_first", [False, True])
def test_lines_are_counted_as_an_editor_does(
    tmp_path: Path, ends: str, separator: str, said_first: bool
) -> None:
    lines = [*([f"sep={separator}"] if said_first else []), "customer;name", '1;"a', 'b"', "", "2;c"]
    path = tmp_path / "customers.csv"
    path.write_bytes(ends.join(line.replace(";", separator) for line in lines).encode())

    found, said = read_from(path, CUSTOMERS)

    first = 2 + said_first
    assert said == []
    assert [(record.line, record.cells["customer"]) for record in found] == [(first, "1"), (first + 3, "2")]


def test_every_term_has_a_column() -> None:
    row = OfficeServiceRow(
        BRAND, ServiceRef("S"), CustomerRef("C"), "Gym", "Gym", 1, "EUR", "month", "active",
        EARLIEST, None, None, {}, [], None,
    )  # fmt: skip
    values = SERVICES.values_of(row)

    told = {"fee_minor": "early_fee", "fee_percent": "early_fee_percent", "minimum_months": "minimum_until"}
    told |= {"restart_minor": "restart_price"}
    assert {told.get(term.name, term.name) for term in fields(Terms)} <= set(values)


@pytest.mark.parametrize("term", ["notice_days", "notice_months", "undo_days", "withdrawal_days"])
def test_what_a_column_allows_the_terms_allow(term: str) -> None:
    (column,) = (column for column in SERVICES.columns if column.name == term)
    most = column.kind.most  # type: ignore[attr-defined]

    assert getattr(read_terms({term: most}), term) == most
    with pytest.raises(ValueError, match="less than or equal"):
        read_terms({term: most + 1})


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_columns_and_values_are_the_same(sheet: Sheet[Any]) -> None:
    assert len(set(sheet.names)) == len(sheet.names)
    assert sheet_of(sheet.file) is sheet
    assert all(column.name == CURRENCY for column in sheet.columns if "ISO 4217" in column.expected)
