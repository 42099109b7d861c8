"""The languages that a brand offers: those its chats speak, and those they tell of."""

from dataclasses import replace

from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import Visitor


def offering(house: House, *locales: str) -> None:
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, locales=list(locales)))
    house.app.directory.forget()


def test_whoever_writes_french_is_answered_in_french(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("je voudrais résilier mon abonnement")

    assert visitor.answer["locale"] == "fr"
    assert "Une alternative" in visitor.text


def test_a_language_that_the_brand_does_not_offer_is_not_spoken(house: House, visitor: Visitor) -> None:
    offering(house, "en", "de")
    visitor.begin("BL-1001", locale="fr").say("je voudrais résilier mon abonnement")

    assert visitor.answer["locale"] == "en"


def test_only_the_languages_of_the_brand_are_told(house: House, visitor: Visitor) -> None:
    offering(house, "en", "es")
    visitor.begin("BL-1001").say("another language")

    assert "English, Español." in visitor.text
