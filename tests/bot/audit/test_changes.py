"""Samples of alternatives that were taken, and of what was taken up again, held against the back office."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

import pytest

from bot.audit.changes import of_alternative
from bot.backoffice.base import BackOffice, ServiceState
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.turn import CASE
from dialogs.values import Alternative, Money
from tests.bot.audit.test_office import disagreements, report, sql
from tests.bot.records.log.sealing import log_all
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

SERVICE = ServiceRef("S-1")
AGAIN = ServiceRef("BL-1004-1-2")


def taken(house: House, customer: str, label: str, what: str = "I want to cancel") -> Visitor:
    """Somebody who took what was offered, which is applied, read back and logged."""
    visitor = Visitor(house.client()).begin(customer)
    visitor.say(what)
    visitor.press(next(each for each in visitor.labels if each.startswith(label)))
    house.run_due()
    log_all(house)
    assert visitor.look()["case"]["status"] == "reconciled"
    return visitor


def paused(house: House) -> Visitor:
    return taken(house, "BL-1001", "Pause")


def discounted(house: House) -> Visitor:
    return taken(house, "BL-1002", "Take", "I want to cancel my fibre")


def restarted(house: House) -> Visitor:
    return taken(house, "BL-1004", "Order with obligation to pay", "I want my subscription back")


def agreed(house: House) -> Alternative:
    with house.app.database.read() as uow:
        day, now = timedelta(days=1), house.clock()
        (row,) = uow.cases.declared_between(house.brand.id, now - day, now + day)
    offer = CASE.validate_json(row.data).offer
    assert offer is not None
    return offer.alternative


def samples(house: House) -> tuple[int, int]:
    """How many were compared, and how many not, since they do not stand any more."""
    counts = report(house).ledger.counts
    return counts.get("samples", 0), counts.get("samples overtaken", 0)


def applied(house: House, change: dict[str, object] | None) -> None:
    """The back office's own system says something else of what is applied."""
    with house.app.database.read() as uow:
        rows = [uow.local_office.service(house.brand.id, ServiceRef(f"BL-100{n}-1")) for n in (1, 2)]
    row = next(each for each in rows if each is not None and each.applied is not None)
    value = None if change is None else json.dumps({**dict(row.applied or {}), **change})
    sql(house, "UPDATE bo_service SET applied = :v WHERE ref = :r", v=value, r=row.ref)


@pytest.mark.parametrize("take", [paused, discounted, restarted])
def test_what_is_as_it_was_agreed_is_no_finding(house: House, take: Callable[[House], Visitor]) -> None:
    take(house)

    assert disagreements(house) == []
    assert samples(house) == (1, 0)


def test_a_pause_that_is_not_applied(house: House) -> None:
    number = paused(house).look()["record"]["number"]
    begins = agreed(house).starts_on
    applied(house, None)

    assert disagreements(house) == [
        (number, f"pause from {begins} was agreed for service BL-1001-1, and there is none")
    ]


def test_a_pause_that_begins_on_another_day(house: House) -> None:
    paused(house)
    begins = agreed(house).starts_on
    applied(house, {"starts_on": str(begins + timedelta(days=30))})

    ((_, what),) = disagreements(house)

    assert what.endswith(
        f"was agreed for service BL-1001-1, and there is pause from {begins + timedelta(days=30)}"
    )


def test_a_pause_that_ends_later(house: House) -> None:
    paused(house)
    ends = agreed(house).ends_on
    applied(house, {"ends_on": "2030-01-01"})

    ((_, what),) = disagreements(house)

    assert what.endswith(f"with ends on {ends}, and it is 2030-01-01")


def test_a_discount_at_another_price(house: House) -> None:
    discounted(house)
    applied(house, {"price": {"amount": "40.00", "currency": "EUR"}})

    ((_, what),) = disagreements(house)

    assert what.endswith("with price 35.92 EUR, and it is 40.00 EUR")


def test_what_was_taken_up_again_and_does_not_run(house: House) -> None:
    number = restarted(house).look()["record"]["number"]
    today = house.clock().date()
    sql(
        house,
        "UPDATE bo_service SET status = 'ended', ended_on = :d WHERE ref = :r",
        d=str(today - timedelta(days=1)),
        r=AGAIN,
    )

    assert disagreements(house) == [
        (number, f"service {AGAIN} was taken up again from {today}, and has ended")
    ]


def test_what_is_over_is_not_compared(house: House) -> None:
    paused(house)
    over = agreed(house).ends_on
    assert over is not None
    applied(house, None)
    house.clock.go_on(days=(over - house.clock().date()).days)
    assert samples(house) == (1, 0)
    house.clock.go_on(days=1)

    assert disagreements(house) == []
    assert samples(house) == (0, 1)


def test_a_restart_is_compared_for_some_weeks(house: House) -> None:
    restarted(house)
    sql(
        house, "UPDATE bo_service SET status = 'ended', ended_on = :d WHERE ref = :r", d="2020-01-01", r=AGAIN
    )
    house.clock.go_on(days=36)

    assert samples(house) == (0, 1)


def test_what_was_undone_or_cancelled_since_is_not_compared(house: House) -> None:
    visitor = paused(house)
    visitor.say("undo")
    visitor.press(next(iter(visitor.labels)))
    house.run_due()
    assert visitor.look()["case"]["status"] == "reversed"
    again = restarted(house)
    house.clock.go_on(minutes=1)
    again.say("I want to cancel")
    again.press("Confirm cancellation")
    house.run_due()

    found = report(house).ledger
    assert found.findings == []
    assert found.counts["samples overtaken"] == 1


LATER = Alternative(
    "later_date",
    date(2026, 3, 10),
    date(2026, 5, 9),
    Money(Decimal("29.90"), "EUR"),
    Money(Decimal(0), "EUR"),
)


@pytest.mark.parametrize(
    ("state", "what"),
    [
        (ServiceState(SERVICE, "ending", LATER.ends_on, LATER), []),
        (ServiceState(SERVICE, "ended", LATER.ends_on), []),
        (ServiceState(SERVICE, "active", None, LATER), ["and is active"]),
        (ServiceState(SERVICE, "ending", date(2026, 4, 9), LATER), ["and ends on 2026-04-09"]),
    ],
)
def test_a_later_last_day(state: ServiceState, what: list[str]) -> None:
    office = cast(BackOffice, Answering(state))

    found = list(of_alternative(office, CustomerRef("C-1"), SERVICE, LATER))

    assert found == [f"service {SERVICE} was agreed to end on 2026-05-09, {each}" for each in what]


@dataclass(frozen=True)
class Answering:
    """A back office that was asked about one service."""

    state: ServiceState

    def read_back(self, customer: CustomerRef, service: ServiceRef) -> ServiceState:
        return self.state
