"""The contract of `BackOffice`, over every implementation."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.backoffice.base import BackOfficeError, Cancelled, Customer, IdentifierKind, NotPossible
from bot.backoffice.offers import Offer
from bot.backoffice.terms import Terms
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.values import Alternative, Money, Quote, Service
from tests.bot.backoffice.contract import LABORATORIES, TODAY, Laboratory, MakeLaboratory, Wanted

ADA, BEN, NOBODY = CustomerRef("A-1"), CustomerRef("B-2"), CustomerRef("N-0")
FIBRE, TV = ServiceRef("S-1"), ServiceRef("S-2")
PERIOD_END = date(2026, 12, 11)
DAY = timedelta(days=1)

AT_ONCE = Terms(ends="now", refund="unused_time")
OFFERS = (
    Offer("pause", months=3),
    Offer("discount", months=6, percent=20),
    Offer("downgrade", plan="Mini", price_minor=1990),
)


@pytest.fixture(params=LABORATORIES)
def lab(request: pytest.FixtureRequest) -> Laboratory:
    make: MakeLaboratory = request.param
    made = make(request)
    made.add_customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")
    made.add_customer(BEN, "Ben Okafor", "ben@example.com", None)
    return made


def service(lab: Laboratory, customer: CustomerRef = ADA, today: date = TODAY) -> Service:
    (found,) = lab.office.services(customer, today)
    return found


def quote(lab: Laboratory) -> Quote:
    found = service(lab).quote
    assert found is not None
    return found


def euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("A-1", "account"),
        ("a-1", "account"),
        (" A-1 ", "account"),
        ("ada@example.com", "email"),
        ("+491713920001", "phone"),
    ],
)
def test_a_customer_is_found(lab: Laboratory, identifier: str, kind: IdentifierKind) -> None:
    found = lab.office.find_customer(identifier, kind)

    assert found == Customer(ADA, "Ada Sommer", "ada@example.com", "+491713920001")


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("A-2", "account"),
        ("", "account"),
        ("ada@example.com", "account"),
        ("A-1", "email"),
        ("+491", "phone"),
    ],
)
def test_nobody_is_found(lab: Laboratory, identifier: str, kind: IdentifierKind) -> None:
    assert lab.office.find_customer(identifier, kind) is None


def test_an_address_that_two_share_is_nobody_s(lab: Laboratory) -> None:
    lab.add_customer(CustomerRef("A-9"), "Ada's brother", "ada@example.com", None)

    assert lab.office.find_customer("ada@example.com", "email") is None


def test_services_come_with_quote_and_alternatives(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))

    found = service(lab)

    assert (found.status, found.price, found.interval, found.ends_on) == (
        "active",
        euro("29.90"),
        "month",
        None,
    )
    assert quote(lab).end_date == PERIOD_END
    assert [alternative.kind for alternative in found.alternatives] == ["pause", "discount", "downgrade"]
    assert lab.office.services(BEN, TODAY) == ()
    assert lab.office.services(NOBODY, TODAY) == ()


def test_services_ended_long_ago_are_not_listed(lab: Laboratory) -> None:
    lab.add_ended_service(ADA, ServiceRef("S-8"), TODAY - timedelta(days=700))
    lab.add_ended_service(ADA, ServiceRef("S-9"), TODAY - timedelta(days=800))

    found = service(lab)

    assert (found.ref, found.status, found.quote, found.alternatives) == ("S-8", "ended", None, ())


def test_a_cancelled_service_is_ending_then_ended(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))

    assert lab.office.cancel(ADA, FIBRE, quote(lab), "k1") == Cancelled(FIBRE, PERIOD_END)

    found = service(lab)
    assert (found.status, found.ends_on, found.quote, found.alternatives) == ("ending", PERIOD_END, None, ())
    state = lab.office.read_back(ADA, FIBRE)
    assert (state.status, state.end_date) == ("ending", PERIOD_END)
    lab.pass_time(PERIOD_END - TODAY)
    assert lab.office.read_back(ADA, FIBRE).status == "ending"
    lab.pass_time(DAY)
    assert lab.office.read_back(ADA, FIBRE).status == "ended"
    assert service(lab, today=PERIOD_END + DAY).status == "ended"


def test_a_service_can_end_today(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))

    assert lab.office.cancel(ADA, FIBRE, quote(lab), "k1") == Cancelled(FIBRE, TODAY)

    assert lab.office.read_back(ADA, FIBRE).status == "ended"


def test_the_same_key_acts_once_and_answers_the_same(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote(lab)
    first = lab.office.cancel(ADA, FIBRE, quoted, "k1")

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first
    lab.office.reinstate(ADA, FIBRE, "k2")
    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first
    assert lab.office.read_back(ADA, FIBRE).status == "active"
    lab.pass_time(timedelta(days=60))
    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first


def test_another_key_does_not_cancel_twice(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    with pytest.raises(NotPossible) as refused:
        lab.office.cancel(ADA, FIBRE, quoted, "k2")

    assert "already being ended" in refused.value.reason


def test_what_has_ended_is_not_cancelled(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote(lab)
    lab.add_ended_service(ADA, TV, TODAY - DAY)

    with pytest.raises(NotPossible, match="has ended"):
        lab.office.cancel(ADA, TV, quoted, "k1")


def test_a_key_is_not_used_for_something_else(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.add_service(ADA, Wanted(TV))
    quoted = lab.office.services(ADA, TODAY)[0].quote
    assert quoted is not None
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    with pytest.raises(NotPossible):
        lab.office.cancel(ADA, TV, quoted, "k1")
    with pytest.raises(NotPossible):
        lab.office.reinstate(ADA, FIBRE, "k1")

    assert lab.office.read_back(ADA, TV).status == "active"
    assert lab.office.read_back(ADA, FIBRE).status == "ending"


@pytest.mark.parametrize("customer", [BEN, NOBODY])
def test_nobody_touches_another_s_service(lab: Laboratory, customer: CustomerRef) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    found, office = service(lab), lab.office
    assert found.quote is not None

    for attempt in (
        lambda: office.cancel(customer, FIBRE, quote(lab), "k1"),
        lambda: office.apply(customer, FIBRE, found.alternatives[0], "k2"),
        lambda: office.reinstate(customer, FIBRE, "k3"),
        lambda: office.read_back(customer, FIBRE),
    ):
        with pytest.raises(NotPossible):
            attempt()

    assert service(lab) == found


def test_an_unknown_service_is_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote(lab)

    for attempt in (
        lambda: lab.office.cancel(ADA, TV, quoted, "k1"),
        lambda: lab.office.reinstate(ADA, TV, "k2"),
        lambda: lab.office.read_back(ADA, TV),
    ):
        with pytest.raises(NotPossible):
            attempt()


def test_terms_that_changed_after_the_quote_are_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote(lab)
    lab.set_price(ADA, FIBRE, 3990)

    with pytest.raises(NotPossible, match="no longer"):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")

    assert lab.office.read_back(ADA, FIBRE).status == "active"
    # A refusal does not use the key up: with a fresh quote the same case goes on.
    assert lab.office.cancel(ADA, FIBRE, quote(lab), "k1").end_date == TODAY


@pytest.mark.parametrize(
    "change",
    [
        {"fee": euro("0.01")},
        {"refund": euro("99.00")},
        {"end_date": PERIOD_END + DAY},
        {"refund": Money(Decimal("0.00"), "USD")},
    ],
    ids=str,
)
def test_a_quote_that_was_never_given_is_refused(lab: Laboratory, change: dict[str, Money]) -> None:
    lab.add_service(ADA, Wanted())
    forged = replace(quote(lab), **change)  # type: ignore[arg-type]

    with pytest.raises(NotPossible):
        lab.office.cancel(ADA, FIBRE, forged, "k1")


def test_a_quote_is_kept_to_when_it_is_carried_out_days_later(lab: Laboratory) -> None:
    """The customer confirmed before midnight, or the back office was down."""
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote(lab)
    lab.pass_time(timedelta(days=3))

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == Cancelled(FIBRE, TODAY)


@pytest.mark.parametrize("position", range(len(OFFERS)))
def test_an_alternative_is_applied_once_and_read_back(lab: Laboratory, position: int) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    alternative = service(lab).alternatives[position]

    lab.office.apply(ADA, FIBRE, alternative, "k1")
    lab.office.apply(ADA, FIBRE, alternative, "k1")

    assert lab.office.read_back(ADA, FIBRE).applied == alternative
    assert service(lab).alternatives == ()
    assert service(lab).price == euro("29.90")
    assert service(lab, today=alternative.starts_on).price == alternative.price
    if alternative.ends_on is not None:
        assert service(lab, today=alternative.ends_on + DAY).price == alternative.price_after


def test_a_paused_service_is_paused_while_it_is(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause = service(lab).alternatives[0]
    assert pause.ends_on is not None
    lab.office.apply(ADA, FIBRE, pause, "k1")

    days = (TODAY, pause.starts_on, pause.ends_on, pause.ends_on + DAY)

    assert [service(lab, today=day).status for day in days] == ["active", "paused", "paused", "active"]


def test_a_service_with_an_alternative_can_be_cancelled_after_all(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    lab.office.apply(ADA, FIBRE, service(lab).alternatives[0], "k1")

    assert lab.office.cancel(ADA, FIBRE, quote(lab), "k2") == Cancelled(FIBRE, PERIOD_END)


def test_a_later_end_is_agreed_and_an_earlier_one_still_possible(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("later_date", months=2),)))
    (later,) = service(lab).alternatives
    lab.office.apply(ADA, FIBRE, later, "k1")

    found = service(lab)
    assert (later.ends_on, found.ends_on, found.status) == (date(2027, 2, 11), date(2027, 2, 11), "active")
    assert service(lab, today=date(2027, 2, 12)).status == "ended"
    assert lab.office.cancel(ADA, FIBRE, quote(lab), "k2") == Cancelled(FIBRE, PERIOD_END)
    lab.office.reinstate(ADA, FIBRE, "k3")
    assert lab.office.read_back(ADA, FIBRE).end_date == later.ends_on


def test_an_alternative_that_is_not_offered_is_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS[:1]))
    pause = service(lab).alternatives[0]
    forged: list[Alternative] = [
        replace(pause, months=12),
        replace(pause, price_after=euro("0.00")),
        replace(pause, kind="discount", percent=99),
    ]

    for alternative in forged:
        with pytest.raises(NotPossible, match="not offered"):
            lab.office.apply(ADA, FIBRE, alternative, "k1")

    assert lab.office.read_back(ADA, FIBRE).applied is None


def test_nothing_is_applied_to_what_is_ending(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause, quoted = service(lab).alternatives[0], quote(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    with pytest.raises(NotPossible, match="already being ended"):
        lab.office.apply(ADA, FIBRE, pause, "k2")


def test_a_cancellation_is_taken_back_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    before = service(lab)
    assert before.quote is not None
    lab.office.cancel(ADA, FIBRE, before.quote, "k1")

    lab.office.reinstate(ADA, FIBRE, "k2")
    lab.office.reinstate(ADA, FIBRE, "k2")

    assert service(lab) == before
    with pytest.raises(NotPossible):
        lab.office.reinstate(ADA, FIBRE, "k3")


def test_what_has_ended_is_not_taken_back(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.office.cancel(ADA, FIBRE, quote(lab), "k1")
    lab.pass_time(PERIOD_END - TODAY + DAY)

    with pytest.raises(NotPossible, match="has ended"):
        lab.office.reinstate(ADA, FIBRE, "k2")


AT_A_TIME = 8


def outcomes(act: list[tuple[str, ServiceRef]], lab: Laboratory, quoted: Quote) -> list[object]:
    """What cancelling at the same time, under these keys, gives each."""

    def attempt(key_and_service: tuple[str, ServiceRef]) -> object:
        key, ref = key_and_service
        try:
            return lab.office.cancel(ADA, ref, quoted, key)
        except BackOfficeError as error:
            return type(error)

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return list(pool.map(attempt, act))


def test_the_same_key_at_the_same_time_acts_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())

    answers = outcomes([("k1", FIBRE)] * AT_A_TIME, lab, quote(lab))

    assert answers == [Cancelled(FIBRE, PERIOD_END)] * AT_A_TIME


def test_of_different_keys_at_the_same_time_one_acts(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())

    answers = outcomes([(f"k{n}", FIBRE) for n in range(AT_A_TIME)], lab, quote(lab))

    assert sorted(map(str, answers)) == sorted(
        map(str, [Cancelled(FIBRE, PERIOD_END), *[NotPossible] * (AT_A_TIME - 1)])
    )


def test_one_key_for_two_services_at_the_same_time_acts_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote(lab)
    lab.add_service(ADA, Wanted(TV))

    outcomes([("k1", FIBRE), ("k1", TV)] * (AT_A_TIME // 2), lab, quoted)

    states = [lab.office.read_back(ADA, ref).status for ref in (FIBRE, TV)]
    assert sorted(states) == ["active", "ending"]
