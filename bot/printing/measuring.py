"""How wide a text is in the font of printed pages. The font is read at the first question, once."""

from functools import lru_cache
from importlib import resources

from channels.letter.fitting import MM_PER_POINT, Unprintable

_ALSO_PRINTED = {"\u00a0": " ", "\u2011": "-"}
"""Signs that the font lacks, and by what they are measured."""


def text_width(text: str, points: float) -> float:
    """The width in millimetres, without kerning, which only ever makes it narrower to speak of.

    Raises `Unprintable` for the first character that the font does not have.
    """
    widths, units = _font()
    total = 0
    for character in text:
        width = widths.get(ord(_ALSO_PRINTED.get(character, character)))
        if width is None:
            raise Unprintable(character)
        total += width
    return total / units * points * MM_PER_POINT


@lru_cache(maxsize=1)
def _font() -> tuple[dict[int, int], int]:
    """The advance width of each character, and how many of these units a letter's size has."""
    from fontTools.ttLib import TTFont

    place = resources.files("font_source_sans_pro").joinpath("files", "SourceSansPro-Regular.ttf")
    with resources.as_file(place) as path, TTFont(path) as font:
        advances = font["hmtx"].metrics
        widths = {code: advances[glyph][0] for code, glyph in font.getBestCmap().items()}
        return widths, int(font["head"].unitsPerEm)
