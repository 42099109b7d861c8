"""Whether a postal address fits an envelope's window, and how it stands there. Pure.

An address that does not fit is refused with what was expected. What it says is never quoted: the reason
stands where people work, and is kept longer than the address.
"""

import unicodedata
from collections.abc import Callable, Sequence

from channels.letter.windows import Window

Measure = Callable[[str, float], float]
"""How wide a text is in millimetres, in a type size in points. Raises `Unprintable`."""

MM_PER_POINT = 25.4 / 72
_USUAL_WIDTH = 0.5
"""Of a letter, in its type size: by it a width is told as a number of letters."""


class DoesNotFit(ValueError):
    """The address cannot be printed so that it shows in the window; the message says what was expected."""


class Unprintable(ValueError):
    """A character that the letter's font does not have."""

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.character = character


def fitted(
    name: str, lines: Sequence[str], window: Window, measure: Measure, country: str | None = None
) -> tuple[str, ...]:
    """The lines as they stand in the window, the name first.

    Args:
        lines: below the name, as on an envelope.
        country: the last line's, where the letter goes abroad.

    Raises `DoesNotFit`.
    """
    below = [_cleaned(line) for line in lines]
    shown = [each for each in (_cleaned(name), *below, country and _cleaned(country)) if each]
    if not any(below):
        raise DoesNotFit("it has no line below the name: expected street and place")
    if len(shown) > window.lines:
        abroad = " and country" if country else ""
        raise DoesNotFit(
            f"it has {len(shown)} lines with the name{abroad}: expected at most {window.lines}, "
            f"as many as show in the window ({window.name})"
        )
    for nth, line in enumerate(shown, 1):
        _check(nth, line, window, measure)
    return tuple(shown)


def letters_in(window: Window) -> int:
    """How many usual letters a line of the window holds."""
    return int(window.width / (window.points * MM_PER_POINT * _USUAL_WIDTH))


def _check(nth: int, line: str, window: Window, measure: Measure) -> None:
    if any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") for each in line):
        raise DoesNotFit(f"line {nth} has a control character: expected letters, digits and signs")
    try:
        width = measure(line, window.points)
    except Unprintable as error:
        raise DoesNotFit(
            f"line {nth} has a character that cannot be printed (U+{ord(error.character):04X}): "
            "expected Latin, Greek or Cyrillic letters"
        ) from error
    if width > window.width:
        raise DoesNotFit(
            f"line {nth} is {width:.0f} mm wide: expected at most {window.width:g} mm, "
            f"about {letters_in(window)} letters"
        )


def _cleaned(line: str) -> str:
    """One line, composed as fonts have it, with single spaces."""
    return " ".join(part for part in unicodedata.normalize("NFC", line).split(" ") if part)
