"""What is said in a call, as Twilio is told it (TwiML).

Source: https://www.twilio.com/docs/voice/twiml/gather and https://www.twilio.com/docs/voice/twiml/say
"""

from collections.abc import Mapping
from dataclasses import dataclass

from twilio.twiml.voice_response import Gather, VoiceResponse

TIMES = 2
"""How often it is said before silence ends the call."""

SILENCE_S = 8
"""How long a key is waited for after the last word."""

MOST_CHARACTERS = 4000
"""Of one line: Twilio says 4096 at most."""

_LANGUAGES: Mapping[str, str] = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "pt": "pt-PT",
    "ru": "ru-RU",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said next. With a `keys_url` a key is waited for, and it is said once more upon silence."""

    locale: str
    lines: tuple[str, ...]
    keys_url: str | None = None
    """Where a pressed key is reported."""
    goodbye: str = ""
    """What is said when no key comes."""


def twiml(speech: Speech) -> str:
    """The speech as XML. Whatever happens, the call ends after it."""
    answer = VoiceResponse()
    if speech.keys_url is None:
        _say(answer, speech.lines, speech.locale)
    else:
        for _ in range(TIMES):
            # Without a key Twilio goes on with what comes next.
            keys = answer.gather(
                input="dtmf", num_digits=1, action=speech.keys_url, method="POST", timeout=SILENCE_S
            )
            _say(keys, speech.lines, speech.locale)
    if speech.goodbye:
        _say(answer, (speech.goodbye,), speech.locale)
    answer.hangup()
    return str(answer)


def _say(to: VoiceResponse | Gather, lines: tuple[str, ...], locale: str) -> None:
    language = _LANGUAGES.get(locale.partition("-")[0].lower(), "en-US")
    for line in lines:
        to.say(_sayable(line), language=language)


def _sayable(line: str) -> str:
    """The line without what XML cannot hold: a customer's own words may have anything in them."""
    return "".join(letter if letter.isprintable() else " " for letter in line)[:MOST_CHARACTERS]
