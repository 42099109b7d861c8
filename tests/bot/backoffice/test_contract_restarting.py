"""The contract of `BackOffice`: taking up again what has ended, once, on the terms that were told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.backoffice.base import NotPossible
from bot.backoffice.terms import Terms
from dialogs.values import Restart, Service
from tests.bot.backoffice.contract import (
    ADA,
    BEN,
    DAY,
    FIBRE,
    PERIOD_END,
    TODAY,
    Laboratory,
    Wanted,
    euro,
    quote_of,
)

LATER = PERIOD_END + timedelta(days=90)
"""Months after the last day."""
A_YEAR = Terms(minimum_months=12, fee_percent=0, notice_days=14)


def ended(lab: Laboratory, price_minor: int | None, terms: Terms | None = None) -> Service:
    """The service, some months after its customer cancelled it."""
    lab.add_service(ADA, Wanted(terms=terms or Terms()))
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    lab.pass_time(LATER - TODAY)
    lab.sell_again(ADA, FIBRE, price_minor)
    return named(lab)


def named(lab: Laboratory, ref: str = FIBRE, today: date = LATER) -> Service:
    return next(each for each in lab.office.services(ADA, today) if each.ref == ref)


def terms_of(service: Service) -> Restart:
    assert service.restart is not None
    return service.restart


def test_its_terms_are_told_once_it_has_ended_and_not_before(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.sell_again(ADA, FIBRE, 2990)
    assert named(lab, today=TODAY).restart is None
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k1")
    assert named(lab, today=TODAY).restart is None

    lab.pass_time(LATER - TODAY)

    assert named(lab).restart == Restart(LATER, euro("29.90"), "month")


def test_another_price_and_a_term_that_begins_anew_are_told(lab: Laboratory) -> None:
    service = ended(lab, 3490, A_YEAR)

    assert service.price == euro("29.90")
    assert terms_of(service) == Restart(LATER, euro("34.90"), "month", date(2028, 3, 10), 14)


def test_it_runs_again_and_can_be_cancelled_again(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 3490))

    done = lab.office.restart(ADA, FIBRE, terms, "k2")

    assert done.starts_on == LATER
    assert lab.office.read_back(ADA, done.service).status == "active"
    again = named(lab, done.service)
    assert (again.status, again.started_on, again.price) == ("active", LATER, euro("34.90"))
    assert again.quote is not None
    lab.office.cancel(ADA, done.service, again.quote, "k3")
    assert lab.office.read_back(ADA, done.service).status == "ending"


def test_nothing_is_charged_for_the_time_in_between(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 3490))

    done = lab.office.restart(ADA, FIBRE, terms, "k2")

    charged = [*lab.office.charges(ADA, FIBRE, PERIOD_END + DAY)]
    charged += lab.office.charges(ADA, done.service, PERIOD_END + DAY)
    assert all(charge.charged_on >= LATER for charge in charged)
    # What was paid for what had ended is not paid back by withdrawing from the new contract.
    withdrawal = named(lab, done.service).withdrawal
    assert withdrawal is not None
    assert withdrawal.refund in (euro("0.00"), euro("34.90"))


def test_the_same_key_takes_it_up_once_and_answers_the_same(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))
    first = lab.office.restart(ADA, FIBRE, terms, "k2")

    assert lab.office.restart(ADA, FIBRE, terms, "k2") == first
    lab.pass_time(timedelta(days=2))
    assert lab.office.restart(ADA, FIBRE, terms, "k2") == first

    assert [each.status for each in lab.office.services(ADA, LATER)].count("active") == 1


def test_another_key_does_not_take_it_up_twice(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))
    lab.office.restart(ADA, FIBRE, terms, "k2")

    with pytest.raises(NotPossible):
        lab.office.restart(ADA, FIBRE, terms, "k3")

    assert all(each.restart is None for each in lab.office.services(ADA, LATER))
    assert [each.status for each in lab.office.services(ADA, LATER)].count("active") == 1


def test_what_was_taken_up_again_can_end_and_be_taken_up_once_more(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))
    done = lab.office.restart(ADA, FIBRE, terms, "k2")
    quoted = named(lab, done.service).quote
    assert quoted is not None
    lab.office.cancel(ADA, done.service, quoted, "k3")
    lab.pass_time(timedelta(days=60))
    today = LATER + timedelta(days=60)

    again = lab.office.restart(ADA, done.service, terms_of(named(lab, done.service, today)), "k4")

    assert again.service not in (FIBRE, done.service)
    assert lab.office.read_back(ADA, again.service).status == "active"


def test_terms_hold_while_they_are_carried_out_and_it_begins_when_it_is_done(lab: Laboratory) -> None:
    """The back office was down for some days: nobody pays for them."""
    terms = terms_of(ended(lab, 2990))
    lab.pass_time(timedelta(days=3))

    done = lab.office.restart(ADA, FIBRE, terms, "k2")

    assert done.starts_on == LATER + timedelta(days=3)


@pytest.mark.parametrize(
    "change", [{"price": euro("1.00")}, {"notice_days": 90}, {"interval": "year"}], ids=str
)
def test_terms_that_were_never_told_are_refused(lab: Laboratory, change: dict[str, object]) -> None:
    terms = terms_of(ended(lab, 2990))

    with pytest.raises(NotPossible, match="any more"):
        lab.office.restart(ADA, FIBRE, replace(terms, **change), "k2")  # type: ignore[arg-type]

    assert lab.office.read_back(ADA, FIBRE).status == "ended"


def test_what_the_brand_has_no_more_is_not_taken_up_again(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))
    lab.sell_again(ADA, FIBRE, None)

    assert named(lab).restart is None
    with pytest.raises(NotPossible, match="any more"):
        lab.office.restart(ADA, FIBRE, terms, "k2")


def test_what_the_brand_ended_itself_is_taken_up_by_a_person_only(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.sell_again(ADA, FIBRE, 2990)
    lab.office.terminate(ADA, FIBRE, PERIOD_END, "k1")
    lab.pass_time(LATER - TODAY)

    assert named(lab).restart is None


def test_what_goes_on_is_not_taken_up_again(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted())
    lab.sell_again(ADA, FIBRE, 2990)

    with pytest.raises(NotPossible, match="has not ended"):
        lab.office.restart(ADA, FIBRE, Restart(TODAY, euro("29.90"), "month"), "k1")


def test_another_customers_service_is_as_unknown_as_none(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))

    with pytest.raises(NotPossible):
        lab.office.restart(BEN, FIBRE, terms, "k2")


def test_a_key_that_stands_for_something_else_is_refused(lab: Laboratory) -> None:
    terms = terms_of(ended(lab, 2990))

    with pytest.raises(NotPossible):
        lab.office.restart(ADA, FIBRE, terms, "k1")
