"""What was given up and is tried again from the desk goes on where it stopped."""

from bot.backoffice.base import Unavailable
from bot.handoff.given_up import retry_effect
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.conftest import house

__all__ = ["house"]


def test_terms_found_after_all_lead_to_the_end_of_the_service(house: House) -> None:
    house.offices.fault = Unavailable("no answer")
    visitor = Visitor(house.client()).begin("BL-1005")
    visitor.say("I want to cancel")
    visitor.press("Confirm cancellation")
    house.offices.fault = None
    house.clock.go_on(minutes=5)
    house.run_due()
    assert visitor.look()["case"]["status"] == "failed"

    trust(house)
    with house.app.database.read() as uow:
        (given_up,) = uow.outbox.given_up(house.brand.id)
    retry_effect(house.app, house.agent, given_up.id)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1


def trust(house: House) -> None:
    """The brand's staff has spoken with the customers marked as a risk, and takes the mark away."""
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE bo_customer SET risk = 'normal'")
