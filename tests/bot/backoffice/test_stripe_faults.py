"""Stripe that fails, late or halfway: what is surely not done, what nobody knows, and doing it once."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.backoffice.base import BackOfficeError, Cancelled, NotPossible, OutcomeUnknown, Unavailable
from bot.backoffice.stripe_billing.calls import Stripe
from bot.backoffice.stripe_billing.office import StripeBackOffice
from bot.backoffice.terms import Terms
from bot.lines.address import address_of
from dialogs.ids import ServiceRef
from dialogs.values import Quote
from tests.bot.backoffice.contract import (
    ADA,
    FIBRE,
    OFFERS,
    PERIOD_END,
    TODAY,
    Wanted,
    quote_of,
    service_of,
)
from tests.bot.backoffice.stripe_laboratory import StripeLaboratory

DEARLY = Terms(ends="now", refund="unused_time", minimum_months=24, fee_minor=4900)
"""It ends at once, for a fee, with money back: the write of most requests."""

ITS_REQUESTS = (
    "POST /v1/subscriptions/S-1",
    "DELETE /v1/subscriptions/S-1",
    "POST /v1/refunds",
    "POST /v1/invoices",
    "POST /v1/invoiceitems",
    "POST /v1/invoices/",
)


@pytest.fixture
def lab(request: pytest.FixtureRequest) -> StripeLaboratory:
    made = StripeLaboratory.over_loopback(request)
    made.add_customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")
    return made


def attempt(lab: StripeLaboratory, quoted: Quote, key: str = "k1") -> object:
    try:
        return lab.office.cancel(ADA, FIBRE, quoted, key)
    except BackOfficeError as error:
        return type(error)


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(hours=25), timedelta(days=9)], ids=str)
@pytest.mark.parametrize("fault", ["lost", "500"])
@pytest.mark.parametrize("request_that_fails", ITS_REQUESTS)
def test_a_write_that_was_interrupted_anywhere_is_done_once(
    lab: StripeLaboratory, request_that_fails: str, fault: str, later: timedelta
) -> None:
    lab.add_service(ADA, Wanted(terms=DEARLY))
    quoted = quote_of(lab)
    lab.side.misbehave(request_that_fails, fault)  # type: ignore[arg-type]
    assert attempt(lab, quoted) is OutcomeUnknown

    lab.pass_time(later)
    if attempt(lab, quoted) is OutcomeUnknown:
        assert fault == "500", "Stripe keeps a server error for a day"
        lab.pass_time(timedelta(hours=25))

    assert attempt(lab, quoted) == Cancelled(FIBRE, TODAY)
    assert lab.office.read_back(ADA, FIBRE).end_date == TODAY
    assert sorted(lab.side.requests) == sorted(
        [*ITS_REQUESTS[:-1], f"POST /v1/invoices/{the_invoice(lab)}/finalize"]
    )
    assert [each["amount"] for each in lab.fake.all("refund")] == [int(quoted.refund.amount * 100)]
    assert [each["amount"] for each in lab.fake.all("invoiceitem")] == [4900]


def the_invoice(lab: StripeLaboratory) -> str:
    (made,) = (each for each in lab.fake.all("invoice") if each["metadata"])
    assert (made["status"], made["amount_due"], made["auto_advance"]) == ("open", 4900, True)
    return str(made["id"])


def test_the_order_of_an_end_at_once_is_kept(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=DEARLY))

    attempt(lab, quote_of(lab))

    done = [name.removesuffix(f"{the_invoice(lab)}/finalize") for name in lab.side.requests]
    assert tuple(done) == ITS_REQUESTS


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(hours=25)], ids=str)
@pytest.mark.parametrize("fault", ["lost", "500", "html"])
def test_an_end_at_a_later_day_is_one_request(lab: StripeLaboratory, fault: str, later: timedelta) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    lab.side.misbehave("POST", fault)  # type: ignore[arg-type]
    assert attempt(lab, quoted) is OutcomeUnknown
    lab.pass_time(later)

    if fault == "500" and later < timedelta(hours=1):
        assert attempt(lab, quoted) is OutcomeUnknown
        lab.pass_time(timedelta(hours=1))
    assert attempt(lab, quoted) == Cancelled(FIBRE, PERIOD_END)
    assert lab.side.requests == ["POST /v1/subscriptions/S-1"]


def test_a_refund_whose_answer_was_lost_is_found(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted())
    (charge,) = lab.office.charges(ADA, FIBRE, TODAY - timedelta(days=30))
    lab.side.misbehave("POST /v1/refunds", "lost")
    with pytest.raises(OutcomeUnknown):
        lab.office.refund(ADA, FIBRE, charge.ref, charge.amount, "r1")
    lab.pass_time(timedelta(hours=25))

    (refund,) = lab.office.refund(ADA, FIBRE, charge.ref, charge.amount, "r1")

    assert (refund.cause, refund.amount) == ("r1", charge.amount)
    assert len(lab.fake.all("refund")) == 1


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(hours=25)], ids=str)
@pytest.mark.parametrize("request_that_fails", ["POST /v1/coupons", "POST /v1/subscriptions"])
def test_a_discount_that_was_interrupted_is_given_once(
    lab: StripeLaboratory, request_that_fails: str, later: timedelta
) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    discount = service_of(lab).alternatives[1]
    lab.side.misbehave(request_that_fails, "lost")
    with pytest.raises(OutcomeUnknown):
        lab.office.apply(ADA, FIBRE, discount, "k1")
    lab.pass_time(later)

    lab.office.apply(ADA, FIBRE, discount, "k1")

    (coupon,) = lab.fake.all("coupon")
    assert (coupon["percent_off"], coupon["duration_in_months"]) == ("20", "6")
    assert len(lab.fake.get("subscription", FIBRE)["discounts"]) == 1


@pytest.mark.parametrize(
    ("fault", "read", "write"),
    [
        ("429", Unavailable, Unavailable),
        ("401", Unavailable, Unavailable),
        ("500", Unavailable, OutcomeUnknown),
        ("html", Unavailable, OutcomeUnknown),
        ("lost", Unavailable, OutcomeUnknown),
    ],
)
def test_what_an_error_means(
    lab: StripeLaboratory, fault: str, read: type[BackOfficeError], write: type[BackOfficeError]
) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)

    lab.side.misbehave("GET", fault)  # type: ignore[arg-type]
    with pytest.raises(read):
        lab.office.services(ADA, TODAY)
    lab.side.misbehave("POST", fault)  # type: ignore[arg-type]
    assert attempt(lab, quoted) is write


def test_a_key_that_stripe_does_not_know_is_logged_loudly(
    lab: StripeLaboratory, caplog: pytest.LogCaptureFixture
) -> None:
    lab.side.misbehave("GET", "401")

    with pytest.raises(Unavailable):
        lab.office.services(ADA, TODAY)

    assert [record.levelno for record in caplog.records if "does not let us in" in record.message] == [
        logging.ERROR
    ]
    assert lab.key not in caplog.text


def test_a_read_ends_in_its_time_however_many_requests_it_takes(lab: StripeLaboratory) -> None:
    lab.side.misbehave("GET /v1/subscriptions", "hangs")
    began = time.monotonic()

    with pytest.raises(Unavailable):
        lab.office.services(ADA, TODAY, timeout=0.5)

    assert time.monotonic() - began < 1.5


def test_where_nobody_listens_nothing_was_done(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    nowhere = StripeBackOffice(
        Stripe(lab.key, address_of("http://127.0.0.1:1")), "Europe/Berlin", "account", lambda: lab.now
    )
    try:
        with pytest.raises(Unavailable):
            nowhere.cancel(ADA, FIBRE, quoted, "k1")
    finally:
        nowhere.close()


def test_two_processes_with_one_key_act_once(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=DEARLY))
    quoted, other = quote_of(lab), lab.opened()

    def cancel(office: StripeBackOffice) -> object:
        try:
            return office.cancel(ADA, FIBRE, quoted, "k1")
        except OutcomeUnknown as unknown:
            return unknown

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(cancel, [lab.office, other] * 2))
    other.close()

    assert attempt(lab, quoted) == Cancelled(FIBRE, TODAY)
    assert len(lab.fake.all("refund")) == 1
    assert len(lab.fake.all("invoiceitem")) == 1


def test_a_key_is_not_used_for_another_customer_s_service_either(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.add_service(ADA, Wanted(ServiceRef("S-2")))
    quoted = lab.office.services(ADA, TODAY)[0].quote
    assert quoted is not None
    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    # As if another process had not seen the first one's note yet.
    lab.fake.get("subscription", FIBRE)["metadata"].pop("cancelbot_ending")
    for name in [name for name in lab.fake.get("subscription", FIBRE)["metadata"] if "write" in name]:
        lab.fake.get("subscription", FIBRE)["metadata"].pop(name)

    with pytest.raises(OutcomeUnknown):
        lab.office.cancel(ADA, ServiceRef("S-2"), quoted, "k1")

    assert lab.office.read_back(ADA, ServiceRef("S-2")).status == "active"


def test_what_stripe_refuses_is_a_no_for_good_with_its_reason(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    metadata = lab.fake.get("subscription", FIBRE)["metadata"]
    metadata.update({f"brand_{n}": "x" for n in range(50)})

    with pytest.raises(NotPossible, match="up to 50 keys"):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")
