"""Stripe's own ways: what is read of its objects, and what is done to them."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.backoffice.base import NotPossible, OutcomeUnknown, PostalAddress, Unavailable
from bot.backoffice.breaker import GuardedOffice
from bot.backoffice.choosing import Offices, choice
from bot.backoffice.offers import Offer
from bot.backoffice.registry import STRIPE
from bot.backoffice.stripe_billing.amounts import minor_of, money_of
from bot.backoffice.stripe_billing.office import StripeBackOffice
from bot.backoffice.terms import Terms
from dialogs.ids import ChargeRef, CustomerRef
from dialogs.values import Alternative, Money
from storage.database import Database
from tests.bot.backoffice.contract import (
    ADA,
    DAY,
    FIBRE,
    OFFERS,
    PERIOD_END,
    TODAY,
    Wanted,
    euro,
    quote_of,
    service_of,
)
from tests.bot.backoffice.local_laboratory import LocalLaboratory
from tests.bot.backoffice.stripe_fake import Json, at
from tests.bot.backoffice.stripe_laboratory import StripeLaboratory

WITHIN_MINIMUM = Terms(minimum_months=24, fee_minor=4900)


@pytest.fixture
def lab(request: pytest.FixtureRequest) -> StripeLaboratory:
    made = StripeLaboratory.over_loopback(request)
    made.add_customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")
    return made


@pytest.fixture
def fibre(lab: StripeLaboratory) -> Json:
    """Stripe's object of a service that was never touched."""
    lab.add_service(ADA, Wanted(offers=OFFERS))
    return lab.fake.get("subscription", FIBRE)


# --- customers


def test_a_customer_is_found_by_stripes_own_number(lab: StripeLaboratory) -> None:
    lab.add_customer(CustomerRef("cus_123"), "Ada Sommer", None, None)

    found = lab.office.find_customer("cus_123", "account")

    assert found is not None
    assert found.ref == "cus_123"
    assert lab.office.find_customer("cus_124", "account") is None


def test_what_is_known_of_a_customer(lab: StripeLaboratory) -> None:
    lab.fake.get("customer", ADA).update(
        preferred_locales=["de-DE"],
        email="Ada@Example.com",
        metadata={"account": "A-1", "cancelbot_risk": "high"},
        address={
            "line1": "1 Main Street",
            "city": "Salem",
            "state": "OR",
            "postal_code": "97301",
            "country": "US",
        },
    )

    found = lab.office.find_customer("ada@example.com", "email")

    assert found is not None
    assert (found.risk, found.locale, found.email) == ("high", "de-DE", "ada@example.com")
    assert found.postal == PostalAddress(("1 Main Street", "Salem, OR 97301"), "US")


def test_an_account_number_that_two_have_is_nobody_s(lab: StripeLaboratory) -> None:
    lab.fake.add("customer", "cus_9", name="Ben", email=None, phone=None, metadata={"account": "A-1"})

    assert lab.office.find_customer("A-1", "account") is None


def test_a_quote_in_an_identifier_does_no_harm(lab: StripeLaboratory) -> None:
    assert lab.office.find_customer('A-1" OR email:"ada@example.com', "account") is None


# --- services


def test_items_and_quantities_are_summed(lab: StripeLaboratory, fibre: Json) -> None:
    other = {
        **fibre["items"]["data"][0],
        "id": "si_2",
        "quantity": 3,
        "price": price(lab, 500, "prod_tv", "TV"),
    }
    fibre["items"]["data"].append(other)

    found = service_of(lab)

    assert (found.name, found.plan, found.price) == ("Fibre + TV", "Fibre 100 + TV", euro("44.90"))
    kinds = {each.kind for each in found.alternatives}
    assert kinds == {"pause", "discount", "extension", "store_credit"}, "what would become another one?"


