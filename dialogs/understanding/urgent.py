"""What must reach a person at once: closed lists of words, by language, read anywhere in a message.

A list that hears too much only calls a person, and one that hears too little leaves somebody alone:
so these words count wherever they stand, also behind other words and in a message too long to decide.
What only sounds so ("this bill is killing me") is listed as well, and hides the words it is made of.

The file's sections are described at the top of `locales/en/urgent.yaml`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dialogs.meaning import GRAVEST_FIRST, Urgency
from dialogs.understanding.normalise import READ_LIMIT, UMLAUTS, Clause, Message, normalise, words_of
from dialogs.understanding.phrasefile import PhraseFile

UNLESS = "unless"
SECTIONS = ("sets", *GRAVEST_FIRST, UNLESS)
GAP = "..."
LONGEST_GAP = 3
"""Words between two of a phrase: "my mother, Ann Smith, died"."""


class Urgent(NamedTuple):
    """What was heard, and what is left of the words without it."""

    kind: Urgency
    rest: str
    language: str | None
    """The code of the only language that tells it."""


Place = Mapping[str, tuple[Clause, ...]]
"""First word -> the wordings that may stand there; under no word at all: nothing may stand there, too."""
NOTHING = ""

SpellOut = Callable[[Clause], Clause]
"""Words with those that stand for others, such as "don't", in full, as the language has it."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What a phrase tells, None where it only sounds so, and its places; None is a gap."""

    kind: Urgency | None
    places: tuple[Place | None, ...]

    def spans(self, words: Clause) -> Iterator[Span]:
        first = self.places[0] or {}
        for start, word in enumerate(words):
            end = _end(self.places, words, start) if word in first else None
            if end is not None:
                yield start, end


def _end(places: Sequence[Place | None], words: Clause, at: int) -> int | None:
    """Where the phrase ends, should it begin there."""
    if not places:
        return at
    for next_at in _after(places[0], words, at):
        end = _end(places[1:], words, next_at)
        if end is not None:
            return end
    return None


def _after(place: Place | None, words: Clause, at: int) -> Iterable[int]:
    """Where what stands in the place may end."""
    if place is None:
        return range(at, min(at + LONGEST_GAP, len(words)) + 1)
    wordings = place.get(words[at], ()) if at < len(words) else ()
    ends = [at + len(wording) for wording in wordings if words[at : at + len(wording)] == wording]
    return [*ends, at] if NOTHING in place else ends


@dataclass(frozen=True, slots=True)
class UrgentPhrases:
    """The urgent words of one language."""

    code: str
    spelt_out: SpellOut
    phrases: Mapping[str, tuple[_Phrase, ...]]
    """By each phrase's rarest word: nearly every message has none of these and is done with at once."""


def read_urgent(code: str, spelt_out: SpellOut, text: str, name: str) -> UrgentPhrases:
    """Compile a language's lists. Raises PhrasesError naming file, line and what was expected."""
    file = PhraseFile(text, name)
    file.expect_keys((), SECTIONS)
    phrases = _Reader(file, spelt_out).phrases()
    return UrgentPhrases(code, spelt_out, _by_rarest_word(phrases))


def _by_rarest_word(phrases: Sequence[_Phrase]) -> Mapping[str, tuple[_Phrase, ...]]:
    common = Counter(word for phrase in phrases for place in phrase.places for word in place or ())
    index: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        certain = (place for place in phrase.places if _is_certain(place))
        for word in min(certain, key=lambda place: max(common[word] for word in place or ())) or ():
            index.setdefault(word, []).append(phrase)
    return {word: tuple(found) for word, found in index.items()}


def urgent_in(text: str, message: Message, languages: Iterable[UrgentPhrases]) -> Urgent | None:
    """Return the gravest that a text tells; of a long text beginning and end are read.

    Args:
        message: the text, normalised.
    """
    words = message.words
    if message.cut:
        words += normalise(text[-READ_LIMIT:]).words
    found = [(each.code, *heard) for each in languages for heard in _heard(words, each)]
    # A figure of speech may hold a word of another language, meant in earnest there: "suicide squad".
    figurative = {at for _, kind, span in found if kind is None for at in range(*span)}
    for wanted in GRAVEST_FIRST:
        meant = [
            (code, span)
            for code, kind, span in found
            if kind == wanted and figurative.isdisjoint(range(*span))
        ]
        if meant:
            taken = {at for _, span in meant for at in range(*span)}
            codes = {code for code, _ in meant}
            only = codes.pop() if len(codes) == 1 else None
            return Urgent(wanted, _without(message.clauses, taken), only)
    return None


def _heard(words: Clause, language: UrgentPhrases) -> Iterator[tuple[Urgency | None, Span]]:
    spelt, origin = _spelt_out(words, language.spelt_out)
    possible = {id(phrase): phrase for word in spelt for phrase in language.phrases.get(word, ())}
    for phrase in possible.values():
        for start, end in phrase.spans(spelt):
            yield phrase.kind, (origin[start], origin[end - 1] + 1)


def _spelt_out(words: Clause, spell: SpellOut) -> tuple[Clause, list[int]]:
    """The words with short forms in full, and for each the place of the word it was written as."""
    if spell(words) == words:
        return words, list(range(len(words)))
    spelt: list[str] = []
    origin: list[int] = []
    for at, word in enumerate(words):
        meant = spell((word,))
        spelt.extend(meant)
        origin.extend([at] * len(meant))
    return tuple(spelt), origin


def _without(clauses: Sequence[Clause], taken: set[int]) -> str:
    left, at = [], 0
    for clause in clauses:
        left.append(" ".join(word for place, word in enumerate(clause, at) if place not in taken))
        at += len(clause)
    return ". ".join(part for part in left if part)


class _Reader:
    """Reads the lists of one file; a phrase's sets are looked up in it."""

    def __init__(self, file: PhraseFile, spelt_out: SpellOut) -> None:
        self._file, self._spelt_out = file, spelt_out
        self._sets = {name: self._of(file.texts("sets", name)) for name in file.keys("sets")}

    def phrases(self) -> list[_Phrase]:
        sections: dict[str, Urgency | None] = {kind: kind for kind in GRAVEST_FIRST} | {UNLESS: None}
        return [
            _Phrase(kind, self._places(section, text))
            for section, kind in sections.items()
            for text in self._file.texts(section)
        ]

    def _places(self, section: str, text: str) -> tuple[Place | None, ...]:
        places = tuple(self._place(section, text, part) for part in text.split())
        if not (_is_certain(places[0]) and _is_certain(places[-1])):
            raise self._file.error((section,), f"expected words at both ends of {text!r}")
        return places

    def _place(self, section: str, text: str, part: str) -> Place | None:
        if part == GAP:
            return None
        if part[0] != "{":
            return self._of((part,))
        name = part.strip("{}?")
        if name not in self._sets:
            raise self._file.error((section,), f"expected a set of this file, found {part!r} in {text!r}")
        found = self._sets[name]
        return {**found, NOTHING: ()} if part.endswith("?}") else found

    def _of(self, texts: Iterable[str]) -> Place:
        """Each as written, and with ue, oe, ae for umlauts."""
        place: dict[str, tuple[Clause, ...]] = {}
        for text in texts:
            for written in (text, text.lower().translate(UMLAUTS)):
                wording = self._spelt_out(words_of(written))
                others = place.get(wording[0], ())
                place[wording[0]] = others if wording in others else (*others, wording)
        return place


def _is_certain(place: Place | None) -> bool:
    """Whether something has to stand there."""
    return place is not None and NOTHING not in place
