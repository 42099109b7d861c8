"""The contract of `BackOffice`: applying what was accepted instead of cancelling."""

from dataclasses import replace
from datetime import date

import pytest

from bot.backoffice.base import Cancelled, NotPossible
from bot.backoffice.offers import Offer
from dialogs.values import Alternative
from tests.bot.backoffice.contract import (
    ADA,
    DAY,
    FIBRE,
    OFFERS,
    PERIOD_END,
    TODAY,
    Laboratory,
    Wanted,
    euro,
    quote_of,
    service_of,
)


@pytest.mark.parametrize("position", range(len(OFFERS)))
def test_an_alternative_is_applied_once_and_read_back(lab: Laboratory, position: int) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    alternative = service_of(lab).alternatives[position]

    lab.office.apply(ADA, FIBRE, alternative, "k1")
    lab.office.apply(ADA, FIBRE, alternative, "k1")

    assert lab.office.read_back(ADA, FIBRE).applied == alternative
    assert service_of(lab).alternatives == ()
    assert service_of(lab).price == euro("29.90")
    assert service_of(lab, today=alternative.starts_on).price == alternative.price
    if alternative.ends_on is not None:
        assert service_of(lab, today=alternative.ends_on + DAY).price == alternative.price_after


def test_a_service_that_goes_on_for_nothing_is_not_paused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("extension", months=2),)))
    (extension,) = service_of(lab).alternatives
    lab.office.apply(ADA, FIBRE, extension, "k1")
    assert extension.ends_on is not None

    days = (TODAY, extension.starts_on, extension.ends_on, extension.ends_on + DAY)

    assert [service_of(lab, today=day).status for day in days] == ["active"] * 4
    assert (extension.starts_on, extension.ends_on) == (PERIOD_END + DAY, date(2027, 2, 11))


def test_another_plan_may_cost_more(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("exchange", plan="Max", price_minor=3990),)))
    (exchange,) = service_of(lab).alternatives
    lab.office.apply(ADA, FIBRE, exchange, "k1")

    before, after = service_of(lab), service_of(lab, today=exchange.starts_on)

    assert (exchange.price_before, exchange.price) == (before.price, after.price)
    assert (before.plan, after.plan, after.price) == ("Fibre 100", "Max", euro("39.90"))


def test_a_credit_is_taken_off_the_next_charge(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("store_credit", amount_minor=1000),)))
    (credit,) = service_of(lab).alternatives
    lab.office.apply(ADA, FIBRE, credit, "k1")

    assert (credit.amount, credit.price, credit.ends_on) == (euro("10.00"), euro("19.90"), date(2027, 1, 11))
    assert service_of(lab, today=credit.starts_on).price == euro("19.90")
    assert service_of(lab, today=date(2027, 1, 12)).price == euro("29.90")