@pytest.mark.parametrize(
    ("recurring", "interval"),
    [
        ({"interval": "year", "interval_count": 1}, "year"),
        ({"interval": "month", "interval_count": 12}, "year"),
        ({"interval": "month", "interval_count": 3}, None),
        ({"interval": "week", "interval_count": 1}, None),
        (None, None),
    ],
    ids=str,
)
def test_other_periods_than_months_and_years_are_for_a_person(
    lab: StripeLaboratory, fibre: Json, recurring: Any, interval: str | None
) -> None:
    fibre["items"]["data"][0]["price"]["recurring"] = recurring

    assert [each.interval for each in lab.office.services(ADA, TODAY)] == ([interval] if interval else [])
    if interval is None:
        with pytest.raises(NotPossible):
            lab.office.read_back(ADA, FIBRE)


def test_what_a_schedule_manages_is_for_a_person(lab: StripeLaboratory, fibre: Json) -> None:
    fibre["schedule"] = "sub_sched_1"

    assert lab.office.services(ADA, TODAY) == ()


@pytest.mark.parametrize(
    ("status", "listed"),
    [("active", True), ("past_due", True), ("unpaid", True), ("trialing", True), ("incomplete", False),
     ("incomplete_expired", False)],
)  # fmt: skip
def test_what_stripe_calls_a_status(lab: StripeLaboratory, fibre: Json, status: str, listed: bool) -> None:
    fibre["status"] = status

    assert [each.status for each in lab.office.services(ADA, TODAY)] == ["active"] * listed


def test_what_the_brand_itself_did_is_seen(lab: StripeLaboratory, fibre: Json) -> None:
    fibre["pause_collection"] = {"behavior": "void", "resumes_at": None}
    assert service_of(lab).status == "paused"

    fibre.update(pause_collection=None, cancel_at_period_end=True, cancel_at=at(PERIOD_END + DAY))
    assert (service_of(lab).status, service_of(lab).ends_on) == ("ending", PERIOD_END)
    lab.office.reinstate(ADA, FIBRE, "k1")
    assert service_of(lab).status == "active"

    fibre.update(cancel_at=at(TODAY + 5 * DAY))
    assert (service_of(lab).status, service_of(lab).ends_on) == ("ending", TODAY + 5 * DAY)


def test_a_cancellation_that_the_brand_took_back_is_taken_back(lab: StripeLaboratory, fibre: Json) -> None:
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    fibre.update(cancel_at_period_end=False, cancel_at=None)

    assert lab.office.read_back(ADA, FIBRE).status == "active"
    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k2").end_date == PERIOD_END


def test_what_is_not_paid_is_not_paid_back(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=Terms(ends="now", refund="unused_time")))
    lab.fake.get("invoice", lab.fake.get("subscription", FIBRE)["latest_invoice"])["status"] = "open"

    assert quote_of(lab).refund == euro("0.00")


def test_a_trial_ends_with_its_last_day_for_nothing(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=Terms(notice_months=3, minimum_months=24, fee_minor=4900)))
    began, ends = TODAY - 4 * DAY, TODAY + 10 * DAY
    subscription = lab.fake.get("subscription", FIBRE)
    subscription.update(status="trialing", start_date=at(began), billing_cycle_anchor=at(ends))
    subscription["items"]["data"][0].update(current_period_start=at(began), current_period_end=at(ends))

    quoted = quote_of(lab)

    assert (quoted.end_date, quoted.fee, quoted.refund) == (ends - DAY, euro("0.00"), euro("0.00"))
    assert lab.office.cancel(ADA, FIBRE, quoted, "k1").end_date == ends - DAY
    assert subscription["cancel_at_period_end"]


def test_periods_are_counted_from_where_stripe_counts_them(lab: StripeLaboratory, fibre: Json) -> None:
    fibre.update(start_date=at(date(2026, 3, 1)))

    assert (service_of(lab).started_on, quote_of(lab).end_date) == (date(2026, 3, 12), PERIOD_END)


