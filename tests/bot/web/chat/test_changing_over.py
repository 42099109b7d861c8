"""Between ending a service and withdrawing from its contract: both ways, neither taken for the other."""

from bot.backoffice.base import Unavailable
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching


def begun(house: House, visitor: Visitor, customer: str) -> Visitor:
    return visitor.begin(identity=vouching(customer, house.clock.now))


def test_a_wish_to_cancel_after_the_word_is_a_cancellation(house: House, visitor: Visitor) -> None:
    begun(house, visitor, "BL-1002").say("I want to withdraw from my contract")
    assert "withdraw" in visitor.text

    visitor.say("cancel my Brightline TV")

    assert "withdraw" not in visitor.text
    assert "Confirm cancellation" in visitor.labels or "No, cancel" in visitor.labels
    assert house.count("cancellation_case") == 1


def test_the_chat_is_not_about_withdrawing_for_ever(house: House, visitor: Visitor) -> None:
    begun(house, visitor, "BL-1001").say("I want to withdraw from my contract")
    visitor.press("Keep it")
    house.clock.go_on(days=30)

    visitor.say("I want to cancel")

    assert visitor.labels[0] == "No, cancel"


def test_which_of_the_two_is_meant_is_asked(house: House, visitor: Visitor) -> None:
    begun(house, visitor, "BL-1001").say("I want to withdraw from my contract")

    visitor.say("cancel")
    assert visitor.labels[1:] == ["End it instead", "Keep it"]
    assert visitor.answer["record"] is None
    visitor.press("End it instead")

    assert visitor.labels[0] == "No, cancel"
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["record"] is not None


def test_what_was_cancelled_before_can_still_be_undone(house: House, visitor: Visitor) -> None:
    begun(house, visitor, "BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    visitor.say("I want to withdraw from my contract")
    visitor.say("keep it")

    visitor.say("undo")

    assert "Undo the cancellation" in visitor.labels


def test_an_open_fee_is_answered_before_anything_is_withdrawn(house: House, visitor: Visitor) -> None:
    house.offices.fault = Unavailable("no answer")
    begun(house, visitor, "BL-1003").say("I want to cancel")
    visitor.press("Confirm cancellation")
    house.offices.fault = None
    house.clock.go_on(days=3)
    house.run_due()
    asked = visitor.look()["messages"][-1]["choices"]

    visitor.say("I want to withdraw from the contract")

    assert [choice["label"] for choice in asked] == visitor.labels
    assert visitor.answer["status"] == "waiting"


def test_a_fee_learnt_after_the_word_is_asked_about(house: House, visitor: Visitor) -> None:
    house.offices.fault = Unavailable("no answer")
    begun(house, visitor, "BL-1003").say("I want to cancel")
    visitor.press("Confirm cancellation")
    visitor.say("I want to withdraw from my contract")
    visitor.say("keep it")
    house.offices.fault = None
    house.clock.go_on(days=3)
    house.run_due()

    visitor.replies += visitor.look()["messages"][-1:]

    assert visitor.labels[0].startswith("Pay ")
    visitor.press("Keep it")
    assert visitor.look()["case"]["status"] == "reversed"
