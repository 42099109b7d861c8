"""The contract of `BackOffice`: ending a service once, on the terms that were told, and taking that back."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.backoffice.base import Cancelled, NotPossible, TermsChanged
from bot.backoffice.terms import Terms
from dialogs.values import Money
from tests.bot.backoffice.contract import (
    ADA,
    AT_ONCE,
    DAY,
    FIBRE,
    OFFERS,
    PERIOD_END,
    TODAY,
    TV,
    Laboratory,
    Wanted,
    euro,
    quote_of,
    service_of,
)


def test_a_cancelled_service_is_ending_then_ended(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))

    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1") == Cancelled(FIBRE, PERIOD_END)

    found = service_of(lab)
    assert (found.status, found.ends_on, found.quote, found.alternatives) == ("ending", PERIOD_END, None, ())
    state = lab.office.read_back(ADA, FIBRE)
    assert (state.status, state.end_date) == ("ending", PERIOD_END)
    lab.pass_time(PERIOD_END - TODAY)
    assert lab.office.read_back(ADA, FIBRE).status == "ending"
    lab.pass_time(DAY)
    assert lab.office.read_back(ADA, FIBRE).status == "ended"
    assert service_of(lab, today=PERIOD_END + DAY).status == "ended"


def test_a_service_can_end_today(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))

    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1") == Cancelled(FIBRE, TODAY)

    assert lab.office.read_back(ADA, FIBRE).status == "ended"


def test_the_end_without_a_fee_is_told_and_kept_to(lab: Laboratory) -> None:
    within_minimum = Terms(minimum_months=24, fee_minor=4900)
    lab.add_service(ADA, Wanted(terms=within_minimum))
    found = service_of(lab)
    assert found.quote is not None
    assert found.free_quote is not None
    assert (found.quote.fee, found.free_quote.fee) == (euro("49.00"), euro("0.00"))
    assert found.free_quote.end_date > found.quote.end_date
    lab.pass_time(3 * DAY)

    ended = lab.office.cancel(ADA, FIBRE, found.free_quote, "k1")

    assert ended == Cancelled(FIBRE, found.free_quote.end_date)


def test_where_there_is_no_fee_there_is_no_other_end(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())

    assert service_of(lab).free_quote is None


def test_the_same_key_acts_once_and_answers_the_same(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    first = lab.office.cancel(ADA, FIBRE, quoted, "k1")

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first
    lab.office.reinstate(ADA, FIBRE, "k2")
    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first
    assert lab.office.read_back(ADA, FIBRE).status == "active"
    lab.pass_time(timedelta(days=60))
    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == first


def test_another_key_does_not_cancel_twice(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    with pytest.raises(NotPossible) as refused:
        lab.office.cancel(ADA, FIBRE, quoted, "k2")

    assert "already being ended" in refused.value.reason


def test_what_has_ended_is_not_cancelled(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    quoted = quote_of(lab)
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


def test_terms_that_changed_after_the_quote_are_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    lab.set_price(ADA, FIBRE, 3990)

    with pytest.raises(TermsChanged, match="no longer"):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")

    assert lab.office.read_back(ADA, FIBRE).status == "active"
    # A refusal does not use the key up: with a fresh quote the same case goes on.
    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1").end_date == TODAY


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
    forged = replace(quote_of(lab), **change)  # type: ignore[arg-type]

    with pytest.raises(TermsChanged):
        lab.office.cancel(ADA, FIBRE, forged, "k1")


def test_what_was_quoted_anew_is_done_once_under_a_key_of_its_own(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    lab.set_price(ADA, FIBRE, 3990)
    with pytest.raises(TermsChanged):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")
    anew = quote_of(lab)
    assert anew.refund.amount > quoted.refund.amount

    first = lab.office.cancel(ADA, FIBRE, anew, "k1:1")

    assert lab.office.cancel(ADA, FIBRE, anew, "k1:1") == first
    assert [(each.cause, each.amount) for each in lab.office.refunds(ADA, FIBRE)] == [("k1:1", anew.refund)]
    # The refused one, sent late, finds it done: that is no change of terms, and nothing is done twice.
    with pytest.raises(NotPossible, match=r"already being ended|has ended") as refused:
        lab.office.cancel(ADA, FIBRE, quoted, "k1")
    assert not isinstance(refused.value, TermsChanged)


def test_terms_that_went_back_are_kept_to_again(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    lab.set_price(ADA, FIBRE, 3990)
    with pytest.raises(TermsChanged):
        lab.office.cancel(ADA, FIBRE, quoted, "k1")
    lab.set_price(ADA, FIBRE, 2990)

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == Cancelled(FIBRE, TODAY)


def test_a_quote_is_kept_to_when_it_is_carried_out_days_later(lab: Laboratory) -> None:
    """The customer confirmed before midnight, or the back office was down."""
    lab.add_service(ADA, Wanted(terms=AT_ONCE))
    quoted = quote_of(lab)
    lab.pass_time(timedelta(days=3))

    assert lab.office.cancel(ADA, FIBRE, quoted, "k1") == Cancelled(FIBRE, TODAY)


def test_a_cancellation_is_taken_back_once(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    before = service_of(lab)
    assert before.quote is not None
    lab.office.cancel(ADA, FIBRE, before.quote, "k1")

    lab.office.reinstate(ADA, FIBRE, "k2")
    lab.office.reinstate(ADA, FIBRE, "k2")

    assert service_of(lab) == before
    with pytest.raises(NotPossible):
        lab.office.reinstate(ADA, FIBRE, "k3")


def test_what_has_ended_is_not_taken_back(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    lab.pass_time(PERIOD_END - TODAY + DAY)

    with pytest.raises(NotPossible, match="has ended"):
        lab.office.reinstate(ADA, FIBRE, "k2")