@pytest.mark.parametrize(
    ("coupon", "price"),
    [
        ({"percent_off": 50.0, "amount_off": None}, "14.95"),
        ({"percent_off": None, "amount_off": 1000}, "19.90"),
    ],
    ids=str,
)
def test_what_the_brand_takes_off_counts(
    lab: StripeLaboratory, fibre: Json, coupon: Json, price: str
) -> None:
    lab.fake.add("coupon", "summer", **coupon)
    fibre["discounts"] = [
        {"id": "di_9", "object": "discount", "source": {"type": "coupon", "coupon": "summer"}}
    ]

    assert service_of(lab).price == euro(price)
    lab.office.apply(ADA, FIBRE, service_of(lab).alternatives[1], "k1")
    assert fibre["discounts"][0]["id"] == "di_9", "what there was stays"


def test_terms_of_the_subscription_come_before_those_of_price_and_product(
    lab: StripeLaboratory, fibre: Json
) -> None:
    lab.fake.get("product", "prod_fibre")["metadata"] = {"cancelbot_terms": '{"notice_days": 7}'}
    assert quote_of(lab).notice_days == 0
    fibre["metadata"]["cancelbot_terms"] = '{"notice_days": 14}'
    assert quote_of(lab).notice_days == 14


def test_where_nothing_is_said_the_product_speaks(lab: StripeLaboratory, fibre: Json) -> None:
    fibre["items"]["data"][0]["price"]["metadata"] = {}
    lab.fake.get("product", "prod_fibre")["metadata"] = {"cancelbot_terms": '{"notice_days": 7}'}

    assert quote_of(lab).notice_days == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cancelbot_terms", "a month"),
        ("cancelbot_terms", '{"notice": 14}'),
        ("cancelbot_offers", "{}"),
        ("cancelbot_offers", '[{"kind": "pause", "months": 3, "price_minor": 500}]'),
        ("cancelbot_offers", '[{"kind": "downgrade", "plan": "Mini", "price_minor": 1990}]'),
    ],
)
def test_terms_that_nobody_can_read_give_no_quote(
    lab: StripeLaboratory, fibre: Json, name: str, value: str
) -> None:
    quoted = quote_of(lab)
    fibre["metadata"][name] = value

    with pytest.raises(Unavailable, match="cannot be read"):
        lab.office.services(ADA, TODAY)
    with pytest.raises(NotPossible, match="cannot be read"):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")


def test_more_than_a_page_is_read(lab: StripeLaboratory, fibre: Json) -> None:
    lab.side.page = 2
    for n in range(5):
        lab.charge(FIBRE, ChargeRef(f"C-{n}"), TODAY + n * DAY, 100 + n)

    assert len(lab.office.charges(ADA, FIBRE, TODAY)) == 5


# --- ends


def test_the_end_of_the_period_is_stripes_own(lab: StripeLaboratory, fibre: Json) -> None:
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")

    assert (fibre["cancel_at_period_end"], fibre["cancel_at"]) == (True, at(PERIOD_END + DAY))
    assert json.loads(next(v for k, v in fibre["metadata"].items() if "write" in k))["key"] == "k1"


def test_another_day_ends_with_its_last_second_in_the_brands_zone(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=Terms(ends="now", notice_days=14)))
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")

    moment = lab.fake.get("subscription", FIBRE)["cancel_at"]
    assert datetime.fromtimestamp(moment, UTC) == datetime(2026, 12, 6, 22, 59, 59, tzinfo=UTC)


