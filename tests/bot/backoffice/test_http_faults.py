"""What the brand's side may do wrong, and what our client makes of it: never more than is sure."""

import json
import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.wrappers import Response

from bot.backoffice.base import (
    Cancelled,
    Customer,
    NotPossible,
    OutcomeUnknown,
    PostalAddress,
    TermsChanged,
    Unavailable,
)
from bot.backoffice.http.client import HttpBackOffice
from bot.lines.address import address_of
from bot.lines.answer import waiting_time
from dialogs.values import Quote
from storage.database import Database
from tests.bot.backoffice import http_faults
from tests.bot.backoffice.contract import ADA, FIBRE, PERIOD_END, TODAY, Wanted, quote_of
from tests.bot.backoffice.http_faults import FAULTS
from tests.bot.backoffice.http_laboratory import KEY, HttpLaboratory
from tests.bot.backoffice.http_reference import ReferenceServer

NOTHING_WAS_DONE = {
    *("503 with Retry-After", "429 with Retry-After", "429 for ten minutes", "503 for a day", "400", "404")
}
REFUSED = {"refused with 409", "refused with 422"}
SLOW = {"never", "dripping body", "dripping head"}
ANSWERED = {"late"}
UNCLEAR = sorted(set(FAULTS) - NOTHING_WAS_DONE - REFUSED - SLOW - ANSWERED)


@pytest.fixture
def lab(sqlite_database: Database, reference_server: ReferenceServer) -> Iterator[HttpLaboratory]:
    made = HttpLaboratory(sqlite_database, reference_server)
    made.add_customer(ADA, "Ada Sommer", "ada@example.com", None)
    made.add_service(ADA, Wanted())
    yield made
    made.close()


@pytest.fixture
def quoted(lab: HttpLaboratory) -> Quote:
    return quote_of(lab)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


@pytest.mark.parametrize("fault", UNCLEAR)
def test_an_answer_that_says_nothing(lab: HttpLaboratory, quoted: Quote, fault: str) -> None:
    lab.reference.misbehave(fault)

    with pytest.raises(Unavailable, match="services: "):
        lab.client.services(ADA, TODAY)
    with pytest.raises(OutcomeUnknown, match="cancel: "):
        lab.client.cancel(ADA, FIBRE, quoted, "k1")


@pytest.mark.parametrize("fault", sorted(NOTHING_WAS_DONE))
def test_who_is_busy_or_does_not_take_it_did_nothing(lab: HttpLaboratory, quoted: Quote, fault: str) -> None:
    lab.reference.misbehave(fault)

    with pytest.raises(Unavailable) as read:
        lab.client.find_customer("A-1", "account")
    with pytest.raises(Unavailable) as written:
        lab.client.cancel(ADA, FIBRE, quoted, "k1")

    asked = {"429 for ten minutes": 600.0, "503 for a day": 86400.0, "400": None, "404": None}.get(
        fault, 30.0
    )
    assert (read.value.retry_after, written.value.retry_after) == (asked, asked)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (None, None),
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("9" * 400, 999_999_999),
        ("Sun, 01 Mar 2026 12:02:00 GMT", 120),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("Sun, 01 Mar 2026 12:02:00", 120),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("²", None),
    ],
)
def test_how_long_it_asks_to_wait(said: str | None, seconds: float | None) -> None:
    assert waiting_time(said, datetime(2026, 3, 1, 12, tzinfo=UTC)) == seconds


