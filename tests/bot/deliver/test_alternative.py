"""An alternative that the back office has not carried out yet, and a customer who cancels after all."""

import pytest

from bot.backoffice.base import Unavailable
from bot.deliver.loop import LEASE
from dialogs.ids import CustomerRef
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]


@pytest.fixture
def visitor(house: House) -> Visitor:
    """The customer BL-1001, who took the pause."""
    visitor = Visitor(house.client()).begin(identity=vouching("BL-1001", house.clock.now))
    visitor.say("I want to cancel")
    visitor.press("Pause instead")
    return visitor


def test_who_cancels_after_all_gets_no_alternative_any_more(house: House, visitor: Visitor) -> None:
    fail(house)

    cancel_after_all(visitor)
    house.run_due()

    assert changes(house) == ["cancel"]
    house.clock.go_on(hours=2)
    house.run_due()
    assert changes(house) == ["cancel"]
    assert status_in_office(house) == "ending"
    assert given_up(house) == []


def test_one_that_is_being_carried_out_then_goes_before_the_cancellation(
    house: House, visitor: Visitor
) -> None:
    claimed = [each for each in house.deliverer.claim() if each.effect.kind == "apply_alternative"]
    assert len(claimed) == 1
    cancel_after_all(visitor)
    house.run_due()
    assert changes(house) == []

    house.clock.now += 2 * LEASE
    house.run_due()

    assert changes(house) == ["cancel"]
    assert status_in_office(house) == "ending"
    assert given_up(house) == []


def test_who_keeps_it_then_still_gets_the_alternative(house: House, visitor: Visitor) -> None:
    fail(house)

    visitor.say("I want to cancel after all")
    visitor.press("Keep it")
    house.clock.go_on(hours=2)
    house.run_due()

    assert changes(house) == ["apply"]
    assert given_up(house) == []


def fail(house: House) -> None:
    """The back office does not answer once; it is tried again later."""
    house.offices.write_fault = Unavailable("no answer")
    house.run_due()
    house.offices.write_fault = None
    house.clock.go_on(seconds=1)


def cancel_after_all(visitor: Visitor) -> None:
    visitor.say("I want to cancel after all")
    visitor.press("Confirm cancellation")


def changes(house: House) -> list[str]:
    """What the back office was asked to change."""
    return [call for call in house.offices.calls if call in ("apply", "cancel", "reinstate")]


def status_in_office(house: House) -> str:
    (service,) = house.app.office_of(house.brand).services(CustomerRef("BL-1001"), house.clock.now.date())
    return service.status


def given_up(house: House) -> list[str]:
    """Why what was given up was given up."""
    with house.app.database.read() as uow:
        return [f"{row.kind}: {row.error}" for row in uow.outbox.given_up(house.brand.id)]
