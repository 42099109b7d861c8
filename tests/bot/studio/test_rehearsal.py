"""A rehearsal is the real engine with the draft's texts, on each channel and with each customer."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from bot.studio.backdrop import CUSTOMERS, IN_WORDS, Customer, customers_for
from bot.studio.rehearsal import MOST_LINES, Line, Played, rehearse
from bot.studio.workshop import Workshop
from dialogs.effects import Effect, LookUpAccount, LookUpQuote
from tests.bot.studio.conftest import Texts

Workshops = Callable[[Texts], Workshop]
WAY_OUT = (
    *(Line(choice="cancel"), Line("100234"), Line("482913")),
    *(Line(choice="cancel"), Line(choice="confirm"), Line(choice="skip")),
)


def said(played: Played, author: str = "bot") -> list[str]:
    return [message.text for message in played.messages if message.author == author]


def test_the_drafts_texts_are_said(workshop_with: Workshops) -> None:
    workshop = workshop_with({"en": {"welcome": "welcome = Hi there!\n"}})

    played = rehearse(workshop, "webchat", "en", "one", ())

    assert said(played)[0].endswith("Hi there!")
    assert played.messages[0].text_id == "welcome"


def test_the_whole_way_out_can_be_rehearsed(workshop_with: Workshops) -> None:
    played = rehearse(workshop_with({}), "webchat", "en", "one", WAY_OUT)

    assert played.step == "goodbye"
    assert any("Your cancellation is accepted" in text for text in said(played))
    assert any("your cancellation of Fibre 250 Plus" in text for text in said(played))
    assert "The back office would end the service." in said(played, "note")


def test_an_order_is_rehearsed_line_by_line(workshop_for_orders: Workshop) -> None:
    identified = (Line(choice="cancel"), Line("100234"), Line("482913"))
    some = (Line(choice="option-1"), Line("stoneware mug"), Line(choice="quantity-2"))

    played = rehearse(
        workshop_for_orders, "webchat", "en", "several", (*identified, *some, Line(choice="confirm"))
    )

    assert any("2 × Stoneware mug, blue: cancelled, €39.80 back" in text for text in said(played))
    assert "The back office would cancel that of the order." in said(played, "note")
    assert "order-executed" in [message.text_id for message in played.messages]


def test_it_is_rehearsed_under_the_brands_law(workshop_with: Workshops) -> None:
    workshop = workshop_with({})
    german = replace(workshop, brand=replace(workshop.brand, pack="de"))

    played = rehearse(german, "webchat", "de", "one", (Line(choice="cancel"), Line("Kim Sommer, 100234")))

    menu, repeated = (
        message for message in played.messages if message.text_id in ("welcome", "declare-repeated")
    )
    assert menu.choices[0] == ("cancel", "Verträge hier kündigen")
    assert repeated.choices[0] == ("confirm", "jetzt kündigen")


def test_what_was_said_before_is_played_again_alike(workshop_with: Workshops) -> None:
    workshop = workshop_with({})
    shorter = rehearse(workshop, "telegram", "de", "fee", WAY_OUT[:3])
    longer = rehearse(workshop, "telegram", "de", "fee", WAY_OUT[:5])

    assert longer.messages[: len(shorter.messages)] == shorter.messages


@pytest.mark.parametrize("customer", get_args(Customer))
@pytest.mark.parametrize("channel", ["webchat", "telegram", "sms"])
@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_customer_gets_through_on_every_channel(
    workshop_with: Workshops, customer: Customer, channel: str, locale: str
) -> None:
    lines = (Line("cancel"), Line("100234"), Line("482913"), Line("1"), Line("1"), Line("1"))

    played = rehearse(workshop_with({}), channel, locale, customer, lines)

    assert said(played)
    assert "cannot be shown" not in " ".join(said(played, "note"))


def test_on_text_messages_the_customer_begins_and_digits_answer(workshop_with: Workshops) -> None:
    workshop = workshop_with({})

    assert rehearse(workshop, "sms", "en", "one", ()).messages == ()
    played = rehearse(workshop, "sms", "en", "one", (Line("I want to cancel"),))
    assert said(played)[0].endswith("1 Use this phone number\n2 Go on without")
    last = next(message for message in reversed(played.messages) if message.author == "bot")
    assert last.choices == ()
    assert last.segments == 2


def test_a_wrong_code_is_wrong(workshop_with: Workshops) -> None:
    lines = (Line("cancel"), Line("100234"), Line("111111"))

    played = rehearse(workshop_with({}), "webchat", "en", "one", lines)

    assert played.step == "verify"
    assert any("That code is not right" in text for text in said(played))


def test_a_stale_button_is_harmless(workshop_with: Workshops) -> None:
    played = rehearse(workshop_with({}), "webchat", "en", "one", (Line(choice="confirm"),))

    assert played.step == "welcome"


def test_a_broken_text_is_said_as_it_ships(workshop_with: Workshops) -> None:
    workshop = workshop_with({"en": {"welcome": "welcome = Hi { $\n"}})

    assert "You can cancel here" in said(rehearse(workshop, "webchat", "en", "one", ()))[0]


def test_a_text_that_lacks_a_value_is_told(workshop_with: Workshops) -> None:
    workshop = workshop_with({"en": {"welcome": "welcome = Hi { $nobody }\n"}})

    assert "cannot be shown" in said(rehearse(workshop, "webchat", "en", "one", ()), "note")[0]


def test_a_rehearsal_ends(workshop_with: Workshops) -> None:
    lines = [Line("hello")] * (MOST_LINES + 5)

    played = rehearse(workshop_with({}), "webchat", "en", "one", lines)

    assert len(said(played, "customer")) == MOST_LINES
    assert said(played, "note")[-1].startswith("The rehearsal ends here")


def test_every_effect_has_words() -> None:
    assert {*IN_WORDS, LookUpAccount, LookUpQuote} == set(get_args(get_args(Effect)[0]))


def test_every_customer_has_words() -> None:
    assert set(CUSTOMERS) == set(get_args(Customer))
    assert set(customers_for("order")) == set(get_args(Customer)) - {"fee"}
