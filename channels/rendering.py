"""From a text and its choices to what one channel can carry. Pure: no clock, no network, no provider.

`render` gives one message and refuses what one message cannot hold; `render_parts`
gives as many as it takes. Nothing is ever cut off. `fits` says what is wrong with
a text, for whoever writes and checks texts; `segments` what it costs as SMS.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from channels.base import Button, Capabilities
from channels.sms.gsm7 import Segments as Segments
from channels.sms.gsm7 import foreign_characters, gsm_friendly
from channels.sms.gsm7 import segments as segments


class TextTooLong(ValueError):
    """One message cannot hold the text; `render_parts` sends it as several."""


@dataclass(frozen=True, slots=True)
class RenderedText:
    """One message, ready to be sent."""

    text: str
    buttons: tuple[Button, ...] = ()
    numbered: tuple[str, ...] = ()
    """Ids of the choices that are written out: the digit n stands for the n-th."""
    shortened: bool = False
    """The short variant was taken."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a text on a channel. Errors must not be published; warnings cost money or style."""

    kind: Literal["too_long", "over_aim", "not_gsm7", "reserved_word", "too_many_choices", "label_too_long"]
    severity: Literal["error", "warning"]
    message: str
    details: tuple[str, ...] = ()
    """The offending characters, words or labels."""


def render(
    text: str, choices: Sequence[Button], capabilities: Capabilities, short: str | None = None
) -> RenderedText:
    """The text with its choices as one message; the short variant where the text exceeds the aim, and
    where the channel's own alphabet lacks letters of it.

    Raises `TextTooLong` when both exceed what the provider takes.
    """
    draft = _shortest(text, choices, capabilities, short)
    if length(draft.text) > capabilities.max_characters:
        raise TextTooLong(f"{length(draft.text)} characters of at most {capabilities.max_characters}")
    return draft.message(draft.text)


def render_parts(
    text: str, choices: Sequence[Button], capabilities: Capabilities, short: str | None = None
) -> tuple[RenderedText, ...]:
    """Like `render`, as several messages where one cannot hold it; the choices come with the last."""
    draft = _shortest(text, choices, capabilities, short)
    limit = capabilities.max_characters
    if length(draft.text) <= limit:
        return (draft.message(draft.text),)
    tail = f"\n{draft.answers}" if draft.answers else ""
    # The last part keeps its answers: the others leave room for them where that is possible.
    room = limit - length(tail) if 2 * length(tail) < limit else limit
    *first, last = split(draft.body, room)
    ending = [last + tail] if length(last + tail) <= limit else [last, *split(draft.answers, limit)]
    *before, final = (*first, *ending)
    return (*(RenderedText(part) for part in before), draft.message(final))


def offered(choices: Sequence[Button], capabilities: Capabilities) -> tuple[Button, ...]:
    """Those of the choices that the channel can show, in order: what digits and questions count."""
    return tuple(
        choice for choice in choices if choice.kind != "share_contact" or capabilities.shares_contact
    )


def length(text: str) -> int:
    """Length in UTF-16 units: what providers count, an emoji as two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text and the lines of its answers, still apart, in the channel's alphabet."""

    body: str
    answers: str = ""
    buttons: tuple[Button, ...] = ()
    numbered: tuple[str, ...] = ()
    shortened: bool = False

    @property
    def text(self) -> str:
        return f"{self.body}\n{self.answers}" if self.answers else self.body

    def message(self, text: str) -> RenderedText:
        """The text with what is pressed under it."""
        return RenderedText(text, self.buttons, self.numbered, self.shortened)


def _shortest(text: str, choices: Sequence[Button], capabilities: Capabilities, short: str | None) -> _Draft:
    """The full text; the short one where there is one and the full one is too long or costs twice."""
    full = _drafted(text, choices, capabilities)
    aim = capabilities.aim_characters or capabilities.max_characters
    too_dear = capabilities.gsm7 and bool(foreign_characters(full.body))
    if short is None or (length(full.text) <= aim and not too_dear):
        return full
    return replace(_drafted(short, choices, capabilities), shortened=True)


def _drafted(text: str, choices: Sequence[Button], capabilities: Capabilities) -> _Draft:
    shown, body = offered(choices, capabilities), _lettered(text, capabilities)
    if capabilities.choices == "buttons":
        return _Draft(body, buttons=shown)
    if capabilities.choices == "none":
        return _Draft(body)
    answers = _lettered(_answers(shown), capabilities)
    return _Draft(body, answers, numbered=tuple(choice.id for choice in shown if choice.kind != "link"))


def _answers(shown: Sequence[Button]) -> str:
    """A line for each choice: the digit that answers it, or the link that it is."""
    pressable = (choice for choice in shown if choice.kind != "link")
    lines = [f"{digit} {choice.label}" for digit, choice in enumerate(pressable, start=1)]
    links = [f"{choice.label}: {choice.url}" for choice in shown if choice.kind == "link"]
    return "\n".join([*lines, *links])


