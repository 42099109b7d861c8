"""Brings a message into the one form in which it is compared with phrases.

Case, accents, look-alike apostrophes, invisible characters and drawn-out letters
carry no meaning here; clauses, question marks and emoji do.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

RAW_LIMIT = 10_000
"""Characters looked at before anything is removed: what bounds the time of a hostile message."""
READ_LIMIT = 2_000
"""Characters read after normalisation. A longer message is read so far and decides nothing."""

Clause = tuple[str, ...]

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""How German is typed without them."""

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}
_LOOK_ALIKES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u00b4\uff07`", "'"))
_LOOK_ALIKES |= str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_QUESTION_MARKS = frozenset("?？؟¿‽⁇⁈⁉⸮❓❔՞፧\u037e")
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")

SURE = "100%"
"""How sure somebody is, also at "1000%": no number of anything, and a word by itself."""
_SURE = re.compile(
    r"\b(?:100|110|150|200|500|1000|10000) ?"
    r"(?:%|percent\b|pro(?:zent)?\b|pour cent\b|por ?ciento\b|por cento\b|процентов\b)(?![\d,.]*\d)"
)
_LAUGHTER = re.compile(r"\bk{3,}\b")
"""In Portuguese; not the "k" or "kk" that says yes elsewhere."""
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_LOST_APOSTROPHE = re.compile(r"\b([a-z]{1,6}n) t\b")
_PART = re.compile(r"(?<![\d.,])100%|\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*|[^\w\s]+|\n| - ")
_DISGUISE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"  # control characters but tab and line ends
    "|[\u202a-\u202e\u2066-\u2069]"  # directions embedded, overridden, isolated
    "|[\u0334-\u0338]"  # strokes through letters
    "|[\u0300-\u036f]{3}"  # more marks than any language of these puts on a letter
)
_CLAUSE_ENDS = frozenset('.,;:!?…\n()"“”„«»|–—')


@dataclass(frozen=True, slots=True)
class Message:
    """A normalised message. `asks`: it has a question mark; `cut`: there was more than is read.

    `disguised`: it does not look like what is read of it, so that it decides nothing.
    """

    plain: str
    clauses: tuple[Clause, ...]
    asks: bool
    cut: bool
    disguised: bool = False

    @property
    def words(self) -> Clause:
        """All words, clause after clause."""
        return tuple(word for clause in self.clauses for word in clause)


def normalise(text: str) -> Message:
    """Read at most the first 2,000 characters of a text of any length and content."""
    seen = text[:RAW_LIMIT]
    asks = not _QUESTION_MARKS.isdisjoint(seen)
    plain = _fold(seen)
    cut = len(text) > RAW_LIMIT or len(plain) > READ_LIMIT
    plain = _spell_out(plain[:READ_LIMIT])
    return Message(plain, tuple(_clauses(plain)), asks, cut, _is_disguised(seen))


def _is_disguised(text: str) -> bool:
    """Control characters, letters in another order than they are shown in, or hidden behind heaps of marks.

    Single marks and characters without width are no disguise: accents, emoji and keyboards bring them.
    """
    return not (text.isascii() and text.isprintable()) and _DISGUISE.search(text) is not None


def words_of(text: str) -> Clause:
    """Return the words of a phrase, a label or a name, in the form messages have."""
    return normalise(text).words


def _fold(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.lower()
    # Marks go before the decomposition: sorting thousands of them is what makes it slow.
    visible = _without_marks(text.translate(_LOOK_ALIKES))
    folded = _without_marks(unicodedata.normalize("NFKD", visible[: 2 * READ_LIMIT]))
    # A double prime only now falls into what looks like apostrophes.
    folded = folded.translate(_LOOK_ALIKES)
    return _latin_digits(folded.casefold())


def _without_marks(text: str) -> str:
    return "".join(
        char
        for char in text
        if char in "\n\t" or (unicodedata.category(char) not in _INVISIBLE and char not in _SKIN_TONES)
    )


def _latin_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _spell_out(plain: str) -> str:
    plain = _LAUGHTER.sub("haha", plain.replace("`", "'"))
    plain = _DRAWN_OUT.sub(r"\1", plain)
    plain = _LOST_APOSTROPHE.sub(r"\1't", plain)
    return _SURE.sub(SURE, plain) if "0" in plain else plain


def _clauses(plain: str) -> Iterator[Clause]:
    clause: list[str] = []
    for part in _PART.findall(plain):
        if part[0].isalnum():
            clause.append(part)
            continue
        clause.extend(char for char in part if unicodedata.category(char) == "So")
        if clause and (part == " - " or not _CLAUSE_ENDS.isdisjoint(part)):
            yield tuple(clause)
            clause = []
    if clause:
        yield tuple(clause)
