"""What Twilio is told to say."""

from xml.etree import ElementTree as ET

import pytest

from channels.voice.speech import MOST_CHARACTERS, Speech, twiml


def said(speech: Speech) -> ET.Element:
    return ET.fromstring(twiml(speech))  # noqa: S314 - our own


@pytest.mark.check(27)
def test_upon_silence_it_is_said_once_more_and_then_goodbye() -> None:
    answer = said(Speech("de", ("Hallo.", "Drücken Sie 1."), "https://bot.example/keys?told=1", "Tschüss."))

    assert [each.tag for each in answer] == ["Gather", "Gather", "Say", "Hangup"]
    for gather in answer.findall("Gather"):
        assert gather.attrib["numDigits"] == "1"
        assert gather.attrib["action"] == "https://bot.example/keys?told=1"
        assert "actionOnEmptyResult" not in gather.attrib
        assert [each.text for each in gather] == ["Hallo.", "Drücken Sie 1."]


def test_where_no_key_is_waited_for_it_is_said_once() -> None:
    answer = said(Speech("en", ("A confirmation is waiting.",)))

    assert [each.tag for each in answer] == ["Say", "Hangup"]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en", "en-US"),
        ("de", "de-DE"),
        ("fr", "fr-FR"),
        ("es", "es-ES"),
        ("pt", "pt-PT"),
        ("ru", "ru-RU"),
        ("de-AT", "de-DE"),
        ("xx", "en-US"),
    ],
)
def test_every_language_has_a_voice(locale: str, language: str) -> None:
    assert said(Speech(locale, ("1",)))[0].attrib["language"] == language


def test_words_of_customers_cannot_break_it() -> None:
    line = "<Hangup/> & \x00\x0b\ud800 " + "x" * 5000

    (say, _) = said(Speech("en", (line,)))

    assert (say.text or "").startswith("<Hangup/> & ")
    assert len(say.text or "") == MOST_CHARACTERS
