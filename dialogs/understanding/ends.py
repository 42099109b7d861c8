"""Whether a declaration plainly asks for the earliest possible end: then no day is read from words."""

from collections.abc import Iterable

from dialogs.understanding.normalise import Message
from dialogs.understanding.phrases import Language


def asks_for_earliest(message: Message, languages: Iterable[Language]) -> bool:
    """Only where the words say so and nothing else: no day, no month, no cause, no "not before"."""
    known = tuple(languages)
    words = message.words
    said = any(word in language.words["earliest"] for language in known for word in words)
    other = any(word in language.words["otherwise"] for language in known for word in words)
    named = _has_date_marks(message.plain) or any(map(_may_be_a_day, words))
    return said and not other and not named and not message.cut


def _has_date_marks(plain: str) -> bool:
    """ "12/31" and "2027-12-31"; a phone number so written counts, too: then it is asked about."""
    around = zip(plain, plain[1:], plain[2:], strict=False)
    return any(mark in "/-" and left.isdecimal() and right.isdecimal() for left, mark, right in around)


def _may_be_a_day(word: str) -> bool:
    """ "31.12.", "31.12.2027", and a year by itself; a contract's number that looks like one counts, too."""
    day = "." in word and all(part.isdecimal() and len(part) in (1, 2, 4) for part in word.split("."))
    year = word.isdecimal() and len(word) == 4 and word.startswith("20")
    return day or year
