"""Whether a declaration plainly asks for the earliest possible end: then no day is read from words."""

from collections.abc import Iterable

from dialogs.understanding.normalise import Clause, Message
from dialogs.understanding.phrases import Language


def asks_for_earliest(message: Message, languages: Iterable[Language]) -> bool:
    """Only where a clause says just that, and no other clause names a day, a cause or a condition."""
    known = tuple(languages)
    plain = {clause for clause in message.clauses if any(_says_just_that(clause, each) for each in known)}
    others = [word for clause in message.clauses if clause not in plain for word in clause]
    limits = any(_may_limit(word, each) for each in known for word in others)
    named = _has_date_marks(message.plain) or any(map(_may_be_a_day, message.words))
    return bool(plain) and not (limits or named or message.asks or message.cut)


def _says_just_that(clause: Clause, language: Language) -> bool:
    """Nothing is left beside the phrase but words known to add nothing: "zum ... Termin", "please"."""
    harmless = language.words["beside_earliest"]
    return any(
        clause[at : at + len(phrase)] == phrase
        and harmless.issuperset(clause[:at] + clause[at + len(phrase) :])
        for phrase in language.earliest
        for at in range(len(clause) - len(phrase) + 1)
    )


def _may_limit(word: str, language: Language) -> bool:
    sides = language.polarity
    return any(word in words for words in (language.words["otherwise"], sides.negation, sides.keep))


def _has_date_marks(plain: str) -> bool:
    """ "12/31" and "2027-12-31"; a phone number so written counts, too: then it is asked about."""
    around = zip(plain, plain[1:], plain[2:], strict=False)
    return any(mark in "/-" and left.isdecimal() and right.isdecimal() for left, mark, right in around)


def _may_be_a_day(word: str) -> bool:
    """ "31.12.", "31.12.2027", and a year by itself; a contract's number that looks like one counts, too."""
    day = "." in word and all(part.isdecimal() and len(part) in (1, 2, 4) for part in word.split("."))
    year = word.isdecimal() and len(word) == 4 and word.startswith("20")
    return day or year
