"""Slips of the keyboard: blanks left out, a letter too many, too few, wrong or out of place.

What is made of them may route a message. Where something decides, one word may be meant, if it is long.
"""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.understanding.normalise import Clause
from dialogs.understanding.phrases import Language

SHORTEST_RUN, LONGEST_RUN = 7, 60
"""Letters of words written without blanks between them."""
SHORTEST_SLIP = 6
"""Letters of a word that is known with one of them wrong: in shorter ones that makes other words."""


def mended(clause: Clause, language: Language) -> Clause:
    """The clause, each word that is in no phrase taken for what was meant, where that is plain."""
    return tuple(word for written in clause for word in _meant(written, language))


def _meant(written: str, language: Language) -> Clause:
    if written in language.vocabulary or not written.isalpha():
        return (written,)
    return one_letter_off(written, language.polarity.cancel) or _cut(written, language) or (written,)


def one_letter_off(written: str, known: frozenset[str]) -> Clause:
    """The one word of those known that was written with a single slip; nothing if there are none or more."""
    if len(written) < SHORTEST_SLIP - 1:
        return ()
    near = process.extract(
        written, _long(known), scorer=OSA.distance, processor=None, score_cutoff=1, limit=None
    )
    # One slip leaves the first letter or the last as it is.
    meant = [word for word, off, _ in near if off and (word[0] == written[0] or word[-1] == written[-1])]
    return tuple(meant) if len(meant) == 1 else ()


@lru_cache(maxsize=32)
def _long(known: frozenset[str]) -> Sequence[str]:
    """Those long enough to be known with a letter wrong."""
    return tuple(word for word in known if len(word) >= SHORTEST_SLIP)


def _cut(run: str, language: Language) -> Clause:
    """The fewest known words that the run consists of; nothing where it does not."""
    if not SHORTEST_RUN <= len(run) <= LONGEST_RUN:
        return ()
    best: list[Clause | None] = [()]
    for end in range(1, len(run) + 1):
        found = [
            (*before, run[start:end])
            for start in range(end)
            if (before := best[start]) is not None and run[start:end] in language.vocabulary
        ]
        best.append(min(found, key=len, default=None))
    return language.spelt_out(best[-1] or ())