@given(st.text())
def test_whatever_it_says_of_waiting_is_no_error(said: str) -> None:
    asked = waiting_time(said, datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert asked is None or asked >= 0


@pytest.mark.parametrize("fault", sorted(REFUSED))
def test_a_no_is_for_good_and_says_why_in_one_line(lab: HttpLaboratory, quoted: Quote, fault: str) -> None:
    lab.reference.misbehave(fault)

    with pytest.raises(NotPossible, match=r"^the contract is blocked$"):
        lab.client.cancel(ADA, FIBRE, quoted, "k1")
    with pytest.raises(NotPossible, match=r"^the contract is blocked$"):
        lab.client.read_back(ADA, FIBRE)


@pytest.mark.parametrize("fault", sorted(SLOW))
def test_a_read_ends_in_its_time_however_it_is_held_up(lab: HttpLaboratory, fault: str) -> None:
    lab.reference.misbehave(fault)

    with within(0.9), pytest.raises(Unavailable, match=r"no answer within 0\.5 s"):
        lab.client.services(ADA, TODAY, timeout=0.5)


@pytest.mark.parametrize("fault", sorted(SLOW))
def test_a_write_ends_in_its_time_and_nobody_knows(lab: HttpLaboratory, quoted: Quote, fault: str) -> None:
    lab.reference.misbehave(fault, after=True)
    impatient = HttpBackOffice(address_of(lab.url), KEY, write_seconds=0.5)

    with within(0.9), pytest.raises(OutcomeUnknown, match=r"no answer within 0\.5 s"):
        impatient.cancel(ADA, FIBRE, quoted, "k1")

    impatient.close()
    lab.reference.behave()
    assert lab.client.cancel(ADA, FIBRE, quoted, "k1") == Cancelled(FIBRE, PERIOD_END)


def test_a_late_answer_within_the_time_is_taken(lab: HttpLaboratory) -> None:
    lab.reference.misbehave("late", after=True)

    assert lab.client.read_back(ADA, FIBRE).status == "active"


def test_many_held_up_calls_hold_up_no_further_one(lab: HttpLaboratory) -> None:
    """A call that is cut leaves neither thread nor connection behind."""
    lab.reference.misbehave("dripping head")
    for _ in range(40):
        with pytest.raises(Unavailable):
            lab.client.services(ADA, TODAY, timeout=0.02)

    lab.reference.behave()
    with within(1):
        assert len(lab.client.services(ADA, TODAY)) == 1


@pytest.mark.parametrize("fault", ["closed", "truncated", "500", "garbage", "as html", "redirected"])
def test_what_was_done_unheard_is_answered_when_asked_again(
    lab: HttpLaboratory, quoted: Quote, fault: str
) -> None:
    lab.reference.misbehave(fault, after=True, times=1)

    with pytest.raises(OutcomeUnknown):
        lab.client.cancel(ADA, FIBRE, quoted, "k1")
    assert lab.client.cancel(ADA, FIBRE, quoted, "k1") == Cancelled(FIBRE, PERIOD_END)

    assert lab.reference.keys == ["k1", "k1"]
    with lab.database.read() as work:
        assert len(work.local_office.operations_of(lab.brand.id, FIBRE)) == 1


def test_nobody_listens(lab: HttpLaboratory, quoted: Quote) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    office = HttpBackOffice(address_of(f"http://127.0.0.1:{port}"), KEY)

    with pytest.raises(Unavailable, match="nothing was sent"):
        office.services(ADA, TODAY)
    with pytest.raises(Unavailable, match="nothing was sent"):
        office.cancel(ADA, FIBRE, quoted, "k1")
    office.close()


def test_a_host_that_has_no_address(quoted: Quote) -> None:
    office = HttpBackOffice(address_of("https://nowhere.invalid"), KEY)

    with pytest.raises(Unavailable, match="nothing was sent"):
        office.cancel(ADA, FIBRE, quoted, "k1")
    office.close()


def test_who_takes_connections_and_says_nothing_was_sent_it(quoted: Quote) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        office = HttpBackOffice(address_of(f"http://127.0.0.1:{silent.getsockname()[1]}"), KEY)
        with within(0.7), pytest.raises(Unavailable):
            office.services(ADA, TODAY, timeout=0.3)
        office.close()


CUSTOMER = {"ref": "A-1", "name": "Ada"}
EURO = {"amount": "29.90", "currency": "EUR"}
QUOTE = {"end_date": "2026-12-11", "fee": EURO, "refund": EURO}
PAUSE = {
    "kind": "pause", "starts_on": "2026-12-12", "ends_on": "2027-03-11", "months": 3, "price": EURO,
    "price_after": EURO,
}  # fmt: skip
SERVICE = {
    "ref": "S-1", "name": "Fibre", "plan": "Fibre", "price": EURO, "interval": "month", "status": "active",
    "started_on": "2026-03-12", "quote": QUOTE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ref": None}, "services.0.ref: "),
        ({"price": {"amount": 29.9, "currency": "EUR"}}, "services.0.price.amount: Input should be a valid"),
        ({"price": {"amount": "29.9", "currency": "EUR"}}, "services.0.price: expected 2 digits"),
        ({"price": {"amount": "2990", "currency": "EUR"}}, "services.0.price: expected 2 digits"),
        ({"price": {"amount": "-1.00", "currency": "EUR"}}, "services.0.price.amount: "),
        ({"price": {"amount": "1e3", "currency": "EUR"}}, "services.0.price.amount: "),
        ({"price": {"amount": "NaN", "currency": "EUR"}}, "services.0.price.amount: "),
        ({"price": {"amount": "29.90", "currency": "XXZ"}}, "services.0.price: expected an ISO 4217"),
        ({"price": {"amount": "29.90", "currency": "USD"}}, "services.0: expected amounts of one currency"),
        ({"price": {"amount": "29.90"}}, "services.0.price.currency: Field required"),
        ({"started_on": "12.03.2026"}, "services.0.started_on: "),
        ({"started_on": 1767225600}, "services.0.started_on: "),
        ({"started_on": "2026-03-12T00:00:00Z"}, "services.0.started_on: "),
        ({"quote": {**QUOTE, "end_date": "9999-12-31"}}, "services.0.quote.end_date: expected a day from"),
        ({"quote": {**QUOTE, "undo_until": "2026-12-01T12:00:00"}}, "services.0.quote.undo_until: "),
        ({"quote": {**QUOTE, "fee_reason": "because"}}, "services.0.quote.fee_reason: Input should be"),
        ({"status": "cancelled"}, "services.0.status: Input should be 'active'"),
        ({"status": "ending"}, "services.0: a service that is 'ending' needs ends_on"),
        ({"name": "two\nlines"}, "services.0.name: "),
        (
            {"alternatives": [{**PAUSE, "kind": "discount"}]},
            "services.0.alternatives.0: an alternative of kind 'discount' needs percent",
        ),
    ],
    ids=lambda value: value.partition(":")[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_the_field_that_is_wrong_is_named(
    lab: HttpLaboratory, change: dict[str, object], reason: str
) -> None:
    tell(lab, {"services": [{**SERVICE, **change}]})

    with pytest.raises(Unavailable) as caught:
        lab.client.services(ADA, TODAY)
    assert caught.value.reason.startswith(f"services: {reason}")


def test_what_is_more_than_described_does_no_harm(lab: HttpLaboratory) -> None:
    tell(lab, {**CUSTOMER, "birthday": "1990-01-01", "email": None, "tags": [{"a": 1}]})

    assert lab.client.find_customer("A-1", "account") == Customer(ADA, "Ada", None, None)


@pytest.mark.parametrize(
    ("code", "changed"),
    [("terms_changed", True), ("E-1704", False), (17, False), (None, False), ("x" * 1000, False)],
)
def test_a_code_of_the_brands_own_takes_nothing_from_its_no(
    lab: HttpLaboratory, quoted: Quote, code: object, changed: bool
) -> None:
    body = json.dumps({"reason": "not like this", "code": code})
    lab.reference.spoil(lambda brand, good, environ: Response(body, 409, content_type="application/json"))

    with pytest.raises(NotPossible, match="not like this") as refused:
        lab.client.cancel(ADA, FIBRE, quoted, "k1")
    assert isinstance(refused.value, TermsChanged) is changed


def test_where_letters_go_is_taken_as_it_is_told(lab: HttpLaboratory) -> None:
    """Also what shows in no window: that is told when a letter is sent, and keeps nobody from leaving."""
    lines = ["c/o " + "Sonnenschein " * 9, "Kastanienallee 12", "10435 Berlin", "4", "5", "6", "7"]
    tell(lab, {**CUSTOMER, "postal": {"lines": lines, "country": "DE"}})

    found = lab.client.find_customer("A-1", "account")

    assert found is not None
    assert found.postal == PostalAddress(tuple(lines), "DE")


def test_the_same_service_twice_is_none_to_choose_from(lab: HttpLaboratory) -> None:
    tell(lab, {"services": [SERVICE, SERVICE]})

    with pytest.raises(Unavailable, match="expected each of services once"):
        lab.client.services(ADA, TODAY)


def test_an_answer_about_another_service_is_no_answer(lab: HttpLaboratory, quoted: Quote) -> None:
    tell(lab, {"service": "S-2", "end_date": "2026-12-11"})

    with pytest.raises(OutcomeUnknown, match="service: expected 'S-1', as it was asked"):
        lab.client.cancel(ADA, FIBRE, quoted, "k1")


def test_what_was_found_wrong_is_logged_without_what_is_personal(
    lab: HttpLaboratory, caplog: pytest.LogCaptureFixture
) -> None:
    tell(lab, {**CUSTOMER, "phone": "0171 392 0001"})

    with caplog.at_level(logging.WARNING), pytest.raises(Unavailable, match="phone: "):
        lab.client.find_customer("A-1", "account")

    assert "the back office at 127.0.0.1: find-customer: phone: " in caplog.text
    assert "392" not in caplog.text


def tell(lab: HttpLaboratory, answer: dict[str, object]) -> None:
    """Answer every call with this from now on."""
    lab.reference.spoil(http_faults.told(json.dumps(answer)))
