"""Every text that goes by text message, in every language and with every value it is ever filled with."""

import pytest

from bot.brands import packaged_locales
from bot.studio.channels import checked_channels
from channels.registry import CHANNELS
from channels.sms.gsm7 import foreign_characters
from dialogs.checker import World, everything_said
from dialogs.checker.views import Reader, Reading
from dialogs.script import Script
from dialogs.texts import packaged_texts

SMS = next(channel for channel in checked_channels() if channel.name == "sms")
MOST_CHARACTERS = 320
WITHIN_GSM = {"de", "en"}
"""Languages all of whose letters are in the GSM alphabet. Of the others only the length counts."""
NAMES_OF_LANGUAGES = "language-unknown"
"""Names each language in its own words, such as Français."""


def sent_in(script: Script, locale: str) -> list[Reading]:
    sayings = everything_said(script, World(), checked_channels())
    reader = Reader(packaged_texts((locale,)), sayings, locale, World())
    return [reading for name in sayings.messages for reading in reader.messages(name, SMS)]


@pytest.mark.parametrize("locale", packaged_locales())
@pytest.mark.check(26)
def test_every_text_message_is_short_and_in_the_gsm_alphabet(script: Script, locale: str) -> None:
    sent = sent_in(script, locale)

    assert len(sent) > 100
    assert {each.text: each.view.text for each in sent if len(each.view.text) > MOST_CHARACTERS} == {}
    if locale in WITHIN_GSM:
        foreign = {each.text for each in sent if foreign_characters(each.view.text)}
        assert foreign <= {NAMES_OF_LANGUAGES}


def test_codes_and_receipts_are_among_them(script: Script) -> None:
    names = {each.text for each in sent_in(script, "en")}

    assert {"code-message", "receipt", "receipt-without-quote", "offer-pause", "confirm"} <= names
    assert CHANNELS["sms"].capabilities.aim_characters == MOST_CHARACTERS
