"""Who prefers a way has confirmations by it, and by mail all the same."""

import pytest

from bot.confirming.preferring import prefer, preferred_way, was_asked
from bot.history.reading import history_of
from bot.rights.export import export
from bot.rights.retention import retention_of
from bot.rights.subject import subject_of_customer
from dialogs.ids import CustomerRef
from dialogs.values import Way
from tests.bot.confirming.conftest import cancelling, number_of
from tests.bot.confirming.test_letters_asked import Agent
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor

PHONE, MAILBOX = "+491713920001", "ada.sommer@example.com"
ADA = CustomerRef("BL-1001")


def choose(house: House, way: Way | None) -> None:
    with house.app.database.write() as uow:
        prefer(uow, house.brand.id, ADA, way, house.clock())


@pytest.mark.parametrize("way", ["sms", "mail", "chat", "telegram", "letter", None])
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


def test_an_agent_keeps_it_and_it_stands_in_history_and_export(house: House, ada: Visitor) -> None:
    desk = Agent(house, ada)

    found = desk.client.get(f"{desk.place}/preference").get_json()
    wrong = desk.post("prefer", by="letterbox")
    kept = desk.post("prefer", by="sms")

    assert found == {
        "preferred": None,
        "ways": [
            {"way": "mail", "name": "mail"},
            {"way": "sms", "name": "SMS"},
            {"way": "chat", "name": "the web chat"},
        ],
    }
    assert (wrong.status_code, kept.status_code) == (422, 200)
    panel = desk.client.get(desk.place).get_json()["panel"]
    assert panel["customer"]["preferred"] == "SMS"
    told = [entry.what for entry in history_of(house.app, house.brand, "BL-1001").entries]
    assert "Prefers confirmations by SMS" in told
    assert f"{house.agent.name} had confirmations go by SMS from now on, as the customer prefers" in told
    with house.app.database.read() as uow:
        subject = subject_of_customer(uow, house.brand, ADA)
        document = export(uow, house.brand, subject, retention_of(house.brand), house.clock())
    assert [each.way for each in document.preferences] == ["sms"]


def test_of_somebody_unknown_nothing_is_kept(house: House, ada: Visitor) -> None:
    desk, stranger = Agent(house, ada), Visitor(house.client()).begin()
    desk.place = f"/desk/api/conversations/{house.conversation(stranger.token).id}"

    assert desk.client.get(f"{desk.place}/preference").status_code == 404
    assert desk.post("prefer", by="sms").status_code == 404


def test_it_is_changed_in_words_at_any_time_for_what_comes(house: House, ada: Visitor) -> None:
    ada.say("send my confirmations by text from now on")
    house.run_due()

    with house.app.database.read() as uow:
        assert preferred_way(uow, house.brand.id, ADA) == "sms"
    assert house.sent(PHONE) == []
    assert "also come by SMS" in str(ada.look()["messages"])