def test_what_is_due_at_a_later_end_is_sent_off_when_it_has_come(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=Terms(ends="now", notice_days=14, refund="unused_time")))
    quoted = quote_of(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    (promised,) = lab.office.refunds(ADA, FIBRE)
    assert (promised.amount, promised.status, promised.cause) == (quoted.refund, "issued", "k1")
    assert lab.fake.all("refund") == []

    lab.pass_time(timedelta(days=15))
    first = lab.office.refunds(ADA, FIBRE)
    lab.pass_time(timedelta(days=2))

    assert lab.office.refunds(ADA, FIBRE) == first
    assert [each.amount for each in first] == [quoted.refund]
    assert len(lab.fake.all("refund")) == 1


def test_looking_at_the_end_is_enough_for_the_money(lab: StripeLaboratory) -> None:
    """An end may be further away than money is looked for."""
    lab.add_service(ADA, Wanted(terms=Terms(ends="now", notice_days=14, refund="unused_time")))
    quoted = quote_of(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    lab.office.read_back(ADA, FIBRE)
    assert lab.fake.all("refund") == []
    lab.pass_time(timedelta(days=15))

    assert lab.office.read_back(ADA, FIBRE).status == "ended"
    lab.office.read_back(ADA, FIBRE)

    assert [each["amount"] for each in lab.fake.all("refund")] == [int(quoted.refund.amount * 100)]


def test_a_refund_that_stripe_will_not_make_has_failed(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=Terms(ends="now", refund="unused_time")))
    quoted = quote_of(lab)
    lab.fake.get("charge", "C-S-1")["amount_refunded"] = 2990

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1").end_date == TODAY

    found = {each.cause: each.status for each in lab.office.refunds(ADA, FIBRE)}
    assert found == {"k1": "failed"}


@pytest.mark.parametrize(
    ("status", "reference", "told"),
    [
        ("pending", None, "issued"),
        ("requires_action", None, "issued"),
        ("succeeded", "pending", "issued"),
        ("succeeded", "available", "paid"),
        ("succeeded", None, "paid"),
        ("failed", None, "failed"),
        ("canceled", None, "failed"),
    ],
)
def test_what_became_of_a_refund(
    lab: StripeLaboratory, fibre: Json, status: str, reference: str | None, told: str
) -> None:
    lab.office.refund(ADA, FIBRE, ChargeRef("C-S-1"), euro("9.90"), "r1")
    (refund,) = lab.fake.all("refund")
    refund.update(
        status=status, destination_details={"type": "card", "card": {"reference_status": reference}}
    )

    (found,) = lab.office.refunds(ADA, FIBRE)
    assert found.status == told


def fee_of(lab: StripeLaboratory) -> Json:
    """The invoice of the fee."""
    (invoice,) = (each for each in lab.fake.all("invoice") if each["metadata"])
    return invoice


def test_a_fee_at_a_later_end_is_sent_off_when_it_has_come(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=WITHIN_MINIMUM))
    lab.fake.get("subscription", FIBRE)["default_payment_method"] = "pm_1"
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")

    assert (fee_of(lab)["status"], fee_of(lab)["amount_due"], fee_of(lab)["currency"]) == (
        "draft",
        4900,
        "eur",
    )
    assert fee_of(lab)["default_payment_method"] == "pm_1"
    lab.pass_time(PERIOD_END - TODAY + DAY)
    assert (lab.office.read_back(ADA, FIBRE).status, fee_of(lab)["status"]) == ("ended", "draft")
    lab.pass_time(DAY)
    assert fee_of(lab)["status"] == "open"
    assert lab.office.charges(ADA, FIBRE, PERIOD_END + DAY) == (), "it is no payment of the service"


def test_who_is_sent_invoices_is_sent_the_fee(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=WITHIN_MINIMUM))
    lab.fake.get("subscription", FIBRE).update(collection_method="send_invoice", days_until_due=30)

    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")

    assert (fee_of(lab)["collection_method"], fee_of(lab)["days_until_due"]) == ("send_invoice", "30")


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(hours=25)], ids=str)
@pytest.mark.parametrize(
    "request_that_fails", ["POST /v1/invoices", "POST /v1/invoiceitems", "POST /v1/invoices/"]
)
def test_a_fee_that_was_interrupted_is_made_once(
    lab: StripeLaboratory, request_that_fails: str, later: timedelta
) -> None:
    lab.add_service(ADA, Wanted(terms=WITHIN_MINIMUM))
    quoted = quote_of(lab)
    lab.side.misbehave(request_that_fails, "lost")
    with pytest.raises(OutcomeUnknown):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")
    lab.pass_time(later)

    lab.office.cancel(ADA, FIBRE, quoted, "k1")
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    assert (fee_of(lab)["amount_due"], fee_of(lab)["auto_advance"]) == (4900, True)