def _lettered(text: str, capabilities: Capabilities) -> str:
    return gsm_friendly(text) if capabilities.gsm7 else text


def split(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts of at most `limit` UTF-16 units: at a line, else a space, else in a word.

    All of the text is in the parts, but for the white space at which it was divided.
    """
    if limit < 2:
        raise ValueError("a part must have room for any character")
    parts = []
    while length(text) > limit:
        end = _break(text, limit)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    parts.append(text)
    return tuple(part for part in parts if part) or ("",)


def _break(text: str, limit: int) -> int:
    """Where the first part ends: the best place of the last half of what fits."""
    end = _index(text, limit)
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, end // 2, end + 1)
        if at > 0:
            return at
    return end


def _index(text: str, units: int) -> int:
    """How many characters fit in so many UTF-16 units."""
    used = 0
    for index, character in enumerate(text):
        used += 2 if ord(character) > 0xFFFF else 1
        if used > units:
            return index
    return len(text)


def fits(text: str, capabilities: Capabilities, choices: Sequence[Button] = ()) -> tuple[Problem, ...]:
    """What is wrong with the text and its choices on such a channel, worst first; () when all is well."""
    written = _drafted(text, choices, capabilities).text
    found = [
        *_reserved(text, choices, capabilities),
        *_length(written, capabilities),
        *_alphabet(written, capabilities),
        *_choices(offered(choices, capabilities), capabilities),
    ]
    return tuple(sorted(found, key=lambda problem: problem.severity))


def _length(text: str, capabilities: Capabilities) -> list[Problem]:
    size, aim = length(text), capabilities.aim_characters
    if size > capabilities.max_characters:
        message = f"{size} characters, the channel takes {capabilities.max_characters}"
        return [Problem("too_long", "error", message)]
    if aim is not None and size > aim:
        return [Problem("over_aim", "warning", f"{size} characters, {aim} at most are wanted")]
    return []


def _alphabet(text: str, capabilities: Capabilities) -> list[Problem]:
    foreign = foreign_characters(text) if capabilities.gsm7 else ()
    if not foreign or any(map(_is_of_another_script, foreign)):
        return []
    cost = segments(text)
    message = f"{' '.join(foreign)} not in the GSM alphabet: {cost.count} segments of 67 characters"
    return [Problem("not_gsm7", "warning", message, foreign)]


def _is_of_another_script(character: str) -> bool:
    """A letter that no Latin word has, such as a Russian one: no choice of words makes its text cheaper."""
    return character.isalpha() and not unicodedata.name(character, "").startswith("LATIN")


def _choices(choices: Sequence[Button], capabilities: Capabilities) -> list[Problem]:
    problems = []
    if len(choices) > capabilities.max_choices:
        message = f"{len(choices)} choices, the channel shows {capabilities.max_choices}"
        problems.append(Problem("too_many_choices", "error", message))
    long = tuple(c.label for c in choices if len(c.label) > capabilities.max_label_characters)
    if long:
        message = f"labels of more than {capabilities.max_label_characters} characters"
        problems.append(Problem("label_too_long", "warning", message, long))
    return problems


_ASKING = {
    *("reply", "respond", "answer", "text", "type", "say"),
    *("antworte", "antworten", "tippe", "tippen"),
    *("répondez", "réponds", "responde", "responda", "conteste", "contesta", "rispondi"),
}
_FILLERS = {
    *("with", "by", "just", "simply", "back", "us", "the", "a", "word", "either"),
    *("mit", "par", "con", "das", "wort", "le", "la", "il"),
}
_LISTING = {"or", "and", "oder", "und", "ou", "et", "o", "y", "e"}


def _reserved(text: str, choices: Sequence[Button], capabilities: Capabilities) -> list[Problem]:
    """Reserved words that the text or a label makes people send: the provider would take them for itself."""
    labels = (choice.label.strip(" .!?") for choice in choices)
    sent = (word.upper() for word in (*_asked_for(text), *labels))
    words = tuple(dict.fromkeys(word for word in sent if word in capabilities.reserved_words))
    if not words:
        return []
    message = f"asks for {', '.join(words)}, which the provider takes for itself"
    return [Problem("reserved_word", "error", message, words)]


def _asked_for(text: str) -> list[str]:
    """Words in capitals, in quotes, or after a word such as "reply": what a reader takes for an answer."""
    quoted = re.findall(r"[\"'“”„‘‚«‹]\s?(\w+)\s?[\"'”“’‘»›]", text)
    words = re.findall(r"\w+", text)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    return [*quoted, *capitals, *_told(words)]


def _told(words: Sequence[str]) -> list[str]:
    """The words that follow "reply with", and those listed after them: yes, no in "reply yes or no"."""
    told: list[str] = []
    expecting = listing = False
    for word in words:
        lower = word.lower()
        if lower in _ASKING or (listing and lower in _LISTING):
            expecting, listing = True, False
        elif expecting and lower not in _FILLERS:
            told.append(word)
            expecting, listing = False, True
        else:
            listing = False
    return told
