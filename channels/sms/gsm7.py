"""The alphabet of text messages, and what a text costs in it. Pure.

A text within the GSM alphabet takes 160 characters a message; a single character
outside, such as a curly quote, makes all of it UCS-2 with 70.
"""

from dataclasses import dataclass
from typing import Literal

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of 3GPP TS 23.038, 6.2.1, without its escape: one septet each."""

GSM_EXTENSION = frozenset("\f^{}\\[~]|€")
"""Its extension table, 6.2.1.1: an escape and a character, two septets."""

_GSM = GSM_BASIC | GSM_EXTENSION

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000\t"), " ")
"""Spaces that look like a space. Numbers and dates formatted for a locale are full of them."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"))
"""Soft hyphens, direction marks and isolates: one of them would double the price of a text."""

_TYPOGRAPHIC = {
    ord(character): plain
    for characters, plain in (
        ("‘’‚‛′´`‹›", "'"),
        ("“”„‟″«»", '"'),
        ("‐‑‒–—―−", "-"),
        ("…", "..."),
        ("•·‣", "-"),
        ("→", "->"),
        ("×", "x"),
        ("™", "(TM)"),
        ("©", "(C)"),
        ("®", "(R)"),
    )
    for character in characters
}


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text is as SMS. `units` are septets (GSM-7) or 16-bit units (UCS-2), without the headers."""

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    count: int


def gsm_friendly(text: str) -> str:
    """The text in the GSM alphabet if its language allows it, else as it is but for special spaces.

    Letters are never replaced: a word without its accent is another word. Where
    some remain that GSM lacks, plain quotes would save nothing, so they stay.
    """
    spaced = text.translate(_SPACES).translate(_INVISIBLE)
    plain = spaced.translate(_TYPOGRAPHIC)
    return spaced if foreign_characters(plain) else plain


def foreign_characters(text: str) -> tuple[str, ...]:
    """The characters outside the GSM alphabet, each once, in order of appearance."""
    if _GSM.issuperset(text):  # nearly always, and found without looking at each character by itself
        return ()
    return tuple(dict.fromkeys(c for c in text if c not in _GSM))


def segments(text: str) -> Segments:
    """How many segments the text takes as SMS: 160 septets or 153 each, 70 units or 67 each.

    A character of two units is never divided between segments, so that a
    segment may stay one unit short (3GPP TS 23.040, 9.2.3.24.1).
    """
    if foreign_characters(text):
        return _segments("UCS-2", [2 if ord(c) > 0xFFFF else 1 for c in text], single=70, several=67)
    return _segments("GSM-7", [2 if c in GSM_EXTENSION else 1 for c in text], single=160, several=153)


def _segments(
    encoding: Literal["GSM-7", "UCS-2"], widths: list[int], *, single: int, several: int
) -> Segments:
    units = sum(widths)
    if units <= single:
        return Segments(encoding, units, 1)
    count, room = 1, several
    for width in widths:
        if width > room:
            count, room = count + 1, several
        room -= width
    return Segments(encoding, units, count)
