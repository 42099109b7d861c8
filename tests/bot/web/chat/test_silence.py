"""Falling silent before deciding: reminded once, by day, and never where it is not wanted."""

from dialogs.case import Case
from dialogs.turn import CASE
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor
from tests.bot.web.webhooks.phone import Phone
from tests.bot.web.webhooks.telegram_user import TelegramUser

REMINDER = "waits for your answer"


def test_one_reminder_after_hours_and_the_way_goes_on(house: House) -> None:
    declared = house.clock.now
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    assert reminders(visitor) == 0
    for _ in range(40):
        house.clock.go_on(hours=1)
        house.run_due()

    assert reminders(visitor) == 1
    visitor.replies += visitor.look()["messages"]
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    assert visitor.answer["case"]["status"] == "accepted"
    assert only(house).declared_at == declared


def test_who_is_still_writing_is_not_reminded(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    house.clock.go_on(hours=3)
    visitor.say("how much do I get back?")
    house.clock.go_on(hours=2)
    house.run_due()
    assert reminders(visitor) == 0

    house.clock.go_on(hours=2)
    house.run_due()
    assert reminders(visitor) == 1


def test_nobody_is_woken_at_night(house: House) -> None:
    user = TelegramUser(house)
    house.clock.go_on(hours=8)  # half past six in the evening in Berlin
    user.say("I want to cancel")
    house.clock.go_on(hours=6)
    house.run_due()
    assert sum(REMINDER in row.body for row in user.received) == 0

    house.clock.go_on(hours=10)
    house.run_due()
    assert sum(REMINDER in row.body for row in user.received) == 1


def test_no_text_after_an_opt_out(house: House) -> None:
    phone = Phone(house)
    phone.text("I want to cancel")
    phone.text("STOP")
    for _ in range(3):
        house.clock.go_on(days=1)
        house.run_due()

    assert not any(REMINDER in text for text in phone.received)
    assert only(house).reminded_at is None


def test_not_while_an_agent_talks_to_them(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    house.claim(visitor.token)
    house.clock.go_on(days=1)
    house.run_due()

    assert reminders(visitor) == 0
    assert only(house).reminded_at is None


def test_it_follows_the_customer_to_another_channel(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.say("continue on telegram")
    user = TelegramUser(house)
    user.say("/start " + visitor.text.split("?start=")[1][:9])
    for _ in range(3):
        house.clock.go_on(hours=3)
        house.run_due()

    assert reminders(visitor) == 0
    assert sum(REMINDER in row.body for row in user.received) == 1


def test_the_terms_are_asked_for_anew_after_a_week(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    before = visitor.text
    house.clock.go_on(days=7)

    visitor.press("Confirm cancellation")

    assert "have changed" in visitor.text
    assert visitor.text != before
    assert visitor.answer["case"]["status"] == "requested"
    visitor.press("Confirm cancellation")
    assert visitor.answer["case"]["status"] == "accepted"


def reminders(visitor: Visitor) -> int:
    return sum(REMINDER in each["text"] for each in visitor.look()["messages"])


def only(house: House) -> Case:
    """The one case, whenever it was declared."""
    with house.app.database.read() as uow:
        now = house.clock.now
        rows = uow.cases.declared_between(house.brand.id, now.replace(year=2020), now.replace(year=2030))
    (row,) = rows
    return CASE.validate_json(row.data)
