"""Cuts written phrases into the elements of the grammar, in the form messages have."""

import re
from collections.abc import Mapping

from dialogs.understanding.grammar import ANY
from dialogs.understanding.normalise import UMLAUTS, Clause, words_of

APOSTROPHE = "'"

_ELEMENT = re.compile(r"\{[^{}\s]*\}|\.\.\.|[^\s{}]+|[{}]")


class ElementReader:
    """Cuts phrases into elements, and notes the other spellings of the words it meets."""

    def __init__(self, spellings: Mapping[str, Clause]) -> None:
        self.umlauts: dict[str, tuple[str, ...]] = {}
        self._spellings = spellings
        self._known: dict[str, Clause] = {}

    def read(self, text: str) -> Clause:
        return tuple(element for part in _ELEMENT.findall(text) for element in self._elements(part))

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words read so far, with their other spellings."""
        read = {word for words in self._known.values() for word in words}
        return frozenset(read.union(*self.umlauts.values()))

    def _elements(self, part: str) -> Clause:
        if part == ANY or part[0] in "{}":
            return (part,)
        if part not in self._known:
            self._known[part] = self._words(part)
        return self._known[part]

    def _words(self, written: str) -> Clause:
        words = words_of(written)
        if len(words) == 1 and not written.isascii():
            others = (each for each in variants(written) if each != words[0])
            self.umlauts[words[0]] = tuple(dict.fromkeys((*self.umlauts.get(words[0], ()), *others)))
        return tuple(meant for word in words for meant in spelt_out(word, self._spellings))


def spelt_out(written: str, spellings: Mapping[str, Clause]) -> Clause:
    """The words that one word stands for; one with an apostrophe may be two in one, such as j'annule."""
    if written in spellings or APOSTROPHE not in written:
        return spellings.get(written, (written,))
    head, tail = written.split(APOSTROPHE, 1)
    elided = spellings.get(head + APOSTROPHE)
    return (written,) if elided is None else (*elided, *spelt_out(tail, spellings))


def variants(written: str) -> tuple[str, ...]:
    """Return a single word in the form messages have, and the same with ue, oe, ae for its umlauts."""
    typed = written.lower().translate(UMLAUTS)
    return tuple(dict.fromkeys((words_of(written)[0], words_of(typed)[0])))
