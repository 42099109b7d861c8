"""Who prefers a way has confirmations by it, and by mail all the same."""

import pytest

from bot.confirming.preferring import prefer, preferred_way, was_asked
from dialogs.ids import CustomerRef
from dialogs.values import Way
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.web.chat.house import House

PHONE, MAILBOX = "+491713920001", "ada.sommer@example.com"
ADA = CustomerRef("BL-1001")


def choose(house: House, way: Way | None) -> None:
    with house.app.database.write() as uow:
        prefer(uow, house.brand.id, ADA, way, house.clock())


@pytest.mark.parametrize("way", ["sms", "mail", "chat", "telegram", None])
def test_the_mail_always_goes_and_the_preferred_way_as_well(house: House, way: Way | None) -> None:
    choose(house, way)
    visitor = cancelling(house)

    house.run_due()

    number = number_of(visitor)
    assert len(house.sent(MAILBOX)) == 1
    texts = [each.body for each in house.sent(PHONE)]
    assert len(texts) == (1 if way in ("sms", "telegram") else 0)
    # She never wrote on Telegram, where it cannot go: a text takes its place.
    assert all(number in text for text in texts)


def test_it_is_kept_for_the_person_and_forgotten_with_them(house: House) -> None:
    choose(house, "sms")
    choose(house, "mail")
    with house.app.database.write() as uow:
        assert preferred_way(uow, house.brand.id, ADA) == "mail"
        uow.preferences.forget(house.brand.id, [uow.contacts.customer_hash(house.brand.id, ADA)])
        assert preferred_way(uow, house.brand.id, ADA) is None


def test_it_is_asked_in_the_chat_once_and_the_one_at_hand_goes_too(house: House) -> None:
    visitor = cancelling(house)
    visitor.press("Skip")
    assert visitor.labels == ["Skip", "E-mail is enough", "Also by SMS"]

    visitor.press("Also by SMS")
    house.run_due()

    (text,) = house.sent(PHONE)
    assert number_of(visitor) in text.body
    assert len(house.sent(MAILBOX)) == 1
    with house.app.database.read() as uow:
        assert preferred_way(uow, house.brand.id, ADA) == "sms"
    again = cancelling(house, "BL-1006")
    again.press("Skip")
    again.press("Skip")
    house.run_due()
    with house.app.database.read() as uow:
        assert was_asked(uow, house.brand.id, CustomerRef("BL-1006"))
