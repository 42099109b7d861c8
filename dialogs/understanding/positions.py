"""Answers by position or by name: a digit, a label as shown, the name of a service or an order."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from dialogs.understanding.normalise import Clause, Message, words_of
from dialogs.understanding.phrases import Language
from dialogs.understanding.reading import without_fillers

CLOSE_ENOUGH = 82
"""Out of 100, for a misspelt name"""
CLEAR_MARGIN = 12
"""How much better than the next name it has to be"""
MOST_WORDS = 12
"""In a message that may name an option with spelling mistakes"""
SHORTEST_MISSPELT = 4
"""Letters. Shorter names are too much like each other."""
SHORTEST_HEAD = 3
"""Letters before the last part of a compound: a "Netzwerkkabel" is a "Kabel"."""
HEAD_OF_COMPOUND = 95.0

_NOT_A_POSITION = frozenset("+-%$€£/=<>½")

shown_words = lru_cache(maxsize=1024)(words_of)
"""Labels and names come again with every message of a conversation."""


def typed_position(message: Message, languages: Sequence[Language]) -> int | None:
    """Return the position, from 1, of a message such as "2", "2.", "#2" or "option 2"."""
    if not _NOT_A_POSITION.isdisjoint(message.plain):
        return None
    for language in languages:
        words = without_fillers(message.words, language.fillers)
        if words and words[0] in language.words["position"]:
            words = words[1:]
        if len(words) == 1 and words[0].isdecimal() and len(words[0]) <= 2:
            return int(words[0])
    return None


def spoken_position(message: Message, languages: Sequence[Language]) -> int | None:
    """Return the position, from 1, of a message such as "the first one"."""
    for language in languages:
        words = without_fillers(message.words, language.fillers)
        for position, spoken in enumerate(language.numbers, 1):
            if words in spoken:
                return position
    return None


def shown_label(message: Message, labels: Sequence[str]) -> int | None:
    """Return the position, from 0, of the label the message repeats, with or without its number."""
    words = message.words
    found = [
        position
        for position, label in enumerate(labels)
        if (shown := shown_words(label)) and words in (shown, (str(position + 1), *shown))
    ]
    return found[0] if len(found) == 1 else None


def exact_name(message: Message, names: Sequence[str]) -> int | None:
    """Return the position, from 0, of the only name in the message; the longest where one holds another."""
    words = message.words
    found = {
        position: shown for position, name in enumerate(names) if _holds(words, shown := shown_words(name))
    }
    longest = max(map(len, found.values()), default=0)
    best = [position for position, shown in found.items() if len(shown) == longest]
    if len(best) != 1 or not all(_holds(found[best[0]], shown) for shown in found.values()):
        return None
    return best[0]


def misspelt_name(message: Message, names: Sequence[str], small: frozenset[str] = frozenset()) -> int | None:
    """Return the position, from 0, of the name the message means by its spelling, if that is clear.

    Args:
        small: words that mean nothing in particular. "The one with the lamp" is no "Case with your name".
    """
    words = message.words
    if len(words) > MOST_WORDS or len(names) < 1:
        return None
    scores = sorted(
        ((_likeness(words, name, names, small), position) for position, name in enumerate(names)),
        reverse=True,
    )
    best = scores[0][0]
    next_best = scores[1][0] if len(scores) > 1 else 0.0
    return scores[0][1] if best >= CLOSE_ENOUGH and best - next_best >= CLEAR_MARGIN else None


def _holds(words: Clause, name: Clause) -> bool:
    length = len(name)
    return bool(name) and any(words[at : at + length] == name for at in range(len(words) - length + 1))


def _likeness(words: Clause, name: str, names: Sequence[str], small: frozenset[str]) -> float:
    """Compare with the whole name, and with each part of it that only this name has."""
    whole = shown_words(name)
    others = [shown for other in names if (shown := shown_words(other)) != whole]
    if _holds_a_run(words, whole, others, small):
        return 100.0
    said = [word for word in words if word not in small]
    own = [word for word in whole if word not in small and not any(word in other for other in others)]
    parts = (_alike(word, target) for target in own for word in said)
    windows = (words[at : at + len(whole)] for at in range(len(words) - len(whole) + 1))
    wholes = (_alike(" ".join(window), " ".join(whole)) for window in windows if whole)
    return max((*parts, *wholes), default=0.0)


def _holds_a_run(words: Clause, name: Clause, others: Sequence[Clause], small: frozenset[str]) -> bool:
    """Whether two neighbours of the name are said that no other name has, such as the size "5 m"."""
    runs = (name[at : at + 2] for at in range(len(name) - 1))
    telling = (run for run in runs if not small.issuperset(run))
    return any(_holds(words, run) and not any(_holds(other, run) for other in others) for run in telling)


def _alike(said: str, target: str) -> float:
    """Out of 100; a short name is named as it is, or as more than one, and one letter names nothing."""
    if len(target) < SHORTEST_MISSPELT:
        plural = len(target) == SHORTEST_MISSPELT - 1 and said == f"{target}s"
        return 100.0 if (said == target or plural) and len(target) > 1 else 0.0
    if len(said) >= SHORTEST_MISSPELT and len(target) - len(said) >= SHORTEST_HEAD and target.endswith(said):
        return HEAD_OF_COMPOUND
    return fuzz.ratio(said, target)
