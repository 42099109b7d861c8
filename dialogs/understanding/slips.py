"""Slips of the keyboard: blanks left out, a letter too many, too few, wrong or out of place.

What is made of them may route a message. Where something decides, one word may be meant, if it is long.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

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
    lengths, first, last = _by_length(known), written[0], written[-1]
    near = (word for length in range(len(written) - 1, len(written) + 2) for word in lengths.get(length, ()))
    # One slip leaves the first letter or the last as it is.
    alike = (word for word in near if word[0] == first or word[-1] == last)
    meant = [word for word in alike if is_one_slip(written, word)]
    return tuple(meant) if len(meant) == 1 else ()


@lru_cache(maxsize=32)
def _by_length(known: frozenset[str]) -> Mapping[int, Sequence[str]]:
    """Those long enough to be known with a letter wrong."""
    found: dict[int, list[str]] = {}
    for word in known:
        if len(word) >= SHORTEST_SLIP:
            found.setdefault(len(word), []).append(word)
    return found


def is_one_slip(written: str, word: str) -> bool:
    """Whether one letter was left out, added, mistaken for another, or swapped with its neighbour."""
    shorter, longer = sorted((written, word), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((n for n, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), None)
    if at is None:
        return shorter != longer
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = longer[:at] + longer[at + 1 : at + 2] + longer[at] + longer[at + 2 :]
    return shorter[at + 1 :] == longer[at + 1 :] or shorter == swapped


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
