"""One customer in two chats at once: what was decided in one is not decided again in the other."""

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]


def test_back_after_keeping_does_not_collide_with_what_the_other_chat_began(house: House) -> None:
    first = asked(house)
    first.press("Keep it")
    first.say("back")
    second = asked(house)

    first.say("yes, confirm the cancellation")

    assert first.answer["case"]["status"] == "requested"
    second.press("Confirm cancellation")
    assert second.answer["case"]["status"] == "accepted"


def test_a_question_about_what_was_kept_in_the_other_chat_decides_nothing(house: House) -> None:
    first, second = asked(house), asked(house)
    second.press("Keep it")
    third = asked(house)

    first.press("Confirm cancellation")

    assert "Cancel something" in first.labels
    third.press("Confirm cancellation")
    assert third.answer["case"]["status"] == "accepted"


def asked(house: House) -> Visitor:
    """The customer in a chat of their own, asked for the confirmation."""
    visitor = Visitor(house.client()).begin(identity=vouching("BL-1001", house.clock.now))
    visitor.say("I want to cancel")
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    assert "Confirm cancellation" in visitor.labels
    return visitor