def test_a_paused_service_is_paused_while_it_is(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause = service_of(lab).alternatives[0]
    assert pause.ends_on is not None
    lab.office.apply(ADA, FIBRE, pause, "k1")

    days = (TODAY, pause.starts_on, pause.ends_on, pause.ends_on + DAY)

    assert [service_of(lab, today=day).status for day in days] == ["active", "paused", "paused", "active"]


def test_a_service_with_an_alternative_can_be_cancelled_after_all(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    lab.office.apply(ADA, FIBRE, service_of(lab).alternatives[0], "k1")

    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k2") == Cancelled(FIBRE, PERIOD_END)


def test_a_later_end_is_agreed_and_an_earlier_one_still_possible(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=(Offer("later_date", months=2),)))
    (later,) = service_of(lab).alternatives
    lab.office.apply(ADA, FIBRE, later, "k1")

    found = service_of(lab)
    assert (later.ends_on, found.ends_on, found.status) == (date(2027, 2, 11), date(2027, 2, 11), "active")
    assert service_of(lab, today=date(2027, 2, 12)).status == "ended"
    assert lab.office.cancel(ADA, FIBRE, quote_of(lab), "k2") == Cancelled(FIBRE, PERIOD_END)
    lab.office.reinstate(ADA, FIBRE, "k3")
    assert lab.office.read_back(ADA, FIBRE).end_date == later.ends_on


ALL = (*OFFERS, Offer("later_date", months=2))


@pytest.mark.parametrize("position", range(len(ALL)))
def test_an_alternative_is_taken_back_once(lab: Laboratory, position: int) -> None:
    lab.add_service(ADA, Wanted(offers=ALL))
    before = service_of(lab)
    alternative = before.alternatives[position]
    lab.office.apply(ADA, FIBRE, alternative, "k1")
    assert alternative.undo_until is not None
    lab.pass_time(min(alternative.undo_until, PERIOD_END) - TODAY)

    lab.office.revoke(ADA, FIBRE, alternative, "k2")
    lab.office.revoke(ADA, FIBRE, alternative, "k2")

    state, after = lab.office.read_back(ADA, FIBRE), service_of(lab)
    assert (state.applied, state.status, state.end_date) == (None, "active", None)
    assert after == before
    later = service_of(lab, today=alternative.starts_on + DAY)
    assert (later.price, later.plan, later.status) == (before.price, before.plan, "active")


def test_what_was_taken_back_can_be_taken_again(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause, discount = service_of(lab).alternatives[:2]
    lab.office.apply(ADA, FIBRE, pause, "k1")
    lab.office.revoke(ADA, FIBRE, pause, "k2")

    lab.office.apply(ADA, FIBRE, discount, "k3")
    lab.office.revoke(ADA, FIBRE, pause, "k2")

    assert lab.office.read_back(ADA, FIBRE).applied == discount


@pytest.mark.parametrize("position", range(len(ALL)))
def test_what_has_begun_is_not_taken_back(lab: Laboratory, position: int) -> None:
    lab.add_service(ADA, Wanted(offers=ALL))
    alternative = service_of(lab).alternatives[position]
    lab.office.apply(ADA, FIBRE, alternative, "k1")
    assert alternative.undo_until is not None
    lab.pass_time(alternative.undo_until + DAY - TODAY)

    with pytest.raises(NotPossible, match="could be taken back until"):
        lab.office.revoke(ADA, FIBRE, alternative, "k2")

    assert lab.office.read_back(ADA, FIBRE).applied == alternative


def test_only_what_is_applied_is_taken_back(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause, discount = service_of(lab).alternatives[:2]
    with pytest.raises(NotPossible, match="not what is applied"):
        lab.office.revoke(ADA, FIBRE, pause, "k1")
    lab.office.apply(ADA, FIBRE, pause, "k2")

    with pytest.raises(NotPossible, match="not what is applied"):
        lab.office.revoke(ADA, FIBRE, discount, "k3")
    with pytest.raises(NotPossible, match="k2 stands for apply"):
        lab.office.revoke(ADA, FIBRE, pause, "k2")

    assert lab.office.read_back(ADA, FIBRE).applied == pause


def test_nothing_is_taken_back_of_what_is_ending(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS))
    pause = service_of(lab).alternatives[0]
    lab.office.apply(ADA, FIBRE, pause, "k1")
    lab.office.cancel(ADA, FIBRE, quote_of(lab), "k2")

    with pytest.raises(NotPossible, match="already being ended"):
        lab.office.revoke(ADA, FIBRE, pause, "k3")


def test_an_alternative_that_is_not_offered_is_refused(lab: Laboratory) -> None:
    lab.add_service(ADA, Wanted(offers=OFFERS[:1]))
    pause = service_of(lab).alternatives[0]
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
    pause, quoted = service_of(lab).alternatives[0], quote_of(lab)
    lab.office.cancel(ADA, FIBRE, quoted, "k1")

    with pytest.raises(NotPossible, match="already being ended"):
        lab.office.apply(ADA, FIBRE, pause, "k2")