@pytest.mark.parametrize("request_that_fails", ["DELETE /v1/invoiceitems", "DELETE /v1/invoices", "POST"])
@pytest.mark.parametrize("fault", ["lost", "500"])
def test_a_fee_goes_with_the_cancellation_that_is_taken_back(
    lab: StripeLaboratory, request_that_fails: str, fault: str
) -> None:
    lab.add_service(ADA, Wanted(terms=WITHIN_MINIMUM))
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    lab.side.misbehave(request_that_fails, fault)  # type: ignore[arg-type]
    with pytest.raises(OutcomeUnknown):
        lab.office.reinstate(ADA, FIBRE, "k2")
    lab.pass_time(timedelta(hours=25))

    lab.office.reinstate(ADA, FIBRE, "k2")

    assert lab.fake.all("invoiceitem") == []
    assert [each for each in lab.fake.all("invoice") if each["metadata"]] == []
    assert service_of(lab).status == "active"


def test_a_fee_that_was_sent_off_is_for_a_person(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(terms=WITHIN_MINIMUM))
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    fee_of(lab)["status"] = "open"

    with pytest.raises(NotPossible, match="which was sent"):
        lab.office.reinstate(ADA, FIBRE, "k2")
    assert service_of(lab).status == "ending"


# --- alternatives


def applied(lab: StripeLaboratory, position: int) -> Alternative:
    alternative = service_of(lab).alternatives[position]
    lab.office.apply(ADA, FIBRE, alternative, "k1")
    return alternative


def charged(lab: StripeLaboratory, since: date) -> list[date]:
    return [each.charged_on for each in lab.office.charges(ADA, FIBRE, since)]


def test_while_it_is_paused_nothing_is_charged(lab: StripeLaboratory, fibre: Json) -> None:
    pause = applied(lab, 0)
    assert pause.ends_on is not None

    lab.pass_time(timedelta(days=130))

    assert charged(lab, TODAY) == [pause.ends_on + DAY]
    assert service_of(lab, today=pause.ends_on + DAY).status == "active"


def test_an_extension_leaves_out_whole_invoices(lab: StripeLaboratory, fibre: Json) -> None:
    extension = applied(lab, 3)
    assert extension.ends_on is not None

    lab.pass_time(timedelta(days=90))

    assert charged(lab, TODAY) == [extension.ends_on + DAY]


def test_a_credit_is_taken_off_one_invoice(lab: StripeLaboratory, fibre: Json) -> None:
    applied(lab, 5)

    lab.pass_time(timedelta(days=55))

    amounts = [each.amount for each in lab.office.charges(ADA, FIBRE, TODAY)]
    assert amounts == [euro("19.90"), euro("29.90")]


def test_what_stripe_cannot_do_as_it_is_told_is_not_offered(lab: StripeLaboratory) -> None:
    too_much = Offer("store_credit", amount_minor=2991)
    lab.add_service(ADA, Wanted(offers=(too_much, Offer("store_credit", amount_minor=2990))))

    (credit,) = service_of(lab).alternatives

    assert credit.price == euro("0.00")


def test_a_year_is_not_extended_by_months(lab: StripeLaboratory, fibre: Json) -> None:
    recurring = fibre["items"]["data"][0]["price"]["recurring"]
    recurring.update(interval="year")

    kinds = [each.kind for each in service_of(lab).alternatives]

    assert "extension" not in kinds
    assert "pause" in kinds


def test_a_downgrade_costs_less_from_the_next_invoice_on(lab: StripeLaboratory, fibre: Json) -> None:
    smaller = applied(lab, 2)

    lab.pass_time(timedelta(days=25))

    (charge,) = lab.office.charges(ADA, FIBRE, TODAY)
    assert (charge.amount, charge.charged_on) == (smaller.price, smaller.starts_on)
    assert (service_of(lab).plan, service_of(lab, today=smaller.starts_on).plan) == ("Fibre 100", "Mini")


def test_a_downgrade_to_another_price_than_was_told_is_refused(lab: StripeLaboratory, fibre: Json) -> None:
    lab.fake.get("price", "price_mini_S-1")["unit_amount"] = 2490

    with pytest.raises(NotPossible, match=r"is not 19\.90 EUR"):
        applied(lab, 2)


def test_a_price_that_the_brand_changed_afterwards_counts(lab: StripeLaboratory, fibre: Json) -> None:
    applied(lab, 2)
    fibre["items"]["data"][0]["price"] = price(lab, 3990, "prod_fibre", "Fibre")

    assert service_of(lab).price == euro("39.90")


def test_after_a_later_date_the_period_s_end_is_a_day(lab: StripeLaboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("later_date", months=2),)))
    applied(lab, 0)

    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k2")

    assert lab.office.read_back(ADA, FIBRE).end_date == PERIOD_END
    lab.pass_time(timedelta(days=21))
    assert charged(lab, TODAY) == []
    assert lab.office.read_back(ADA, FIBRE).end_date == PERIOD_END


# --- amounts and settings


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [(2990, "eur", "29.90"), (500, "jpy", "500"), (12345, "kwd", "12.345"), (50000, "isk", "500.00")],
)
def test_amounts_are_stripes_smallest_units(minor: int, currency: str, amount: str) -> None:
    money = money_of(minor, currency)

    assert money == Money(Decimal(amount), currency.upper())
    assert minor_of(money) == minor


def test_half_a_cent_is_no_amount() -> None:
    with pytest.raises(ValueError, match="smallest units"):
        minor_of(euro("0.005"))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, "key is missing"),
        ({"key": "sk_live_secret"}, "key is a secret"),
        ({"key": "env:K", "webhook_secret": "whsec_1"}, "webhook_secret is a secret"),
        ({"key": "env:K", "reference": 'a"b'}, "reference: expected"),
        ({"key": "env:K", "base": "https://stripe.example"}, "base: expected an address of this machine"),
    ],
)
def test_settings_that_will_not_do_are_named(given: dict[str, str], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        choice(STRIPE, given)


def test_a_brand_s_choice_opens_its_account(
    lab: StripeLaboratory, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIPE_KEY", lab.key)
    settings = {"kind": "stripe", "key": "env:STRIPE_KEY", "base": lab.url}
    brand = replace(LocalLaboratory(sqlite_database).brand, settings={"back_office": settings})

    office = Offices(sqlite_database, lambda: lab.now).of(brand)

    found = office.find_customer("A-1", "account")
    assert found is not None
    assert found.name == "Ada Sommer"
    assert isinstance(office, GuardedOffice)
    assert isinstance(office.guards, StripeBackOffice)
    office.guards.close()


def test_who_has_no_stripe_loads_none_of_it() -> None:
    code = (
        "import sys, bot.backoffice.choosing, bot.backoffice.stripe_billing.opening, bot.web.app; "
        "sys.exit('stripe' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def price(lab: StripeLaboratory, minor: int, product: str, name: str) -> Json:
    lab.fake.add("product", product, name=name)
    return lab.fake.add(
        "price",
        currency="eur",
        unit_amount=minor,
        nickname=None,
        product=product,
        recurring={"interval": "month", "interval_count": 1},
    )
